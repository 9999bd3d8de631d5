"""Places of a row as a citation."""

import pytest

from plancli.core.intake.cited import cited_of


@pytest.mark.parametrize(
    ("place", "page", "line", "expected"),
    [
        ("第二章", "", "", {"cites": "第二章"}),
        ("", "38", "16-20", {"page": "38", "line": "16-20"}),
        ("", "第38页", "第16～20行", {"page": "38", "line": "16-20"}),
        ("", "P38", "倒数第3行", {"page": "38", "cites": "倒数第3行"}),
        ("专栏2", "附3", "", {"cites": "专栏2", "page": "附3"}),
        ("", "封面", "", {"cites": "第封面页"}),
        ("", "0", "", {"cites": "第0页"}),
        ("", "", "", {}),
    ],
)
def test_numbers_become_pages_and_lines_and_other_words_stay(
    place: str, page: str, line: str, expected: dict[str, str]
) -> None:
    at = cited_of(place, page, line, "").at
    assert {key: str(value) for key, value in at if value is not None} == expected


@pytest.mark.parametrize(
    "cell", ["2026-03-05", "2026/3/5", "3月5日", "2026年3月5日", "5-Mar", "2026-03-05 00:00:00"]
)
def test_a_day_in_a_place_is_the_range_that_was_typed_and_told(cell: str) -> None:
    found = cited_of("", cell, "", "")
    assert (str(found.at.page), found.dated) == ("3-5", (cell,))


def test_what_was_typed_as_a_range_is_one() -> None:
    assert cited_of("", "3-5", "", "").dated == ()


def test_the_quoted_words_belong_to_the_citation() -> None:
    assert cited_of("", "", "", "修路").at.original == "修路"
