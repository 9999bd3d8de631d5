"""A table as PDF, set by typst: the head on each page, shared cells merged."""

from collections.abc import Iterator, Sequence

from plancli.core.publish.drawn import DrawnTable
from plancli.core.publish.sheet import Block, Cell, Head, Sheet, runs_of
from plancli.papers.pdf.drawn import table_source
from plancli.papers.pdf.typeset import compiled, drawn, setting, stamped, string, strong
from plancli.papers.word.lines import broken


def pdf(sheet: Sheet) -> bytes:
    """Return the bytes of the document; ImportError where typst is not installed."""
    return compiled(source(sheet))


def source(sheet: Sheet) -> str:
    """Return the table in typst's language."""
    return "\n".join(
        [
            '#set page("a4", flipped: true, margin: (x: 25mm, y: 26mm), numbering: "— 1 —")',
            setting(11, sheet.language),
            f"#set document(title: {string(sheet.title)})",
            *filter(None, [stamped(sheet.stamp)]),
            f"#align(center, text(20pt, {string(broken(sheet.title, _MEASURE, 20))}))",
            *(f"#par({string(text)})" for text in sheet.lead),
            table(sheet),
            *(f"#par({string(text)})" for text in sheet.foot),
        ]
    )


def table(sheet: Sheet) -> str:
    """Return the rows of a table below its head."""
    heads = ", ".join(f"[#{strong(head.label)}]" for head in sheet.heads)
    columns = ", ".join(f"{head.share}fr" for head in sheet.heads)
    aligns = ", ".join(
        "center + horizon" if head.centred else "left + horizon" for head in sheet.heads
    )
    cells = "\n".join(line for block in sheet.blocks for line in _block(block, sheet.heads))
    return "\n".join(
        [
            f"#table(columns: ({columns},), align: ({aligns},), table.header({heads}),",
            cells,
            ")",
        ]
    )


_SMALL = 7.5
"""Points of the type of a table in a cell."""
_MEASURE = 247 / 25.4 * 72
"""Width of the text in points."""


def _block(block: Block, heads: Sequence[Head]) -> Iterator[str]:
    if block.banner:
        yield f"table.cell(colspan: {len(heads)}, {strong(block.banner)}),"
    for at, row in enumerate(block.rows):
        for cell, head in zip(row, heads, strict=True):
            if isinstance(cell, DrawnTable):
                yield f"table.cell(align: left + top, {table_source(cell, _SMALL)}),"
            elif not head.shared:
                yield f"[{_words(cell)}],"
            elif at == 0:
                yield f"table.cell(rowspan: {len(block.rows)})[{_words(cell)}],"


def _words(cell: Cell) -> str:
    return "".join(drawn(run) for run in runs_of(cell) if run.text)
