"""Bodies for tests: a line is a paragraph, and marks at its beginning say how it is set."""

import re

from plancli.core.intake.body import BlockKind, Body, BodyBlock, BodyCell

_MARKS = re.compile(r"(?P<level>[0-9]#)?(?P<centred>=)?(?P<box>[0-9]\|)?")


def block(line: str, place: int = 1) -> BodyBlock:
    """Return the block of a line: 1#… is a heading by style, =… centred, 2|… in a box, **…** bold."""
    marks = _MARKS.match(line)
    assert marks
    words = line[marks.end() :]
    bold = words.rindex("**") - 2 if words.startswith("**") else 0
    words = words.replace("**", "")
    level = marks["level"]
    box = marks["box"]
    return BodyBlock(
        words,
        place,
        level=int(level[0]) if level else None,
        centred=bool(marks["centred"]),
        box=int(box[0]) if box else 0,
        run_in=bold,
    )


def blocks(text: str, gridded: bool = False) -> list[BodyBlock]:
    """Return the blocks of lines; a line of cells, | 甲 | 乙 |, is a row of a table, and [^]… a note.

    `gridded`: it is known of tables how their cells stand.
    """
    found: list[BodyBlock] = []
    for place, raw in enumerate(filter(None, map(str.strip, text.splitlines())), 1):
        if raw.startswith("| "):
            cells = tuple(cell.strip() for cell in raw.strip("|").split("|"))
            if found and found[-1].cells:
                found[-1] = found[-1]._replace(cells=(*found[-1].cells, cells))
            else:
                found.append(BodyBlock("", place, BlockKind.TABLE, cells=(cells,)))
        elif raw.startswith("[^]"):
            found.append(BodyBlock(raw[3:], place, BlockKind.NOTE))
        else:
            found.append(block(raw, place))
    return [_with_grid(one) for one in found] if gridded else found


def _with_grid(table: BodyBlock) -> BodyBlock:
    return table._replace(grid=tuple(tuple(map(BodyCell, row)) for row in table.cells))


def body(text: str, gridded: bool = False) -> Body:
    """Return the body of such lines."""
    return Body(tuple(blocks(text, gridded)), {})
