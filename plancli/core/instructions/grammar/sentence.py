"""Read one sentence of an opinion: the instructions in it, and what stands round them."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from plancli.core.comments.edits import Edit
from plancli.core.instructions.grammar import asking
from plancli.core.instructions.grammar.forms import forms_for
from plancli.core.instructions.grammar.found import Found, Tools
from plancli.core.instructions.grammar.pieces import InstructionForm
from plancli.core.instructions.grammar.roles import roles_in, span_of, unread
from plancli.core.instructions.grammar.row import OpinionRow
from plancli.core.instructions.grammar.unclear import UnclearError
from plancli.core.instructions.grammar.verdict import (
    Certainty,
    Doubt,
    Interpreted,
    RoleSpan,
    WordRole,
)


class _Instruction(NamedTuple):
    """The edits of an instruction, the form in which it was read, and why it is not taken, if it is not."""

    edits: tuple[Edit, ...]
    match: re.Match[str]
    doubt: UnclearError | None = None


class SentenceReader:
    """Reads the sentences of one row; `spans` say what their words were for, as far as it has read."""

    def __init__(self, row: OpinionRow, tools: Tools) -> None:
        self.row, self.tools = row, tools
        self.spans: list[RoleSpan] = []

    def read(self, start: int, end: int) -> Interpreted | None:
        """Return what comes of one sentence; None where it gives only a reason.

        What is doubted and can be said as edits does not end the reading: the next instruction is read, too.
        """
        forms = forms_for(self.row.text[start:end])
        edits: list[Edit] = []
        doubt: UnclearError | None = None
        at = self._behind_lead(start, end)
        while at < end:
            found = self._instruction(forms, at, end)
            if found is not None and found.edits:
                edits += found.edits
                doubt = doubt or found.doubt
                self.spans += roles_in(self.row, found.match)
                at = self._behind_lead(found.match.end(), end)
                continue
            behind = asking.passed_over(self.row.text, at, end, bool(edits))
            if behind == at:
                behind, why = self._behind_limit(at, end, bool(edits))
                if behind == at:
                    return self._stopped((start, at, end), found, edits)
                doubt = doubt or UnclearError(why, self.row.words(at, behind))
            self.spans += span_of(self.row, at, behind, WordRole.REASON)
            at = self._behind_lead(behind, end)
        return self._finished(start, end, edits, doubt)

    def _behind_lead(self, at: int, end: int) -> int:
        lead = asking.LEAD.match(self.row.text, at, end)
        return lead.end() if lead else at

    def _behind_limit(self, at: int, end: int, after_edits: bool) -> tuple[int, Doubt]:
        """Return the end of what makes an instruction depend on something, or hold elsewhere, and how so."""
        others = asking.behind_others(self.row.text, at, end) if after_edits else at
        if others > at:
            return others, Doubt.EVERY_PLACE
        return asking.behind_condition(self.row.text, at, end), Doubt.CHOICE

    # --- one instruction ------------------------------------------------------------------------------------

    def _instruction(
        self, forms: Sequence[InstructionForm], at: int, end: int
    ) -> _Instruction | None:
        """Return the instruction that begins at a character: what all forms say that explain most.

        Where none can be taken, what it may mean; else why not: a place that is not understood says least.
        """
        matches: list[tuple[int, InstructionForm, re.Match[str]]] = []
        for form in forms:
            match = form.pattern.match(self.row.text, at, end)
            if match is not None:
                matches.append((match.end(), form, match))
        matches.sort(key=lambda found: -found[0])
        read: list[_Instruction] = []
        for _, same_end in groupby(matches, key=lambda found: found[0]):
            ways = [_tried(Found(self.row, match, self.tools), form) for _, form, match in same_end]
            read += ways
            saying = [way for way in ways if way.edits]
            if saying:
                sure = [way for way in saying if way.doubt is None]
                return _agreed(sure) if sure else saying[0]
        return _first_told(read)

    # --- what comes of the sentence -------------------------------------------------------------------------

    def _finished(
        self, start: int, end: int, edits: Sequence[Edit], doubt: UnclearError | None
    ) -> Interpreted | None:
        """Return what comes of a sentence that was read to its end."""
        if doubt is not None:
            return self._doubted(start, end, edits, doubt)
        if not edits:
            return None
        part = self._part(start, end, Certainty.TAKEN, edits)
        if self.row.text[end : end + 1] in ("?", "？"):
            return asked(part, Doubt.CHOICE)
        if asking.speaks_of_more(self.row.text[start:end]):
            return asked(part, Doubt.EVERY_PLACE)
        return part

    def _stopped(
        self, where: tuple[int, int, int], found: _Instruction | None, edits: Sequence[Edit]
    ) -> Interpreted:
        """Return a sentence that could not be read on from the second of three characters.

        What was read of it is proposed; where that is nothing, it may ask for nothing at all.
        """
        start, at, end = where
        sentence, mark = self.row.text[start:end], self.row.text[end : end + 1]
        if not edits and asking.asks_nothing(sentence, mark):
            return self._part(start, end, Certainty.NONE)
        doubt = None if found is None else found.doubt
        if doubt is None:
            wordless = asking.wants_other_words(sentence)
            doubt = UnclearError(
                Doubt.NO_WORDS if wordless else Doubt.NOT_READ, self.row.words(at, end)
            )
        words = doubt.words if doubt.doubt is Doubt.NOT_READ else ""
        self.spans += unread(self.row, at, end, found and found.match, words)
        return self._doubted(start, end, edits, doubt)

    def _doubted(
        self, start: int, end: int, edits: Sequence[Edit], doubt: UnclearError
    ) -> Interpreted:
        """Return a sentence of which something is doubted: proposed with edits, refused without any."""
        others = tuple(_instead(tuple(edits), doubt.edits, other) for other in doubt.others)
        told = UnclearError(doubt.doubt, doubt.words, tuple(edits), others, doubt.found)
        return unclear(self.row.at[start], self.row.at[end], told)

    def _part(
        self, start: int, end: int, verdict: Certainty, edits: Sequence[Edit] = ()
    ) -> Interpreted:
        return Interpreted(self.row.at[start], self.row.at[end], verdict, tuple(edits))


def _instead(
    edits: tuple[Edit, ...], one: tuple[Edit, ...], other: tuple[Edit, ...]
) -> tuple[Edit, ...]:
    """Return the edits of a sentence with those of one of its instructions read in the other way."""
    for at in range(len(edits)):
        if edits[at : at + len(one)] == one:
            return (*edits[:at], *other, *edits[at + len(one) :])
    return other


def unclear(start: int, end: int, error: UnclearError) -> Interpreted:
    """Return a part that is asked: with edits where it may mean these."""
    verdict = Certainty.PROPOSED if error.edits else Certainty.REFUSED
    found = error.others, error.found
    return Interpreted(start, end, verdict, error.edits, error.doubt, error.words, *found)


def asked(part: Interpreted, doubt: Doubt) -> Interpreted:
    """Return a part that was to be taken as one that is proposed."""
    if part.certainty is not Certainty.TAKEN:
        return part
    return part._replace(certainty=Certainty.PROPOSED, doubt=doubt)


# --- one form -----------------------------------------------------------------------------------------------


def _tried(found: Found, form: InstructionForm) -> _Instruction:
    """Return what a form gives that matches; a quotation that is not in the draft is read as what is near."""
    try:
        return _Instruction(tuple(form.reader(found)), found.match)
    except UnclearError as error:
        doubt = error
    if doubt.doubt is Doubt.NOT_THERE:
        doubt = _loosely(found, form, doubt)
    return _Instruction(doubt.edits, found.match, doubt)


def _loosely(found: Found, form: InstructionForm, doubt: UnclearError) -> UnclearError:
    """Return what an instruction means whose quotation is not in the draft, where one passage is near it."""
    if doubt.words not in found.row.quotations.values():
        # words without quotation marks may be no quotation at all
        return doubt
    near = found.tools.spotting.near(doubt.found)
    if near is None:
        return doubt
    try:
        edits = tuple(form.reader(found.assuming({doubt.words: near})))
    except UnclearError as again:
        edits = again.edits
    if not edits:
        return doubt
    return UnclearError(Doubt.LOOSELY, doubt.words, edits, found=doubt.found)


def _agreed(ways: Sequence[_Instruction]) -> _Instruction:
    """Return the one instruction of several ways to read it; doubted where they differ."""
    first = ways[0]
    one, *others = dict.fromkeys(way.edits for way in ways)
    if not others:
        return first
    doubt = UnclearError(Doubt.READINGS, edits=one, others=tuple(others))
    return first._replace(doubt=doubt)


def _first_told(ways: Sequence[_Instruction]) -> _Instruction | None:
    """Return the first whose doubt says more than that something is not understood, else the first."""
    for way in ways:
        if way.doubt is not None and way.doubt.doubt is not Doubt.NOT_READ:
            return way
    return ways[0] if ways else None
