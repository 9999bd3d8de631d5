"""Marks that come in pairs, and what only looks like one of them."""

import pytest

from plancli.core.check.text.pairs import unpaired
from tests.core.check.text.flaws import grows, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("打造“一张图”,实现“一网(通)办”。", []),
        ("“依托“皖事通”APP,开放服务。”", []),
        ("打造“一张图,共享。", ["“"]),
        ("打造一张图”,共享。", ["”"]),
        ("(一)建设;1)推进;a)落实。", []),
        ("建设(平台。", ["("]),
        ("（建设)平台", []),
        ("《规划〉", ["《", "〉"]),
        ("“甲(乙”丙", ["("]),
        ('城市"大脑"', []),
        ('城市"大脑', ['"']),
        ("the city’s plan", []),
        ("the units’ opinions of all units’.", []),
        ("units’平台,APP’平台", ["’", "’"]),
        ("东经116°30’15”、北纬31°44’20.5”", []),
        ("“东经116°30’15”、北纬31°44’20”的地区”", []),
        ("东经116°30'15\"", []),
        ("43”电视、7.9”平板", []),
        ("9’12.3456”处", []),
        ("打造“43”电视", []),
        ("到2025”,服务12345”", ["”", "”"]),
        ("打造“43电视", ["“"]),
        ("包括1)建设,步骤1)、步骤2)和步骤３）", []),
        ("平台2)、平台1)、平台3)", [")", ")"]),
        ("平台5),到2025),平台A1),1.1),2—1)", [")"] * 5),
        ("(步骤1)2)", []),
        ("建设。十二三)推进;abc)落实", []),
        ("建设。一十二三)推进", [")"]),
    ],
)
def test_pairs(text: str, found: list[str]) -> None:
    assert sorted(words(unpaired(text))) == sorted(found)


@pytest.mark.parametrize("piece", ["1)", "2)", "a)", ")", "”", "1”", "30’", "s’ ", "(", "1"])
def test_what_has_no_partner_grows_with_a_line(piece: str) -> None:
    assert grows(lambda times: len(list(unpaired(piece * times))), 20_000)
