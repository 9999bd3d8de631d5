"""Who wrote which words: one colour for each author in a terminal, [author: words] everywhere else."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.text import Text

from plancli.core.evidence.blame import Blame, Stretch
from plancli.core.merge.meeting import NUMBERING, OFFICE
from plancli.core.text.marked import Run, marked
from plancli.messages import _
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


def show(blames: Sequence[Blame], first_draft: str, comma: str, console: Console) -> None:
    """Print paragraphs with the origin of their words, then who has which colour.

    `comma` is what the plan prints between two units.
    """
    coloured = console.is_terminal and not console.no_color
    authors = list(
        dict.fromkeys(_author(s, first_draft) for b in blames for s in _stretches(b) if s.by)
    )
    colours = {author: _COLOURS[at % len(_COLOURS)] for at, author in enumerate(authors)}
    for found in blames:
        shown = colours if coloured else {}
        heading, text = (_line(part, first_draft, shown) for part in (found.heading, found.text))
        console.print(Text.assemble(place(found.paragraph), " ", heading))
        if text.plain:
            console.print(Text.assemble("  ", text))
        if found.units:
            label = _("responsible units")
            units = Text(comma).join(_line([unit], first_draft, shown) for unit in found.units)
            console.print(Text.assemble(f"  {label}: ", units))
    if coloured:
        for author, colour in colours.items():
            console.print(Text(f"■ {author}", style=colour))


def _stretches(found: Blame) -> Iterator[Stretch]:
    yield from (*found.heading, *found.text, *found.units)


def _author(stretch: Stretch, first_draft: str) -> str:
    ours = {OFFICE: _("the drafting office"), NUMBERING: _("renumbering")}
    names = "、".join(ours.get(by, by) for by in stretch.by)
    return names if stretch.draft == first_draft else f"{names} ({stretch.draft})"


def _line(stretches: Iterable[Stretch], first_draft: str, colours: dict[str, str]) -> Text:
    line = Text()
    for stretch in stretches:
        author = _author(stretch, first_draft)
        if not stretch.by:
            line.append(stretch.text)
        elif author in colours:
            line.append(stretch.gone, style=f"{colours[author]} strike")
            line.append(stretch.text, style=f"{colours[author]} bold")
        else:
            words = marked([Run("-", stretch.gone), Run("=", stretch.text)])
            line.append(f"[{author}: {words}]")
    return line
