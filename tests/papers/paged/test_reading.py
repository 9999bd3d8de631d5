"""Lines of a page: put together from characters, counted, told from heads, page numbers and notes."""

from collections.abc import Sequence

import pytest

from bench.typed import HEIGHT, WIDTH, Typed, pdf
from plancli.core.intake.paper import Illegible, PagedPaper, PaperKind, illegible
from plancli.papers.paged.reading import paper_of
from tests.papers.paged.made import LEFT, Setting, set_paper, with_words

WORDS = [
    "村道每月清扫两次，雨后三日内清理塌方和积水，路肩和边沟随时疏通，桥涵每季度查看一次。",
    "养护站备足沙石和工具，雪天先撒后铲；“四类”村道由村里自管，镇里每年补助3.5万元。",
    "各村指定一名护路员，工资由镇财政所按月发放。",
] * 6


def lines(paper: PagedPaper) -> list[tuple[int, int | None, str]]:
    return [(page.sheet, line.number, line.words) for page, line in paper.counted()]


def kinds(paper: PagedPaper, kind: PaperKind) -> list[str]:
    return [line.words for page in paper.pages for line in page.lines if line.kind is kind]


@pytest.mark.parametrize("numbers", [False, True])
@pytest.mark.parametrize("header", ["", "石桥镇　村道管护"])
def test_lines_are_those_that_were_set(numbers: bool, header: str) -> None:
    made = set_paper(WORDS, Setting(numbers=numbers, header=header))
    paper = paper_of(made.content)
    wanted: list[tuple[int, int | None, str]] = []
    for words, where in zip(WORDS, made.where, strict=True):
        ends = [*(each.at for each in where[1:]), len(words)]
        for each, end in zip(where, ends, strict=True):
            wanted.append((each.page, each.line, words[each.at : end]))
    assert lines(paper) == wanted
    assert [page.label for page in paper.pages] == ["1", "2"]
    assert paper.numbered is numbers
    printed = [line.printed for _, line in paper.counted()]
    assert printed == [number if numbers else None for _, number, _ in wanted]
    assert len(kinds(paper, PaperKind.HEADER)) == (2 if header else 0)


def test_numbers_of_lines_skip_a_box_and_a_first_column_is_none() -> None:
    made = set_paper(WORDS, Setting(numbers=True, lines=12))
    box = [Typed(110, 480 + 24 * at, 14, f"项目{at}。修桥一座。") for at in range(3)]
    paper = paper_of(with_words(made, {1: box}))
    found = [(line.number, line.printed) for _, line in paper.counted()][11:15]
    assert found == [(12, 12), (13, None), (14, None), (15, None)]
    assert kinds(paper, PaperKind.BOX) == [f"项目{at}。修桥一座。" for at in range(3)]
    # rows of a table that are counted begin as far to the left as the text
    rows = [Typed(LEFT, 500 + 20 * at, 12, str(at + 1)) for at in range(9)]
    rows += [Typed(LEFT + 90, 500 + 20 * at, 12, f"第{at}村") for at in range(9)]
    table = pdf([[Typed(LEFT, 120, 16, "序号与村名"), *rows]])
    assert "1\t第0村" in kinds(paper_of(table), PaperKind.ROW)


def test_a_note_is_no_line_and_its_mark_no_word_but_a_square_metre_is() -> None:
    made = set_paper(["食堂面积80m", "按实有户数计算", *WORDS[:3]])
    raised = [Typed(208, 115, 9, "2"), Typed(224, 144, 9, "1")]
    note = [Typed(LEFT, 700, 9, "1户数以年末户籍为准。"), Typed(LEFT, 714, 9, "由派出所提供。")]
    paper = paper_of(with_words(made, {1: [*raised, *note]}))
    assert [words for _, _, words in lines(paper)][:2] == ["食堂面积80m2", "按实有户数计算"]
    assert kinds(paper, PaperKind.NOTE) == ["1户数以年末户籍为准。", "由派出所提供。"]


def test_a_mark_beside_a_numbered_line_and_a_page_of_one_line() -> None:
    """The number of a line comes between the mark that is raised and the line below it."""
    words = ["食堂按实有户数计算，", "每月清扫两次", "雨后清理塌方", "桥涵按季度查看"]
    made = set_paper(words, Setting(numbers=True, lines=3))
    pages = len(made.pages)
    note = [Typed(LEFT, 700, 9, "1户数以年末户籍为准。")]
    box = [Typed(110, 300 + 24 * at, 14, f"项目{at}。修桥一座。") for at in range(6)]
    paper = paper_of(with_words(made, {1: [Typed(256, 114.5, 9, "1"), *note], pages: box}))
    assert [words for _, _, words in lines(paper)][:4] == words
    printed = [line.printed for _, line in paper.counted()]
    assert (pages, printed) == (2, [1, 2, 3, 1, *[None] * 6])


def test_a_head_that_names_the_chapter_is_none_of_the_lines() -> None:
    """It differs from page to page, and stands apart; the first line of the text does not."""
    made = set_paper(WORDS, Setting(lines=7))
    assert len(made.pages) > 3
    heads = {page: [Typed(200, 70, 16, f"第{page}章　{'管护' * page}")] for page in range(1, 7)}
    paper = paper_of(with_words(made, heads))
    assert lines(paper) == lines(paper_of(made.content))


def test_a_stamp_across_the_page_is_none_of_its_words() -> None:
    made = set_paper(WORDS[:3])
    stamp = [Typed(200, 400, 60, "内部资料", (0.7, 0.7, -0.7, 0.7))]
    assert lines(paper_of(with_words(made, {1: stamp}))) == lines(paper_of(made.content))


TURNS = [((0.001, 1, -1, 0.001), 1), ((-1, 0, 0, -1), 2), ((0.001, -1, 1, 0.001), 3)]
"""Turned by a hair less: PDFium finds no words in a font that the file does not carry at a right angle."""


@pytest.mark.parametrize(("turn", "quarters"), TURNS)
def test_a_page_on_its_side_is_read_as_it_is_turned(
    turn: tuple[float, float, float, float], quarters: int
) -> None:
    """The page is turned, its lines are not: their places are counted back by hand."""
    words = [(80.0, 200.0, "雨后三日内清理塌方"), (80.0, 230.0, "每月清扫两次")]
    turned: list[Typed] = []
    for left, base, said in words:
        places = {
            1: (base, HEIGHT - left),
            2: (WIDTH - left, HEIGHT - base),
            3: (WIDTH - base, left),
        }
        turned.append(Typed(*places[quarters], 16, said, turn))
    found = paper_of(pdf([turned]))
    assert lines(found) == [(1, 1, words[0][2]), (1, 2, words[1][2])]
    first = found.pages[0].lines[0]
    assert (round(first.left), round(first.base)) == (80, 200)


def test_blanks_stand_between_latin_words_alone() -> None:
    spaced = [Typed(LEFT, 200, 16, "到 2025 年"), Typed(LEFT, 230, 16, "road and bridge, 3 500 m")]
    radicals = [Typed(LEFT, 260, 16, "⼈⼝")]
    found = paper_of(pdf([[*spaced, *radicals]]))
    assert [words for _, _, words in lines(found)] == [
        "到2025年",
        "road and bridge, 3 500 m",
        "人口",
    ]


def columns(count: int) -> Sequence[Sequence[Typed]]:
    page: list[Typed] = []
    for at in range(20):
        page.append(Typed(70, 150 + 25 * at, 12, "左栏一行十六个字左栏一行十六个字"))
        page.append(Typed(320, 150 + 25 * at, 12, "右栏一行十六个字右栏一行十六个字"))
    return [page] * count


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (set_paper(WORDS).content, None),
        (pdf([[]]), Illegible.SCAN),
        (pdf([[], [], [Typed(80, 200, 16, "封底")]]), Illegible.SCAN),
        (pdf([[Typed(80, 200, 16, "三日内清理塌方")]], named=False), Illegible.FONTS),
        (pdf([[Typed(80, 200, 16, "gQnIWlz dk三日 3333")]]), Illegible.HANZI),
        (pdf([[Typed(80, 200, 16, "三日内清理塌方 gQnIWl 3333333333333")]]), None),
        (pdf(columns(2)), Illegible.COLUMNS),
    ],
)
def test_what_cannot_be_read_is_named(content: bytes, why: Illegible | None) -> None:
    assert illegible(paper_of(content), chinese=True) is why


def test_an_english_paper_has_no_hanzi() -> None:
    paper = paper_of(pdf([[Typed(80, 200, 16, "Each village sweeps its roads twice a month.")]]))
    assert illegible(paper, chinese=False) is None
