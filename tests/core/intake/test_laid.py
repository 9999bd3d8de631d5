"""Pages and lines of a draft: by its words alone, and never by a guess."""

import pytest

from plancli.core.intake.laid import LaidOut, Unlaid, lay_out, with_layouts
from plancli.core.intake.paper import PagedPaper
from plancli.core.plan.digest import draft_digest
from plancli.core.plan.model import Column, Draft, Paragraph, Section, Table, TableRow
from plancli.core.plan.outline import Outline
from plancli.core.plan.printed import misfit, printed
from tests.core.intake.papers import paper


def draft(*texts: str, **fields: object) -> Draft:
    """Return a draft with a paragraph for each text, with ids 1, 2, …; more fields are of the first."""
    body = [Paragraph(id=str(at), text=text) for at, text in enumerate(texts, 1)]
    body[0] = body[0].model_copy(update=fields)
    return Draft(draft="稿", sections=(Section(key="第一章", title="管护", body=tuple(body)),))


def laid(of: Draft, on: PagedPaper) -> LaidOut:
    return lay_out([printed(spot) for spot in Outline(of.sections).spots.values()], on)


def layout(found: LaidOut, id_: str) -> str:
    return ", ".join(str(start) for start in found.layouts[id_].starts)


def test_a_paragraph_has_the_page_and_line_of_each_of_its_characters() -> None:
    on = paper(
        "第一章管护\n各村每月清扫\n两次路面，\n雨后三日内", "“四类”道路\n由村自管。", labels="5 6"
    )
    of = draft("各村每月清扫两次路面,雨后三日内“四类”道路由村自管。")
    found = laid(of, on)
    assert layout(found, "1") == "0 P5 L2, 6 P5 L3, 11 P5 L4, 16 P6 L1, 22 P6 L2"
    assert (str(found.layouts["1"].page), found.layouts["1"].line) == ("5-6", None)
    assert (found.share, found.unlaid) == (1, ())
    after = with_layouts(of, found.layouts)
    assert draft_digest(after) == draft_digest(of)
    (spot,) = Outline(after.sections).spots.values()
    assert misfit(printed(spot)) is None
    assert [str(each.page) for each in printed(spot).positions(13, 18)] == ["5", "6"]


def test_a_heading_on_a_line_of_its_own_has_no_mark_behind_it() -> None:
    on = paper("清扫\n每月两次\n责任单位:各村")
    of = draft("每月两次", heading="清扫", units=("各村",))
    assert layout(laid(of, on), "1") == "0 P1 L1, 3 P1 L2, 8 P1 L3"


def test_lines_are_cited_by_the_numbers_beside_them() -> None:
    plain = paper("雨后清理\n塌方")
    (page,) = plain.pages
    first, second = page.lines
    lines = (first._replace(printed=7), second)
    numbered = plain._replace(pages=(page._replace(lines=lines),))
    assert layout(laid(draft("雨后清理塌方"), numbered), "1") == "0 P1 L7, 4 P1"
    assert laid(draft("雨后清理塌方"), numbered).layouts["1"].line is None


@pytest.mark.parametrize(
    ("words", "on"),
    [
        # a box, a table and the foot of a page stand between
        ("三日内清理塌方和积水", "三日内清理\n专栏一\n修桥|两座\n塌方和积水"),
        ("三日内清理塌方和积水", "三日内清理\n^1见附件。\n塌方和积水"),
        # cells side by side, each of several lines
        ("清理边沟疏通桥涵查看", "清理边|疏通桥\n沟|涵查看"),
        ("桥涵每季度查看", "路面|每月\n桥涵|每季度\n|查看"),
    ],
)
def test_words_that_something_interrupts_are_put_together(words: str, on: str) -> None:
    found = laid(draft(words), paper(on))
    assert "1" in found.layouts
    assert found.share == 1


@pytest.mark.parametrize(
    ("words", "on", "why"),
    [
        ("三日内清理塌方", "两日内清理塌方", Unlaid.OTHER_WORDS),
        # the head of a longer line, which may be anybody's; long words are nobody else's
        ("三日内清理塌方", "三日内清理塌方和积水", Unlaid.OTHER_WORDS),
        ("雨后三日内清理塌方和积水的", "雨后三日内清理塌方和积水的路段", None),
        # a figure without its point is another one
        ("补助3.5万元", "补助35万元", Unlaid.OTHER_WORDS),
        ("三日内", "于三日内清理", Unlaid.OTHER_WORDS),
        ("已建成", "已建成\n路面\n已建成", Unlaid.SEVERAL),
        # two ways to put it together are none
        ("清理塌方", "清理\n塌方一\n塌方\n塌方", Unlaid.OTHER_WORDS),
    ],
)
def test_nothing_is_guessed(words: str, on: str, why: Unlaid | None) -> None:
    found = laid(draft(words), paper(on))
    assert [each.why for each in found.unlaid] == ([why] if why else [])


def test_the_same_words_stand_between_their_neighbours_in_order() -> None:
    texts = ("路面:", "已建成", "桥涵:", "已建成", "已建成", "边沟:")
    on = paper("已建成\n路面:\n已建成\n桥涵:\n已建成\n已建成\n边沟:\n已建成")
    found = laid(draft(*texts), on)
    assert [layout(found, id_) for id_ in "245"] == ["0 P1 L3", "0 P1 L5", "0 P1 L6"]
    # one place more than paragraphs: which of them is not told
    on = paper("路面:\n已建成\n桥涵:\n已建成\n已建成\n已建成\n边沟:")
    assert [each.id for each in laid(draft(*texts), on).unlaid] == ["4", "5"]


def test_a_draft_may_part_what_is_one_paragraph_on_paper() -> None:
    of = draft("各村每月清扫两次路面和边沟,", "雨后清理,", "桥涵每季度由镇里查看一次。")
    found = laid(of, paper("各村每月清扫两次路面\n和边沟,雨后清理,桥\n涵每季度由镇里查看一次。"))
    assert [layout(found, id_) for id_ in "123"] == [
        "0 P1 L1, 10 P1 L2",
        "0 P1 L2",
        "0 P1 L2, 1 P1 L3",
    ]


def test_a_moved_part_has_the_lines_on_which_it_stands() -> None:
    column = Column(column="专栏1", items=(Paragraph(id="栏.1", text="桥涵每季度查看一次"),))
    texts = [Paragraph(id=str(at), text=text) for at, text in enumerate(["雨后清理", "每月清扫"])]
    body = (texts[0], column, texts[1])
    of = Draft(draft="稿", sections=(Section(key="第一章", title="管护", body=body),))
    found = laid(of, paper("雨后清理\n每月清扫\n桥涵每季度查看一次"))
    assert [layout(found, id_) for id_ in ("0", "栏.1", "1")] == ["0 P1 L1", "0 P1 L3", "0 P1 L2"]


def test_a_page_without_a_number_cannot_be_cited() -> None:
    found = laid(draft("雨后清理", "每月清扫"), paper("雨后清理", "每月清扫", labels="- 1"))
    assert [(each.id, each.why) for each in found.unlaid] == [("1", Unlaid.NO_NUMBER)]
    assert found.share == 1


def test_what_differs_is_shown_and_the_rest_counts() -> None:
    words = "各村每月清扫两次路面，雨后三日内清理塌方和积水，桥涵每季度查看一次。"
    on = paper("镇里补助\n" + words.replace("三日", "两天") + "\n护路员由村指定")
    found = laid(draft("镇里补助", words, "护路员由村指定"), on)
    (missing,) = found.unlaid
    assert (missing.id, missing.said, missing.paper) == ("2", "三日", "两天")
    assert (found.words - found.found) == 2
    before = with_layouts(draft("镇里补助", words, page="9"), found.layouts)
    kept = [spot.paragraph.page for spot in Outline(before.sections).spots.values()]
    assert [page and str(page) for page in kept] == ["1", None]


def test_raised_digits_are_digits_on_paper() -> None:
    assert laid(draft("每处80m²以上"), paper("每处80m2以上")).unlaid == ()


def test_a_table_of_the_same_word_ends() -> None:
    """As many ways to put it together as there are orders of its cells: looked for within bounds."""
    on = paper("\n".join(["村|村|村|村|村|村|村|村"] * 40))
    found = laid(draft("村" * 31 + "乡"), on)
    assert [each.why for each in found.unlaid] == [Unlaid.OTHER_WORDS]


def test_a_rule_between_cells_is_none_of_the_words() -> None:
    on = paper("路面|每月|三次\n桥涵|每季|一次")
    found = laid(draft("路面 | 每月 | 三次", "桥涵 | 每季 | 一次"), on)
    assert (layout(found, "2"), found.share, found.unlaid) == ("0 P1 L2", 1, ())


def test_rows_whose_cells_are_broken_are_there_and_have_no_line() -> None:
    # what stands in the middle of a row is read between the two lines of its first cell
    on = paper("巡查办法\n困难路段巡8|12|约束\n查率\n桥涵和边沟清3|9|预期\n理率\n由村自管")
    rows = ("困难路段巡查率 | 8 | 12 | 约束", "桥涵和边沟清理率 | 3 | 9 | 预期")
    found = laid(draft("巡查办法", *rows, "由村自管"), on)
    assert [(one.id, one.why) for one in found.unlaid] == [("2", Unlaid.CELLS), ("3", Unlaid.CELLS)]
    assert found.share == 1
    # a table that says something else is not there
    other = laid(draft("巡查办法", rows[0], rows[1].replace("9", "7"), "由村自管"), on)
    assert {one.why for one in other.unlaid} == {Unlaid.OTHER_WORDS}
    assert other.share < 1


def tabled(*rows: tuple[str, ...]) -> Draft:
    """Return a draft with a table of these rows, 表1.1, 表1.2, …, and a paragraph behind it."""
    made = tuple(TableRow(id=f"表1.{at}", cells=cells) for at, cells in enumerate(rows, 1))
    body = (Table(table="表1", rows=made), Paragraph(id="1", text="由村自管"))
    return Draft(draft="稿", sections=(Section(key="第一章", title="管护", body=body),))


def places(of: Draft, found: LaidOut) -> list[str]:
    """Return the line of each row."""
    rows = Outline(with_layouts(of, found.layouts).sections).rows.values()
    return [f"P{row.page} L{row.line}" for row in rows]


@pytest.mark.parametrize(
    "on",
    ["路面|12|预期\n桥涵|12|预期\n边沟|12|约束", "路面|12|预期\n桥涵|12\n边沟|12|约束"],
    ids=["each row whole", "merged"],
)
def test_a_row_of_a_table_has_the_line_of_its_cells_however_often_they_come(on: str) -> None:
    of = tabled(("路面", "12", "预期"), ("桥涵", "12", "预期"), ("边沟", "12", "约束"))
    found = laid(of, paper(f"{on}\n由村自管"))
    assert (found.share, found.unlaid) == (1, ())
    assert places(of, found) == ["P1 L1", "P1 L2", "P1 L3"]


def test_a_row_that_is_broken_on_paper_is_told_by_its_id() -> None:
    of = tabled(("困难路段巡查率", "8", "约束"), ("边沟清理率", "3", "预期"))
    found = laid(of, paper("困难路段巡8|约束\n查率\n边沟清3|预期\n理率\n由村自管"))
    assert [(one.id, one.why) for one in found.unlaid] == [
        ("表1.1", Unlaid.CELLS),
        ("表1.2", Unlaid.CELLS),
    ]
