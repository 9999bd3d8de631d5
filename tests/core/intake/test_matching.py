"""A paragraph of a file is the part of the draft that it is marked as, or whose words it has, in order."""

from plancli.core.intake.circulated import Circulated
from plancli.core.intake.matching import Match, Sought, in_draft, matched, share
from plancli.core.intake.origin import FileOrigin, MarkedPart
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.model import Paragraph, Section
from plancli.core.text.diff import Splice

DRAFT = Corpus(
    [
        Section(
            key="第一章",
            title="渔港",
            body=(
                Paragraph(id="1", number="一", text="修堤,防浪。"),
                Paragraph(id="2", text="同上。"),
                Paragraph(id="3", text="同上。"),
            ),
        )
    ]
)


def keys(*texts: str | Sought, origin: FileOrigin | None = None) -> list[str | None]:
    sought = [Sought(one) if isinstance(one, str) else one for one in texts]
    found = matched(DRAFT, sought, origin)
    return [found[at].key if at in found else None for at in range(len(sought))]


def test_words_count_in_any_width_with_their_number_or_without() -> None:
    assert keys("第一章 渔港", "一、修堤,防浪。") == ["第一章", "1"]
    assert keys("渔港", "修堤，防浪。") == ["第一章", "1"]


def test_alike_is_not_equal() -> None:
    assert keys("修堤,防风浪。") == [None]


def test_twins_are_told_by_their_order_and_by_their_marks() -> None:
    assert keys("同上。", "同上。") == ["2", "3"]
    origin = FileOrigin(Circulated("稿", "甲"), {7: MarkedPart("3", ""), 8: MarkedPart("1", "")})
    assert keys(Sought("同上。", (7,)), origin=origin) == ["3"]
    # two marks fell together: the one with these words counts
    assert keys(Sought("同上。", (8, 7)), origin=origin) == ["3"]
    # a mark on other words proves nothing
    assert keys(Sought("改了。", (7,)), origin=origin) == [None]


def test_the_order_of_the_draft_is_kept_by_as_many_as_can() -> None:
    assert keys("同上。", "渔港", "修堤,防浪。") == [None, "第一章", "1"]


def test_the_share_counts_characters() -> None:
    sought = [Sought("修堤,防浪。"), Sought("另一段六字")]
    assert round(share(sought, matched(DRAFT, sought, None)), 2) == 0.55
    assert share([], {}) == 1


def test_places_are_those_of_the_draft_whatever_the_spelling() -> None:
    line = DRAFT.line("1")
    match = Match("1", "修堤 ，防浪。", 2, len(line.text))
    splices = [Splice(3, 4, "、"), Splice(6, 6, "潮"), Splice(0, 0, "再")]
    assert in_draft(line, match, splices) == [
        Splice(4, 5, "、"),
        Splice(7, 7, "潮"),
        Splice(2, 2, "再"),
    ]


def test_words_whose_units_stand_in_a_line_of_their_own_are_a_part_without_them() -> None:
    body = (Paragraph(id="1", number="一", text="修堤,防浪。", units=("县水利局",)),)
    corpus = Corpus([Section(key="第一章", title="渔港", body=body)])
    texts = ("一、修堤,防浪。", "（责任单位：县水利局）", "一、修堤,防浪。（责任单位：县水利局）")
    whole = corpus.line("1").text
    found = [matched(corpus, [Sought(text)], None).get(0) for text in texts]
    assert found[0] == Match("1", texts[0], 0, len(texts[0]))
    assert found[1] is None
    assert found[2] == Match("1", texts[2], 0, len(whole))
