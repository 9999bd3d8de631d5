"""The page title by title: every part once, below its title, and the way to it from the chapter."""

from plancli.core.publish.review.stretches import Stretch, stretches, title_of, titles_of
from tests.conftest import ROOT
from tests.core.publish.test_review import review_of

FOUND = review_of(ROOT)
STRETCHES = list(stretches(FOUND.parts))


def below(address: str) -> Stretch:
    return next(one for one in STRETCHES if any(title_of(p).address == address for p in one.parts))


def test_every_part_stands_in_one_stretch_in_order() -> None:
    assert [part for one in STRETCHES for part in one.parts] == list(FOUND.parts)


def test_the_way_leads_from_the_chapter_to_the_title() -> None:
    assert below("row-19.1").path == ("row-第四章", "row-第四章_五", "row-第四章_19")
    assert below("row-第四章").path == ("row-第四章",)


def test_the_longer_the_text_the_more_room_it_is_given() -> None:
    words = sum(
        len(word.text) for part in below("row-19.1").parts for c in part.text for word in c.words
    )
    assert below("row-19.1").size >= words > 0


def test_a_comment_stands_below_each_title_above_its_rows() -> None:
    card = next(card for card in FOUND.cards if card.address == "市医保局-01")
    section_of = {row.address: row.section for row in FOUND.rows}
    above = {one.path[-1]: one.path for one in STRETCHES if one.path}
    assert titles_of(card, section_of, above) == ("row-第四章", "row-第四章_五", "row-第四章_19")
