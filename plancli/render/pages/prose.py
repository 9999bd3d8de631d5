"""Running text from templates (*.txt.j2): a line is a passage, `# `, `## `, `> `, `>> ` before it say which.

What is filled in is words and never markup: its line breaks stay inside the passage, and no sign in it marks
a line. The filter `marked` draws runs, what goes and what comes; `chinese` numbers 一、二、三.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from plancli.core.publish.prose import Prose, ProseLine, Style, title_of
from plancli.core.text.characters import printable
from plancli.core.text.marked import Op, Run, as_markdown
from plancli.core.text.marked import marked as plain_marks
from plancli.core.text.numerals import chinese
from plancli.messages import language_tag
from plancli.render.pages.templates import filled, rendered, with_stamp

_END, _FILLED, _BREAK = "\ue002", "\ue003", "\u2028"
_OPEN: dict[Op, str] = {"-": "\ue000", "+": "\ue001", "=": "\ue004", "±": "\ue005"}
_OPS = {sign: op for op, sign in _OPEN.items()}
_BEGIN = f"[{''.join(_OPS)}]"
_SIGNS = re.compile(f"{_BEGIN}|[{_END}{_FILLED}]")
_RUNS = re.compile(f"({_BEGIN})([^{_END}]*){_END}|[^{''.join(_OPS)}]+")


class _Drawn(str):
    """Words with signs in them that are ours."""

    __slots__ = ()


def prose(name: str, own: Path, values: Mapping[str, Any], language: str) -> Prose:
    """Return the template `name` filled with `values`, in a language of plans."""
    filters: dict[str, Callable[..., str]] = {"marked": marked, "chinese": chinese}
    text = filled(f"{name}.txt", own, values, _words, filters, language)
    return tuple(_passage(line) for line in text.split("\n") if line.strip())


def marked(runs: Iterable[Run]) -> str:
    """Return runs with signs round each, which keep its blanks from being taken for those of a template."""
    return _Drawn("".join(f"{_OPEN[op]}{_words(text)}{_END}" for op, text in runs if text))


def _words(value: object) -> str:
    """Return what is filled in as words: line breaks are kept apart from those of the template."""
    if isinstance(value, _Drawn):
        return value
    return _FILLED + _BREAK.join(_SIGNS.sub("", printable(str(value))).splitlines())


def _passage(line: str) -> ProseLine:
    style = next(style for style in Style if line.startswith(style))
    words = line[len(style) :].replace(_FILLED, "").strip().replace(_BREAK, "\n")
    runs: list[Run] = []
    for match in _RUNS.finditer(words):
        op, text = (_OPS[match[1]], match[2]) if match[1] else ("=", match[0])
        if (
            runs and runs[-1].op == op == "="
        ):  # the words of a template, and unchanged ones beside them
            text = runs.pop().text + text
        runs.append(Run(op, text))
    return ProseLine(style, tuple(runs))


# --- as text ------------------------------------------------------------------------------------------------


def markdown(found: Prose) -> str:
    """Return the text as Markdown."""
    return "\n\n".join(map(_markdown, found)) + "\n"


def _markdown(passage: ProseLine) -> str:
    words = as_markdown(passage.runs)
    if passage.style is Style.STAMP:
        return f"**{words}**"
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
    words = plain_marks(passage.runs)
    return (
        "\n".join(f"    {line}" for line in words.split("\n"))
        if passage.style is Style.QUOTED
        else words
    )


def html(found: Prose, own: Path, language: str) -> str:
    """Return the text as a page."""
    values = {"prose": found, "title": title_of(found), "language": language_tag(language)}
    stamps = [line.text for line in found if line.style is Style.STAMP]
    return with_stamp(rendered("prose.html", own, values), "".join(stamps), "html")
