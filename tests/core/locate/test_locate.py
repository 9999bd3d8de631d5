"""What words stand for: a quotation counts before a citation, and nothing is offered on a guess."""

import pytest

from plancli.core.locate.anchors import Anchor, Refusal
from plancli.core.locate.citation import parse
from plancli.core.locate.corpus import Corpus
from plancli.core.locate.locate import cited_places, locate
from plancli.core.plan.model import Column, Paragraph, Section
from plancli.core.plan.span import page_span

CORPUS = Corpus(
    [
        Section(
            key="第二章",
            title="渔港",
            body=(
                Paragraph(
                    id="2.1",
                    heading="码头",
                    text="新建码头三座。",
                    page=page_span("5"),
                    line=page_span("3"),
                ),
                Paragraph(id="2.2", heading="冷库", text="冷库见专栏1。", page=page_span("6")),
                Column(
                    column="专栏1",
                    title="设备",
                    items=(Paragraph(id="z.1", text="制冰机两台。", page=page_span("6")),),
                ),
            ),
        )
    ]
)


def test_words_of_the_draft_are_a_quotation() -> None:
    landing = locate(CORPUS, "新建码头")
    assert isinstance(landing.found, Anchor)
    assert (landing.cites, landing.stands, landing.found.paragraph) == (False, True, "2.1")


@pytest.mark.parametrize("words", ["“制冰机两台”", "「制冰机两台」", '"制冰机两台"'])
def test_quotation_marks_round_the_words_do_not_count(words: str) -> None:
    landing = locate(CORPUS, words)
    assert (landing.quote, landing.stands) == (words, True)


def test_what_the_draft_says_counts_before_what_it_could_cite() -> None:
    landing = locate(CORPUS, "见专栏1")
    assert isinstance(landing.found, Anchor)
    assert landing.places == []


def test_a_citation_names_its_paragraphs() -> None:
    landing = locate(CORPUS, "第6页")
    assert isinstance(landing.found, Refusal)
    assert landing.cites
    assert landing.stands
    assert [spot.paragraph.id for spot in landing.places[0].spots] == ["2.2", "z.1"]


@pytest.mark.parametrize(
    ("words", "paragraphs"),
    [
        ("第5页第3行", [["2.1"]]),
        ("第6页专栏1", [["z.1"]]),
        ("第5页专栏1", [[]]),
        ("第9页", [[]]),
        ("第5页、第6页", [["2.1"], ["2.2", "z.1"]]),
    ],
)
def test_every_part_of_a_citation_must_agree(words: str, paragraphs: list[list[str]]) -> None:
    found = cited_places(CORPUS, parse(words))
    assert [[spot.paragraph.id for spot in place.spots] for place in found] == paragraphs
    assert locate(CORPUS, words).stands == all(paragraphs)


def test_a_part_that_is_not_understood_offers_nothing() -> None:
    (place,) = cited_places(CORPUS, parse("第6页“养殖区”"))
    assert place.named.unread
    assert place.spots == []


HARBOUR = Corpus(
    [
        Section(
            key="第三章",
            title="锚地",
            body=(
                Paragraph(id="3.1", text="按照第三条收取停泊费用。"),
                Paragraph(id="3.2", text="按照第五条减免停泊费用。"),
            ),
        )
    ]
)


@pytest.mark.parametrize(
    ("words", "cites"),
    [
        ("按照第四条收取停泊费用", False),  # nearly the draft's words
        ("按照第三章收取停泊费用", False),
        ("第三章", True),
        ("第三章第二段", True),
        ("第三章“航标”", True),  # nothing in the draft is like it
    ],
)
def test_a_refused_quotation_that_holds_a_number_is_no_citation(words: str, cites: bool) -> None:
    landing = locate(HARBOUR, words)
    assert isinstance(landing.found, Refusal)
    assert landing.cites == cites
    assert cites or landing.found.candidates


def test_words_that_are_neither_land_nowhere() -> None:
    landing = locate(CORPUS, "气象站")
    assert (landing.cites, landing.stands) == (False, False)
