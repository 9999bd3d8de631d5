"""Whether a unit asked already for what a file shows, as where a redline of plancli comes back."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from plancli.core.comments.comment import Cited, Comment
from plancli.core.comments.edits import Edit
from plancli.core.comments.record import Patch
from plancli.core.intake.proving import PrintedDraft
from plancli.core.locate.corpus import Corpus
from plancli.core.merge.compose import compose
from plancli.core.merge.place import place
from plancli.core.merge.placed import Placed
from plancli.core.text.matchkey import fold


class AskedBefore:
    """What the units asked for in their comments on a draft, looked up as it is needed."""

    def __init__(self, corpus: Corpus, comments: Iterable[Comment]) -> None:
        self._corpus = corpus
        self._comments = list(comments)
        self._placed: dict[tuple[str, ...], list[Placed]] = {}

    @cached_property
    def _draft(self) -> PrintedDraft:
        return PrintedDraft(self._corpus)

    def as_comment(self, units: tuple[str, ...], at: Cited, edits: Sequence[Edit]) -> str | None:
        """Return the comment of some units that asks for edits, or the first of those that do so together."""
        known = self._signed_by(units)
        shown = place(self._corpus, "new", Patch.of(at, tuple(edits)))
        if not known or not self._says(known, shown):
            return None
        touched = shown.paragraphs
        for placed in known:
            if placed.paragraphs & touched:
                return placed.by
        return known[0].by

    def _signed_by(self, units: tuple[str, ...]) -> list[Placed]:
        """Return what was asked in comments that all these units sign, alone or with others."""
        if units not in self._placed:
            found: list[Placed] = []
            for comment in self._comments:
                for part in comment.parts if all(map(comment.is_of, units)) else ():
                    edits = part.adopted_edits if part.meaning.merges else part.edits
                    if edits:
                        found.append(place(self._corpus, part.id, Patch.of(part.at, edits)))
            self._placed[units] = found
        return self._placed[units]

    def _says(self, known: Sequence[Placed], shown: Placed) -> bool:
        """Whether comments make of every part that is shown changed what is shown of it."""
        before, now = self._after(known), self._after([shown])
        draft = self._draft.lines
        texts = {fold(words) for words in before.values()}
        for key, words in now.items():
            if key in draft:
                if words != draft[key] and fold(words) != fold(before.get(key, "")):
                    return False
            elif fold(words) not in texts:
                return False
        gone = {key for key in draft if key not in now}
        moved = {(one.key, one.container) for one in shown.moves}
        return gone.isdisjoint(before) and moved <= {
            (one.key, one.container) for placed in known for one in placed.moves
        }

    def _after(self, placed: Sequence[Placed]) -> Mapping[str, str]:
        return self._draft.after(compose(self._corpus.outline, placed))
