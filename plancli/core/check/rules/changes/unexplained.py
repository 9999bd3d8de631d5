"""Every change of the plan has a comment or a drafting note behind it."""

from collections.abc import Iterator

from plancli.core.check.rule import RoundRule
from plancli.core.entry import N_
from plancli.core.finding import Extent, Finding, Path, Subject
from plancli.core.plan.in_files import listed_in
from plancli.core.plan.model import PLAN
from plancli.core.plan.outline import Outline
from plancli.core.rounds.note import explained, named
from plancli.core.rounds.round import Round
from plancli.core.rounds.unexplained import ORDER, TITLE, UNITS, OfficeChange


def unexplained(round_: Round) -> Iterator[Finding]:
    """Every difference from draft and record has a drafting note."""
    for change in round_.office_changes:
        if not explained(round_.manifest.notes, change):
            yield _finding(round_, change)


def _finding(round_: Round, change: OfficeChange) -> Finding:
    """Build the finding on a change, with the characters that it brought."""
    subject, part, field = _place(round_, change)
    params = {"paragraph": named(change), "change": change.change}
    path = (*part, *field)
    found = Finding(UNEXPLAINED.code, params, subject, path, offset=change.offset)
    if subject.kind == "plan":
        return found  # the part is in no file any more, so none of its characters has a line
    extents: list[Extent] = []
    for extent in change.extents:
        inside = _named(round_.plan, change, extent.path)
        extents.append(extent._replace(path=(*part, *inside)))
    return found._replace(extents=tuple(extents))


def _place(round_: Round, change: OfficeChange) -> tuple[Subject, Path, Path]:
    """Return the file in which a change stands, the path to the part there, and on to what changed in it."""
    plan = round_.plan
    if change.key == PLAN and plan.cover:
        return Subject("plan", "plan"), (), (TITLE,)
    there = round_.in_files.get(change.key)
    if there is not None:
        subject, file = round_.file_of(there.section)
        return subject, (*file, *there.path), _field(plan, change)
    # what is gone is told of where it stood: at what held it, as far as that is there
    for key in round_.expected.ancestry(change.key):
        if key in round_.expected.sections and key not in plan.sections:
            return (*round_.file_of(key), ())
        if key in round_.in_files:
            there = round_.in_files[key]
            subject, file = round_.file_of(there.section)
            return subject, (*file, *there.path), ()
    return Subject("plan", "plan"), (), ("sections",)


def _field(plan: Outline, change: OfficeChange) -> Path:
    """Return the path from a part to what changed: the field, of units the first new one, or its list."""
    if change.field == UNITS and change.extents:
        return change.extents[0].path
    if change.field == ORDER:
        return listed_in(plan, change.key)
    return _named(plan, change, (change.field,))


def _named(plan: Outline, change: OfficeChange, path: Path) -> Path:
    """Return a path in a part as its file calls it: the title of a column of a table is its head."""
    return ("head",) if change.key in plan.heads and path == (TITLE,) else path


UNEXPLAINED = RoundRule(
    code="P405",
    find=unexplained,
    order=190,
    message=N_("{paragraph} was changed, and no comment or drafting note explains it: {change}"),
    hint=N_("Undo the change, or say why it is made: plancli note {paragraph} --reason …"),
    meaning=N_(
        "The plan differs from what the draft and the merged comments give, character by "
        "character, and no drafting note says why. It may be a slip, or a change of the office "
        "that wants a note."
    ),
)
