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
