"""Read what an opinion asks for, as edits of the draft: wholly, or not at all.

Each sentence is read as places, reasons and instructions in one of the known forms. Edits are *taken* only
where each character is explained by one of them, each quotation has one place in the draft, and the text that
comes of it is well formed. What needs a convention or a guess is *proposed* and waits for a person; what asks
for nothing is *none*; what asks for something that is not understood is *refused*, with the reason.
"""

import re
from collections.abc import Sequence, Set

from plancli.core.comments.comment import NOTHING_CITED
from plancli.core.comments.edits import Edit, Move
from plancli.core.comments.record import Patch
from plancli.core.instructions.grammar import asking, limits
from plancli.core.instructions.grammar.found import Tools
from plancli.core.instructions.grammar.labelled import labelled_in
from plancli.core.instructions.grammar.newwords import (
    has_ellipsis,
    is_deletion,
    is_no_wording,
    leaves_choice,
    part_that_goes,
    speaks_of_text,
)
from plancli.core.instructions.grammar.roles import span_of
from plancli.core.instructions.grammar.row import OpinionRow, row_of, spoken_sentences
from plancli.core.instructions.grammar.scope import Scoping
from plancli.core.instructions.grammar.sentence import SentenceReader, asked, unclear
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
        # an opinion is asked for as a whole, and then for its sentences
        self._known: dict[tuple[str, str | None], Interpretation] = {}

    def read(
        self, opinion: str, cites: str | None = None, assumed: Assumed = NOTHING_ASSUMED
    ) -> Interpretation:
        """Return what an opinion asks for, sentence by sentence; `cites` is a place given beside it.

        What is `assumed` of the places of its quotations is for a person to confirm.
        """
        if assumed:
            return self._read(opinion, cites, assumed)
        known = self._known.get((opinion, cites))
        if known is None:
            known = self._known[opinion, cites] = self._read(opinion, cites, assumed)
        return known

    def _read(self, opinion: str, cites: str | None, assumed: Assumed) -> Interpretation:
        row = row_of(opinion)
        fields = labelled_in(row)
        if fields is not None:
            found = self.in_fields(fields.old, fields.new, fields.place or cites, assumed)
            return found._replace(spans=fields.spans)
        sentences = SentenceReader(row, self._tools(cites, assumed))
        parts: list[Interpreted] = []
        in_reasons = numbered = False
        for start, end in spoken_sentences(row):
            begins = asking.REASONS.match(row.text, start, end) if parts else None
            if begins:
                in_reasons = True
                numbered = re.match(asking.LIST_NUMBER, row.text[begins.end() : end]) is not None
            elif in_reasons and limits.resumes(row.text, start, end, numbered):
                in_reasons = False
            if in_reasons and not limits.may_limit_in_reasons(row.text[start:end]):
                sentences.spans += span_of(row, start, end, WordRole.REASON)
                continue
            part = sentences.read(asking.behind_bracketed(row.text, start, end), end)
            if part is not None:
                parts.append(part)
        return self._standing(_unlimited(parts, row, self.units.own), sentences.spans)

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
                edit = _gone(old, part_that_goes(new), tools)
            elif speaks_of_text(old, new) or leaves_choice(old, new):
                raise UnclearError(Doubt.CHOICE if leaves_choice(old, new) else Doubt.SPEAKS, new)
            else:
                edit = tools.wording.replaced(old, new, scope)
                if has_ellipsis(old):
                    # what it leaves out may be meant to stay
                    raise UnclearError(Doubt.LEFT_OUT, old, (edit,))
        except UnclearError as error:
            return Interpretation((unclear(0, 0, error),))
        return Interpretation((Interpreted(0, 0, Certainty.TAKEN, (edit,)),))

    def _tools(self, cites: str | None, assumed: Assumed) -> Tools:
        spotting = Spotting(self.corpus, assumed)
        return Tools(Scoping(self.corpus, cites), spotting, EditWriting(spotting), self.units)

    def _standing(self, parts: Sequence[Interpreted], spans: Sequence[RoleSpan]) -> Interpretation:
        """Return a reading whose edits can all be in the text: those that collide are asked."""
        reading = Interpretation(tuple(parts), tuple(spans))
        if len(reading.edits) < 2 and not any(isinstance(edit, Move) for edit in reading.edits):
            return reading
        placed = place(self.corpus, "?", Patch.of(NOTHING_CITED, reading.edits))
        if placed.findings and any(isinstance(edit, Move) for edit in reading.edits):
            return reading._replace(parts=tuple(asked(part, Doubt.UNPLACED) for part in parts))
        if not compose(self.corpus.outline, [placed]).conflicts:
            return reading
        return reading._replace(parts=tuple(asked(part, Doubt.COLLIDES) for part in parts))


def _gone(old: str, part: str, tools: Tools) -> Edit:
    """Return the edit that deletes quoted words; only propose it where a part is named that has more."""
    scope, spotting = tools.scoping.cited, tools.spotting
    edit = tools.wording.deleted(old, scope)
    there = spotting.words(old, scope)
    if part == "句":
        is_all = spotting.is_sentence(there)
    else:
        # the mark at its end may be left out
        is_all = there.start == 0 and there.end >= len(spotting.text(there)) - 1
    if part and not is_all:
        raise UnclearError(Doubt.LARGER, old, (edit,))
    return edit


def _unlimited(parts: Sequence[Interpreted], row: OpinionRow, unit: str) -> list[Interpreted]:
    """Return parts; those that another sentence may limit or govern, which is not taken itself, are asked."""
    if len(parts) == 1:
        return list(parts)
    words = [row.opinion[part.start : part.end] for part in parts]
    open_ends = [part.certainty is not Certainty.TAKEN for part in parts]
    limiting = [at for at in range(len(parts)) if open_ends[at] and limits.may_limit(words[at])]
    governing = [
        at for at in range(len(parts)) if open_ends[at] and limits.may_govern(words[at], unit)
    ]
    last, first = max(limiting, default=-1), min(governing, default=len(parts))
    return [
        asked(part, Doubt.DEPENDS) if at < last or at > first else part
        for at, part in enumerate(parts)
    ]
