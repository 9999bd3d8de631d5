"""What plancli writes, every reader understands as the same strings."""

from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from plancli.core.finding import Code, PlanError
from plancli.store.yaml import emit
from plancli.store.yaml.scan import STEERING
from plancli.store.yaml.strict import parse

AWKWARD = [
    "", "no", "Yes", "null", "~", "1", "010", "1_000", "0x1F", "1.5", ".5", "1e3", "12:30", "2020-10-01",
    "16-20", "- a", "a: b", "a:", "a #b", "#a", "[a]", "{a}", "a, b", "'a'", '"a"', "&a", "*a", "!a", "|",
    ">", "%a", "@a", "`a", " a", "a ", "?", "a\\nb", "17.1", "专栏15.1", "“引号”", "=", "<<", "\x85",
    "\u2028", "😀", "…",
]  # fmt: skip

words = st.one_of(
    st.sampled_from(AWKWARD),
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Co"]), max_size=20),
)
held = words.filter(lambda text: not STEERING.search(text))
"""Words that a file may hold; what may not is refused, also as an escape."""


def nested(leaves: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    return st.recursive(
        leaves,
        lambda inner: st.lists(leaves, max_size=4) | st.dictionaries(leaves, inner, max_size=4),
        max_leaves=12,
    )


values = nested(words)


def read_by_ruamel(text: str, version: tuple[int, int]) -> Any:
    yaml = YAML(typ="safe", pure=True)
    yaml.version = version
    return yaml.load(StringIO(text))


@given(st.dictionaries(words, values, min_size=1, max_size=5))
def test_documents_read_back_in_yaml_1_2_and_1_1(value: dict[str, Any]) -> None:
    text = emit.document(value)
    assert read_by_ruamel(text, (1, 2)) == value
    assert read_by_ruamel(text, (1, 1)) == value


@given(st.dictionaries(held, nested(held), min_size=1, max_size=5))
def test_documents_read_back_strictly(value: dict[str, Any]) -> None:
    assert parse("f.yaml", emit.document(value).encode()).data == value


@pytest.mark.parametrize("text", ["\x85", "\x1b[2J", "\x9b31m", "甲\r乙"])
def test_what_no_file_may_hold_is_written_as_an_escape_and_refused(text: str) -> None:
    with pytest.raises(PlanError) as caught:
        parse("f.yaml", emit.document({"a": text}).encode())
    assert caught.value.findings[0].code is Code.ODD_CHARACTER


@given(st.lists(held, max_size=6))
def test_flat_lists_read_back(value: list[str]) -> None:
    assert parse("f.yaml", f"a: {emit.names(value)}\n".encode()).data == {"a": value}


def test_a_text_stands_one_sentence_a_line() -> None:
    text = emit.document({"text": emit.running_text("推进建设。他说:“好。”完善机制!")})
    assert text == "text: |-\n  推进建设。\n  他说:“好。”\n  完善机制!\n"


def test_a_text_that_no_block_can_hold_is_quoted() -> None:
    assert emit.running_text(" 开头空格。甲") == " 开头空格。甲"
    assert emit.running_text("甲\u2028乙") == "甲\u2028乙"
