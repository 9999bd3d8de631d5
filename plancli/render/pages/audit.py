"""The reading of the evidence: in the terminal, as html and md, and for programs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from plancli.core.comments.comment import Comment
from plancli.core.evidence.audit import Reading, Total
from plancli.core.evidence.wordings import PLACE, Wording
from plancli.core.plan.manifest import Manifest
from plancli.core.plan.model import PLAN
from plancli.core.publish.claims import Claim, Claims
from plancli.core.publish.naming import Naming, Paper
from plancli.core.publish.told import told, told_proofs
from plancli.core.rounds.counts import percent
from plancli.core.text.in_part import focused
from plancli.core.text.marked import Run, on_one_line, shortened
from plancli.messages import N_, in_language, language_tag
from plancli.render.findings import messages as findings
from plancli.render.pages.templates import rendered, with_stamp
from plancli.render.pages.words import called, said, stamp
from plancli.render.tables.totals import BY_DECISION, BY_UNIT, SUM, decisions_told
from plancli.render.terminal.columns import aligned
from plancli.render.terminal.wording import coloured_runs

Translate = Callable[[str], str]

_ASKED, _ADOPTED, _TEXT, _CHECK = N_("asked"), N_("adopted"), N_("in the plan"), N_("check")
_BEHIND = N_(": ")
_SAME = N_("as asked")
_NO_WORDING = N_("in words only, no edit")
_NO_PLACE = N_("edits that find no one place in the draft, or change nothing there")
_SHARE = N_("{share} of what was asked")
FIELDS = {"heading": N_("heading"), "units": N_("responsible units"), PLACE: N_("place")}


class Line(NamedTuple):
    """One line of evidence: what it shows, where, and the words; `key` is that of the place."""

    label: str
    place: str
    runs: list[Run]
    key: str = ""


class Entry(NamedTuple):
    """One comment, ready for a template."""

    id: str
    unit: str
    opinion: str
    status: str
    state: str
    share: str
    lines: tuple[Line, ...]
    remarks: tuple[str, ...]


class View(NamedTuple):
    """What the reading is made from."""

    manifest: Manifest
    paper: Paper
    draft: str
    readings: Sequence[Reading]
    totals: Sequence[Total]
    whole: Total
    decided: Mapping[Claim, int]
    claims: Claims = Claims()

    @property
    def naming(self) -> Naming:
        """How parts of the plan are called in its language."""
        return said(self.manifest.language).naming

    @property
    def stamp(self) -> str:
        """What the reading must bear that is not for publication."""
        return stamp(self.claims, self.manifest.language)


def show(view: View, console: Console, translate: Translate) -> None:
    """Print the reading, then the totals."""
    coloured = console.is_terminal and not console.no_color
    if view.stamp:
        console.print(Text(view.stamp, style="bold red"))
    for entry in entries(view, translate):
        head = " · ".join(part for part in (entry.status, entry.state, entry.share) if part)
        console.print(Text.assemble((entry.id, "bold"), "  ", head))
        for line in entry.lines:
            key = "" if line.key == PLAN else line.key
            place = f"{key} {line.place}".strip()
            label = f"  {line.label}  {place}" + (translate(_BEHIND) if line.runs else "")
            console.print(Text.assemble(label, coloured_runs(line.runs, coloured)))
        for remark in entry.remarks:
            console.print(Text(f"  {translate(_CHECK)}  {remark}"))
        console.print()
    for table in (decision_rows(view, translate), total_rows(view, translate)):
        for row in aligned(table):
            console.print(Text(row))
        console.print()


def templated(view: View, ending: str, templates: Path) -> str:
    """Return the reading as html or md, in the plan's language."""
    translate = in_language(view.manifest.language).gettext
    values = {
        "title": view.manifest.joints.published(view.manifest.title),
        "draft": view.draft,
        "language": language_tag(view.manifest.language),
        "entries": list(entries(view, translate)),
        "totals": (
            (translate(BY_DECISION), decision_rows(view, translate)),
            (translate(BY_UNIT), total_rows(view, translate)),
        ),
        "stamp": view.stamp,
        "_": translate,
    }
    return with_stamp(rendered(f"audit.{ending}", templates, values), view.stamp, ending)


def entries(view: View, translate: Translate) -> Iterator[Entry]:
    """Yield each comment with its lines of evidence in words."""
    for reading in view.readings:
        comment, share = reading.comment, reading.compared.share
        yield Entry(
            comment.id,
            comment.signed(),
            comment.opinion,
            _called(view, comment),
            translate(reading.state.meaning.words),
            "" if share is None else translate(_SHARE).format(share=percent(share)),
            tuple(_lines(view, reading, translate)),
            tuple(_remarks(view, reading)),
        )


def _remarks(view: View, reading: Reading) -> Iterator[str]:
    """Yield what `check` says of a comment, with names for keys."""
    for finding in reading.findings:
        yield f"{finding.code} {findings.message(view.paper.finding(finding, view.naming))}"


def _called(view: View, comment: Comment) -> str:
    """Return the name of a decision; what the text does not prove has the one under which it is published."""
    language = view.manifest.language
    claim = view.claims.of(comment.id, comment.decision.status)
    return called(claim.status, language) if claim.proved else said(language).figure(claim)


def _lines(view: View, reading: Reading, translate: Translate) -> Iterator[Line]:
    draft, plan = view.paper
    asked = [wording for wording in reading.compared.wordings if wording.asked != wording.draft]
    for wording in told(asked, draft):
        shown = view.paper.wording(wording, view.naming)
        yield _line(translate(_ASKED), shown, shown.asked, wording.paragraph, translate)
    if not asked:
        yield Line(
            translate(_ASKED),
            translate(_NO_PLACE if reading.comment.edits else _NO_WORDING),
            [Run("=", shortened(on_one_line(reading.comment.opinion), _SHOWN))],
        )
    if reading.comment.meaning.merges:
        for wording in told(reading.compared.differing, draft):
            shown = view.paper.wording(wording, view.naming)
            yield _line(translate(_ADOPTED), shown, shown.adopted, wording.paragraph, translate)
        if asked and not reading.compared.differing:
            yield Line(translate(_ADOPTED), translate(_SAME), [])
    for passage in told_proofs(reading.passages, draft, plan):
        place = view.paper.name(passage.paragraph, view.naming)
        if passage.of_units:
            place = f"{place} {translate(FIELDS['units'])}"
        yield Line(translate(_TEXT), place, passage.runs, passage.paragraph)


def _line(label: str, wording: Wording, new: str, key: str, translate: Translate) -> Line:
    """Return a line about a wording that has names; `key` is that of its place."""
    field = FIELDS.get(wording.field)
    place = f"{wording.paragraph} {translate(field)}" if field else wording.paragraph
    return Line(label, place, focused(wording.changed_to(new)), key)


_SHOWN = 60
"""How many characters of an opinion say what a comment without a wording is about: about two lines."""


def decision_rows(view: View, translate: Translate) -> list[tuple[str, ...]]:
    """Return the table of the decisions with their shares, its head first."""
    return decisions_told(view.decided, said(view.manifest.language), translate)


def total_rows(view: View, translate: Translate) -> list[tuple[str, ...]]:
    """Return the table of the units, its head first and the sum of all last."""
    words = N_("Unit"), N_("comments"), N_("adopted"), N_("partly adopted"), N_("in the text")
    lacking = N_("to be adopted, not yet"), N_("to be adopted, in conflict")
    head = (*words, *lacking, N_("share of what was asked"))
    whole = view.whole._replace(unit=translate(SUM))
    return [tuple(map(translate, head)), *map(_total_row, (*view.totals, whole))]


def _total_row(total: Total) -> tuple[str, ...]:
    share = "—" if total.share is None else percent(total.share)
    numbers = total.comments, total.adopted, total.partly, total.in_text
    lacking = total.not_yet, total.in_conflict
    return (total.unit, *map(str, (*numbers, *lacking)), share)
