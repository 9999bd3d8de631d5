"""What a text refers to in its own plan, and what only looks like a reference."""

import time

import pytest

from plancli.core.mentions import mentions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("见专栏9。", ["专栏9"]),
        ("见专栏１５。", ["专栏１５"]),
        ("见专栏一百零一。", ["专栏一百零一"]),
        ("见专栏1、9。", ["专栏1", "专栏9"]),
        ("见专栏1和9所列项目", ["专栏1", "专栏9"]),
        ("专栏1—9", ["专栏1", "专栏9"]),
        ("专栏一、九中", ["专栏一", "专栏九"]),
        ("专栏1、2个项目", ["专栏1"]),
        ("专栏1、50所学校", ["专栏1"]),
        ("专栏1,9月底前完成;专栏1—9月", ["专栏1", "专栏1"]),
        ("专栏1和2025年", ["专栏1"]),
        ("专栏1、5G基站", ["专栏1"]),
        ("设专栏10个,专栏12期", []),
        ("第1、9项工程", ["第1项", "第9项"]),
        ("第1至第9项任务", ["第1项", "第9项"]),
        ("第一、九章", ["第一章", "第九章"]),
        ("第百章", []),
        ("详见第9项。", ["第9项"]),
        ("见第9项指标", []),
        ("意见第9项。", []),
        ("见工程9。", ["工程9"]),
        ("工程99%完工,网格工程9个", []),
    ],
)
def test_references_are_read(text: str, found: list[str]) -> None:
    assert [mention.words for mention in mentions(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("国家“十四五”规划纲要第十二章", []),
        ("省规划纲要专栏12", []),
        ("省规划第十二章、第十三章和专栏5", []),
        ("省规划第十二章,详见第十三章", ["第十三章"]),
        ("国务院关于加快建设的意见第九章", []),
        ("全省发展规划第九章", []),
        ("《条例》第九章,按办法第三章", []),
        ("见附件3专栏9", []),
        ("本规划第九章", ["第九章"]),
        ("本纲要专栏9", ["专栏9"]),
        ("本实施方案第9项。第九章", ["第九章"]),
        ("《条例》和本规划第九章", ["第九章"]),
        ("按照规划第九章", ["第九章"]),
    ],
)
def test_other_documents_are_left_out(text: str, found: list[str]) -> None:
    assert [mention.words for mention in mentions(text)] == found


def test_a_mention_says_where_its_number_stands() -> None:
    one, other = mentions("见专栏1、19。")
    assert [(mention.kind, mention.value, mention.offset) for mention in (one, other)] == [
        ("column", 1, 1),
        ("column", 19, 5),
    ]


@pytest.mark.parametrize(
    "piece", ["第1、第1、", "专栏1、", "专栏1- ", "见第1、1、", "1", " ", "第", "规划", "十"]
)
def test_long_lines_are_read_at_once(piece: str) -> None:
    start = time.process_time()
    list(mentions("专栏1" + piece * (10_000 // len(piece))))
    assert time.process_time() - start < 1
