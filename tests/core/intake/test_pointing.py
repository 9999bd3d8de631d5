"""Where a comment points, however that was given."""

from typing import Any

import pytest

from plancli.core.comments.comment import Cited
from plancli.core.intake.pointing import cited_spots, cites_of
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.model import Section
from tests.core.intake.test_proposals import CORPUS


@pytest.mark.parametrize(
    ("given", "words", "spots"),
    [
        ({"cites": "3.2"}, "3.2", ["3.2"]),
        ({"section": "3.3"}, "3.3", ["3.3"]),
        ({"page": "8"}, "第8页", ["3.1"]),
        ({"page": "8", "line": "2"}, "第8页第2行", ["3.1"]),
        ({"original": "果树"}, None, []),
    ],
)
def test_a_place_is_a_citation_in_words(
    given: dict[str, Any], words: str, spots: list[str]
) -> None:
    at = Cited.model_validate(given)
    assert cites_of(at) == words
    assert [spot.paragraph.id for spot in cited_spots(at, CORPUS)][:1] == spots


def test_a_chapter_points_to_no_paragraph() -> None:
    body = [{"id": f"1.{n}", "text": "甲。"} for n in range(4)]
    chapter = Section.model_validate({"key": "第一章", "title": "题", "body": body})
    assert cited_spots(Cited(section="第一章"), Corpus([chapter])) == []
