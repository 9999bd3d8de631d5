"""The feedback table of one round, as one of the presets says."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from plancli.core.comments.status import Status
from plancli.core.intake.ledger import FILLED_IN
from plancli.core.intake.ticket import ticket_head, ticket_of
from plancli.core.plan.manifest import Manifest
from plancli.core.plan.tables import Grouping, Preset, PresetHead, Value
from plancli.core.publish.claims import Claim, Claims
from plancli.core.publish.columns import COLUMNS, CellFor, CellSource
from plancli.core.publish.sheet import Block, Cell, Head, Sheet, fitted, without_empty
from plancli.core.publish.table import Row, UnitRows
from plancli.core.publish.words import Said
from plancli.core.rounds.counts import Counts, final_statuses
from plancli.core.rounds.round import Round
from plancli.core.text.punctuation import bracketed
from plancli.messages import N_, in_language
from plancli.render.pages.words import said, stamp
from plancli.render.tables.presets import PRESETS
from plancli.render.tables.totals import totals_by_unit, totals_told, with_shares

LEAD = N_("Draft: {draft}. {comments} comments were received from {units} units.")
LEAD_OTHERS = N_(
    "Draft: {draft}. {comments} comments were received from {units} units and the public."
)
NO_COMMENTS = N_("Draft: {draft}. No comments were received.")
NO_DRAFT = N_("No draft has been circulated yet, so that there are no comments.")
TITLE = N_("{title} {draft}: opinions and decisions")
TITLES = {TITLE, *(preset.title for preset in PRESETS.values())}
"""The titles that come with plancli, with places to fill in."""
NO_TOPIC = N_("Other")
CONTINUED = N_(
    "What is too long for one row goes on in the row below it; both are sorted together."
)
FOOT = N_(
    "Units consulted: {units}; units that replied: {replied}; with comments: {commented}; "
    "without a reply: {silent}."
)


class Report(NamedTuple):
    """What the table of one round is made from; a plan that was never circulated has no case.

    `claims` has what the text does not prove of it.
    """

    manifest: Manifest
    draft: str
    round: Round | None
    table: Sequence[UnitRows]
    counts: Counts
    claims: Claims = Claims()

    @property
    def title(self) -> str:
        """The title of the plan on the paper on which comments were made."""
        title = self.round.title if self.round else self.manifest.title
        return self.manifest.joints.published(title)

    @property
    def claimed(self) -> dict[str, Claim]:
        """What is said of each comment, by id: its decision, and whether the text proves it."""
        if self.round is None:
            return {}
        decided = final_statuses(self.round.current)
        return {name: self.claims.of(name, status) for name, status in decided.items()}

    @property
    def translate(self) -> Callable[[str], str]:
        """Say a fixed word in the plan's language."""
        return in_language(self.manifest.language).gettext

    @property
    def stamp(self) -> str:
        """What the paper must bear that is not fit for publication."""
        return stamp(self.claims, self.manifest.language)

    @property
    def lead(self) -> str:
        """The sentence with the totals, or that there are none."""
        counts = self.counts
        if not self.draft:
            return self.translate(NO_DRAFT)
        text = LEAD_OTHERS if counts.persons else LEAD
        if not counts.comments:
            text = NO_COMMENTS
        return self.translate(text).format(
            draft=self.draft, comments=counts.comments, units=counts.commented
        )


def feedback(
    report: Report,
    preset: Preset,
    public: bool = False,
    step: Callable[[], None] = lambda: None,
    comes_back: bool = False,
) -> Sheet:
    """Return the table of a round; what is `public` has no column for the office only.

    `step` is called for each row. A table that `comes_back` has tickets, which are not for the public.
    """
    has_tickets = comes_back and not public
    heads = preset.heads
    if public:
        heads = tuple(head for head in heads if not COLUMNS[head.value].internal)
    foot: list[str] = []
    if preset.foot:
        counts = report.counts._asdict()
        foot.append(report.translate(FOOT).format(**counts))
    title = " ".join(_title(report, preset).split())
    words, translate = said(report.manifest.language), report.translate
    columns = tuple(_head(head, preset.group, words, translate) for head in heads)
    labels = {column.name: column.label for column in columns}
    told = totals_told(report.counts, words, translate)
    by_unit = totals_by_unit(report.title, report.table, report.claimed, words, translate)
    sheet = Sheet(
        title,
        columns,
        tuple(_blocks(report, preset.group, heads, step, has_tickets)),
        (words.next_to(report.lead, told),),
        tuple(foot),
        report.manifest.language,
        report.stamp,
        ticket=ticket_head(labels) if has_tickets else "",
        banner=translate(COLUMNS[Value.TOPIC].label),
        further=(with_shares(by_unit, translate),) if told else (),
        continued=translate(CONTINUED),
    )
    if not preset.fit:
        return sheet
    # colleagues also write remarks beside what they decide, and are told that these are not read
    return fitted(without_empty(sheet, keeping=(*FILLED_IN, Value.NOTE) if has_tickets else ()))


def _title(report: Report, preset: Preset) -> str:
    """Return the title; that of a table of the plan's own is words, whatever is in it."""
    title = preset.title or TITLE
    if title not in TITLES:
        return title
    draft = bracketed(report.draft, report.manifest.language) if report.draft else ""
    return report.translate(title).format(title=report.title, draft=draft)


def _head(head: PresetHead, group: Grouping, words: Said, translate: Callable[[str], str]) -> Head:
    value = head.value
    column = COLUMNS[value]
    labels = [words.labels[status] for status in Status] if value is Value.STATUS else []
    return Head(
        translate(head.label or column.label),
        head.width or column.width,
        column.centred,
        shared=value is Value.UNIT and group is Grouping.UNIT,
        name=str(value),
        choices=tuple(dict.fromkeys(labels)),
        listed=value is Value.UNIT,
    )


def _blocks(
    report: Report,
    group: Grouping,
    heads: Sequence[PresetHead],
    step: Callable[[], None],
    with_tickets: bool,
) -> Iterator[Block]:
    manifest = report.manifest
    channels = {unit.name: unit.channel or "" for unit in manifest.units}
    source = CellSource(report.round, channels, said(manifest.language))
    columns = [COLUMNS[head.value] for head in heads]
    numbers: dict[str, int] = {}
    for banner, rows in _grouped(report, group):
        shown: list[tuple[Cell, ...]] = []
        names = tuple(row.id or row.unit for row in rows)
        for row in rows:
            number = _number(numbers, row)
            asked = CellFor(row, number, source)
            shown.append(tuple(column.cell(asked) for column in columns))
            step()
        tickets = tuple(_tickets(rows, shown, heads)) if with_tickets else ()
        yield Block(tuple(shown), banner, names, tickets)


def _number(numbers: dict[str, int], row: Row) -> int | None:
    """Return the number of a row, which is its comment's wherever that stands: the lead counts comments.

    A unit without comments has a row, but no number.
    """
    if not row.id:
        return None
    return numbers.setdefault(row.id, len(numbers) + 1)


def _tickets(
    rows: Sequence[Row], shown: Sequence[Sequence[Cell]], heads: Sequence[PresetHead]
) -> Iterator[str]:
    """Yield what each row carries for its way back; a unit without comments has nothing to decide."""
    names = [str(head.value) for head in heads]
    for row, cells in zip(rows, shown, strict=True):
        if row.whole is None:
            yield ""
        else:
            # programs say of struck words what they like: cells with marks are not compared
            pairs = zip(names, cells, strict=True)
            words = {name: cell for name, cell in pairs if isinstance(cell, str)}
            yield ticket_of(row.whole, words).written


def _grouped(report: Report, group: Grouping) -> Iterator[tuple[str, Sequence[Row]]]:
    """Yield the rows that stand together, with what stands above them."""
    if group is Grouping.UNIT:
        for unit in report.table:
            yield "", unit.rows
        return
    rows = [row for unit in report.table for row in unit.rows]
    if group is Grouping.NONE:
        yield "", rows
    else:
        yield from _by_topic(rows, report.translate(NO_TOPIC))


def _by_topic(rows: Sequence[Row], no_topic: str) -> Iterator[tuple[str, Sequence[Row]]]:
    """Yield the rows of each topic, those without one last; where none has one, no banner is needed.

    A comment of several topics stands under each of them.
    """
    by_topic: dict[str, list[Row]] = {}
    for row in rows:
        topics = row.whole.topics if row.whole else ()
        for topic in topics or ("",):
            by_topic.setdefault(topic, []).append(row)
    other = by_topic.pop("", [])
    yield from by_topic.items()
    if other:
        yield no_topic if by_topic else "", other
