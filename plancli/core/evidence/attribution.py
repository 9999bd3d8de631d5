"""Who wrote what in one round: the draft, a comment, or the drafting office. Nothing else says so.

Of every title and paragraph there are the pieces of which it is made, each with who brought it in and who
took it out. What is shown, printed or counted by author is taken from these.
"""

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from plancli.core.evidence.pieces import (
    Asked,
    Authors,
    Piece,
    each_once,
    overlaid,
    relisted,
    reworded,
)
from plancli.core.merge.compose import FieldKey
from plancli.core.merge.meeting import NUMBERING, OFFICE
from plancli.core.merge.words import Taken
from plancli.core.plan.model import Paragraph
from plancli.core.plan.outline import TITLE, Outline
from plancli.core.rounds.round import Round


class Pieces(NamedTuple):
    """A title (only `heading`) or paragraph in pieces; of units each piece is one whole name, in their order.

    A name that moves in its list goes at its old place and comes at its new one: the first one leads.
    """

    heading: tuple[Piece, ...] = ()
    text: tuple[Piece, ...] = ()
    units: tuple[Piece, ...] = ()

    def field(self, name: str) -> tuple[Piece, ...]:
        """Return the pieces of one field by its name."""
        match name:
            case "units":
                return self.units
            case "text":
                return self.text
            case _:  # a heading, or the title
                return self.heading


Thing_co = TypeVar("Thing_co", covariant=True)


class States(NamedTuple, Generic[Thing_co]):
    """One thing in the draft, with the recorded comments in it, and as the office has it now."""

    draft: Thing_co
    expected: Thing_co
    plan: Thing_co


def pieces_of(round_: Round, key: str) -> Pieces:
    """Return who wrote what of a paragraph, or of the title of a section or column."""
    for outline in (round_.plan, round_.expected, round_.workspace.draft):
        if key in outline.titles:
            return title_pieces(round_, key)
    return paragraph_pieces(round_, key)


def paragraph_pieces(round_: Round, key: str) -> Pieces:
    """Return who wrote what of a paragraph of draft or plan, wherever it stands.

    A field that no state has is empty; so are all fields of a paragraph that nobody knows.
    """
    parts = States(
        _paragraph(round_.workspace.draft, key),
        _paragraph(round_.expected, key),
        _paragraph(round_.plan, key),
    )
    heading = _words(round_, key, "heading", parts)
    text = _words(round_, key, "text", parts)
    units = _names(round_, key, parts)
    return Pieces(
        _credited(round_, heading),
        _credited(round_, text),
        _credited(round_, units),
    )


def title_pieces(round_: Round, key: str) -> Pieces:
    """Return who wrote what of the title of a section or column."""
    titles = (
        round_.workspace.draft.titles.get(key),
        round_.expected.titles.get(key),
        round_.plan.titles.get(key),
    )
    stands = States(*(title is not None for title in titles))
    words = States(*(title or "" for title in titles))
    return Pieces(_credited(round_, _written(round_, (key, TITLE), words, stands)))


def _paragraph(outline: Outline, key: str) -> Paragraph | None:
    """Return a paragraph as one state has it."""
    spot = outline.spots.get(key)
    return spot.paragraph if spot else None


def _known(parts: States[Paragraph | None]) -> States[bool]:
    """Return in which states a paragraph stands."""
    return States(
        parts.draft is not None,
        parts.expected is not None,
        parts.plan is not None,
    )


# --- words ----------------------------------------------------------------------------------------------


def _words(round_: Round, key: str, field: str, parts: States[Paragraph | None]) -> list[Piece]:
    """Return a heading or text in pieces."""
    words = States(*(str(getattr(part, field, "")) for part in parts))
    return _written(round_, (key, field), words, _known(parts))


def _written(
    round_: Round, field: FieldKey, words: States[str], stands: States[bool]
) -> list[Piece]:
    """Return a heading, text or title in pieces.

    What the comments changed is known from the merge, to the character; what the office changed since is
    what differs from that, and what was renumbered is what differs from both.
    """
    merged = round_.workspace.before.merges.get(field)
    taken = merged.taken if merged else []
    start = _start(round_, field[0], words, stands, taken)
    found = reworded(start, words.plan, (OFFICE,))
    if not stands.plan:
        return found
    return reworded(found, round_.paper.words(*field), (NUMBERING,))


def _start(
    round_: Round,
    key: str,
    words: States[str],
    stands: States[bool],
    taken: Sequence[Taken],
) -> list[Piece]:
    """Return words with what the comments did to them, before the office changed any.

    A part that a comment added or removed is its own as a whole.
    """
    whole = _whole(round_, key, stands)
    if whole:
        found = [Piece(words.draft, gone=whole), Piece(words.expected, added=whole)]
        return [piece for piece in found if piece.text]
    drafted = [Piece(words.draft)] if words.draft else []
    # merged words are stripped of blanks at their ends; that, too, comes of the comments
    authors = each_once(by for one in taken for by in one.by)
    return reworded(overlaid(drafted, taken), words.expected, authors or (OFFICE,))


def _whole(round_: Round, key: str, stands: States[bool]) -> Authors:
    """Return the comments that added or removed a part as a whole.

    Empty where none did: the part stands before and after the comments, or in neither state.
    """
    if stands.expected and not stands.draft:
        return adders(round_, key)
    if stands.draft and not stands.expected:
        return removers(round_, key)
    return ()


# --- responsible units ------------------------------------------------------------------------------------


def _names(round_: Round, key: str, parts: States[Paragraph | None]) -> list[Piece]:
    """Return a list of responsible units in pieces, one for each name.

    A list that a comment brought or took with its paragraph is that comment's name by name.
    """
    draft, expected, plan = (_units(part) for part in parts)
    pieces = [Piece(name) for name in draft]
    whole = _whole(round_, key, _known(parts))
    if whole:
        pieces = relisted(pieces, expected, lambda _name: whole)
    elif draft != expected:
        asked = _askers(round_, key, set(draft) & set(expected))
        pieces = relisted(pieces, expected, asked)
    return relisted(pieces, plan, lambda _name: (OFFICE,))


def _units(paragraph: Paragraph | None) -> tuple[str, ...]:
    """Return the responsible units of a paragraph; none where it has none, or is none."""
    if paragraph is None:
        return ()
    return paragraph.units or ()


def _askers(round_: Round, key: str, staying: set[str]) -> Asked:
    """Return who of the comments is the cause of each change of a list.

    `staying` are the names that are in it before and after: where one of them is changed, it moves.
    """
    changes = round_.workspace.causes.units(key)

    def asked(name: str) -> Authors:
        if name in staying:
            # who only wanted it in the list did not ask for its place: a whole list does
            wanted = [change for change in changes if change.whole is not None]
        else:
            wanted = [change for change in changes if name in (*change.added, *change.removed)]
        return each_once(change.by for change in wanted or changes) or (OFFICE,)

    return asked


# --- those who share a change -----------------------------------------------------------------------------


def _credited(round_: Round, pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return pieces in which each author stands with the comments that it answers."""
    found: list[Piece] = []
    for piece in pieces:
        added = credited(round_, piece.added)
        gone = credited(round_, piece.gone)
        found.append(Piece(piece.text, added, gone))
    return tuple(found)


def credited(round_: Round, by: Authors) -> Authors:
    """Return authors, each with the adopted comments that it answers.

    A change is also that of the comments that were joined to its own, or are settled by it.
    """
    if not by:
        return by
    found: list[str] = []
    for author in by:
        found += (author, *round_.answered.get(author, ()))
    return each_once(found)


# --- whole parts --------------------------------------------------------------------------------------------


def bringers(round_: Round, key: str, stands: States[bool]) -> Authors:
    """Return who brought a part to where the plan has it: moved it there, or added it."""
    by: Authors = ()
    if stands.draft:
        by = movers(round_, key)
    elif stands.expected:
        by = adders(round_, key)
    return credited(round_, by or (OFFICE,))


def takers(round_: Round, key: str, stands: States[bool]) -> Authors:
    """Return who took a part from where the draft has it: moved it away, or removed it."""
    by: Authors = ()
    if stands.plan:
        by = movers(round_, key)
    elif not stands.expected:
        by = removers(round_, key)
    return credited(round_, by or (OFFICE,))


def adders(round_: Round, key: str) -> Authors:
    """Return the comments that added a part, or what holds it."""
    return each_once(round_.workspace.causes.adders(key))


def removers(round_: Round, key: str) -> Authors:
    """Return the comments that removed a part, or what holds it."""
    above = {key, *round_.workspace.draft.ancestry(key)}
    above &= round_.workspace.before.structure.removed
    return each_once(round_.workspace.causes.removers(above))


def movers(round_: Round, key: str) -> Authors:
    """Return the comments that moved a part, or what holds it."""
    above = {key, *round_.workspace.draft.ancestry(key)}
    return each_once(round_.workspace.causes.movers(above))


def moved(round_: Round) -> set[str]:
    """Return the parts that comments moved, without those that stand where they stood."""
    draft, plan = round_.workspace.draft, round_.plan
    found: set[str] = set()
    for moving in round_.workspace.before.structure.moves:
        key = moving.key
        if plan.knows(key) and _ahead(draft, plan, key) != _ahead(plan, draft, key):
            found.add(key)
    return found


def _ahead(outline: Outline, other: Outline, key: str) -> tuple[str, set[str]]:
    """Return the list in which a part stands, and what of both outlines stands there before it.

    What only one of them has there has come or gone: it makes no other place of what stands behind it.
    """
    container = outline.container(key)
    ahead: set[str] = set()
    for name in outline.children(container):
        if name == key:
            break
        if other.knows(name) and other.container(name) == container:
            ahead.add(name)
    return container, ahead
