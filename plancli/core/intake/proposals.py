"""What an opinion may ask for that nobody can be sure of: edits for a person to choose from.

Quoted words that stand in several places are assumed at each of them in turn, words that the draft has a
little otherwise where they are nearest, and the opinion is read again. What comes of it is tried on the
draft: only what can be placed and merged is proposed. None of it is written before somebody takes it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from plancli.core.comments.comment import Cited
from plancli.core.comments.edits import Edit, Replace
from plancli.core.comments.record import Patch
from plancli.core.instructions.grammar.reading import OpinionReader
from plancli.core.instructions.grammar.spotting import FieldStretch, Spotting, stretch_of
from plancli.core.instructions.grammar.unclear import UnclearError
from plancli.core.instructions.grammar.verdict import (
    Certainty,
    Doubt,
    Interpretation,
    Interpreted,
    WordRole,
)
from plancli.core.instructions.grammar.wording import EditWriting
from plancli.core.intake.pasted import pasted
from plancli.core.intake.pointing import cited_spots, cites_of
from plancli.core.intake.reading import Spoken, read
from plancli.core.locate.anchors import Anchor, Why
from plancli.core.locate.everywhere import list_places
from plancli.core.merge.compose import compose
from plancli.core.merge.place import place
from plancli.core.merge.words import changes_between, merge
from plancli.core.text.matchkey import same_words

MOST = 9
"""So many proposals are made for one opinion: one more would be found faster by typing it."""
_TRIES = 60
"""So many readings are tried for one opinion, whatever it says: it ends in bounded time."""


class WhyAsked(NamedTuple):
    """Why a proposal is for a person, and the words that it is about.

    `real` are the draft's own words where the quoted ones differ from them.
    """

    why: Doubt | Why
    quote: str = ""
    real: str = ""


class Proposal(NamedTuple):
    """Edits that an opinion may ask for; `left` are words of it that ask for something else, or may."""

    edits: tuple[Edit, ...]
    asked: tuple[WhyAsked, ...] = ()
    left: tuple[str, ...] = ()


def proposals_of(said: Spoken, reader: OpinionReader) -> list[Proposal]:
    """Return what an opinion may ask for, what is likeliest first; each can be in the text."""
    found: dict[tuple[Edit, ...], Proposal] = {}
    for proposal in _possible(said, reader):
        if proposal.edits not in found and _stands(proposal.edits, said.at, reader):
            found[proposal.edits] = proposal
    single = [one for one in found.values() if not _holds_everywhere(one)]
    # who has many places before him wants all of them, or types the one that he means
    everywhere = [one for one in found.values() if _holds_everywhere(one)][: MOST // 2]
    return [*single[: MOST - len(everywhere)], *everywhere]


def _holds_everywhere(proposal: Proposal) -> bool:
    return any(isinstance(edit, Replace) and edit.everywhere for edit in proposal.edits)


def _possible(said: Spoken, reader: OpinionReader) -> Iterator[Proposal]:
    """Yield all that may be meant, tried or not, some of it twice."""
    understood = read(said, reader)
    # the row itself may have been read, and not its sentences
    by_row: list[Proposal] = []
    if said.wording and understood.edits:
        asked = () if understood.why is None else (WhyAsked(understood.why, understood.quote),)
        by_row.append(Proposal(understood.edits, asked))
    # to the letter it may leave a mark without words: what mends that is likelier, and comes first
    is_whole = understood.why is not Doubt.ILL_FORMED
    if is_whole:
        yield from by_row
    for reading, assumed in _Readings(said, reader).all():
        yield from _of_reading(said, reading, assumed, reader)
    for spot in cited_spots(said.at, reader.corpus):
        whole = pasted(said.opinion, spot)
        if whole is not None:
            yield Proposal((whole,), (WhyAsked(Doubt.NO_OLD),))
    if not is_whole:
        yield from by_row


# --- where quoted words may stand ---------------------------------------------------------------------------


class _Assumption(NamedTuple):
    """Where a quotation is assumed to stand, and why that has to be assumed."""

    there: FieldStretch
    asked: WhyAsked


_Assumptions = Mapping[str, _Assumption]


class _Readings:
    """Reads an opinion again and again, each time with other places of the words that have no one place."""

    def __init__(self, said: Spoken, reader: OpinionReader) -> None:
        self.said, self.reader = said, reader
        self.tries = 0

    def all(
        self, assumed: _Assumptions | None = None, hopeless: frozenset[str] = frozenset()
    ) -> Iterator[tuple[Interpretation, _Assumptions]]:
        """Yield readings in which all is assumed that can be; words with no place at all are `hopeless`."""
        assumed = assumed or {}
        self.tries += 1
        reading = self._read(assumed)
        open_part = _open_in(reading, hopeless)
        if open_part is None or self.tries > _TRIES:
            yield reading, assumed
            return
        quote = open_part.words
        places = self._places(open_part)
        for one in places:
            yield from self.all({**assumed, quote: one}, hopeless)
        if not places:
            yield from self.all(assumed, hopeless | {quote})

    def _read(self, assumed: _Assumptions) -> Interpretation:
        places = {quote: one.there for quote, one in assumed.items()}
        said = self.said
        if said.wording:
            return self.reader.in_fields(said.original, said.wording, cites_of(said.at), places)
        return self.reader.read(said.opinion, cites_of(said.at), places)

    def _places(self, part: Interpreted) -> list[_Assumption]:
        """Return where the words may stand of which a part says that they have no one place."""
        doubt = part.doubt or Doubt.NOT_THERE
        if isinstance(part.found, Anchor):
            there = stretch_of(part.found)
            return [] if there is None else [_Assumption(there, WhyAsked(doubt, part.words))]
        spotting = Spotting(self.reader.corpus)
        found: list[_Assumption] = []
        for candidate in part.found.candidates if part.found else ():
            there = spotting.passage(candidate)
            if there is not None:
                real = spotting.text(there)[there.start : there.end]
                differs = not same_words(real, part.words)
                found.append(
                    _Assumption(there, WhyAsked(doubt, part.words, real if differs else ""))
                )
        return found


def _open_in(reading: Interpretation, hopeless: frozenset[str]) -> Interpreted | None:
    """Return the first part whose words have no one place, and for which nothing was assumed yet."""
    for part in reading.parts:
        if part.found is not None and part.words not in hopeless:
            return part
    return None


# --- what comes of a reading --------------------------------------------------------------------------------


def _of_reading(
    said: Spoken, reading: Interpretation, assumed: _Assumptions, reader: OpinionReader
) -> Iterator[Proposal]:
    """Yield the edits of a reading: all parts as they are likeliest, then each of them in other ways."""
    ways: list[list[tuple[Edit, ...]]] = []
    asked = [one.asked for one in assumed.values()]
    not_read = [span for span in reading.spans if span.role is WordRole.UNREAD]
    left = [said.opinion[span.start : span.end] for span in not_read]
    for part in reading.parts:
        if part.certainty is Certainty.NONE:
            continue
        if part.doubt is not None:
            asked.append(WhyAsked(part.doubt, part.words))
        own = _ways(part, assumed) if part.edits else _at_the_end(part, said.at, reader)
        if own:
            ways.append(own)
        elif not any(part.start <= span.start < part.end for span in not_read):
            left.append(said.opinion[part.start : part.end])
    for edits in _varied(ways):
        yield Proposal(edits, tuple(asked), tuple(left))


def _at_the_end(part: Interpreted, at: Cited, reader: OpinionReader) -> list[tuple[Edit, ...]]:
    """Return new words, of which nobody says where they go, at the end of each paragraph that is cited."""
    if part.doubt is not Doubt.NO_ANCHOR or not part.words:
        return []
    writing = EditWriting(Spotting(reader.corpus))
    found: list[tuple[Edit, ...]] = []
    for spot in cited_spots(at, reader.corpus):
        try:
            found.append((writing.appended(part.words, spot.paragraph.id),))
        except UnclearError as error:
            if error.edits:
                found.append(error.edits)
    return found


def _ways(part: Interpreted, assumed: _Assumptions) -> list[tuple[Edit, ...]]:
    """Return the edits that a part may mean, the likeliest first."""
    found = [part.edits, *part.others]
    for quote, one in assumed.items():
        if one.asked.real:
            found += _changed(part.edits, partial(_as_changed, quote, one.asked.real))
        elif one.asked.why is Doubt.SEVERAL:
            found += _changed(part.edits, partial(_everywhere, quote))
    if part.doubt is Doubt.EVERY_PLACE:
        found += _changed(part.edits, partial(_everywhere, ""))
    return found


def _changed(
    edits: tuple[Edit, ...], change: Callable[[Replace], Replace | None]
) -> Iterator[tuple[Edit, ...]]:
    """Yield edits with those replacements in another form that have one; nothing where none has."""
    found: list[Edit] = []
    for edit in edits:
        other = change(edit) if isinstance(edit, Replace) and not edit.everywhere else None
        found.append(other or edit)
    if tuple(found) != edits:
        yield tuple(found)


def _everywhere(quote: str, edit: Replace) -> Replace | None:
    """Return a replacement of a quotation, or of all that it replaces, that holds everywhere."""
    before, old, behind = edit.replace.partition(quote) if quote else ("", edit.replace, "")
    new = edit.wording.removeprefix(before).removesuffix(behind)
    if not old or len(before) + len(new) + len(behind) != len(edit.wording):
        return None
    return Replace.model_validate({"replace": old, "with": new, "everywhere": True})


def _as_changed(quote: str, real: str, edit: Replace) -> Replace | None:
    """Return a replacement in which only that changes which the unit changed in what it quoted wrongly."""
    if edit.replace != real:
        return None
    wanted = changes_between("unit", quote, edit.wording)
    merged = merge(quote, [*wanted, *changes_between("draft", quote, real)])
    if merged.conflicts or not merged.text:
        return None
    return edit.model_copy(update={"wording": merged.text})


def _varied(ways: Sequence[list[tuple[Edit, ...]]]) -> Iterator[tuple[Edit, ...]]:
    """Yield the first way of each part together, then one part after the other in its other ways."""
    first = [way[0] for way in ways]
    if first:
        yield _joined(first)
    for at, way in enumerate(ways):
        for other in way[1:]:
            yield _joined([*first[:at], other, *first[at + 1 :]])


def _stands(edits: tuple[Edit, ...], at: Cited, reader: OpinionReader) -> bool:
    """Whether edits can be placed where they are meant, change the draft, and can all be in the text."""
    listed = tuple(_listed(edit, reader) for edit in edits)
    placed = place(reader.corpus, "?", Patch.of(at, listed))
    if placed.obstacles or placed.refusals or not placed.changes(reader.corpus.outline):
        return False
    return not compose(reader.corpus.outline, [placed]).conflicts


def _listed(edit: Edit, reader: OpinionReader) -> Edit:
    """Return an edit with the places at which it holds, where it holds everywhere."""
    if isinstance(edit, Replace) and edit.everywhere and edit.places is None:
        return list_places(reader.corpus, edit, _SAYS_SO).edit
    return edit


_SAYS_SO = "says so"
"""Why a place is left out that has the new words already; it is tried with, and never written."""


def _joined(edits: Iterable[tuple[Edit, ...]]) -> tuple[Edit, ...]:
    return tuple(edit for some in edits for edit in some)
