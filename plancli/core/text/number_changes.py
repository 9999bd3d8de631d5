"""What a change of a number leaves of it: its unit, and the sign behind it."""

from plancli.core.text.atoms import atoms, number_with_unit
from plancli.core.text.diff import Splice, as_splices
from plancli.core.text.marked import Run
from plancli.core.text.script import as_runs, by_pieces


def inside_numbers(change: Splice, old: str) -> list[Splice]:
    """Return a change of `old` without what stays inside the numbers that it changes as a whole.

    290处 → 6653处 changes 290, and so does 290处 → 若干处; 2025年6月 → 2025年9月 changes 6. A number itself
    stays one: of 63 → 65 nothing stays, as of 290 → 6653. Nor does a unit elsewhere: 290处 → 处理.
    """
    gone, come = _torn(old[change.start : change.end]), _torn(change.text)
    while gone and come and _plain(gone[-1]) == _plain(come[-1]):
        gone.pop()
        come.pop()
    runs = [Run(op, _plain(text)) for op, text in by_pieces(gone, come)]
    return as_splices(as_runs(runs), change.start)


_OF_NUMBER = "\x00"
"""Stands behind the pieces of a number, and in no text."""


def _torn(text: str) -> list[str]:
    """Return the atoms of a text; those that are numbers in their pieces, each of them marked."""
    found: list[str] = []
    for atom in atoms(text):
        pieces = number_with_unit(atom)
        found += [f"{piece}{_OF_NUMBER}" for piece in pieces] or [atom]
    return found


def _plain(piece: str) -> str:
    return piece.replace(_OF_NUMBER, "")
