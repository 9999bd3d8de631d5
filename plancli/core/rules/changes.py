"""Every change of the plan has a comment or a drafting note behind it."""

from collections.abc import Iterator

from plancli.core.case import Case, Consultation
from plancli.core.finding import Code, Finding, Path, Subject
from plancli.core.manifest import DraftingNote
from plancli.core.office import TITLE, UNITS, OfficeChange
from plancli.core.outline import part_name
from plancli.core.rules.about import on_manifest


def unexplained(case: Case) -> Iterator[Finding]:
    """Every difference from draft and record has a drafting note."""
    for change in case.office_changes:
        if not any(_explains(note, change) for note in case.manifest.notes):
            subject, path = _place(case, change)
            key = change.key or "plan"
            params = {"paragraph": key, "change": change.change}
            yield Finding(Code.UNEXPLAINED, params, subject, path, offset=change.offset)


def _explains(note: DraftingNote, change: OfficeChange) -> bool:
    return note.paragraph == (change.key or "plan") and note.change in (None, change.change)


def idle_notes(consultation: Consultation) -> Iterator[Finding]:
    """A drafting note explains a change that is there."""
    changes = [change for case in consultation.rounds for change in case.office_changes]
    for at, note in enumerate(consultation.open.manifest.notes):
        if not any(_explains(note, change) for change in changes):
            yield on_manifest(Code.IDLE_NOTE, ("notes", at), paragraph=note.paragraph)


def loose_notes(case: Case) -> Iterator[Finding]:
    """A drafting note says which change it explains, so that the next one is seen."""
    changes = {change.key or "plan": change.change for change in case.office_changes}
    for at, note in enumerate(case.manifest.notes):
        if note.change is None and note.paragraph in changes:
            params = {"paragraph": note.paragraph, "change": changes[note.paragraph]}
            yield on_manifest(Code.LOOSE_NOTE, ("notes", at), **params)


def _place(case: Case, change: OfficeChange) -> tuple[Subject, Path]:
    """Return the file in which a change stands, and the path to it there."""
    expected, plan = case.expected, case.plan
    if spot := plan.spots.get(change.key) or expected.spots.get(change.key):
        subject, path = case.subject(spot)
        there = plan.path(change.key)
        return subject, (*path, *there, *((change.field,) if there and change.field != UNITS else ()))
    section = change.key if change.key in plan.sections else plan.container(change.key)
    if case.closed or section not in plan.sections:
        return Subject("plan", "plan"), ("sections",)
    return Subject("section", section), _inside(case, change, section)


def _inside(case: Case, change: OfficeChange, section: str) -> Path:
    """Return the path to a title or a list in a section's file."""
    for at, part in enumerate(case.plan.sections[section].body):
        if change.key == f"{section}/{part_name(part)}":
            return ("body", at, "title" if change.field == TITLE else "items")
    return ("title",) if change.field == TITLE else ("body",)
