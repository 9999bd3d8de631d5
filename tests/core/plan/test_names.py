"""Names of units and drafts as names of files."""

import pytest
from pydantic import TypeAdapter, ValidationError

from plancli.core.plan.names import Name, folded, unstorable


@pytest.mark.parametrize(
    "name",
    ["市发展改革委", "市文旅局(市体育局)", "第二次·征求意见稿", "B2B office", "con tour", "com", "字" * 80],
)  # fmt: skip
def test_what_offices_are_called_can_be_stored(name: str) -> None:
    assert unstorable(name) is None


@pytest.mark.parametrize(
    "name",
    [
        "甲/乙", "甲\\乙", "甲:乙", "甲*", "甲?", '甲"乙', "<甲>", "甲|乙", "甲 ", " 甲", "\u3000甲",
        ".甲", "甲.", "..", "NUL", "con", "Aux.txt", "LPT1", "com¹", "字" * 81, "a" * 241,
    ],
)  # fmt: skip
def test_what_some_computer_cannot_store_is_told(name: str) -> None:
    assert unstorable(name)


@pytest.mark.parametrize(
    ("one", "other"), [("ABC局", "abc局"), ("é", "e\u0301"), ("Straße", "STRASSE")]
)
def test_names_that_some_computer_takes_for_one_are_equal_folded(one: str, other: str) -> None:
    assert one != other
    assert folded(one) == folded(other)


def test_different_names_stay_different_folded() -> None:
    assert len({folded(name) for name in ("甲局", "乙局", "a局", "ａ局", "á局")}) == 5


@pytest.mark.parametrize("name", ["甲\n::warning::乙", "甲\u2028乙", "甲\x85乙", ""])
def test_a_name_stands_on_one_line(name: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Name).validate_python(name)
