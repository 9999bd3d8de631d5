"""An instruction as it matched one of the forms, with what reads its places and writes its edits."""

import re
from collections.abc import Callable
from typing import NamedTuple

from plancli.core.comments.edits import Edit
from plancli.core.instructions.grammar.row import OpinionRow
from plancli.core.instructions.grammar.scope import PlaceScope, Scoping
from plancli.core.instructions.grammar.spotting import Assumed, Spotting
from plancli.core.instructions.grammar.unclear import UnclearError
from plancli.core.instructions.grammar.units import Units
from plancli.core.instructions.grammar.verdict import Doubt
from plancli.core.instructions.grammar.vocabulary import Q
from plancli.core.instructions.grammar.wording import EditWriting


class Tools(NamedTuple):
    """What reads places, finds words and parts, and writes edits for one opinion."""

    scoping: Scoping
    spotting: Spotting
    wording: EditWriting
    units: Units

    def assuming(self, assumed: Assumed) -> "Tools":
        """Return the same where quotations are assumed to stand somewhere, besides those that were before."""
        spotting = Spotting(self.spotting.corpus, {**self.spotting.assumed, **assumed})
        return self._replace(spotting=spotting, wording=EditWriting(spotting))


class Found(NamedTuple):
    """A match of a form in a row; groups are read by their names."""

    row: OpinionRow
    match: re.Match[str]
    tools: Tools

    def said(self, group: str) -> str:
        """Return the words of a group, "" where it has none; of a quotation without its marks."""
        quoted = self.quoted(group)
        start, end = self._span(group)
        if len(quoted) == 1 and end - start == 1:
            return quoted[0]
        return self._written(group)

    def _span(self, group: str) -> tuple[int, int]:
        """Return where a group stands; (-1, -1) of one that the form has not, or that is not there."""
        return self.match.span(group) if group in self.match.re.groupindex else (-1, -1)

    def _written(self, group: str) -> str:
        start, end = self._span(group)
        return self.row.words(start, end).strip() if start >= 0 else ""

    def quoted(self, group: str) -> list[str]:
        """Return the quotations in a group, in order."""
        places = range(*self._span(group))
        return [self.row.quotations[at] for at in places if at in self.row.quotations]

    def has_gap(self, group: str) -> bool:
        """Whether a quotation of a group begins or ends with room to write in: “  万元”."""
        starts = [at for at in range(*self._span(group)) if at in self.row.quotations]
        quoted = [self.row.words(at, at + 1)[1:-1] for at in starts]
        # most begin and end with words, and need not be looked through
        return any(words != words.strip() and _GAP.search(words) for words in quoted)

    def has(self, group: str) -> bool:
        """Whether a group has any words."""
        start, end = self._span(group)
        return start < end

    def listed(self, group: str) -> list[str]:
        """Return the names that a group lists, quoted or not."""
        quoted = self.quoted(group)
        if quoted:
            return quoted
        names: list[str] = []
        for name in _MARKS.split(self._written(group)):
            # 市自然资源和规划局 is one
            names += [name] if self.tools.units.knows(name) else _LISTING.split(name)
        return names

    def scope(self, group: str = "place", *, carried: bool = False) -> PlaceScope:
        """Return the scope that a group names; `carried`, also that of a cell whose table was named before.

        Such a cell is only what is meant where it says what it is said to say.

        Raises:
            UnclearError: some of it is not understood.

        """
        scope = self.tools.scoping.of(self._written(group)) or self._shown_by(group)
        if scope is None:
            raise UnclearError(Doubt.NOT_READ, self._written(group))
        if scope.table is not None and scope.is_unclear:
            raise UnclearError(Doubt.NO_PART, scope.table.unclear)
        if scope.carried and not carried:
            raise UnclearError(Doubt.NO_PART, self._written(group))
        return scope

    def _shown_by(self, group: str) -> PlaceScope | None:
        """Return the scope of a place whose last quotation is no title, but shows where words stand."""
        start, end = self.match.span(group)
        at = self.row.text.rfind(Q, start, end) if start >= 0 else -1
        if at < 0 or _NO_HOST.search(self.match[group]):
            return None
        around = f"{self.row.words(start, at)} {self.row.words(at + 1, end)}"
        return self.tools.scoping.within(self.row.quotations[at], around)

    def goal(self, beside: str) -> PlaceScope:
        """Return the scope of the group `goal`, which may be counted in the list of a part that moves."""
        return self.tools.scoping.beside(self._written("goal"), beside) or self.scope("goal")

    def assuming(self, assumed: Assumed) -> "Found":
        """Return the same where quotations are assumed to stand somewhere."""
        return self._replace(tools=self.tools.assuming(assumed))


FormReader = Callable[[Found], list[Edit]]
"""Gives the edits of an instruction; raises UnclearError where it is not to be taken."""

_GAP = re.compile(r"^[ \u3000]{2,}\S|\S[ \u3000]{2,}$")
_MARKS = re.compile("[、,]")
_LISTING = re.compile("[、和及与,]")
_NO_HOST = re.compile(f"{Q}(?! *(?:[中里内的,:第这(]|部分|方面|一[句段条项款]|整[段条项款]|$| ))")
"""A quotation in a place shows where words stand; one of a list, or an end of a stretch, is none."""
