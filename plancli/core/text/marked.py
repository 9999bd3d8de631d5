"""Words with marks: what stands in both of two texts, what goes, what comes; and how each target shows them.

Nothing else makes text, Markdown or HTML of marked words, or says how a document shows what goes and comes.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Literal, NamedTuple

Op = Literal["=", "-", "+", "±"]


class Run(NamedTuple):
    """A stretch that stands in both texts (=), only in the old (-), only in the new (+), or in neither.

    What stands in neither (±) came in and went out again; no comparison of two texts has it.
    """

    op: Op
    text: str


def op_of(added: object, gone: object) -> Op:
    """Return the mark of words that somebody brought in, took out, or both.

    What was brought in and taken out again stands in neither text.
    """
    if added and gone:
        return "±"
    if added:
        return "+"
    if gone:
        return "-"
    return "="


def changed_whole(old: str, new: str) -> list[Run]:
    """Return the change of what is read as a whole, such as a number: 专栏3 for 专栏2, not 3 for 2."""
    found: list[Run] = []
    if old:
        found.append(Run("-", old))
    if new:
        found.append(Run("+", new))
    return found


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
TAGS: Mapping[Op, Brackets] = {
    "=": ("", ""),
    "-": ("<del>", "</del>"),
    "+": ("<ins>", "</ins>"),
    "±": ("<ins><del>", "</del></ins>"),
}
"""Asterisks beside Chinese punctuation are not read as marks everywhere; these are."""
_HTML: Mapping[Op, Brackets] = {**TAGS, "±": ('<del class="undone">', "</del>")}
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
    found = without_edge_gaps(runs)
    return _edges_kept(_between(found, TAGS, _in_one_line))


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


def _in_one_line(text: str) -> str:
    """Return text as one line of Markdown shows it; its line breaks are said."""
    return escaped(text).replace("\n", "<br>")


def escaped(text: str) -> str:
    """Return text of which Markdown takes no sign for markup."""
    return _SIGNIFICANT.sub(r"\\\g<0>", text)


def without_edge_gaps(runs: Iterable[Run]) -> list[Run]:
    """Take from a GAP at either end the blank that sets it off from words: there are none on that side."""
    found = [run for run in runs if run.text]
    if found and found[0] == GAP:
        found[0] = _GAP_FIRST
    # a GAP that is alone has lost the blank before it already
    if found and found[-1] in (GAP, _GAP_FIRST):
        found[-1] = Run("=", found[-1].text.rstrip())
    return found


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
_GAP_FIRST = Run("=", GAP.text.lstrip())
"""The same where nothing stands before it."""


def abridged(runs: list[Run], around: int) -> list[Run]:
    """Keep of what is unchanged only so many characters before and behind each change.

    What is no longer than that stays whole: the sign for what is left out takes a column itself.
    """
    kept: list[Run] = []
    for at, run in enumerate(runs):
        # at an end of all there is no change on one side, so that nothing is kept there
        head = run.text[:around] if at > 0 else ""
        tail = run.text[-around:] if at + 1 < len(runs) else ""
        brief = f"{head}{LEFT_OUT_BRIEFLY}{tail}"
        if run.op == "=" and len(brief) < len(run.text):
            kept.append(Run("=", brief))
        else:
            kept.append(run)
    return kept


LEFT_OUT = "……"
"""What stands on paper and in messages for words that are left out."""
LEFT_OUT_BRIEFLY = "…"
"""The same where every column counts: inside marked words, and in a list on the screen."""


def shortened(text: str, most: int, left_out: str = LEFT_OUT) -> str:
    """Return the first so many characters of a text, and a sign where more follow."""
    if len(text) <= most:
        return text
    return text[:most] + left_out


def on_one_line(text: str) -> str:
    """Return text without line breaks; a line break and what is indented behind it count as one blank."""
    return " ".join(text.split())
