"""Where on the page things stand."""

from collections.abc import Iterable, Iterator, Sequence

from plancli.core.comments.comment import Comment
from plancli.core.comments.record import Patch
from plancli.core.evidence.redline import Line
from plancli.core.locate.anchors import Anchor
from plancli.core.locate.citation import parse
from plancli.core.rounds.round import Round


class Stands:
    """Where on the page things stand: rows by key, and by the comments that changed them."""

    def __init__(self, round_: Round, lines: Sequence[Line], places: Sequence[str]) -> None:
        self._round = round_
        self._by_key: dict[str, str] = {}
        self._by_author: dict[str, list[str]] = {}
        for line, place in zip(lines, places, strict=True):
            # Where a part moved there are two lines: the one that came is where it stands.
            if line.key not in self._by_key or line.added:
                self._by_key[line.key] = place
            for author in line.authors:
                self._by_author.setdefault(author, []).append(place)

    def row(self, key: str) -> str:
        """Return the row of a part, where it stands in the plan if it stands twice; "" if nowhere."""
        return self._by_key.get(key, "")

    def rows(self, comment: Comment) -> tuple[str, ...]:
        """Return the rows that a comment changed, else those it wants changed, quotes or cites."""
        changed = self._by_author.get(comment.id, [])
        if changed:
            return _distinct(changed)
        wanted = _distinct(map(self.row, self._wanted(comment)))
        if wanted:
            return wanted
        return _distinct(map(self.row, self._cited(comment)))

    def _wanted(self, comment: Comment) -> Iterator[str]:
        """Yield the paragraphs that a comment wants changed, then those that it quotes."""
        patch = Patch.of(comment.at, comment.edits)
        placed = self._round.workspace.place(comment.id, patch)
        yield from sorted(placed.paragraphs)
        for evidence in placed.evidence:
            if isinstance(evidence.found, Anchor):
                yield evidence.found.paragraph

    def _cited(self, comment: Comment) -> Iterator[str]:
        """Yield the first part that each place a comment cites may mean."""
        names = self._round.workspace.corpus.names
        if comment.at.section:
            yield from names.keys(comment.at.section)[:1]
        else:
            for place in names.places(parse(comment.at.cites or "")):
                yield from place.keys[:1]


def _distinct(rows: Iterable[str]) -> tuple[str, ...]:
    """Return each row once, in order; a part that stands nowhere has none."""
    found = dict.fromkeys(rows)
    found.pop("", None)
    return tuple(found)
