"""The totals of a consultation: in a sentence above the table, and unit by unit on a page of their own."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from plancli.core.publish.claims import Claim, counted_claims, published
from plancli.core.publish.sheet import Block, Head, Sheet, text_of
from plancli.core.publish.table import UnitRows
from plancli.core.publish.words import Said
from plancli.core.rounds.counts import Counts, share_of
from plancli.messages import N_

TOTALS = N_("Of these: {totals}.")
_TOTAL = N_("{label}: {count}")
_NAME = N_("Totals")
_TITLE = N_("{title}: totals")
SUM = N_("All")
BY_DECISION, BY_UNIT = N_("By decision"), N_("By unit")
_COMMENTS = N_("Comments")
_UNIT = N_("Unit")
_SHARE = N_("Share")
_DECISION = N_("Decision")

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
    labels = list(dict.fromkeys(map(said.figure, counted_claims(claimed.values()))))
    rows: list[tuple[str, ...]] = []
    together: Counter[str] = Counter()
    for unit in table:
        names = [row.id for row in unit.rows if row.id]
        found = Counter(said.figure(claimed[name]) for name in names)
        together += found
        rows.append(_row(unit.unit, found, labels))
    rows.append(_row(translate(SUM), together, labels))
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


def with_shares(sheet: Sheet, translate: Translate) -> Sheet:
    """Return the totals with a row below their sums: what part of all comments each is."""
    (block,) = sheet.blocks
    whole, *counts = (int(text_of(cell)) for cell in block.rows[-1][1:])
    shares = (translate(_SHARE), *(share_of(number, whole) for number in (whole, *counts)))
    return sheet._replace(blocks=(block._replace(rows=(*block.rows, shares)),))


def decisions_told(
    decided: Mapping[Claim, int], said: Said, translate: Translate
) -> list[tuple[str, ...]]:
    """Return how many comments have which decision, their shares of all, and the sum, below their heads."""
    counted: Counter[str] = Counter()
    for claim, number in decided.items():
        counted[said.figure(claim)] += number
    whole = counted.total()
    head = (translate(_DECISION), translate(_COMMENTS), translate(_SHARE))
    rows = [*counted.items(), (translate(SUM), whole)]
    return [head, *((label, str(number), share_of(number, whole)) for label, number in rows)]


def _row(name: str, found: Counter[str], labels: Iterable[str]) -> tuple[str, ...]:
    return (name, str(sum(found.values())), *(str(found[label]) for label in labels))
