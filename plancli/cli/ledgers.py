"""A ledger that colleagues filled in, as decisions: all rows that were filled in, or none."""

from collections.abc import Iterator
from pathlib import Path

from plancli.cli.arriving import content_of
from plancli.core.finding import Code, Finding, Place, PlanError, refuse
from plancli.core.intake.filled import FilledIn, RowProblem, filled_in
from plancli.core.intake.ledger import Ledger, ledger_in
from plancli.core.publish.claims import PROVED
from plancli.core.publish.table import table_of
from plancli.core.text.characters import steerless
from plancli.messages import N_
from plancli.papers.packed import UnfitFileError
from plancli.papers.sheets.reading import grids_in
from plancli.render.pages.words import said
from plancli.store.repository import Repository


def filled_ledger(repository: Repository, path: Path) -> FilledIn:
    """Return what a ledger decides; refuse a file that is none, and all rows that cannot be taken."""
    name = steerless(path.name)
    ledgers = _ledgers(path)
    rows = [row for ledger in ledgers for row in ledger.rows]
    found = filled_in(rows, repository.whole_comments, dict(_answers(repository)))
    wrong: list[Finding] = []
    for one in found.wrong:
        params = {"row": str(one.row), "id": one.id, "problem": one.problem.meaning}
        wrong.append(Finding(Code.LEDGER_ROW, params, place=Place(name, one.row)))
    for row in (row for ledger in ledgers for row in ledger.strays):
        params = {"row": str(row), "id": "—", "problem": RowProblem.STRAY.meaning}
        wrong.append(Finding(Code.LEDGER_ROW, params, place=Place(name, row)))
    if wrong:
        raise PlanError(wrong)
    return found


def in_ledger(error: PlanError, found: FilledIn, path: Path) -> PlanError:
    """Return the refusal of decisions with the rows of the ledger in which they stand."""
    file = steerless(path.name)
    told: list[Finding] = []
    for finding in error.findings:
        row = None if finding.subject is None else found.rows.get(finding.subject.key)
        told.append(finding if row is None else finding._replace(place=Place(file, row)))
    return PlanError(told, exit_code=error.exit_code)


def _ledgers(path: Path) -> list[Ledger]:
    """Return the ledgers in a file."""
    place = Place(steerless(path.name))
    content = content_of(str(path), Code.NO_LEDGER)
    try:
        grids = grids_in(content)
    except UnfitFileError as error:
        raise refuse(Code.NO_LEDGER, place, problem=str(error)) from None
    shown = [grid for grid in grids if not grid.hidden]
    found = [ledger for grid in shown if (ledger := ledger_in(grid)) is not None]
    if not found:
        raise refuse(Code.NO_LEDGER, place, problem=N_("the hidden column at its end is missing"))
    return found


def _answers(repository: Repository) -> Iterator[tuple[str, str]]:
    """Yield what tables print behind the label of each comment and point."""
    for round_ in repository.rounds:
        for unit in table_of(round_, PROVED, said(round_.manifest.language)):
            for row in unit.rows:
                yield row.id, row.answer
                yield from ((point.id, point.answer) for point in row.points)
