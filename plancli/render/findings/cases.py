"""The case that proves a rule, for people: what is changed in the example plan, and where check points."""

import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from plancli.messages import _


class Change(NamedTuple):
    """A file before and after it is changed; None where it is not there."""

    file: str
    before: str | None
    after: str | None


Stage = Change | str
"""A changed file, or the words of a command line that is run."""

_AROUND = 1
"""So many lines beside the changed ones are shown: a value is mostly read with the key above it."""


def lines(stages: Iterable[Stage], at: tuple[str, int] | None = None) -> Iterator[str]:
    """Yield the commands, and of each file the lines that change and those beside them.

    Line `at` (file, number) is shown whatever it says, and marked; if its file is not changed, its place is
    named alone.
    """
    file, number = at or ("", 0)
    shown = False
    for stage in stages:
        if isinstance(stage, str):
            yield f"$ plancli {stage}"
        elif stage.after is None:
            yield _("{file} is deleted").format(file=stage.file)
        else:
            pointed = number if stage.file == file else 0
            shown = shown or pointed > 0
            yield stage.file
            yield from _differing(stage.before or "", stage.after, pointed)
    if at and not shown:
        yield _("check points to {place}").format(place=f"{file}:{number}")


def _differing(before: str, after: str, pointed: int) -> Iterator[str]:
    """Yield the lines that go (-), come (+) or stand beside them, with the number that they have now."""
    old_lines, new_lines = before.splitlines(), after.splitlines()
    blocks = SequenceMatcher(None, old_lines, new_lines, autojunk=False).get_opcodes()
    shown = _near_changes(blocks) | {pointed}
    for kind, old, old_end, new, new_end in blocks:
        sign = " "
        if kind != "equal":
            sign = "+"
            for line in old_lines[old:old_end]:
                yield f"     - {_visible(line)}"
        for number in range(new + 1, new_end + 1):
            if number in shown:
                arrow = "   ← check" if number == pointed else ""
                yield f"{number:4} {sign} {_visible(new_lines[number - 1])}{arrow}"


def _near_changes(blocks: Iterable[tuple[str, int, int, int, int]]) -> set[int]:
    """Return the numbers of the new lines, and of those beside them."""
    near: set[int] = set()
    for kind, _old, _old_end, new, new_end in blocks:
        if kind != "equal":
            near.update(range(new + 1 - _AROUND, new_end + 1 + _AROUND))
    return near


def _visible(line: str) -> str:
    """Return a line in which characters that nobody sees are written out."""
    shown = ""
    for one in line:
        unseen = unicodedata.category(one) == "Cf"
        shown += f"\\u{ord(one):04x}" if unseen else one
    return shown
