"""Text inside Markdown."""

import re

from plancli.core.publish.sheet import Cell, runs_of
from plancli.core.text.marked import as_markdown, escaped


def cell(text: str) -> str:
    """Return text that stays in its cell of a Markdown table and is not taken for markup."""
    return "<br>".join(line.strip() for line in escaped(text).splitlines())


def paragraph(text: str) -> str:
    """Return text for a line of its own: what it begins with is neither a list nor a quotation."""
    return opened(cell(text))


def opened(line: str) -> str:
    """Return a line of Markdown whose first sign opens no list, title or quotation."""
    return _OPENING.sub(lambda match: f"{match[1]}\\{match[2]}", line)


_OPENING = re.compile(r"^([0-9]{0,9}(?=[.)])|)([-+>=.)])")


def words(found: Cell) -> str:
    """Return a cell with what goes struck and what comes underlined."""
    if isinstance(found, str):
        return "<br>".join(escaped(found).strip().splitlines())
    return as_markdown(runs_of(found))
