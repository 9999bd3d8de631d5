"""Words with marks: what stands in both of two texts, what goes, what comes; and how each target shows them.

Nothing else makes text, Markdown or HTML of marked words, or says how a document shows what goes and comes.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Literal, NamedTuple

from plancli.core.text.characters import ends_sentence, sentences

Op = Literal["=", "-", "+", "±"]


class Run(NamedTuple):
    """A stretch that stands in both texts (=), only in the old (-), only in the new (+), or in neither.

    What stands in neither (±) came in and went out again; no comparison of two texts has it.
    """

    op: Op
    text: str


def op_of(added: object, gone: object) -> Op:
    """Return the mark of words that somebody brought in, took out, or both."""
    if added:
        return "±" if gone else "+"
    return "-" if gone else "="


# --- as text ------------------------------------------------------------------------------------------------

Brackets = tuple[str, str]
"""What stands before and behind marked words."""

_PLAIN: Mapping[Op, Brackets] = {
    "=": ("", ""),
    "-": ("[-", "-]"),
    "+": ("{+", "+}"),
    "±": ("{+[-", "-]+}"),
}
_REVERSED: Mapping[Op, Brackets] = dict.fromkeys(_PLAIN, ("\x1b[7m", "\x1b[27m")) | {"=": ("", "")}
_TAGS: Mapping[Op, Brackets] = {
    "=": ("", ""),
    "-": ("<del>", "</del>"),
    "+": ("<ins>", "</ins>"),
    "±": ("<ins><del>", "</del></ins>"),
}
"""Asterisks beside Chinese punctuation are not read as marks everywhere; these are."""
_HTML: Mapping[Op, Brackets] = {**_TAGS, "±": ('<del class="undone">', "</del>")}
_REFERENCES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;"})


def marked(runs: Iterable[Run]) -> str:
    """Return runs with plain marks: [-removed-]{+new+}."""
    return _between(runs, _PLAIN, str)


def reversed_marks(runs: Iterable[Run]) -> str:
    """Return runs for a terminal that is coloured by its lines: what is marked stands reversed."""
    return _between(runs, _REVERSED, str)


def as_markdown(runs: Iterable[Run]) -> str:
    """Return runs as Markdown of one line: <del>removed</del><ins>new</ins>, line breaks as <br>.

    Blanks stay: those at either end, which Markdown leaves out, are written as references.
    """
    found = _without_edge_gaps([run for run in runs if run.text])
    return _edges_kept(_between(found, _TAGS, lambda text: escaped(text).replace("\n", "<br>")))


def as_html(runs: Iterable[Run]) -> str:
    """Return runs as HTML; what holds it needs `white-space: pre-wrap`, for line breaks and blanks."""
    return _between(runs, _HTML, lambda text: text.translate(_REFERENCES))


def _between(
    runs: Iterable[Run], brackets: Mapping[Op, Brackets], written: Callable[[str], str]
) -> str:
    """Return each run between its brackets, its words as the target writes them."""
    found: list[str] = []
    for op, text in runs:
        if text:
            before, behind = brackets[op]
            found.append(f"{before}{written(text)}{behind}")
    return "".join(found)


_SIGNIFICANT = re.compile(r"[\\|*_`\[<~#]|&(?=#?[0-9A-Za-z]+;)")
"""Signs that Markdown takes for markup anywhere in a line, and the beginning of a reference (&lt;)."""
_BLANK_EDGES = re.compile(r"^[ \t]|[ \t]$")


def escaped(text: str) -> str:
    """Return text of which Markdown takes no sign for markup."""
    return _SIGNIFICANT.sub(r"\\\g<0>", text)


def _without_edge_gaps(runs: list[Run]) -> list[Run]:
    """Take from a GAP at either end the blank that sets it off from words: there are none on that side."""
    if runs and runs[0] == GAP:
        runs = [Run("=", GAP.text.lstrip()), *runs[1:]]
    if runs and runs[-1].op == "=" and runs[-1].text in (GAP.text, GAP.text.lstrip()):
        runs = [*runs[:-1], Run("=", runs[-1].text.rstrip())]
    return runs


def _edges_kept(line: str) -> str:
    """Write a blank at either end of a line of Markdown as a reference, so that it stays."""
    return _BLANK_EDGES.sub(lambda blank: f"&#{ord(blank[0])};", line)


# --- as looks -----------------------------------------------------------------------------------------------


class Look(NamedTuple):
    """How a document shows marked words; `colour` is red, green and blue in hexadecimal, or none."""

    struck: bool = False
    strong: bool = False
    underlined: bool = False
    colour: str = ""


_GONE, _COME = Look(struck=True, colour="990000"), Look(strong=True, underlined=True)
LOOKS: Mapping[Op, Look] = {"=": Look(), "-": _GONE, "+": _COME, "±": _GONE}
"""What goes is struck, what comes is bold and underlined: told apart in black and white."""


# --- in part ------------------------------------------------------------------------------------------------

GAP = Run("=", " ⋯ ")
"""Stands for unchanged sentences that are left out."""


def focused(runs: list[Run]) -> list[Run]:
    """Leave out unchanged sentences, with a GAP in their place; keep the sentences that changes stand in."""
    kept: list[Run] = []
    for at, run in enumerate(runs):
        parts = sentences(run.text)
        if run.op != "=" or len(parts) < 2:
            kept.append(run)
            continue
        head = parts[0] if at and not ends_sentence(runs[at - 1].text) else ""
        tail = parts[-1] if at + 1 < len(runs) and not ends_sentence(parts[-1]) else ""
        kept += [piece for piece in (Run("=", head), GAP, Run("=", tail)) if piece.text]
    return kept


def abridged(runs: list[Run], around: int) -> list[Run]:
    """Keep of what is unchanged only so many characters before and behind each change."""
    kept: list[Run] = []
    for at, run in enumerate(runs):
        head = run.text[:around] if at else ""
        tail = run.text[-around:] if at + 1 < len(runs) else ""
        if run.op != "=" or len(run.text) <= len(head) + len(tail) + 1:
            kept.append(run)
        else:
            kept.append(Run("=", f"{head}{LEFT_OUT_BRIEFLY}{tail}"))
    return kept


LEFT_OUT = "……"
"""What stands on paper and in messages for words that are left out."""
LEFT_OUT_BRIEFLY = "…"
"""The same where every column counts: inside marked words, and in a list on the screen."""


def shortened(text: str, most: int, left_out: str = LEFT_OUT) -> str:
    """Return the first so many characters of a text, and a sign where more follow."""
    return text if len(text) <= most else text[:most] + left_out


def on_one_line(text: str) -> str:
    """Return text without line breaks; a line break and what is indented behind it count as one blank."""
    return " ".join(text.split())
