"""Every change of the plan has a comment or a drafting note behind it."""

from collections.abc import Iterator

from plancli.core.check.rule import RoundRule
from plancli.core.entry import N_
from plancli.core.finding import Finding, Path, Subject
from plancli.core.plan.manifest import DraftingNote
from plancli.core.plan.outline import part_name
from plancli.core.rounds.round import Round
from plancli.core.rounds.unexplained import PARENT, TITLE, UNITS, OfficeChange


def unexplained(round_: Round) -> Iterator[Finding]:
    """Every difference from draft and record has a drafting note."""
    for change in round_.office_changes:
        if not any(explains(note, change) for note in round_.manifest.notes):
            subject, part, field = _place(round_, change)
            params = {"paragraph": change.key or "plan", "change": change.change}
            found = Finding(
                UNEXPLAINED.code, params, subject, (*part, *field), offset=change.offset
            )
            known = change.extents if subject.kind != "plan" else ()
            yield found._replace(extents=tuple(e._replace(path=(*part, *e.path)) for e in known))


def explains(note: DraftingNote, change: OfficeChange) -> bool:
    return note.paragraph == (change.key or "plan") and note.change in (None, change.change)


def _place(round_: Round, change: OfficeChange) -> tuple[Subject, Path, Path]:
    """Return the file in which a change stands, the path to the part there, and on to what changed in it."""
    expected, plan = round_.expected, round_.plan
    if spot := plan.spots.get(change.key) or expected.spots.get(change.key):
        subject, path = round_.subject(spot)
        there = plan.path(change.key)
        return subject, (*path, *there), _field(change) if there else ()
    section = change.key if change.key in plan.sections else plan.container(change.key)
    if round_.closed or section not in plan.sections:
        return Subject("plan", "plan"), (), ("sections",)
    return Subject("section", section), *_inside(round_, change, section)


def _field(change: OfficeChange) -> Path:
    """Return the path from a paragraph to what changed: the field, of units the first new one."""
    return change.extents[0].path if change.field == UNITS and change.extents else (change.field,)


def _inside(round_: Round, change: OfficeChange, section: str) -> tuple[Path, Path]:
    """Return the path to a section or column in a section's file, and on to its title or list."""
    for at, part in enumerate(round_.plan.sections[section].body):
        if change.key == f"{section}/{part_name(part)}":
            return ("body", at), ("title" if change.field == TITLE else "items",)
    return (), (change.field if change.field in (TITLE, PARENT) else "body",)


UNEXPLAINED = RoundRule(
    code="P405",
    find=unexplained,
    order=190,
    message=N_("{paragraph} was changed, and no comment or drafting note explains it: {change}"),
    hint=N_("Undo the change, or add the reason under notes in plan/plan.yaml."),
    meaning=N_(
        "The plan differs from what the draft and the merged comments give, character by "
        "character, and no drafting note says why. It may be a slip, or a change of the office "
        "that wants a note."
    ),
)
