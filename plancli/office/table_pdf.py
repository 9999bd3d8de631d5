"""A table as PDF, set by typst: the head on each page, shared cells merged."""

import json
from collections.abc import Iterator, Sequence

from plancli.core.diff import Run
from plancli.core.sheet import Block, Cell, Head, Sheet, runs_of
from plancli.core.text import printable

_FONTS = ("FangSong", "STFangsong", "Noto Serif CJK SC", "Source Han Serif SC", "AR PL UMing CN", "SimSun")


def pdf(sheet: Sheet) -> bytes:
    """Return the bytes of the document; ImportError where typst is not installed."""
    import typst

    return bytes(typst.compile(source(sheet).encode()))


def source(sheet: Sheet) -> str:
    """Return the table in typst's language; all words are strings, so that none is taken for markup."""
    heads = ", ".join(f"[#{_strong(head.label)}]" for head in sheet.heads)
    columns = ", ".join(f"{head.share}fr" for head in sheet.heads)
    aligns = ", ".join("center + horizon" if head.centred else "left + horizon" for head in sheet.heads)
    fonts = ", ".join(map(_string, _FONTS))
    region = 'lang: "zh", region: "cn"' if sheet.language.startswith("zh") else 'lang: "en"'
    cells = "\n".join(line for block in sheet.blocks for line in _block(block, sheet.heads))
    return "\n".join(
        [
            '#set page("a4", flipped: true, margin: (x: 25mm, y: 26mm), numbering: "— 1 —")',
            f"#set text(font: ({fonts}), size: 11pt, {region})",
            f"#set document(title: {_string(sheet.title)})",
            f"#align(center, text(20pt, {_string(sheet.title)}))",
            *(f"#par({_string(text)})" for text in sheet.lead),
            f"#table(columns: ({columns},), align: ({aligns},), table.header({heads}),",
            cells,
            ")",
            *(f"#par({_string(text)})" for text in sheet.foot),
        ]
    )


def _block(block: Block, heads: Sequence[Head]) -> Iterator[str]:
    if block.banner:
        yield f"table.cell(colspan: {len(heads)}, {_strong(block.banner)}),"
    for at, row in enumerate(block.rows):
        for cell, head in zip(row, heads, strict=True):
            if not head.shared:
                yield f"[{_words(cell)}],"
            elif at == 0:
                yield f"table.cell(rowspan: {len(block.rows)})[{_words(cell)}],"


def _words(cell: Cell) -> str:
    return "".join(_run(run) for run in runs_of(cell) if run.text)


def _run(run: Run) -> str:
    words = f"text({_string(run.text)})"
    match run.op:
        case "-":
            return f'#strike(text(fill: rgb("#990000"), {_string(run.text)}))'
        case "+":
            return f"#underline(strong({words}))"
    return f"#{words}"


def _strong(text: str) -> str:
    return f"strong({_string(text)})"


def _string(text: str) -> str:
    return json.dumps(printable(text), ensure_ascii=False)  # what is left to escape, typst escapes alike
