"""Words in pieces, each with who brought it in and who took it out; and how pieces are changed."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from plancli.core.merge.units import new_lead
from plancli.core.merge.words import Taken
from plancli.core.text.diff import splices
from plancli.core.text.marked import Op, Run
from plancli.core.text.order import interleaved
from plancli.core.text.words import Portion, widened

Authors = tuple[str, ...]
"""Ids of comments, or the drafting office; empty: the draft itself."""


class Piece(NamedTuple):
    """Words with who brought them in and who took them out; words that came and went have both."""

    text: str
    added: Authors = ()
    gone: Authors = ()

    @property
    def undone(self) -> bool:
        """Whether it came and went.

        Neither draft nor plan has it.
        """
        return bool(self.added and self.gone)

    @property
    def authors(self) -> Authors:
        """Everybody who changed something here."""
        return each_once((*self.added, *self.gone))


Asked = Callable[[str], Authors]
"""Who wanted a name to come, to go, or to stand elsewhere."""


def accepted(pieces: Iterable[Piece]) -> str:
    """Return the words with every change made.

    Of all pieces of a field these are the words of the plan.
    """
    return "".join(piece.text for piece in pieces if not piece.gone)


def rejected(pieces: Iterable[Piece]) -> str:
    """Return the words without any change.

    Of all pieces of a field these are the words of the draft.
    """
    return "".join(piece.text for piece in pieces if not piece.added)


def in_whole_words(pieces: Iterable[Piece]) -> list[Piece]:
    """Let changes begin and end where words, numbers and names of units do, to be read.

    The rest of a word that an author cuts goes and comes with his change. Accepted and rejected the pieces
    give the same words as before.
    """
    portions: list[Portion[Piece]] = []
    for piece in pieces:
        old = "" if piece.added else piece.text
        new = "" if piece.gone else piece.text
        portions.append(Portion(old, new, piece if piece.authors else None))
    found: list[Piece] = []
    for old, new, change in widened(portions, lambda piece: piece.authors):
        if change is None:
            found.append(Piece(old))
        elif change.undone:  # neither text has it: it stays where it is
            found.append(change)
        else:
            by = change.authors
            changed = Piece(old, gone=by), Piece(new, added=by)
            found += [piece for piece in changed if piece.text]
    return found


def reworded(pieces: Sequence[Piece], wanted: str, by: Authors) -> list[Piece]:
    """Give what stands another wording, of which one author is the cause.

    Only what differs is laid over; what went before keeps its place.
    """
    stands = accepted(pieces)
    # most fields of a plan never change: they are not compared
    if stands == wanted:
        return list(pieces)
    return overlaid(pieces, [Taken(*splice, by) for splice in splices(stands, wanted)])


def overlaid(pieces: Sequence[Piece], taken: Iterable[Taken]) -> list[Piece]:
    """Put changes of what stands, given by its characters, over it."""
    found: list[Piece] = []
    rest, at = list(pieces), 0
    for start, end, text, by in taken:
        kept, rest = _split(rest, start - at)
        cut, rest = _split(rest, end - start)
        found += kept
        for piece in cut:
            found.append(piece if piece.gone else piece._replace(gone=by))
        if text:
            found.append(Piece(text, added=by))
        at = end
    return found + rest


def _split(pieces: list[Piece], size: int) -> tuple[list[Piece], list[Piece]]:
    """Split behind `size` characters that stand.

    What is gone takes no room; behind the last character it goes to the second part.
    """
    for at, piece in enumerate(pieces):
        if size <= 0:
            return pieces[:at], pieces[at:]
        if piece.gone:
            continue
        if size < len(piece.text):
            head = piece._replace(text=piece.text[:size])
            tail = piece._replace(text=piece.text[size:])
            return [*pieces[:at], head], [tail, *pieces[at + 1 :]]
        size -= len(piece.text)
    return pieces, []


# --- lists of names: each piece is one name -----------------------------------------------------------------


def relisted(pieces: Sequence[Piece], wanted: Sequence[str], by: Asked) -> list[Piece]:
    """Give the names that stand another order, and let names come and go.

    As few names as possible move; but who is put first surely does, since that is what matters most.
    """
    stands = [piece.text for piece in pieces if not piece.gone]
    if tuple(stands) == tuple(wanted):
        return list(pieces)
    found: list[Piece] = []
    rest = iter(pieces)
    moved = _told_apart(wanted)[:1] if new_lead(stands, wanted) else []
    for op, numbered in interleaved(_told_apart(stands), _told_apart(wanted), moved):
        name = numbered.partition(" ")[2]
        if op == "+":
            found.append(Piece(name, added=by(name)))
            continue
        # the names that stand follow each other in `rest` as they do in `stands`
        piece = next(rest)
        while piece.gone:  # what went before keeps its place
            found.append(piece)
            piece = next(rest)
        found.append(piece if op == "=" else piece._replace(gone=by(name)))
    return [*found, *rest]


def _told_apart(names: Sequence[str]) -> list[str]:
    """Return names with how often each stood before: a list by hand may name a unit twice."""
    found: list[str] = []
    for at, name in enumerate(names):
        found.append(f"{names[:at].count(name)} {name}")
    return found


def separated(names: Sequence[Piece], comma: str) -> list[Piece]:
    """Put a comma before each name but the first of each state, by whom it came or went there.

    Accepted and rejected, both states are lists as they are printed.
    """
    found: list[Piece] = []
    for at, name in enumerate(names):
        if at:
            found += _comma(names[:at], name, comma)
        found.append(name)
    return found


def _comma(ahead: Sequence[Piece], name: Piece, comma: str) -> list[Piece]:
    """Return the comma before a name; nothing where it is the first one of its state.

    It stands in the old list if a name is ahead there, and in the new list likewise.
    """
    drafted = [piece for piece in ahead if not piece.added]
    planned = [piece for piece in ahead if not piece.gone]
    # neither state has a comma for what came and went: it came and went, too
    if name.undone:
        return [name._replace(text=comma)]
    if not drafted and not planned:
        return [ahead[-1]._replace(text=comma)]
    return _standing(name, _behind(drafted, name.added), _behind(planned, name.gone), comma)


def _standing(name: Piece, went: list[Piece], came: list[Piece], comma: str) -> list[Piece]:
    """Return the comma between a name and what stands ahead of it in the draft and in the plan."""
    if went and came:
        return [Piece(comma)]
    if went:
        return [Piece(comma, gone=name.gone or went[-1].gone)]
    if came:
        return [Piece(comma, added=name.added or came[-1].added)]
    return []


def _behind(ahead: list[Piece], elsewhere: Authors) -> list[Piece]:
    """Return what stands ahead of a name in one state; nothing where the name is not in that state.

    A name that stays has a comma in one state only where all that stood ahead of it went, or all came: then
    the comma is by whom the last of them did.
    """
    if elsewhere:
        return []
    return ahead


def runs(pieces: Iterable[Piece]) -> list[Run]:
    """Return what stays, goes and comes, neighbours joined; nothing of what came and went.

    By whom is left out.
    """
    found: list[Run] = []
    for piece in pieces:
        if piece.undone:
            continue
        run = Run(_op(piece), piece.text)
        if found and found[-1].op == run.op:
            run = Run(run.op, found.pop().text + run.text)
        found.append(run)
    return found


def _op(piece: Piece) -> Op:
    """Return whether a piece stays, goes or comes.

    Not of one that is undone.
    """
    if piece.added:
        return "+"
    if piece.gone:
        return "-"
    return "="


def lead_authors(units: Iterable[Piece]) -> Authors:
    """Return who made another unit the lead; empty where the lead of the draft leads.

    Whoever put a unit first, else who took out the one that was, so that the next moved up.
    """
    took: Authors = ()
    for name in units:
        if name.undone:
            continue
        if name.added:
            return name.added
        if not name.gone:
            return took
        took = took or name.gone
    return took


def each_once(names: Iterable[str]) -> Authors:
    """Return names without repetitions, in the order in which they come first."""
    return tuple(dict.fromkeys(names))
