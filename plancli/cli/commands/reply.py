"""plancli reply."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from plancli.cli.commands.report import reported
from plancli.cli.completion import units
from plancli.cli.formats import text_writer
from plancli.cli.opening import open_repository
from plancli.cli.options import DraftName, Internal, Output, ProvedAnew
from plancli.cli.output import write_several
from plancli.cli.progress import progress
from plancli.cli.publish import letter_content, publish
from plancli.cli.unproved import exit_code
from plancli.core.comments.comment import Comment
from plancli.core.evidence.attribution import moved
from plancli.core.evidence.audit import Proof, passages
from plancli.core.evidence.printed_lines import printed_redline
from plancli.core.evidence.redline import Line
from plancli.core.finding import Code, Finding, PlanError, refuse
from plancli.core.publish.reply import whole_lines, without_decision
from plancli.core.publish.table import UnitRows, ids_of, of_each_unit
from plancli.library.naming import full_name, unknown
from plancli.messages import N_, _
from plancli.render.findings import messages
from plancli.render.pages.letter import Marks, as_prose, letter
from plancli.render.pages.prose import plain
from plancli.render.tables.feedback import Report
from plancli.render.tables.letters import list_of_letters
from plancli.store.repository import Repository

HELP = N_(
    "A letter to a unit: what became of each of its comments, with the changed wording. In the terminal, or "
    "to a file: {endings}. Without a unit, a letter to each in the folder that -o names. The wording "
    "is the template reply.txt.j2; a Word letter is set in the form reply.docx, if templates/ has one."
)
EXAMPLE = "plancli reply 市医保局 -o 复函.docx; plancli reply -o 复函/"
KIND = text_writer


def command(
    unit: Annotated[
        str | None,
        typer.Argument(metavar="UNIT", help=_("The unit; default: all."), autocompletion=units),
    ] = None,
    output: Output = None,
    listed: Annotated[
        Path | None,
        typer.Option(
            "--list",
            metavar="FILE",
            help=_("Write the list of the letters as a table: number, unit, comments, file."),
        ),
    ] = None,
    draft: DraftName = None,
    internal: Internal = False,
    anew: ProvedAnew = False,
) -> int:
    root, repository = open_repository()
    report = reported(root, repository, draft, anew=anew)
    units = of_each_unit(report.manifest, report.table)
    if unit is None:
        wanted = _all(units, output)
    else:
        wanted = [_commenting(full_name(repository, unit), report, units)]
    refused = _undecided(report, [units[name] for name in wanted])
    if unit is not None and refused:
        raise PlanError(refused.values(), exit_code=1)
    letters = [units[name] for name in wanted if name not in refused]
    numbers = {name: number for number, name in enumerate(units, 1)}
    _write(root / "templates", repository, report, letters, numbers, output)
    if listed is not None:
        files = _file_names(letters, output)
        publish(list_of_letters(report, letters, numbers, files), listed, root / "templates")
    for finding in refused.values():
        typer.echo("\n".join(messages.lines(finding)), err=True)
    said = report.claims.about([name for group in letters for name in ids_of(group)])
    return exit_code(said, internal) or int(bool(refused))


def _all(units: Iterable[str], output: Path | None) -> list[str]:
    """Return all units, to each of which a letter goes: one file cannot hold them."""
    if output is not None and _one_file(output):
        raise refuse(Code.ONE_FILE, name=output.name)
    wanted = list(units)
    if not wanted:
        typer.echo(_("There are no comments, so there are no letters."), err=True)
    return wanted


def _write(
    templates: Path,
    repository: Repository,
    report: Report,
    letters: Sequence[UnitRows],
    numbers: Mapping[str, int],
    output: Path | None,
) -> None:
    """Write the letters to the units of some rows, to one file or below a folder, or show them.

    Letters to files wait until the last one is ready: all are written, or none.
    """
    marks = Marks(_proofs(repository, report, letters), _lines(report), _moved(report))
    ready: dict[Path, bytes] = {}
    with progress(len(letters)) as step:
        for group in letters:
            file = _file(group, output)
            found = letter(report, group, numbers[group.unit], marks, date.today())
            if file is None:
                typer.echo(plain(as_prose(found, templates)), nl=False)
            else:
                ready[file] = letter_content(found, file, templates)
            step()
    write_several(ready)


def _file_names(letters: Iterable[UnitRows], output: Path | None) -> dict[str, str]:
    """Return the names of the files of letters, by unit; none where they are shown."""
    files = {one.unit: _file(one, output) for one in letters}
    return {unit: file.name for unit, file in files.items() if file is not None}


def _file(unit: UnitRows, output: Path | None) -> Path | None:
    """Return the file of the letter to a unit; None where it is shown."""
    if output is None or _one_file(output):
        return output
    return output / f"{unit.unit}.docx"


def _undecided(report: Report, groups: Iterable[UnitRows]) -> dict[str, Finding]:
    """Return the refusals of letters, by the unit: of each that has a comment without a decision."""
    found: dict[str, Finding] = {}
    for group in groups:
        assert report.round is not None
        names = without_decision(report.round, group)
        if names:
            params = {"unit": group.unit, "ids": "、".join(names), "id": names[0]}
            found[group.unit] = Finding(Code.UNDECIDED, params)
    return found


def _commenting(unit: str, report: Report, units: Mapping[str, UnitRows]) -> str:
    """Return a unit that has comments; one that has none, or that nobody knows, is refused."""
    if unit in units:
        return unit
    if unit in {one.name for one in report.manifest.units}:
        raise refuse(
            Code.NO_COMMENTS, unit=unit, draft=report.draft or "—", known="、".join(units) or "—"
        )
    raise unknown(unit, units)


def _one_file(output: Path) -> bool:
    """Whether a name is that of a file; one without an ending is a folder."""
    return bool(output.suffix) and not output.is_dir()


def _lines(report: Report) -> dict[str, list[Line]]:
    """Return the lines that came or went, by comment."""
    if report.round is None:
        return {}
    return whole_lines(report.round, printed_redline(report.round))


def _moved(report: Report) -> set[str]:
    return set() if report.round is None else moved(report.round)


def _proofs(
    repository: Repository, report: Report, units: Iterable[UnitRows]
) -> dict[str, tuple[Proof, ...]]:
    """Return the passages that bear the mark of some units' comments, by comment."""
    if report.round is None:
        return {}
    wanted: list[Comment] = []
    for unit in units:
        for row in unit.rows:
            wanted += row.parts
    found = passages(repository.rounds, report.round, wanted)
    return {comment.id: proofs for comment, proofs in found}
