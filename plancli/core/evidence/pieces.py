"""Words in pieces, each with who brought it in and who took it out; and how pieces are changed."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from plancli.core.merge.units import new_lead
from plancli.core.merge.words import Taken
from plancli.core.text.diff import splices
from plancli.core.text.marked import Op, Run
from plancli.core.text.order import interleaved

Authors = tuple[str, ...]
"""Ids of comments, or the drafting office; empty: the draft itself."""


class Piece(NamedTuple):
    """Words with who brought them in and who took them out; words that came and went have both."""

    text: str
    added: Authors = ()
    gone: Authors = ()

    @property
    def authors(self) -> Authors:
        """Everybody who changed something here."""
        return each_once((*self.added, *self.gone))


Asked = Callable[[str], Authors]
"""Who wanted a name to come, to go, or to stand elsewhere."""


def accepted(pieces: Iterable[Piece]) -> str:
    """Return the words with every change made."""
    return "".join(piece.text for piece in pieces if not piece.gone)


def rejected(pieces: Iterable[Piece]) -> str:
    """Return the words without any change: those of the draft."""
    return "".join(piece.text for piece in pieces if not piece.added)


def reworded(pieces: Sequence[Piece], wanted: str, by: Authors) -> list[Piece]:
    """Give what stands another wording, of which one author is the cause."""
    stands = accepted(pieces)
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
    """Split behind `size` characters that stand."""
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
        piece = next(rest)
        while piece.gone:  # what went before keeps its place
            found.append(piece)
            piece = next(rest)
        found.append(piece if op == "=" else piece._replace(gone=by(name)))
    return [*found, *rest]


def _told_apart(names: Sequence[str]) -> list[str]:
    """Return names with how often each stood before: a list by hand may name a unit twice."""
    return [f"{names[:at].count(name)} {name}" for at, name in enumerate(names)]


def separated(names: Iterable[Piece], comma: str) -> list[Piece]:
    """Put a comma between names; where it comes or goes it is by whom a name beside it does.

    It stands where two names of one state of the list have it between them, so that both states, accepted
    and rejected, are lists as they are printed.
    """
    found: list[Piece] = []
    drafted = planned = False  # whether a name of the draft's list, or the plan's, stands ahead
    came: Authors = ()
    went: Authors = ()
    for name in names:
        undone = bool(name.added and name.gone)
        if not undone:
            came, went = name.added or came, name.gone or went
        was = drafted and not name.added
        stands = planned and not name.gone
        if was and stands:
            found.append(Piece(comma))
        elif was:
            found.append(Piece(comma, gone=name.gone or went))
        elif stands:
            found.append(Piece(comma, added=name.added or came))
        elif found and (undone or not (drafted or planned)):
            found.append(Piece(comma, *(name if undone else found[-1])[1:]))
        found.append(name)
        drafted, planned = drafted or not name.added, planned or not name.gone
    return found


def runs(pieces: Iterable[Piece]) -> list[Run]:
    """Return what goes and what comes, neighbours joined; nothing of what came and went."""
    found: list[Run] = []
    for piece in pieces:
        if piece.added and piece.gone:
            continue
        op: Op = "+" if piece.added else "-" if piece.gone else "="
        if found and found[-1].op == op:
            found[-1] = Run(op, found[-1].text + piece.text)
        else:
            found.append(Run(op, piece.text))
    return found


def lead_authors(units: Sequence[Piece]) -> Authors:
    """Return who made another unit the lead; empty where the lead of the draft leads."""
    first = next((piece for piece in units if not piece.gone), None)
    if first and first.added:
        return first.added
    drafted = next((piece for piece in units if not piece.added), None)
    return drafted.gone if drafted else ()


def each_once(names: Iterable[str]) -> Authors:
    """Return names without repetitions, in their order."""
    return tuple(dict.fromkeys(names))
