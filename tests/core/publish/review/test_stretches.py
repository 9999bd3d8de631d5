"""The page title by title: every part once, below its title, and the way to it from the chapter."""

from plancli.core.publish.review.stretches import (
    PageStretch,
    page_row_of,
    page_stretches,
    titles_above,
)
from tests.conftest import ROOT
from tests.core.publish.test_review import reviewed

FOUND = reviewed(ROOT)
STRETCHES = list(page_stretches(FOUND.parts))


def below(address: str) -> PageStretch:
    return next(
        one for one in STRETCHES if any(page_row_of(p).address == address for p in one.parts)
    )


def test_every_part_stands_in_one_stretch_in_order() -> None:
    assert [part for one in STRETCHES for part in one.parts] == list(FOUND.parts)


def test_the_way_leads_from_the_chapter_to_the_title() -> None:
    assert below("row-19.1").path == ("row-第四章", "row-第四章_五", "row-第四章_19")
    assert below("row-第四章").path == ("row-第四章",)


def test_the_longer_the_text_the_more_room_it_is_given() -> None:
    row = next(row for row in FOUND.rows if row.address == "row-19.1")
    texts = [text for change in (*row.heading, *row.text, *row.units) for text in change.texts]
    assert below("row-19.1").size > len("".join(texts)) > 100


def test_a_comment_stands_below_each_title_above_its_rows() -> None:
    card = next(card for card in FOUND.cards if card.address == "市医保局-01")
    section_of = {row.address: row.section for row in FOUND.rows}
    above = {one.path[-1]: one.path for one in STRETCHES if one.path}
    assert titles_above(card, section_of, above) == ("row-第四章", "row-第四章_五", "row-第四章_19")
