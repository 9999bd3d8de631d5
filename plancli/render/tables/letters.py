"""The list of letters: to which units, about how many comments, in which file; mail merge takes it."""

from collections.abc import Mapping, Sequence

from plancli.core.publish.sheet import Block, Head, Sheet
from plancli.core.publish.table import UnitRows
from plancli.messages import N_
from plancli.render.tables.feedback import Report

_TITLE = N_("{title}: letters to the units")


def list_of_letters(
    report: Report,
    letters: Sequence[UnitRows],
    numbers: Mapping[str, int],
    files: Mapping[str, str],
) -> Sheet:
    """Return the list of letters, with the number and file of each by its unit."""
    translate = report.translate
    heads = (
        Head(translate(N_("No.")), 6, centred=True),
        Head(translate(N_("Unit")), 24),
        Head(translate(N_("Comments")), 10, centred=True, numeric=True),
        Head(translate(N_("File of the letter")), 30),
    )
    rows = tuple(
        (str(numbers[one.unit]), one.unit, str(len(one.rows)), files.get(one.unit, ""))
        for one in letters
    )
    title = translate(_TITLE).format(title=report.title)
    return Sheet(title, heads, (Block(rows),), language=report.manifest.language)
