"""plancli show."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

import typer

from plancli.cli.completion import parts_and_comments
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson
from plancli.cli.output import print_answer
from plancli.core.comments.approval import approvals_of, to_be_approved
from plancli.core.comments.comment import Comment
from plancli.core.finding import Subject
from plancli.core.locate.names import Names
from plancli.core.plan.cells import row_of_cell
from plancli.core.plan.model import PLAN, Table
from plancli.core.plan.outline import Outline, Spot, table_around
from plancli.core.rounds.consulted import Consulted, consulted
from plancli.core.rounds.round import Round
from plancli.core.rounds.standing import Standing, standings
from plancli.core.text.marked import LEFT_OUT_BRIEFLY, on_one_line, shortened
from plancli.library.naming import full_name, unknown_key
from plancli.messages import N_, _, colon
from plancli.render.answers.ledger import CommentEntry, ShowAnswer, unit_entry
from plancli.render.answers.passages import HungParagraphEntry, paragraph_entry
from plancli.render.pages.words import called
from plancli.render.terminal.edits import edit_in_words
from plancli.render.terminal.grids import table_lines
from plancli.render.terminal.passages import paragraph_lines, where
from plancli.render.terminal.roster import unit_lines
from plancli.store.repository import Repository

HELP = N_("A section, column, paragraph, comment or unit of the plan, with what hangs on it.")
EXAMPLE = (
    "plancli show 第四章/19; plancli show 专栏15; plancli show 市医保局-01; plancli show 市医保局"
)


def command(
    key: Annotated[
        str,
        typer.Argument(
            metavar="KEY|ID|UNIT",
            help=_("Key, title, comment id or unit."),
            autocompletion=parts_and_comments,
        ),
    ],
    as_json: AsJson = False,
) -> int:
    _root, repository = open_repository()
    if items := [
        comment for comment in repository.comments.values() if key in (comment.id, comment.part_of)
    ]:
        return _comments(repository, items, as_json)
    if unit := _unit(repository, key):
        return _of_unit(repository, unit, as_json)
    plan = repository.open_round.paper
    keys = Names(plan).keys(key)
    if not keys:
        units = [unit.name for unit in repository.manifest.units]
        raise unknown_key(key, plan, [*repository.comments, *units])
    spots = [spot for spot in plan.spots.values() if any(plan.covers(name, spot) for name in keys)]
    hanging = {spot.paragraph.id: _comments_on(repository, spot.paragraph.id) for spot in spots}
    if as_json:
        print_answer(ShowAnswer([_entry(spot, hanging[spot.paragraph.id]) for spot in spots], []))
    else:
        typer.echo("\n".join(_lines(plan, keys, spots, hanging, repository.manifest.language)))
    return 0


def _unit(repository: Repository, name: str) -> Consulted | None:
    """Return a unit by its name or a short one; None where nobody is called so."""
    wanted = full_name(repository, name)
    units = {found.unit.name: found for found in consulted(repository.open_round)}
    return units.get(wanted)


def _of_unit(repository: Repository, unit: Consulted, as_json: bool) -> int:
    """Show a unit, and its comments of all rounds with how far each has come."""
    comments = [c for c in repository.comments.values() if c.is_of(unit.unit.name)]
    found = [standing_of(repository, comment) for comment in comments]
    if as_json:
        entries = [CommentEntry(standing.state, standing.comment) for standing in found]
        print_answer(ShowAnswer([], entries, [unit_entry(unit)]))
        return 0
    typer.echo("\n".join(unit_lines(unit)))
    for comment, state, _outcome in found:
        status = called(comment.decision.status, repository.manifest.language)
        opinion = shortened(on_one_line(comment.opinion), _SHOWN, LEFT_OUT_BRIEFLY)
        typer.echo(f"  · {comment.id} {status} — {_(state.meaning.words)}{colon()}{opinion}")
    return 0


def _lines(
    plan: Outline,
    keys: list[str],
    spots: Iterable[Spot],
    hanging: dict[str, list[Comment]],
    language: str,
) -> Iterator[str]:
    for key in keys:
        if key == PLAN and plan.cover:
            yield plan.cover.title
        if section := plan.sections.get(key):
            yield f"{section.key} {section.title}"
            children = [child for child in plan.sections.values() if child.above == key]
            yield from (f"  {child.key} {child.title}" for child in children)
    tables = _tables(plan, keys)
    for key, table in tables.items():
        yield from _table(key, table, hanging, language)
    for spot in spots:
        if table_around(plan, spot.paragraph.id) in tables:
            continue
        yield from paragraph_lines(spot)
        if source := spot.paragraph.source:
            words = " ".join(
                part for part in (source.origin, "、".join(source.comments), source.note) if part
            )
            yield "  [" + _("source") + f"{colon()}{words}]"
        yield from (_hanging(comment, language) for comment in hanging[spot.paragraph.id])


def _hanging(comment: Comment, language: str, place: str = "") -> str:
    status = called(comment.decision.status, language)
    opinion = shortened(on_one_line(comment.opinion), _SHOWN, LEFT_OUT_BRIEFLY)
    return f"  · {place}{comment.id} {status}{colon()}{opinion}"


def _tables(plan: Outline, keys: list[str]) -> dict[str, Table]:
    """Return the tables that are named, or stand in what is named; of a row its table with it alone."""
    found: dict[str, Table] = {}
    for key, table in plan.tables.items():
        rows = tuple(row for row in table.rows if row.id in keys)
        if not {*keys}.isdisjoint(plan.ancestry(key)):
            found[key] = table
        elif rows:
            found[key] = table.model_copy(update={"rows": rows, "notes": ()})
    return found


def _table(
    key: str, table: Table, hanging: dict[str, list[Comment]], language: str
) -> Iterator[str]:
    """Yield a table, below each row what hangs on its cells."""
    for line, part in table_lines(key, table):
        yield line
        for name, comments in hanging.items():
            if part and part in (name, row_of_cell(name)):
                place = "" if name == part else f"{name} "
                yield from (_hanging(comment, language, place) for comment in comments)


_SHOWN = 40
"""How many characters of an opinion tell it from the others beside it, on one line of a terminal."""


def _comments_on(repository: Repository, paragraph: str) -> list[Comment]:
    """Return the comments whose adopted or recorded edits touch a paragraph."""
    placed = repository.open_round.trial.placed
    return [
        comment
        for comment in repository.comments.values()
        if comment.id in placed and paragraph in placed[comment.id].paragraphs
    ]


def _entry(spot: Spot, comments: Iterable[Comment]) -> HungParagraphEntry:
    return HungParagraphEntry(
        **vars(paragraph_entry(spot)),
        source=spot.paragraph.source,
        on=[comment.id for comment in comments],
    )


def _comments(repository: Repository, comments: Sequence[Comment], as_json: bool) -> int:
    """Show a comment, or the points of a compound one, with how far each has come."""
    found = [standing_of(repository, comment) for comment in comments]
    if as_json:
        entries = [CommentEntry(standing.state, standing.comment) for standing in found]
        print_answer(ShowAnswer([], entries))
    else:
        for standing in found:
            typer.echo("\n".join(comment_lines(repository, standing)))
    return 0


def standing_of(repository: Repository, comment: Comment) -> Standing:
    """Return how far a comment has come."""
    round_ = repository.round_of(comment)
    everything = standings(round_.comments, round_.workspace, round_.trial)
    return next(standing for standing in everything if standing.comment is comment)


def comment_lines(repository: Repository, standing: Standing) -> Iterator[str]:
    """Yield a comment with what it asks for, its decision, and where it lands."""
    comment, round_ = standing.comment, repository.round_of(standing.comment)
    file = repository.documents[Subject("comment", comment.id)].file
    yield f"{comment.id} {comment.signed()} ({file})"
    yield _("Opinion") + colon() + comment.opinion
    if comment.attached:
        yield _("Attachments") + colon() + "、".join(one.file for one in comment.attached)
    for label, edits in (
        (_("asks for"), comment.edits),
        (_("adopted"), comment.decision.edits or ()),
    ):
        for edit in edits:
            yield f"  {label}{colon()}{edit_in_words(edit, round_.plan.joints)}"
    status = called(comment.decision.status, round_.manifest.language)
    yield _("Decision") + f"{colon()}{status} — {_(standing.state.meaning.words)}"
    if comment.decision.reply:
        yield f"  {comment.decision.reply}"
    if comment.decision.reason:
        yield f"  {comment.decision.reason}"
    yield from _approved(comment, round_)
    placed = round_.trial.placed.get(comment.id)
    for name in sorted(placed.paragraphs if placed else ()):
        spot = round_.paper.spots.get(name) or round_.workspace.draft.spots.get(name)
        if spot:
            yield f"  → {where(spot)}"


def _approved(comment: Comment, round_: Round) -> Iterator[str]:
    """Yield who approved a decision at each level that the plan requires, and for what it waits."""
    if not to_be_approved(comment):
        return
    approvals = approvals_of(comment, round_.today)
    for approval in approvals.holding:
        yield _("  approved: {level} {by} {on}").format(
            level=approval.level, by=approval.by, on=approval.on
        )
    for approval in approvals.stale:
        yield _("  changed since {level} approved it").format(level=approval.level)
    lacking = approvals.lacking(round_.levels)
    if lacking:
        yield _("  waits for approval: {levels}").format(levels="、".join(lacking))
