"""The plain form read without a parser: the same values as the parser's, or none."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.store.yaml import emit, nodes
from plancli.store.yaml.scan import scan
from tests.conftest import ROOT

FILES = sorted([*(ROOT / "plan").rglob("*.yaml"), *(ROOT / "comments").rglob("*.yaml")])


def parsed(text: str) -> Any:
    try:
        return nodes.parsed("file", text)
    except Exception as error:
        return error


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_real_files_are_read_alike(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert scan(text) == parsed(text)


words = st.text(
    st.one_of(
        st.sampled_from("ab键1: -#,[]{}&*!|>'\"%@`=<~?\\.。:，\n"),
        st.characters(exclude_categories=["Cs", "Cc", "Co"]),
    ),
    max_size=8,
)
values = st.recursive(
    words,
    lambda inner: (
        st.lists(words, max_size=3)
        | st.lists(st.dictionaries(words, inner, max_size=3), max_size=3)
        | st.dictionaries(words, inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(words, values, min_size=1, max_size=4))
def test_what_plancli_writes_is_read_alike(value: dict[str, Any]) -> None:
    text = emit.document(value)
    assert scan(text) in (None, parsed(text))


lines = st.lists(
    st.sampled_from(
        [
            "键: 值", "键: |-", "  键: 值", "  句子。", "    句子。", "", "  ", "# 注", "  # 注", "- 键: 值",
            "- 值", "  - 键: 值", "  - {replace: 甲, with: 乙}", "键: [甲, 乙]", "键: [甲, [乙]]",
            "乙: {甲: 乙}", '丙: "甲"', "丁: '甲'", "丁: 甲: 乙", "戊: 甲 # 注", "己:", "  - ", "-", "键:值",
            "庚: -1", "辛: - 甲", "壬: {a: [甲, 乙], b: 丙}", "癸: {a: 甲, a: 乙}", "---", "...", "键: &a 值",
            "子: *a", "丑: !t 值", "寅: >", "卯: |", "辰: 甲  ", "巳:  甲", "- - 甲", "? 甲", "午: 12:30",
            "未: a:", "<<: 甲", "申: [甲,乙]",
        ]
    ),
    max_size=7,
)  # fmt: skip


@given(lines)
def test_any_lines_are_read_alike_or_left_to_the_parser(found: list[str]) -> None:
    text = "\n".join(found)
    scanned = scan(text)
    if scanned is not None:
        assert scanned == parsed(text)


def test_the_usual_files_need_no_parser() -> None:
    """What makes the scan worth its lines: nearly every file of the real plan is in the plain form."""
    assert sum(scan(path.read_text(encoding="utf-8")) is not None for path in FILES) > 0.9 * len(
        FILES
    )


@pytest.mark.parametrize("behind", ["\n    \n", "\n\n  # 甲\n", "\n \n   \n", "\n\n  乙\n"])
def test_a_block_that_goes_on_behind_a_blank_line_is_left_to_the_parser(behind: str) -> None:
    text = f"键: |-\n  句。\n{behind}"
    assert scan(text) in (None, parsed(text))


@pytest.mark.parametrize("line", ["丙: {delete: 够吗?是}", "丙: [甲?乙, 丁?]", f"{'k' * 1025}: 甲"])
def test_what_parsers_take_otherwise_is_left_to_them(line: str) -> None:
    assert scan(f"甲: 乙\n{line}\n") is None
