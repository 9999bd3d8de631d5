"""The list of letters: to whom, how addressed, how many comments, which file; mail merge takes it."""

from collections import Counter
from collections.abc import Mapping, Sequence

from plancli.core.comments.status import Share
from plancli.core.publish.sheet import Block, Head, Sheet
from plancli.core.publish.table import UnitRows
from plancli.messages import N_
from plancli.render.pages.letter import addressed, reference
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
    counted = (N_("Comments"), N_("Adopted"), N_("Partly adopted"), N_("Not adopted"), N_("Other"))
    # what mail merge cannot make up by itself: 云溪函〔2026〕3号, 贵单位
    own = [(N_("Addressed as"), [addressed(report, one.unit) for one in letters])]
    if report.manifest.letters.reference:
        references = [reference(report, numbers[one.unit]) for one in letters]
        own.insert(0, (N_("Reference"), references))
    heads = (
        Head(translate(N_("No.")), 6, centred=True),
        Head(translate(N_("Unit")), 24),
        *(Head(translate(label), 14) for label, _cells in own),
        *(Head(translate(label), 10, centred=True, numeric=True) for label in counted),
        Head(translate(N_("File of the letter")), 30),
    )
    rows = tuple(
        (
            str(numbers[one.unit]),
            one.unit,
            *(cells[at] for _label, cells in own),
            *_figures(one, report),
            files.get(one.unit, ""),
        )
        for at, one in enumerate(letters)
    )
    title = translate(_TITLE).format(title=report.title)
    return Sheet(title, heads, (Block(rows),), language=report.manifest.language, records=True)


def _figures(unit: UnitRows, report: Report) -> tuple[str, ...]:
    """Return how many comments a letter answers, of these what is adopted, as far as the text proves it."""
    shares = Counter(report.claimed[row.id].share for row in unit.rows)
    told = [shares[share] for share in (Share.ADOPTED, Share.PARTLY, Share.DECLINED)]
    return tuple(map(str, (len(unit.rows), *told, len(unit.rows) - sum(told))))
