"""Every change of the plan has a comment or a drafting note behind it."""

from collections.abc import Iterator

from plancli.core.case import Case, Consultation
from plancli.core.finding import Code, Finding, Path, Subject
from plancli.core.manifest import DraftingNote
from plancli.core.office import PARENT, TITLE, UNITS, OfficeChange
from plancli.core.outline import part_name
from plancli.core.rules.about import on_manifest


def unexplained(case: Case) -> Iterator[Finding]:
    """Every difference from draft and record has a drafting note."""
    for change in case.office_changes:
        if not any(_explains(note, change) for note in case.manifest.notes):
            subject, part, field = _place(case, change)
            params = {"paragraph": change.key or "plan", "change": change.change}
            found = Finding(Code.UNEXPLAINED, params, subject, (*part, *field), offset=change.offset)
            known = change.extents if subject.kind != "plan" else ()
            yield found._replace(extents=tuple(e._replace(path=(*part, *e.path)) for e in known))


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


def _place(case: Case, change: OfficeChange) -> tuple[Subject, Path, Path]:
    """Return the file in which a change stands, the path to the part there, and on to what changed in it."""
    expected, plan = case.expected, case.plan
    if spot := plan.spots.get(change.key) or expected.spots.get(change.key):
        subject, path = case.subject(spot)
        there = plan.path(change.key)
        return subject, (*path, *there), _field(change) if there else ()
    section = change.key if change.key in plan.sections else plan.container(change.key)
    if case.closed or section not in plan.sections:
        return Subject("plan", "plan"), (), ("sections",)
    return Subject("section", section), *_inside(case, change, section)


def _field(change: OfficeChange) -> Path:
    """Return the path from a paragraph to what changed: the field, of units the first new one."""
    return change.extents[0].path if change.field == UNITS and change.extents else (change.field,)


def _inside(case: Case, change: OfficeChange, section: str) -> tuple[Path, Path]:
    """Return the path to a section or column in a section's file, and on to its title or list."""
    for at, part in enumerate(case.plan.sections[section].body):
        if change.key == f"{section}/{part_name(part)}":
            return ("body", at), ("title" if change.field == TITLE else "items",)
    return (), (change.field if change.field in (TITLE, PARENT) else "body",)
