"""Where words of titles are found: apart from the paragraphs, and only where they are meant."""

import pytest

from plancli.core.locate.anchors import Anchor, Hint, Refusal, Target, Why
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.model import Column, Paragraph, Section

CORPUS = Corpus(
    [
        Section(
            key="第一章",
            title="茶园改造",
            body=(
                Paragraph(id="1.1", text="老茶园改造300亩,茶园改造先易后难。"),
                Column(
                    column="专栏1",
                    title="茶园道路",
                    items=(Paragraph(id="专栏1.1", text="铺设机耕道。"),),
                ),
            ),
        ),
        Section(key="第二章", title="果园", body=(Paragraph(id="2.1", text="果园道路拓宽。"),)),
        Section(key="第三章", title="果园", body=(Paragraph(id="3.1", text="疏通沟渠。"),)),
    ]
)
IN_TITLES = Hint(field="title")


def place(quote: str, hint: Hint) -> str:
    """Return the part and field in which words stand, with the words; or why they have no place."""
    found = CORPUS.locate(quote, hint)
    if isinstance(found, Refusal):
        return str(found.why)
    (piece,) = CORPUS.pieces(found.start, found.end)
    assert found.pieces == (piece,)
    return f"{piece.paragraph} {piece.field} {CORPUS.words(found)}"


@pytest.mark.parametrize(
    ("quote", "hint", "there"),
    [
        # what a paragraph says is meant where nothing else is said
        ("先易后难", Hint("第一章"), "1.1 text 先易后难"),
        ("茶园改造", Hint("第一章"), Why.AMBIGUOUS),
        ("茶园改造", IN_TITLES, "第一章 title 茶园改造"),
        ("茶园改造", Hint("第一章", field="title"), "第一章 title 茶园改造"),
        # the part is named, and only its title has the words
        ("茶园道路", Hint("专栏1"), Why.NOT_FOUND),
        ("茶园道路", Hint("第一章/专栏1"), "第一章/专栏1 title 茶园道路"),
        ("茶园道路", Hint("第一章"), "第一章/专栏1 title 茶园道路"),
        ("茶园道路", Hint(), Why.NOT_FOUND),
        ("茶园道路", Hint("第一章", field="text"), Why.NOT_FOUND),
        ("茶园道路", Hint("第二章"), Why.NOT_FOUND),
        # with its number, as it is printed
        ("第一章茶园", IN_TITLES, "第一章 title 第一章 茶园"),
        ("专栏1 茶园道路", IN_TITLES, "第一章/专栏1 title 专栏1 茶园道路"),
        ("果园", IN_TITLES, Why.AMBIGUOUS),
        ("果园", Hint(field="title", targets=(Target(("第三章",)),)), "第三章 title 果园"),
        ("果园", Hint("第三章"), "第三章 title 果园"),
        ("果园", Hint("第二章"), "2.1 text 果园"),
        ("机耕道", IN_TITLES, Why.NOT_FOUND),
        ("第一章", IN_TITLES, Why.NOT_FOUND),
    ],
)
def test_titles_are_found_where_they_are_meant(quote: str, hint: Hint, there: str) -> None:
    assert place(quote, hint) == there


def test_a_title_that_says_what_a_paragraph_says_makes_no_quotation_ambiguous() -> None:
    assert place("果园", Hint()) == "2.1 text 果园"
    assert place("老茶园改造", Hint()) == "1.1 text 老茶园改造"


def test_a_passage_that_is_offered_may_be_a_title() -> None:
    found = CORPUS.locate("茶园改建", IN_TITLES)
    assert isinstance(found, Refusal)
    assert next((one.paragraph, one.words) for one in found.candidates) == ("第一章", "茶园改造")


def test_what_parts_say_as_it_is_printed() -> None:
    assert CORPUS.said("第一章") == "第一章 茶园改造"
    assert CORPUS.said("第一章/专栏1") == "专栏1 茶园道路"
    assert CORPUS.said("3.1") == "疏通沟渠。"
    assert CORPUS.said("4.1") == ""
    assert isinstance(CORPUS.locate("第二章果园", IN_TITLES), Anchor)
