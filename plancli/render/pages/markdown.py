"""Text inside Markdown."""

import re

from plancli.core.publish.sheet import Cell, runs_of

_MARKS = {"=": "{}", "-": "<del>{}</del>", "+": "<ins>{}</ins>"}
"""Asterisks beside Chinese punctuation are not read as marks everywhere; these are."""


def cell(text: str) -> str:
    """Return text that stays in its cell of a Markdown table and is not taken for markup."""
    return "<br>".join(line.strip() for line in escaped(text).splitlines())


def paragraph(text: str) -> str:
    """Return text for a line of its own: what it begins with is neither a list nor a quotation."""
    return _OPENING.sub(lambda match: f"{match[1]}\\{match[2]}", cell(text))


_OPENING = re.compile(r"^([0-9]{0,9}(?=[.)])|)([-+>=.)])")


def escaped(text: str) -> str:
    """Return text of which no sign is taken for markup."""
    for mark in ("\\", "|", "*", "_", "`", "[", "<", "~", "#"):
        text = text.replace(mark, "\\" + mark)
    return text


def words(marked: Cell) -> str:
    """Return a cell with what goes struck and what comes underlined."""
    shown = (_MARKS[run.op].format(escaped(run.text)) for run in runs_of(marked) if run.text)
    return "<br>".join("".join(shown).strip().splitlines())
