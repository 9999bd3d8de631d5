"""What a letter to a unit says of the plan: the lines that came or went because of its comments."""

from collections.abc import Iterable

from plancli.core.evidence.attribution import moved
from plancli.core.evidence.redline import Line
from plancli.core.rounds.round import Round


def whole_lines(round_: Round, lines: Iterable[Line]) -> dict[str, list[Line]]:
    """Return the lines of a redline that came or went as a whole, by the comments that are the cause.

    Of what moved only the part itself is there, without what it holds, and only for those who moved it.
    """
    found: dict[str, list[Line]] = {}
    parts = moved(round_)
    for line in lines:
        authors = (*line.added, *line.gone)
        if _stands_in_both(round_, line):
            authors = tuple(
                by for by in authors if line.key in parts and _moves(round_, by, line.key)
            )
        for by in authors:
            found.setdefault(by, []).append(line)
    return found


def _moves(round_: Round, name: str, key: str) -> bool:
    """Whether a comment, or one that answers it, moved a part itself and not only what holds it."""
    comment = round_.current.get(name)
    names = {name, *(answer.id for answer in round_.answers(comment))} if comment else {name}
    moves = (moving for placed in round_.workspace.recorded_places for moving in placed.moves)
    return any(moving.by in names and moving.key == key for moving in moves)


def _stands_in_both(round_: Round, line: Line) -> bool:
    return all(outline.knows(line.key) for outline in (round_.workspace.draft, round_.plan))
