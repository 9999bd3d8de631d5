"""A table of the plan inside a page or a cell, as HTML."""

from collections.abc import Iterable, Iterator

from plancli.core.publish.drawn import DrawnCell, DrawnRow, DrawnTable
from plancli.core.text.marked import Run, as_html

WHOLE = 12
"""Characters of a cell of a published table at most that is not broken: names of decisions, of most units."""
_DRAWN = 6
"""The same of a table of the plan, which has less room: 约束性, 2025年."""


def kept(words: Iterable[Run], most: int = _DRAWN) -> str:
    """Return "whole" for a cell that stays in one piece, as a class; "" for one that is read as a text."""
    return "whole" if sum(len(run.text) for run in words) <= most else ""


def table_html(table: DrawnTable) -> str:
    """Return a table with its title, unit of measure and notes; what changed in it is marked."""
    above = f"<b>{as_html(table.title)}</b>" if table.title else ""
    above += "".join(f'<span class="measure">{as_html(words)}</span>' for words in table.measure)
    head = "".join(_row(row, "th") for row in table.heads)
    body = "".join(_row(row, "td") for row in table.rows)
    parts = [
        f'<div class="drawn"{_reachable(table)}><table>',
        f"<caption>{above}</caption>" if above else "",
        f"<thead>{head}</thead>" if head else "",
        f"<tbody>{body}</tbody></table>",
        *(f'<div class="note">{as_html(words)}</div>' for words in table.notes),
        "</div>",
    ]
    return "".join(parts)


def _reachable(table: DrawnTable) -> str:
    """Return what lets a box that scrolls be reached and scrolled by keys, under the name of its table."""
    name = as_html([Run("=", "".join(run.text for run in table.title))])
    return f' tabindex="0" role="region" aria-label="{name}"' if name else ' tabindex="0"'


def _row(row: DrawnRow, tag: str) -> str:
    return f"<tr>{''.join(_cell(cell, tag) for cell in row)}</tr>"


def _cell(cell: DrawnCell, tag: str) -> str:
    attributes = "".join(_attributes(cell, tag))
    return f"<{tag}{attributes}>{as_html(cell.words)}</{tag}>"


def _attributes(cell: DrawnCell, tag: str) -> Iterator[str]:
    if tag == "th":
        yield ' scope="colgroup"' if cell.width > 1 else ' scope="col"'
    looks = [name for name in ("changed" if cell.is_changed else "", kept(cell.words)) if name]
    if looks:
        yield f' class="{" ".join(looks)}"'
    if cell.width > 1:
        yield f' colspan="{cell.width}"'
    if cell.height > 1:
        yield f' rowspan="{cell.height}"'
