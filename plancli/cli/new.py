"""plancli new."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from plancli.cli.asking import given, lines
from plancli.cli.locate import evidence_lines
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson, DryRun
from plancli.cli.output import print_json
from plancli.cli.proving import proved
from plancli.core.comment import Comment, Patch
from plancli.core.finding import Code, Place, refuse
from plancli.core.rules.quotations import quotations
from plancli.core.rules.roster import known_units
from plancli.messages import N_, _
from plancli.render import findings as show
from plancli.store import emit
from plancli.store.comments import comment_entry, edit_entry, edit_given
from plancli.store.repository import Repository
from plancli.store.strict import parse
from plancli.store.transaction import write_all
from plancli.store.validate import validate

HELP = N_(
    "Write a new comment file, with the next free number of its unit. In a terminal it asks for what is "
    "missing. A comment whose words have no one place in the draft, or whose unit is not on the roster, is "
    "refused; words that stand elsewhere than cited are located and reported."
)
EXAMPLE = (
    "plancli new --unit 市民政局 --cites 第38页 --opinion 建议…… --replace 电子凭证 --with 凭证; "
    "plancli new --unit 市民政局 --opinion - --edit '{units: \"17.1\", add: [市民政局]}'"
)


def command(
    unit: Annotated[str | None, typer.Option(help=_("Who comments, as on the roster."))] = None,
    opinion: Annotated[str | None, typer.Option(help=_("The unit's words; - reads them from stdin."))] = None,
    cites: Annotated[str | None, typer.Option(help=_("Where, in the unit's words: 第38页16-20行."))] = None,
    section: Annotated[str | None, typer.Option(help=_("Section, column or paragraph."))] = None,
    page: Annotated[str | None, typer.Option(help=_("Printed page."))] = None,
    line: Annotated[str | None, typer.Option(help=_("Printed line."))] = None,
    original: Annotated[str | None, typer.Option(help=_("The words quoted."))] = None,
    replace: Annotated[
        list[str] | None, typer.Option(metavar="OLD", help=_("Replace words, by those of the next --with."))
    ] = None,
    with_: Annotated[
        list[str] | None, typer.Option("--with", metavar="NEW", help=_("The new words."))
    ] = None,
    delete: Annotated[
        list[str] | None, typer.Option(metavar="OLD", help=_("Delete words; repeatable."))
    ] = None,
    insert: Annotated[
        list[str] | None,
        typer.Option(metavar="NEW", help=_("Insert words, behind those of the next --after.")),
    ] = None,
    after: Annotated[list[str] | None, typer.Option(metavar="WORDS", help=_("Where to insert."))] = None,
    edit: Annotated[
        list[str] | None, typer.Option(metavar="YAML", help=_("Any edit as in a file; repeatable."))
    ] = None,
    received: Annotated[str | None, typer.Option(help=_("Day on which it came in."))] = None,
    letter: Annotated[str | None, typer.Option(help=_("Letter in which it came."))] = None,
    note: Annotated[str | None, typer.Option(help=_("For the drafting office, never published."))] = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    root, repository = open_repository()
    edits: list[Any] = [{"replace": old, "with": new} for old, new in _pairs(replace, with_, "--with")]
    edits += [{"delete": words} for words in delete or ()]
    edits += [{"insert": new, "after": words} for new, words in _pairs(insert, after, "--after")]
    edits += [edit_entry(edit_given("--edit", lines(words))) for words in edit or ()]
    at = {"cites": cites, "section": section, "page": page, "line": line, "original": original}
    values = {
        "unit": unit or _asked(_("Unit"), "--unit"),
        "at": {key: value for key, value in at.items() if value},
        "opinion": _opinion(opinion),
        "edits": edits,
        **{
            key: value for key, value in (("received", received), ("letter", letter), ("note", note)) if value
        },
    }
    return _written(root, repository, values, dry_run, as_json)


def _pairs(ones: list[str] | None, others: list[str] | None, option: str) -> list[tuple[str, str]]:
    """Put values of two options together, in the order in which they are given."""
    if len(ones or ()) != len(others or ()):
        raise refuse(Code.VALUE_MISSING, name=option)
    return list(zip(ones or (), others or (), strict=True))


def _asked(label: str, option: str) -> str:
    """Ask for a value that is missing, where there is somebody to answer."""
    if not sys.stdin.isatty():
        raise refuse(Code.VALUE_MISSING, name=option)
    answer: str = typer.prompt(label, err=True)
    return answer.strip()


def _opinion(words: str | None) -> str:
    told = given(words)
    return _asked(_("Opinion"), "--opinion") if told is None else told


def _written(root: Path, repository: Repository, values: dict[str, Any], dry_run: bool, as_json: bool) -> int:
    name, path = _next(repository, values["unit"])
    raw = _file(values, name, path)
    again = repository.changed({path: raw})
    told = proved(again, name, (known_units, quotations))
    if not dry_run:
        write_all(root, {path: raw}, {path: None})
    if as_json:
        print_json({"id": name, "file": path, "findings": [show.as_json(finding) for finding in told]})
        return 0
    comment = again.comments[name]
    placed = again.workspace.place(name, Patch.of(comment.at, comment.edits))
    typer.echo("\n".join([f"{name} ({path})", *evidence_lines(again.workspace.corpus, placed)]))
    for finding in told:
        typer.echo("\n".join(show.lines(finding)), err=True)
    return 0


def _next(repository: Repository, unit: str) -> tuple[str, str]:
    """Return the id and the path of the unit's next comment."""
    number = 1
    while f"comments/{unit}/{number:02}.yaml" in repository.files:
        number += 1
    return f"{unit}-{number:02}", f"comments/{unit}/{number:02}.yaml"


def _file(values: dict[str, Any], name: str, path: str) -> bytes:
    """Return the bytes of a new comment, validated as it will be read."""
    typed = {key: value for key, value in values.items() if value}
    given = emit.document(typed).encode()
    document = parse(path, given)
    comment = validate(Comment, document, {**document.data, "id": name})
    if "/" in comment.unit or comment.unit.startswith("."):
        raise refuse(Code.UNKNOWN_UNIT, Place(path), unit=comment.unit)
    return emit.document(comment_entry(comment)).encode()
