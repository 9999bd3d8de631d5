"""Running text from layouts (*.txt.j2): a line is a passage, `# `, `## `, `> `, `>> ` before it say which.

What is filled in is words and never markup: its line breaks stay inside the passage, and no sign in it marks
a line. The filter `marked` draws runs, what goes and what comes; `chinese` numbers 一、二、三.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from plancli.core.publish.prose import Prose, ProseLine, Style, title_of
from plancli.core.text.characters import printable
from plancli.core.text.marked import Op, Run
from plancli.core.text.numerals import chinese
from plancli.render.pages.markdown import cell
from plancli.render.pages.templates import filled, laid_out

_GONE, _COME, _END, _FILLED, _BREAK = "\ue000", "\ue001", "\ue002", "\ue003", "\u2028"
_SIGNS = re.compile(f"[{_GONE}{_COME}{_END}{_FILLED}]")
_RUNS = re.compile(f"([{_GONE}{_COME}])([^{_END}]*){_END}|[^{_GONE}{_COME}]+")
_OPS: dict[str | None, Op] = {_GONE: "-", _COME: "+", None: "="}
_OPEN = {"-": _GONE, "+": _COME, "=": ""}


class _Drawn(str):
    """Words with signs in them that are ours."""

    __slots__ = ()


def prose(name: str, own: Path, values: Mapping[str, Any]) -> Prose:
    """Return the layout `name` filled with `values`."""
    text = filled(f"{name}.txt", own, values, _words, {"marked": marked, "chinese": chinese})
    return tuple(_passage(line) for line in text.split("\n") if line.strip())


def marked(runs: Iterable[Run]) -> str:
    """Return runs with signs round what goes and what comes."""
    return _Drawn(
        "".join(f"{_OPEN[op]}{_words(text)}{_END * (op != '=')}" for op, text in runs if text)
    )


def _words(value: object) -> str:
    """Return what is filled in as words: line breaks are kept apart from those of the layout."""
    if isinstance(value, _Drawn):
        return value
    return _FILLED + _BREAK.join(_SIGNS.sub("", printable(str(value))).splitlines())


def _passage(line: str) -> ProseLine:
    style = next(style for style in Style if line.startswith(style))
    words = line[len(style) :].replace(_FILLED, "").strip().replace(_BREAK, "\n")
    found = _RUNS.finditer(words)
    return ProseLine(style, tuple(Run(_OPS[m[1]], m[2] if m[1] else m[0]) for m in found))


# --- as text ------------------------------------------------------------------------------------------------

_MARKS = {"=": "{}", "-": "<del>{}</del>", "+": "<ins>{}</ins>"}
_PLAIN = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}


def markdown(found: Prose) -> str:
    """Return the text as Markdown."""
    return "\n\n".join(map(_markdown, found)) + "\n"


def _markdown(passage: ProseLine) -> str:
    words = "".join(_MARKS[op].format(cell(text)) for op, text in passage.runs)
    sign = (
        "> "
        if passage.style is Style.QUOTED
        else ""
        if passage.style is Style.RIGHT
        else passage.style
    )
    return f"{sign}{words}"


def plain(found: Prose) -> str:
    """Return the text for a terminal: quoted passages set in, changes in plain marks."""
    return "\n".join(map(_plain, found)) + "\n"


def _plain(passage: ProseLine) -> str:
    words = "".join(_PLAIN[op].format(text) for op, text in passage.runs)
    return (
        "\n".join(f"    {line}" for line in words.split("\n"))
        if passage.style is Style.QUOTED
        else words
    )


def html(found: Prose, own: Path, language: str) -> str:
    """Return the text as a page."""
    said = "zh-CN" if language.startswith("zh") else language
    return laid_out("prose.html", own, {"prose": found, "title": title_of(found), "language": said})
