"""How rows fill pages, of which nobody knows exactly where they end."""

import pytest

from plancli.papers.pages import Lines, Pages

PAGE = 24


def alike(lines: int) -> Lines:
    return Lines(lines, lines)


def parts(pages: Pages, lines: int) -> list[int]:
    found: list[int] = []
    while lines:
        found.append(pages.part(lines))
        lines -= found[-1]
    return found


def test_a_row_of_half_a_page_is_whole_wherever_it_begins() -> None:
    pages = Pages(PAGE, PAGE)
    assert all(pages.places(alike(11)) for _row in range(20))


def test_a_row_that_fits_a_page_begins_the_next_one_when_little_stays_empty() -> None:
    pages = Pages(PAGE, PAGE)
    assert pages.places(alike(11))
    assert pages.places(alike(7))
    assert pages.places(alike(20))


def test_a_row_that_would_leave_much_of_a_page_empty_fills_it() -> None:
    pages = Pages(PAGE, PAGE)
    assert pages.places(alike(11))
    assert not pages.places(alike(20))
    assert parts(pages, 20) == [12, 8]


def test_a_long_row_has_a_part_a_page() -> None:
    pages = Pages(PAGE, PAGE)
    assert not pages.places(alike(60))
    assert parts(pages, 60) == [23, 23, 14]


@pytest.mark.parametrize("lines", range(24, 130))
def test_no_part_is_lost_at_the_head_of_a_page(lines: int) -> None:
    pages = Pages(PAGE, PAGE)
    assert not pages.places(alike(lines))
    assert min(parts(pages, lines)) >= 5


def test_where_programs_differ_in_what_is_left_a_row_begins_with_parts_of_half_a_page() -> None:
    pages = Pages(PAGE, PAGE)
    assert pages.places(Lines(5, 11))
    assert not pages.places(alike(60))
    assert max(parts(pages, 60)[:2]) <= PAGE / 2
