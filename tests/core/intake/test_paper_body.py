"""Paragraphs joined from the lines of a paper: where one begins shows in how its lines stand."""

import pytest

from plancli.core.intake.body import BlockKind, Body, LeftOut
from plancli.core.intake.paper import PagedPaper, PaperCell, PaperKind, PaperLine, PaperPage
from plancli.core.intake.paper_body import body_of_paper, in_one_line

FULL = "村道完好率三年内达到百分之九十五每条村道有人管有人养雨后"
"""A line from margin to margin, 28 characters."""


def line(
    words: str,
    left: float = 0,
    right: float | None = None,
    size: float = 16,
    kind: PaperKind = PaperKind.BODY,
    bold: int = 0,
) -> PaperLine:
    """Return a line that begins `left` characters from the margin, and ends where its characters do."""
    begin = 80 + 16 * left
    end = begin + len(words) * size if right is None else 528 - 16 * right
    return PaperLine(kind, (PaperCell(words, begin, end, bold),), 0, size)


def paper(*lines: PaperLine) -> PagedPaper:
    placed: list[PaperLine] = []
    for at, each in enumerate([line(FULL)] * 20 + list(lines)):
        placed.append(each._replace(base=100.0 + 29 * at, number=at + 1))
    return PagedPaper((PaperPage(1, "1", 595, tuple(placed)),), 1, 0)


def blocks(*lines: PaperLine) -> list[str]:
    """Return the blocks that begin behind the 20 full lines, which are one."""
    found = [block.words for block in body_of_paper(paper(*lines)).blocks]
    assert found[0].startswith(FULL * 20)
    return [found[0][len(FULL) * 20 :], *found[1:]] if found[0] != FULL * 20 else found[1:]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ([line(FULL), line("清理塌方。")], [FULL + "清理塌方。"]),
        # the first line of the next one is indented; a mark that stands out is no indent
        ([line("清理塌方。"), line("各村", 2)], ["清理塌方。", "各村"]),
        ([line(FULL, 0, 1), line("各村", 0.5)], [FULL + "各村"]),
        # it ended short; a mark that went to the next line is not short
        ([line("清理", 0, 4), line("各村")], ["清理", "各村"]),
        ([line(FULL[:-1], 0, 1), line("后三日")], [FULL[:-1] + "后三日"]),
        ([line(FULL[:-1] + "。", 0, 0.9), line("后三日")], [FULL[:-1] + "。", "后三日"]),
        # a number of its own, and one that stands within words
        ([line(FULL, 0, 1), line("(二)桥涵")], [FULL, "(二)桥涵"]),
        ([line(FULL, 0, 0), line("3.5万元")], [FULL + "3.5万元"]),
        # another size of type
        ([line(FULL), line("注：略", size=12)], [FULL, "注：略"]),
        # bold words at the head of a line, behind a line that is not quite full
        ([line(FULL, 0, 1), line("桥涵。每季查看", bold=3)], [FULL, "桥涵。每季查看"]),
        ([line(FULL, 0, 1), line("桥涵每季查看")], [FULL + "桥涵每季查看"]),
        # a title over two lines, and two titles
        (
            [line("村道管护", 11.25, size=22), line("三年规划", 11.25, size=22)],
            ["村道管护三年规划"],
        ),
        ([line(FULL[:20], size=22.4), line("规划", 12.6, size=22.4)], [FULL[:20] + "规划"]),
        ([line("第一章总则", 11), line("第一节目标", 11)], ["第一章总则", "第一节目标"]),
    ],
)
def test_a_paragraph_begins_where_its_lines_show_it(
    lines: list[PaperLine], wanted: list[str]
) -> None:
    assert blocks(*lines) == wanted


def test_bold_at_the_head_centred_boxes_rows_and_notes_are_told() -> None:
    row = PaperLine(
        PaperKind.ROW, (PaperCell("村道", 80, 112), PaperCell("3公里", 300, 350)), 0, 14
    )
    body = body_of_paper(
        paper(
            line("第一章", 12.5),
            line("桥涵。每季度查看。", 2, bold=3),
            line("专栏1", 1, size=14, kind=PaperKind.BOX),
            line("修桥两座", 2, size=14, kind=PaperKind.BOX),
            row,
            row,
            line("1见附件。", size=9, kind=PaperKind.NOTE),
            line("— 1 —", 12, kind=PaperKind.FOOTER),
        )
    )
    _, chapter, bridges, title, item, table, note = body.blocks
    assert (chapter.centred, bridges.centred, bridges.run_in) == (True, False, 3)
    assert (bridges.box, title.box > 0, title.box == item.box) == (0, True, True)
    assert (table.kind, table.cells) == (BlockKind.TABLE, (("村道", "3公里"),) * 2)
    assert (note.kind, note.words) == (BlockKind.NOTE, "1见附件。")
    assert body.left_out == {LeftOut.FOOTER: 1}
    assert isinstance(body, Body)
    assert [block.place for block in body.blocks] == [1, 2, 3, 4, 5, 6, 7]


def test_lines_are_joined_without_blanks_but_between_latin_words() -> None:
    assert in_one_line(["清理", "塌方"]) == "清理塌方"
    assert in_one_line(["sweep the", "roads"]) == "sweep the roads"
    assert in_one_line(["well-", "kept"]) == "well-kept"
    assert in_one_line(["2025", "年"]) == "2025年"
    assert in_one_line(["20", "25年"]) == "2025年"
