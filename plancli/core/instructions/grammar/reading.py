"""Read what an opinion asks for, as edits of the draft: wholly, or not at all.

Each sentence is read as places, reasons and instructions in one of the known forms. Edits are *taken* only
where each character is explained by one of them, each quotation has one place in the draft, and the text that
comes of it is well formed. What needs a convention or a guess is *proposed* and waits for a person; what asks
for nothing is *none*; what asks for something that is not understood is *refused*, with the reason.
"""

import re
from collections.abc import Sequence, Set
from typing import NamedTuple

from plancli.core.comments.comment import Cited
from plancli.core.comments.edits import Edit
from plancli.core.comments.record import Patch
from plancli.core.instructions.grammar import asking
from plancli.core.instructions.grammar.forms import FORMS
from plancli.core.instructions.grammar.found import Found, Tools
from plancli.core.instructions.grammar.labelled import is_deletion, is_no_wording, labelled_in
from plancli.core.instructions.grammar.newwords import leaves_choice, speaks_of_text
from plancli.core.instructions.grammar.roles import roles_in, span_of, unread
from plancli.core.instructions.grammar.row import OpinionRow, row_of, spoken_sentences
from plancli.core.instructions.grammar.scope import Scoping
from plancli.core.instructions.grammar.spotting import NOTHING_ASSUMED, Assumed, Spotting
from plancli.core.instructions.grammar.unclear import UnclearError
from plancli.core.instructions.grammar.units import Units
from plancli.core.instructions.grammar.verdict import (
    Certainty,
    Doubt,
    Interpretation,
    Interpreted,
    RoleSpan,
    WordRole,
)
from plancli.core.instructions.grammar.wording import EditWriting
from plancli.core.locate.corpus import Corpus
from plancli.core.merge.compose import compose
from plancli.core.merge.place import place


class OpinionReader:
    """Reads the opinions of one unit on a draft; `roster` are the units that are known by name."""

    def __init__(self, corpus: Corpus, unit: str = "", roster: Set[str] = frozenset()) -> None:
        self.corpus = corpus
        self.units = Units(corpus.outline, unit, roster)

    def read(
        self, opinion: str, cites: str | None = None, assumed: Assumed = NOTHING_ASSUMED
    ) -> Interpretation:
        """Return what an opinion asks for, sentence by sentence; `cites` is a place given beside it.

        What is `assumed` of the places of its quotations is for a person to confirm.
        """
        row = row_of(opinion)
        fields = labelled_in(row)
        if fields is not None:
            found = self.in_fields(fields.old, fields.new, fields.place or cites, assumed)
            return found._replace(spans=fields.spans)
        sentences = _Sentences(row, self._tools(cites, assumed))
        parts: list[Interpreted] = []
        for start, end in spoken_sentences(row):
            if parts and asking.REASONS.match(row.text, start, end):
                sentences.spans += span_of(row, start, len(row.text), WordRole.REASON)
                break
            part = sentences.read(start, end)
            if part is not None:
                parts.append(part)
        return self._standing(_unlimited(parts, row), sentences.spans)

    def in_fields(
        self, old: str, new: str, cites: str | None = None, assumed: Assumed = NOTHING_ASSUMED
    ) -> Interpretation:
        """Return what a unit asks for that gives the draft's words and its own in fields of their own."""
        tools = self._tools(cites, assumed)
        scope = tools.scoping.cited
        try:
            if is_no_wording(new):
                raise UnclearError(Doubt.NO_WORDS, new)
            if is_deletion(new):
                edit = tools.wording.deleted(old, scope)
            elif speaks_of_text(old, new) or leaves_choice(old, new):
                raise UnclearError(Doubt.CHOICE if leaves_choice(old, new) else Doubt.SPEAKS, new)
            else:
                edit = tools.wording.replaced(old, new, scope)
        except UnclearError as error:
            return Interpretation((_unclear(0, 0, error),))
        return Interpretation((Interpreted(0, 0, Certainty.TAKEN, (edit,)),))

    def _tools(self, cites: str | None, assumed: Assumed) -> Tools:
        spotting = Spotting(self.corpus, assumed)
        return Tools(Scoping(self.corpus, cites), spotting, EditWriting(spotting), self.units)

    def _standing(self, parts: Sequence[Interpreted], spans: Sequence[RoleSpan]) -> Interpretation:
        """Return a reading whose edits can all be in the text: those that collide are asked."""
        reading = Interpretation(tuple(parts), tuple(spans))
        if len(reading.edits) < 2:
            return reading
        placed = place(self.corpus, "?", Patch(at=Cited(), edits=reading.edits))
        if not compose(self.corpus.outline, [placed]).conflicts:
            return reading
        return reading._replace(parts=tuple(_asked(part, Doubt.COLLIDES) for part in parts))


class _Instruction(NamedTuple):
    """The edits of an instruction, and the form in which it was read."""

    edits: list[Edit]
    match: re.Match[str]


class _Unclear(NamedTuple):
    """Why an instruction is not taken, and the form in which it was read, if it has one."""

    error: UnclearError
    match: re.Match[str] | None = None


class _Sentences:
    """Reads the sentences of one row; `spans` say what their words were for, as far as it has read."""

    def __init__(self, row: OpinionRow, tools: Tools) -> None:
        self.row, self.tools = row, tools
        self.spans: list[RoleSpan] = []

    def read(self, start: int, end: int) -> Interpreted | None:
        """Return what comes of one sentence; None where it gives only a reason."""
        edits: list[Edit] = []
        at = self._behind_lead(start, end)
        while at < end:
            found = self._instruction(at, end)
            if isinstance(found, _Instruction):
                edits += found.edits
                self.spans += roles_in(self.row, found.match)
                behind = found.match.end()
            else:
                behind = asking.passed_over(self.row.text, at, end, bool(edits))
                self.spans += span_of(self.row, at, behind, WordRole.REASON)
            if behind == at:
                unread = _Unclear(UnclearError(Doubt.NOT_READ, self.row.words(at, end)))
                doubt = found if isinstance(found, _Unclear) else unread
                return self._doubted((start, at, end), doubt, edits)
            at = self._behind_lead(behind, end)
        return self._taken(start, end, edits)

    def _behind_lead(self, at: int, end: int) -> int:
        lead = asking.LEAD.match(self.row.text, at, end)
        return lead.end() if lead else at

    def _instruction(self, at: int, end: int) -> _Instruction | _Unclear | None:
        """Return the instruction that begins at a character: what all forms say that explain most.

        Where none can be taken, why that is so: a place that is not understood says least of all.
        """
        ways: list[_Instruction] = []
        doubts: list[_Unclear] = []
        for form in FORMS:
            match = form.pattern.match(self.row.text, at, end)
            if match is None:
                continue
            try:
                found = Found(self.row, match, self.tools)
                ways.append(_Instruction(form.reader(found), match))
            except UnclearError as error:
                doubts.append(_Unclear(error, match))
        if not ways:
            return _first_told(doubts)
        return _agreed(ways)

    def _taken(self, start: int, end: int, edits: Sequence[Edit]) -> Interpreted | None:
        if not edits:
            return None
        part = self._part(start, end, Certainty.TAKEN, edits)
        if self.row.text[end : end + 1] in ("?", "？"):
            return _asked(part, Doubt.CHOICE)
        if asking.speaks_of_more(self.row.text[start:end]):
            return _asked(part, Doubt.EVERY_PLACE)
        return part

    def _doubted(
        self, where: tuple[int, int, int], doubt: _Unclear, edits: Sequence[Edit]
    ) -> Interpreted:
        """Return a sentence that could not be read on from the second of three characters."""
        start, at, end = where
        mark = self.row.text[end : end + 1]
        if asking.asks_nothing(self.row.text[start:end], mark):
            return self._part(start, end, Certainty.NONE)
        words = doubt.error.words if doubt.error.doubt is Doubt.NOT_READ else ""
        self.spans += unread(self.row, at, end, doubt.match, words)
        error = doubt.error
        if doubt.match is None and asking.wants_other_words(self.row.text[start:end]):
            error = UnclearError(Doubt.NO_WORDS, error.words)
        part = _unclear(self.row.at[start], self.row.at[end], error)
        others = tuple((*edits, *other) for other in part.others)
        return part._replace(edits=(*edits, *part.edits), others=others)

    def _part(
        self, start: int, end: int, verdict: Certainty, edits: Sequence[Edit] = ()
    ) -> Interpreted:
        return Interpreted(self.row.at[start], self.row.at[end], verdict, tuple(edits))


def _first_told(doubts: Sequence[_Unclear]) -> _Unclear | None:
    """Return the first doubt that says more than that something is not understood, else the first."""
    for doubt in doubts:
        if doubt.error.doubt is not Doubt.NOT_READ:
            return doubt
    return doubts[0] if doubts else None


def _agreed(ways: Sequence[_Instruction]) -> _Instruction | _Unclear:
    """Return the one instruction of several ways to read it, the longest; or that they differ."""
    longest = max(way.match.end() for way in ways)
    first, *rest = (way for way in ways if way.match.end() == longest)
    readings = dict.fromkeys(tuple(way.edits) for way in (first, *rest))
    if len(readings) == 1:
        return first
    one, *others = readings
    error = UnclearError(Doubt.READINGS, edits=one, others=tuple(others))
    return _Unclear(error, first.match)


def _unclear(start: int, end: int, error: UnclearError) -> Interpreted:
    """Return a part that is asked: with edits where it may mean these."""
    verdict = Certainty.PROPOSED if error.edits else Certainty.REFUSED
    found = error.others, error.found
    return Interpreted(start, end, verdict, error.edits, error.doubt, error.words, *found)


def _asked(part: Interpreted, doubt: Doubt) -> Interpreted:
    """Return a part that was to be taken as one that is proposed."""
    if part.certainty is not Certainty.TAKEN:
        return part
    return part._replace(certainty=Certainty.PROPOSED, doubt=doubt)


def _unlimited(parts: Sequence[Interpreted], row: OpinionRow) -> list[Interpreted]:
    """Return parts; those that a later sentence may limit, which is not taken itself, are asked."""
    found: list[Interpreted] = []
    limited = False
    for part in reversed(parts):
        found.append(_asked(part, Doubt.DEPENDS) if limited else part)
        words = row.opinion[part.start : part.end]
        limited = limited or (part.certainty is not Certainty.TAKEN and asking.may_limit(words))
    return found[::-1]
