"""Who wrote what in one round: the draft, a comment, or the drafting office. Nothing else says so.

Of every title and paragraph there are the pieces of which it is made, each with who brought it in and who
took it out. What is shown, printed or counted by author is taken from these.
"""

from collections.abc import Iterable, Mapping, Sequence
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
from plancli.core.merge.meeting import OFFICE
from plancli.core.merge.words import Taken
from plancli.core.plan.model import Paragraph
from plancli.core.plan.outline import Outline
from plancli.core.rounds.round import Round


class Pieces(NamedTuple):
    """A title (only `heading`) or paragraph in pieces; of units each piece is one whole name, in their order.

    A name that moves in its list goes at its old place and comes at its new one: the first one leads.
    """

    heading: tuple[Piece, ...] = ()
    text: tuple[Piece, ...] = ()
    units: tuple[Piece, ...] = ()


Thing_co = TypeVar("Thing_co", covariant=True)


class States(NamedTuple, Generic[Thing_co]):
    """One thing in the draft, with the recorded comments in it, and as the office has it now."""

    draft: Thing_co
    expected: Thing_co
    plan: Thing_co


def paragraph_pieces(round_: Round, key: str) -> Pieces:
    """Return who wrote what of a paragraph of draft or plan, wherever it stands."""
    states = States(*(_paragraph(outline, key) for outline in _outlines(round_)))
    heading, text = (_words(round_, key, field, states) for field in ("heading", "text"))
    units = _names(round_, key, states)
    return Pieces(*(_credited(round_, pieces) for pieces in (heading, text, units)))


def title_pieces(round_: Round, key: str) -> Pieces:
    """Return who wrote what of the title of a section or column."""
    states = States(*(_title(outline, key) for outline in _outlines(round_)))
    start = _start(round_, key, States(*(title or "" for title in states)), known(states))
    return Pieces(_credited(round_, reworded(start, states.plan or "", (OFFICE,))))


def _outlines(round_: Round) -> States[Outline]:
    return States(round_.workspace.draft, round_.expected, round_.plan)


def known(parts: States[object | None]) -> States[bool]:
    """Return in which states there is something."""
    return States(*(part is not None for part in parts))


def _paragraph(outline: Outline, key: str) -> Paragraph | None:
    spot = outline.spots.get(key)
    return spot.paragraph if spot else None


def _title(outline: Outline, key: str) -> str | None:
    if key in outline.sections:
        return outline.sections[key].title
    return outline.columns[key].title if key in outline.columns else None


# --- words ----------------------------------------------------------------------------------------------


def _words(round_: Round, key: str, field: str, states: States[Paragraph | None]) -> list[Piece]:
    """Return a heading or text in pieces."""
    words = States(*(str(getattr(part, field)) if part else "" for part in states))
    merged = round_.workspace.before.merges.get((key, field))
    start = _start(round_, key, words, known(states), merged.taken if merged else ())
    return reworded(start, words.plan, (OFFICE,))


def _start(
    round_: Round,
    key: str,
    words: States[str],
    stands: States[bool],
    taken: Sequence[Taken] = (),
) -> list[Piece]:
    """Return words with what the comments did to them, before the office changed any.

    A part that a comment added or removed is its own as a whole.
    """
    if whole := _whole(round_, key, stands):
        drafted = [Piece(words.draft, gone=whole)] if words.draft else []
        return drafted + ([Piece(words.expected, added=whole)] if words.expected else [])
    pieces = overlaid([Piece(words.draft)] if words.draft else [], taken)
    # merged words are stripped of blanks at their ends; that, too, comes of the comments
    authors = each_once(by for one in taken for by in one.by) or (OFFICE,)
    return reworded(pieces, words.expected, authors)


def _whole(round_: Round, key: str, stands: States[bool]) -> Authors:
    """Return the comments that added or removed a part as a whole; empty where none did."""
    if stands.expected and not stands.draft:
        return adders(round_, key)
    if stands.draft and not stands.expected:
        return removers(round_, key)
    return ()


# --- responsible units ------------------------------------------------------------------------------------


def _names(round_: Round, key: str, parts: States[Paragraph | None]) -> list[Piece]:
    """Return a list of responsible units in pieces, one for each name."""
    units = States(*(part.units or () if part else () for part in parts))
    pieces = [Piece(name) for name in units.draft]
    if whole := _whole(round_, key, known(parts)):
        pieces = relisted(pieces, units.expected, lambda _name: whole)
    elif units.draft != units.expected:
        pieces = relisted(pieces, units.expected, _askers(round_, key, units))
    return relisted(pieces, units.plan, lambda _name: (OFFICE,))


def _askers(round_: Round, key: str, units: States[tuple[str, ...]]) -> Asked:
    """Return who of the comments is the cause of each change of a list."""
    changes = [
        change
        for placed in round_.workspace.recorded_places
        for change in placed.units
        if change.paragraph == key
    ]
    ordering = [change for change in changes if change.whole is not None]
    stays = set(units.draft) & set(units.expected)

    def asked(name: str) -> Authors:
        wanted = [change for change in changes if name in (*change.added, *change.removed)]
        if name in stays:  # it moves: who only wanted it in the list did not ask for that
            wanted = ordering
        return each_once(change.by for change in wanted or changes) or (OFFICE,)

    return asked


# --- those who share a change -----------------------------------------------------------------------------


def _credited(round_: Round, pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return pieces in which each author stands with the comments that it answers.

    A change is also that of what was joined to it, or is settled by it.
    """
    return tuple(
        Piece(piece.text, credited(round_, piece.added), credited(round_, piece.gone))
        if piece.added or piece.gone
        else piece
        for piece in pieces
    )


def credited(round_: Round, by: Authors) -> Authors:
    """Return authors, each with the adopted comments that it answers."""
    answered: Mapping[str, Sequence[str]] = round_.answered if by else {}
    return each_once(name for author in by for name in (author, *answered.get(author, ())))


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
    same = round_.workspace.before.structure.same
    added = [
        addition for placed in round_.workspace.recorded_places for addition in placed.additions
    ]
    kept = {a.key for a in added if key == a.key or key in a.holds}
    return each_once(a.by for a in added if same.get(a.key, a.key) in kept)


def removers(round_: Round, key: str) -> Authors:
    """Return the comments that removed a part, or what holds it."""
    above = {key, *round_.workspace.draft.ancestry(key)} & round_.workspace.before.structure.removed
    return each_once(
        removal.by
        for placed in round_.workspace.recorded_places
        for removal in placed.removals
        if removal.key in above
    )


def movers(round_: Round, key: str) -> Authors:
    """Return the comments that moved a part, or what holds it."""
    above = {key, *round_.workspace.draft.ancestry(key)}
    return each_once(
        moving.by
        for placed in round_.workspace.recorded_places
        for moving in placed.moves
        if moving.key in above
    )


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
    """Return the list in which a part stands, and what of both outlines stands there before it."""
    container = outline.container(key)
    listed = outline.children(container)
    ahead = listed[: listed.index(key)]
    return container, {
        name for name in ahead if other.knows(name) and other.container(name) == container
    }
