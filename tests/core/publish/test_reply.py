"""What a letter says of the plan: the lines that came or went because of the comments of its unit."""

import pytest

from plancli.core.comments.edits import Edit, Move, Remove
from plancli.core.evidence.redline import redline
from plancli.core.publish.reply import whole_lines
from plancli.core.rounds.round import Round
from tests.core.ferry import applied, comment

UP, DOWN = (
    Move.model_validate({"move": one, where: other})
    for one, where, other in (("1.2", "before", "1.1"), ("1.1", "after", "1.2"))
)


def shown(round_: Round) -> dict[str, list[str]]:
    """Return the keys of the lines that stand in the letter about each comment."""
    found = whole_lines(round_, redline(round_))
    return {by: [line.key for line in lines] for by, lines in found.items()}


@pytest.mark.parametrize("edit", [UP, Remove(remove="1.2")])
def test_who_moved_or_took_a_part_reads_of_it(edit: Edit) -> None:
    keys = set(shown(applied(comment("安监站-01", edit)))["安监站-01"])
    assert keys == {"1.2"}


def test_what_a_joint_wording_moved_stands_in_the_letters_of_all_that_it_settles() -> None:
    joint = comment("水运站-01", UP, status="修改后采纳", settles=("安监站-01",), adopted=(UP,))
    settled = comment("安监站-01", DOWN)
    found = shown(applied(joint, settled))
    assert set(found) == {"水运站-01", "安监站-01"}
    assert found["水运站-01"] == found["安监站-01"]
    assert set(found["水运站-01"]) == {"1.2"}
