"""The roster for people: who was consulted, and what became of it."""

from collections.abc import Iterator, Sequence

from plancli.core.rounds.consulted import Consulted
from plancli.messages import _, colon
from plancli.render.terminal.columns import aligned


def roster_lines(units: Sequence[Consulted]) -> Iterator[str]:
    """Yield a line for each unit: its name, who it is, what it answered, how many comments it has."""
    head = (_("Unit"), _("kind"), _("reply"), _("comments"), _("short names"))
    rows = [head]
    for found in units:
        rows.append(
            (
                found.unit.name,
                str(found.unit.kind) if found.listed else _("not on the roster"),
                str(found.reply or ""),
                str(len(found.comments)),
                "、".join(found.short),
            )
        )
    yield from aligned(rows)


def unit_lines(found: Consulted) -> Iterator[str]:
    """Yield one unit with what hangs on it."""
    listed = str(found.unit.kind) if found.listed else _("not on the roster")
    yield " ".join(part for part in (found.unit.name, listed, found.unit.channel) if part)
    if found.short:
        yield "  " + _("short names") + colon() + "、".join(found.short)
    if found.reply:
        yield "  " + _("reply") + colon() + found.reply
    if found.paragraphs:
        yield "  " + _("responsible in") + colon() + "、".join(found.paragraphs)
