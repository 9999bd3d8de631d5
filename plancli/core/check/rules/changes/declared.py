"""What a table declared when it was circulated is still declared."""

from collections.abc import Iterator, Sequence

from plancli.core.check.rule import RoundRule
from plancli.core.entry import N_
from plancli.core.evidence.declared import WeakenedIn, weakened_in
from plancli.core.finding import Finding, Path, Related, Subject
from plancli.core.plan.model import Section, Table
from plancli.core.plan.outline import number_of
from plancli.core.rounds.note import explained
from plancli.core.rounds.round import Round


def fewer_declarations(round_: Round) -> Iterator[Finding]:
    """Each sum and share that a table of the draft declares, or of a comment, is declared in the plan."""
    for one in weakened_in(round_):
        if not explained(round_.manifest.notes, one.change):
            yield _finding(round_, one)


def _finding(round_: Round, one: WeakenedIn) -> Finding:
    title = f"“{one.now.title}”" if one.now.title else ""
    params = {
        "paragraph": one.table,
        "table": f"{number_of(one.now)}{title}",
        "draft": round_.draft.draft,
        "declared": f"{one.what.key}: {one.what.before}",
        "now": one.what.now and f"{one.what.key}: {one.what.now}",
    }
    section, at = place_of_table(list(round_.plan.sections.values()), one.now)
    subject, path = Subject("section", round_.plan.container(one.table) or ""), at
    if round_.outcome is not None:
        subject, path = Subject("draft", round_.outcome), ("sections", section, *at)
    there, inside = place_of_table(round_.draft.sections, one.before)
    related: tuple[Related, ...] = ()
    if there >= 0:
        drafted = Subject("draft", round_.draft.draft)
        related = (Related(drafted, ("sections", there, *inside, *one.what.place)),)
    found = Finding(FEWER_DECLARATIONS.code, params, subject, (*path, *one.what.now_place))
    return found._replace(related=related)


def place_of_table(sections: Sequence[Section], table: Table) -> tuple[int, Path]:
    """Return in which of some sections a table stands, and the way to it there; -1 where in none."""
    for number, section in enumerate(sections):
        for at, part in enumerate(section.body):
            if part is table:
                return number, ("body", at)
    return -1, ()


FEWER_DECLARATIONS = RoundRule(
    code="P465",
    find=fewer_declarations,
    order=191,
    message=N_(
        "{table} no longer declares what it declared in {draft}: {declared}. Declared of it now: {now}."
    ),
    hint=N_(
        "Write it below the table again. If it does not hold any more, say why: plancli note {paragraph} "
        "--reason …"
    ),
    meaning=N_(
        "A draft remembers which sums and shares its tables declare, and which columns are joined. One "
        "that was taken out of the plan, names fewer figures, or is rounded now and was not, is not counted "
        "again, or not as strictly: a figure could be wrong, and nobody would be told. No comment takes a "
        "declaration out; rows and columns that comments removed or added are no loss. A drafting note "
        "says why the office does."
    ),
)
