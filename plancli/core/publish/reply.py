"""What a letter to a unit says of the plan: the lines that came or went because of its comments."""

from collections.abc import Container, Iterable

from plancli.core.comments.pointers import answering
from plancli.core.comments.status import Status
from plancli.core.evidence.attribution import moved
from plancli.core.evidence.redline import Line
from plancli.core.publish.table import UnitRows
from plancli.core.rounds.round import Round


def whole_lines(round_: Round, lines: Iterable[Line]) -> dict[str, list[Line]]:
    """Return the lines of a redline that came or went as a whole, by the comments that are the cause.

    Of what moved only the part itself is there, without what it holds, and only for those who moved it.
    """
    found: dict[str, list[Line]] = {}
    parts = moved(round_)
    for line in lines:
        for by in (*line.added, *line.gone):
            if _is_cause(round_, by, line, parts):
                found.setdefault(by, []).append(line)
    return found


def without_decision(round_: Round, unit: UnitRows) -> list[str]:
    """Return what is to be decided before a unit can have a letter, by id: its comments and points.

    Of one that was joined to another that other one is to be decided.
    """
    found: dict[str, None] = {}
    for row in unit.rows:
        for part in row.parts:
            for answer in answering(round_.current, part, {}):
                if answer.decision.status is Status.PENDING:
                    found[answer.id] = None
    return list(found)


def _is_cause(round_: Round, by: str, line: Line, parts: Container[str]) -> bool:
    """Whether an author of a line that came or went did that to it, and not to what holds it.

    `parts` are the keys of all that moved.
    """
    draft = round_.workspace.draft
    plan = round_.plan
    stayed = draft.knows(line.key) and plan.knows(line.key)
    # What stands in one of the two only came or went: whoever is its author is the cause.
    if not stayed:
        return True
    # It stands in both, so it moved: by itself, or with what holds it.
    return line.key in parts and _moves(round_, by, line.key)


def _moves(round_: Round, name: str, key: str) -> bool:
    """Whether a comment, or one that answers it, moved a part itself."""
    names = {name}
    # A joint wording moves for those that it settles: their letters show it, too.
    comment = round_.current.get(name)
    if comment is not None:
        for answer in round_.answers(comment):
            names.add(answer.id)
    return not names.isdisjoint(round_.workspace.causes.movers((key,)))
