"""Where on the page things stand."""

from collections.abc import Iterator, Sequence

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
            if line.key not in self._by_key or line.added:
                self._by_key[line.key] = place
            for author in line.authors:
                self._by_author.setdefault(author, []).append(place)

    def row(self, key: str) -> str:
        """Return the row of a part, where it stands in the plan if it stands twice; "" if nowhere."""
        return self._by_key.get(key, "")

    def rows(self, comment: Comment) -> tuple[str, ...]:
        """Return the rows that a comment changed, else those it wants changed, quotes or cites."""
        found = self._by_author.get(comment.id)
        if not found:
            patch = Patch.of(comment.at, comment.edits)
            placed = self._round.workspace.place(comment.id, patch)
            quoted = [e.found.paragraph for e in placed.evidence if isinstance(e.found, Anchor)]
            found = [self.row(key) for key in (*sorted(placed.paragraphs), *quoted)]
        found = [row for row in found if row] or [self.row(key) for key in self._cited(comment)]
        return tuple(dict.fromkeys(filter(None, found)))

    def _cited(self, comment: Comment) -> Iterator[str]:
        """Yield the first part that each place a comment cites may mean."""
        names = self._round.workspace.corpus.names
        if comment.at.section:
            yield from names.keys(comment.at.section)[:1]
        else:
            for place in names.places(parse(comment.at.cites or "")):
                yield from place.keys[:1]
