"""Running text to be published, as a value: letters, accounts and notices, drawn alike in every format."""

from enum import StrEnum
from typing import NamedTuple

from plancli.core.text.marked import Run


class Style(StrEnum):
    """What a line of text is; the value is what stands before it in a template."""

    STAMP = "!! "
    TITLE = "# "
    HEADING = "## "
    RIGHT = ">> "
    QUOTED = "> "
    BODY = ""


class ProseLine(NamedTuple):
    """One line of text with what goes and what comes in it."""

    style: Style
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """Its words, those that go and those that come alike."""
        return "".join(run.text for run in self.runs)


Prose = tuple[ProseLine, ...]


def stamped(prose: Prose, stamp: str) -> Prose:
    """Return a text under the stamp that says that it is not for publication; without one as it is."""
    if not stamp:
        return prose
    return (ProseLine(Style.STAMP, (Run("=", stamp),)), *prose)


def kept_together(prose: Prose) -> list[bool]:
    """Return of each line whether the page does not end behind it.

    A signature and its date stand on one page, and with them at least two lines of the text that they sign:
    nobody could tell what a page with a signature alone belongs to.
    """
    kept: list[bool] = []
    for at in range(len(prose)):
        behind = [line.style for line in prose[at + 1 : at + 1 + _ABOVE_SIGNATURE]]
        kept.append(Style.RIGHT in behind and behind[0] in (Style.RIGHT, Style.BODY))
    return kept


_ABOVE_SIGNATURE = 2
"""Lines of text that stay with a signature: the last one may be short."""


def title_of(prose: Prose) -> str:
    """Return the words of the first title."""
    return _first(prose, Style.TITLE)


def stamp_of(prose: Prose) -> str:
    """Return the stamp of a text that is not for publication; nothing of any other."""
    return _first(prose, Style.STAMP)


def _first(prose: Prose, style: Style) -> str:
    for line in prose:
        if line.style is style:
            return line.text
    return ""
