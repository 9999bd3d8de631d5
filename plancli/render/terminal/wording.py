"""Changed wording: coloured in a terminal, [-removed-]{+new+} everywhere else."""

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Console
from rich.text import Text

from plancli.core.evidence.rewordings import Rewording, RewordingKind
from plancli.core.plan.model import PLAN
from plancli.core.plan.outline import Outline
from plancli.core.publish.naming import Naming, formerly
from plancli.core.text.in_part import focused
from plancli.core.text.marked import Op, Run, marked
from plancli.messages import N_, _, colon, in_brackets

_KINDS = {
    RewordingKind.CHANGED: "",
    RewordingKind.ADDED: N_("new"),
    RewordingKind.REMOVED: N_("removed"),
    RewordingKind.MOVED: N_("moved"),
}
_STYLES: Mapping[Op, str] = {
    "=": "",
    "-": "red strike",
    "+": "green bold",
    "±": "red strike",
}
"""The looks of text/marked in the colours that every terminal has."""


def show(
    rewordings: Iterable[Rewording],
    console: Console,
    naming: Naming,
    draft: Outline | None = None,
) -> None:
    """Print rewordings below a heading for each section; `naming` says how another number is told.

    With a `draft` they lead from what was asked on it to what was adopted: a part that comes back was never
    gone, and one that goes again was never there.
    """
    coloured = console.is_terminal and not console.no_color
    for line in rewording_lines(rewordings, naming, coloured, draft):
        console.print(line)


def rewording_lines(
    rewordings: Iterable[Rewording],
    naming: Naming,
    coloured: bool,
    draft: Outline | None = None,
) -> Iterator[Text]:
    """Yield the lines that `show` prints."""
    section = ""
    for rewording in rewordings:
        if rewording.is_cell and not any(run.text for run in rewording.text):
            continue  # an empty cell, come or gone with its row or column, says nothing
        if rewording.section != section:
            section = rewording.section
            # what the key of the plan's title says, its words say
            key = "" if section == PLAN else f"{section} "
            yield Text(key + rewording.title, style="bold")
        yield from _lines(rewording, _called(rewording, draft), naming, coloured)


def _called(rewording: Rewording, draft: Outline | None) -> str:
    """Return what happened to a part, in words; "" where only its words changed."""
    drafted = draft is not None and draft.knows(rewording.paragraph)
    if draft is not None and drafted and rewording.kind is RewordingKind.ADDED:
        return _("was to be removed, stays")
    if draft is not None and not drafted and rewording.kind is RewordingKind.REMOVED:
        return _("was to be added, is not")
    return _(_KINDS[rewording.kind]) if _KINDS[rewording.kind] else ""


def _lines(rewording: Rewording, called: str, naming: Naming, coloured: bool) -> Iterator[Text]:
    kind = in_brackets(called) if called else ""
    if rewording.is_cell:
        words = coloured_runs(focused(rewording.text), coloured)
        yield Text.assemble(f"  {rewording.paragraph}{kind} ", words)
        return
    heading = coloured_runs(rewording.heading, coloured)
    of_title = rewording.paragraph == rewording.section
    name = _("title") if of_title and heading.plain else rewording.paragraph
    yield Text.assemble(f"  {name}{kind}", " " if heading.plain else "", heading)
    if rewording.number:
        label = _("number")
        yield Text.assemble(f"    {label}{colon()}", _number(rewording.number, naming, coloured))
    if any(run.op != "=" for run in rewording.text):
        yield Text.assemble("    ", coloured_runs(focused(rewording.text), coloured))
    if rewording.units:
        label = _("responsible units")
        yield Text.assemble(f"    {label}{colon()}", coloured_runs(rewording.units, coloured))


def _number(runs: list[Run], naming: Naming, coloured: bool) -> Text:
    """Return a number with the one that a part had; of one that only came or went its change."""
    if len(runs) < 2:
        return coloured_runs(runs, coloured)
    old, new = runs
    return Text(formerly(new.text, old.text, naming))


def coloured_runs(runs: Iterable[Run], coloured: bool) -> Text:
    """Return runs in colours, or with plain marks."""
    if not coloured:
        return Text(marked(runs))
    return styled(runs)


def styled(runs: Iterable[Run], underlined: bool = False) -> Text:
    """Return runs in the looks of a terminal; `underlined` where it may show no colours."""
    more = {"+": " underline"} if underlined else {}
    return Text.assemble(*((text, _STYLES[op] + more.get(op, "")) for op, text in runs))
