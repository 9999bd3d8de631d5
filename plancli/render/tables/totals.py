"""The totals of a consultation: in a sentence above the table, and unit by unit on a page of their own."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from plancli.core.comments.status import Status
from plancli.core.publish.claims import Claim, published
from plancli.core.publish.sheet import Block, Head, Sheet
from plancli.core.publish.table import UnitRows
from plancli.core.publish.words import Said
from plancli.core.rounds.borne_out import InText
from plancli.core.rounds.counts import Counts
from plancli.messages import N_

TOTALS = N_("Of these: {totals}.")
_TOTAL = N_("{label}: {count}")
_NAME = N_("Totals")
_TITLE = N_("{title}: totals")
_SUM = N_("All")
_COMMENTS = N_("Comments")
_UNIT = N_("Unit")

Translate = Callable[[str], str]


def totals_told(counts: Counts, said: Said, translate: Translate) -> str:
    """Return the sentence that says how many comments have which decision; "" where there is none."""
    parts = [
        translate(_TOTAL).format(label=said.figure(claim), count=number)
        for claim, number in published(counts)
    ]
    return translate(TOTALS).format(totals=said.comma.join(parts)) if parts else ""


def totals_by_unit(
    title: str,
    table: Iterable[UnitRows],
    claimed: Mapping[str, Claim],
    said: Said,
    translate: Translate,
) -> Sheet:
    """Return how many comments of each unit have which decision, and of all of them.

    `claimed` is the decision on each comment, by id. A joint comment is counted once, in the row of those who
    sign it; one that was joined to another has the decision on that one.
    """
    order = {status: at for at, status in enumerate(Status)}
    within = {in_text: at for at, in_text in enumerate(InText)}
    claims = sorted(
        set(claimed.values()), key=lambda claim: (order[claim.status], within[claim.in_text])
    )
    labels = list(dict.fromkeys(map(said.figure, claims)))
    rows: list[tuple[str, ...]] = []
    together: Counter[str] = Counter()
    for unit in table:
        names = [row.id for row in unit.rows if row.id]
        found = Counter(said.figure(claimed[name]) for name in names)
        together += found
        rows.append(_row(unit.unit, found, labels))
    rows.append(_row(translate(_SUM), together, labels))
    heads = (
        Head(translate(_UNIT), 24, centred=True),
        *(Head(label, 10, centred=True, numeric=True) for label in (translate(_COMMENTS), *labels)),
    )
    return Sheet(
        translate(_TITLE).format(title=title),
        heads,
        (Block(tuple(rows)),),
        name=translate(_NAME),
    )


def _row(name: str, found: Counter[str], labels: Iterable[str]) -> tuple[str, ...]:
    return (name, str(sum(found.values())), *(str(found[label]) for label in labels))
