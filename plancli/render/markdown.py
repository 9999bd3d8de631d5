"""Text inside Markdown."""

from plancli.core.sheet import Cell, runs_of

_MARKS = {"=": "{}", "-": "<del>{}</del>", "+": "<ins>{}</ins>"}
"""Asterisks beside Chinese punctuation are not read as marks everywhere; these are."""


def cell(text: str) -> str:
    """Return text that stays in its cell of a Markdown table and is not taken for markup."""
    for mark in ("\\", "|", "*", "_", "`", "[", "<", "~", "#"):
        text = text.replace(mark, "\\" + mark)
    return "<br>".join(line.strip() for line in text.splitlines())


def words(marked: Cell) -> str:
    """Return a cell with what goes struck and what comes underlined."""
    return "".join(_MARKS[run.op].format(cell(run.text)) for run in runs_of(marked) if run.text)
