"""How much of what a comment asked for was adopted, and where other words were adopted than it asked for."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from plancli.core.comments.comment import Comment
from plancli.core.comments.record import Patch
from plancli.core.evidence.wordings import PLACE, FieldName, Wording, wordings
from plancli.core.merge.placed import Placed, together
from plancli.core.plan.outline import Outline
from plancli.core.rounds.round import Round
from plancli.core.rounds.settlements import patch_of
from plancli.core.text.diff import Splice, apply, exact, splices
from plancli.core.text.matchkey import same_but_for_marks

_TELLING = 4
"""Fewer characters that two wordings share tell nothing.

Two and three characters (建设, 公共交, 等工作) stand in every text of this kind; four are a term.
"""

_A_MOVE = 4
"""As many characters as this a move counts for: as much as the shortest words that tell something."""


class Comparison(NamedTuple):
    """All wordings that a comment asked to change or that were changed for it, in order.

    Of its `edits` so many are adopted `whole`, to the letter; `rest` are the wordings of the others beside
    what was adopted besides.
    """

    wordings: tuple[Wording, ...]
    edits: int = 1
    whole: int = 0
    rest: tuple[Wording, ...] = ()

    @property
    def differing(self) -> list[Wording]:
        """Where other words were adopted than were asked; a mark more or less is no other wording."""
        found: list[Wording] = []
        for wording in self.wordings:
            if _otherwise(wording):
                found.append(wording)
        return found

    @property
    def asked_for(self) -> "Comparison":
        """Only where the comment asked for something."""
        return self._replace(wordings=tuple(filter(_asks, self.wordings)))

    @property
    def share(self) -> float | None:
        """The share of what was asked that was adopted; None where nothing was asked.

        An edit that is adopted to the letter counts as one of the edits, however short it is. All others
        together count by their characters.
        """
        if not self.whole:
            return _share(self.wordings)
        others = _share(self.rest)
        if others is None:
            return 1.0
        return (self.whole + others * (self.edits - self.whole)) / self.edits

    @property
    def taken(self) -> list[str]:
        """The new words that the comment asked for and that came at their own places."""
        found: list[str] = []
        for wording in self._of_words:
            asked = _new(wording.draft, wording.asked)
            for stretch in _stretches(asked, _adopted(wording).new):
                words = stretch.words.strip(_BETWEEN)
                if _has_words(words):
                    found.append(words)
        return found

    @property
    def left_out(self) -> bool:
        """Whether new words that the comment asked for did not come."""
        asked = [_new(wording.draft, wording.asked) for wording in self._of_words]
        return _has_words(_without("\n".join(asked), self.taken))

    def has_words_beside(self, taken: Iterable[str]) -> bool:
        """Whether other new words came than some that were taken from comments."""
        came = [_adopted(wording).new for wording in self._of_words]
        return _has_words(_without("\n".join(came), taken))

    @property
    def _of_words(self) -> list[Wording]:
        return [wording for wording in self.wordings if wording.field != PLACE]

    @property
    def untouched(self) -> bool:
        """Whether nothing of what was asked was adopted.

        Not even a part too short to count in the share, at its own place.
        """
        return self.share == 0 and not any(map(_touched, self.wordings))

    @property
    def kept(self) -> list[Wording]:
        """Where words that the comment asked to take out stay: as `asked` the words.

        A mark or a single character that stays says nothing: it is there to join what is left.
        """
        found: list[Wording] = []
        for wording in self.wordings:
            if wording.field == PLACE:
                continue
            for words in _staying(wording):
                if len(words) > 1 and any(map(str.isalnum, words)):
                    found.append(wording._replace(asked=words))
        return found


def comparison(round_: Round, comment: Comment) -> Comparison:
    """Put what a comment asked for beside what was adopted, by its decision or that of another comment."""
    place, draft = round_.workspace.place, round_.workspace.draft
    asked = place(comment.id, Patch.of(comment.at, comment.edits))
    answers = round_.answers(comment)
    adopted: list[Placed] = []
    for answer in answers:
        if answer.meaning.merges:
            adopted.append(place(answer.id, patch_of(answer)))
    done = together(comment.id, adopted)
    found = compare(draft, asked, done)
    if len(comment.edits) > 1:
        each = [place(comment.id, Patch.of(comment.at, (edit,))) for edit in comment.edits]
        found = _by_edits(draft, found, each, done)
    # what another comment's decision changes besides is not this one's
    if answers != (comment,):
        return found.asked_for
    return found


def _by_edits(
    draft: Outline, found: Comparison, each: Sequence[Placed], adopted: Placed
) -> Comparison:
    """Return a comparison with the edits that are adopted to the letter apart from the others.

    What was adopted of them counts for none of the others: two edits may ask for the same words.
    """
    others: list[Placed] = []
    used: dict[FieldName, set[Splice]] = {}
    for placed in each:
        own = [wording for wording in wordings(draft, placed, adopted) if _asks(wording)]
        if not own or not all(map(_is_made, own)):
            others.append(placed)
            continue
        for wording in own:
            key = wording.paragraph, wording.field
            used.setdefault(key, set()).update(splices(wording.draft, wording.asked))
    rest = tuple(_besides(draft, others, adopted, used))
    return found._replace(edits=len(each), whole=len(each) - len(others), rest=rest)


def _besides(
    draft: Outline,
    asked: Sequence[Placed],
    adopted: Placed,
    used: Mapping[FieldName, Collection[Splice]],
) -> Iterator[Wording]:
    """Yield the wordings of edits beside what was adopted without the changes that others have used."""
    if not asked:
        return
    for wording in wordings(draft, together(adopted.by, asked), adopted):
        done = used.get((wording.paragraph, wording.field), ())
        left = [one for one in splices(wording.draft, wording.adopted) if one not in done]
        yield wording._replace(adopted=apply(wording.draft, left))


def _is_made(wording: Wording) -> bool:
    """Whether all that was asked of a field was done, to the letter; other changes may stand beside it."""
    if wording.field == PLACE:
        return wording.adopted == wording.asked
    made = set(splices(wording.draft, wording.adopted))
    return made.issuperset(splices(wording.draft, wording.asked))


def compare(draft: Outline, asked: Placed, adopted: Placed) -> Comparison:
    """Put what one comment asked for beside what was adopted, both at their places in the draft.

    A field that only one of them changes is there, too.
    """
    return Comparison(tuple(wordings(draft, asked, adopted)))


def _share(compared: Sequence[Wording]) -> float | None:
    """Return the share of the asked characters (new ones, and ones to go) that was adopted; None: none asked.

    Words may be adopted at another place than asked, if they are long enough to tell; at their own place
    short ones count, too. The better of both counts.
    """
    moves = [wording for wording in compared if wording.field == PLACE and _asks(wording)]
    to_go = went = come = 0
    asked = adopted = ""
    for wording in compared:
        if wording.field == PLACE:
            continue
        wanted, done = _gone_from(wording.draft, wording.asked), _adopted(wording)
        to_go += len(wanted)
        went += len(wanted & done.gone)
        new = _new(wording.draft, wording.asked)
        come += _come(new, done.new, at_place=True)
        asked += new
        adopted += done.new
    come = max(come, _come(asked, adopted, at_place=False))
    moved = sum(wording.asked == wording.adopted for wording in moves)
    total = to_go + len(asked) + _A_MOVE * len(moves)
    if not total:
        return None
    return (went + come + _A_MOVE * moved) / total


def _asks(wording: Wording) -> bool:
    """Whether the comment asked for something here.

    Else the field was changed for it by the decision, or by another comment that answers it.
    """
    return wording.asked != wording.draft


def _otherwise(wording: Wording) -> bool:
    """Whether something else was adopted than asked; of places every difference counts."""
    asked, adopted = wording.asked, wording.adopted
    if wording.field == PLACE:
        return asked != adopted
    return not same_but_for_marks(asked, adopted)


# --- what goes --------------------------------------------------------------------------------------------


class _Adopted(NamedTuple):
    """What an adopted wording has that is new, and the characters of the draft that it no longer has."""

    new: str
    gone: set[int]


def _adopted(wording: Wording) -> _Adopted:
    """Read an adopted wording from the draft, or from what was asked where it is nearer to that.

    A diff from the draft would see a whole passage replaced where most of what was asked was adopted, and
    then take words of it for new, or for gone, that both have.
    """
    draft, asked, adopted = wording.draft, wording.asked, wording.adopted
    if _distance(asked, adopted) >= _distance(draft, adopted):
        return _Adopted(_new(draft, adopted), _gone_from(draft, adopted))
    origins = _origins(draft, asked)
    kept: set[int] = set()
    new = ""
    at = 0
    for op, text in exact(asked, adopted):
        if op == "+":
            own = _put_back(draft, origins, at, text)
        else:
            own = origins[at : at + len(text)] if op == "=" else []
            at += len(text)
        for char, origin in zip(text, own, strict=False):
            if origin is None:
                new += char
            else:
                kept.add(origin)
    return _Adopted(new, set(range(len(draft))) - kept)


def _put_back(draft: str, origins: list[int | None], at: int, words: str) -> list[int | None]:
    """Return where in the draft each of some words stood that came in at a place of the asked wording.

    Only what stood in the draft between the neighbours of that place is put back; all else is new (None).
    """
    ahead = [origin for origin in origins[:at] if origin is not None]
    behind = [origin for origin in origins[at:] if origin is not None]
    start = max(ahead, default=-1) + 1
    end = min(behind, default=len(draft))
    found: list[int | None] = []
    for origin in _origins(draft[start:end], words):
        found.append(None if origin is None else start + origin)
    return found


def _origins(draft: str, wording: str) -> list[int | None]:
    """Return for each character of a wording its place in the draft; None where it is new."""
    found: list[int | None] = []
    at = 0
    for op, text in exact(draft, wording):
        if op == "+":
            found += [None] * len(text)
            continue
        if op == "=":
            found += range(at, at + len(text))
        at += len(text)
    return found


def _distance(one: str, other: str) -> int:
    """Return how many characters go and come from one wording to another."""
    changed = [run.text for run in exact(one, other) if run.op != "="]
    return len("".join(changed))


def _gone_from(draft: str, wording: str) -> set[int]:
    """Return the characters of the draft, by their places, that a wording no longer has."""
    return set(range(len(draft))) - set(_origins(draft, wording))


def _staying(wording: Wording) -> Iterator[str]:
    """Yield the words of the draft that were to go and stay, each stretch by itself."""
    staying = _gone_from(wording.draft, wording.asked) - _adopted(wording).gone
    words = ""
    for at, char in enumerate(wording.draft):
        if at in staying:
            words += char
        elif words:
            yield words
            words = ""
    if words:
        yield words


# --- what comes -------------------------------------------------------------------------------------------


_BETWEEN = "、,，;；.。 "
"""What joins words to others, and is nobody's."""
_WORDS = re.compile(r"[^\W_]{2}")


def _has_words(text: str) -> bool:
    """Whether a text has words: a mark or a single character (和, 的) joins others, and is nobody's."""
    return _WORDS.search(text) is not None


def _without(text: str, taken: Iterable[str]) -> str:
    """Return a text without some words of it, each of them taken out once."""
    for words in taken:
        text = text.replace(words, "\n", 1)
    return text


class _Stretch(NamedTuple):
    """Words that were asked for and stand in what was adopted.

    `whole`: from mark to mark, as 、残疾人 is in a list.
    """

    words: str
    whole: bool


def _new(draft: str, wording: str) -> str:
    """Return the characters of a wording that the draft does not have.

    In their order, as one text: what stands between them is the draft's.
    """
    return "".join(text for op, text in exact(draft, wording) if op == "+")


def _come(asked: str, adopted: str, at_place: bool) -> int:
    """Return how many of the new characters that were asked for came: those in stretches that tell something.

    Where fewer were asked for than tell something, all of them are needed. At its own place (`at_place`) a
    whole part of a list counts, however short.
    """
    enough = min(_TELLING, len(asked))
    count = 0
    for stretch in _stretches(asked, adopted):
        if len(stretch.words) >= enough or (at_place and stretch.whole):
            count += len(stretch.words)
    return count


def _touched(wording: Wording) -> bool:
    """Whether some of what was asked came at its place: words, or for a part that moved another place.

    A single character that both have is there by chance.
    """
    if wording.field == PLACE:
        return _asks(wording) and wording.adopted != wording.draft
    asked = _new(wording.draft, wording.asked)
    for stretch in _stretches(asked, _adopted(wording).new):
        if stretch.whole or sum(map(str.isalnum, stretch.words)) > 1:
            return True
    return False


def _stretches(asked: str, adopted: str) -> Iterator[_Stretch]:
    """Yield the stretches of `asked` that `adopted` has.

    In the order in which both have them; what was put elsewhere is none.
    """
    at = 0
    for op, text in exact(asked, adopted):
        if op == "+":
            continue
        if op == "=":
            yield _Stretch(text, _is_whole(asked, at, at + len(text)))
        at += len(text)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text is whole: it has words, and does not begin or end inside others."""
    for at in (start, end):
        edge = text[max(at - 1, 0) : at + 1]
        if 0 < at < len(text) and edge.isalnum():
            return False
    return any(map(str.isalnum, text[start:end]))
