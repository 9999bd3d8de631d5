"""Who wrote which words: one colour for each author in a terminal, [author: words] everywhere else."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from plancli.core.evidence.blame import Blame, Stretch
from plancli.core.merge.meeting import NUMBERING, OFFICE
from plancli.core.text.marked import Run, marked
from plancli.messages import _, colon, in_brackets
from plancli.render.terminal.places import shown as place

_COLOURS = (
    "cyan",
    "green",
    "magenta",
    "yellow",
    "blue",
    "red",
    "bright_cyan",
    "bright_green",
    "bright_magenta",
)


class Authors(NamedTuple):
    """What authors are called: the first draft, whose comments need no name of it, and who signs together.

    `signed` has the names of all units of the joint comments, by id.
    """

    first_draft: str
    signed: Mapping[str, str]

    def called(self, stretch: Stretch) -> str:
        """Return the authors of words."""
        names: list[str] = []
        for by in stretch.by:
            if by == OFFICE:
                names.append(_("the drafting office"))
            elif by == NUMBERING:
                names.append(_("renumbering"))
            else:
                signed = self.signed.get(by, "")
                names.append(f"{by} {signed}".strip())
        together = "、".join(names)
        return (
            together if stretch.draft == self.first_draft else together + in_brackets(stretch.draft)
        )


def show(blames: Sequence[Blame], authors: Authors, comma: str, console: Console) -> None:
    """Print paragraphs with the origin of their words, then who has which colour.

    `comma` is what the plan prints between two units.
    """
    coloured = console.is_terminal and not console.no_color
    names: dict[str, None] = {}
    for found in blames:
        for stretch in _stretches(found):
            if stretch.by:
                names[authors.called(stretch)] = None
    colours = {author: _COLOURS[at % len(_COLOURS)] for at, author in enumerate(names)}
    for found in blames:
        for line in _lines(found, authors, comma, colours if coloured else {}):
            console.print(line)
    if coloured:
        for author, colour in colours.items():
            console.print(Text(f"■ {author}", style=colour))


def _lines(
    found: Blame, authors: Authors, comma: str, colours: Mapping[str, str]
) -> Iterator[Text]:
    """Yield the lines of a paragraph; a cell of a table has one."""
    heading, text = (_line(part, authors, colours) for part in (found.heading, found.text))
    if found.is_cell:
        yield Text.assemble(place(found.paragraph), "  ", text)
        return
    yield Text.assemble(place(found.paragraph), " ", heading)
    if text.plain:
        yield Text.assemble("  ", text)
    if found.units:
        label = _("responsible units")
        units = Text(comma).join(_line([unit], authors, colours) for unit in found.units)
        yield Text.assemble(f"  {label}{colon()}", units)


def _stretches(found: Blame) -> Iterator[Stretch]:
    yield from (*found.heading, *found.text, *found.units)


def _line(stretches: Iterable[Stretch], authors: Authors, colours: Mapping[str, str]) -> Text:
    line = Text()
    for stretch in stretches:
        author = authors.called(stretch)
        if not stretch.by:
            line.append(stretch.text)
        elif author in colours:
            line.append(stretch.gone, style=f"{colours[author]} strike")
            line.append(stretch.text, style=f"{colours[author]} bold")
        else:
            words = marked([Run("-", stretch.gone), Run("=", stretch.text)])
            line.append(f"[{author}: {words}]")
    return line
