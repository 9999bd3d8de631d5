"""How many places a reply says it changed."""

import pytest

from plancli.core.instructions.tallies import Doing, tallies_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("共修改3处。", [(Doing.ANY, 3)]),
        ("修改了两处,另有说明。", [(Doing.ANY, 2)]),
        ("共3处。", [(Doing.ANY, 3)]),
        ("3处内容已调整。", [(Doing.ANY, 3)]),
        ("删除2处,增加一处。", [(Doing.DELETED, 2), (Doing.INSERTED, 1)]),
        ("新增停车场3处。", []),
        ("增加3处停车场。", []),
        ("“共修改3处”有误。", []),
        ("采纳3条意见。", []),
        ("已修改(3处)。", [(Doing.ANY, 3)]),
        ("修改3个地方。", [(Doing.ANY, 3)]),
    ],
)
def test_places_are_counted(text: str, found: list[tuple[Doing, int]]) -> None:
    assert [(tally.doing, tally.number) for tally in tallies_in(text)] == found
