"""plancli new."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from plancli.cli.asking import given, lines, somebody
from plancli.cli.commands.locate import evidence_lines
from plancli.cli.completion import drafts, parts, units
from plancli.cli.dialogue import asked_comment
from plancli.cli.new_comment import NewComment, new_comment
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson, DryRun
from plancli.cli.output import print_answer
from plancli.core.comments.nothing import says_nothing
from plancli.core.comments.record import Patch
from plancli.core.finding import Code, refuse
from plancli.core.text.characters import steerless
from plancli.library.naming import full_name
from plancli.messages import N_, _
from plancli.render.answers.findings import finding_entries
from plancli.render.answers.written import NewAnswer
from plancli.render.findings import messages as show
from plancli.store.attachments import digest_of
from plancli.store.comments import edit_entry, edit_given, item_given
from plancli.store.repository import Repository
from plancli.store.transaction import write_all

HELP = N_(
    "Write a new comment file, with the next free number of its unit. In a terminal it asks for what is "
    "missing: unit, citation, opinion, the words to change, whose place it shows at once. A comment whose "
    "unit is not on the roster is refused. Words that have no one place in the draft, or stand elsewhere "
    "than cited, are entered as the unit wrote them, and noted."
)
EXAMPLE = (
    "plancli new --unit 市民政局 --cites 第38页 --opinion 建议…… --replace 电子凭证 --with 凭证; "
    "plancli new --unit 市民政局 --opinion - --edit '{units: \"17.1\", add: [市民政局]}'"
)


def command(
    unit: Annotated[
        list[str] | None,
        typer.Option(
            help=_("Who comments, as on the roster; again for each that signs it, too."),
            autocompletion=units,
        ),
    ] = None,
    opinion: Annotated[
        str | None, typer.Option(help=_("The unit's words; - reads them from stdin."))
    ] = None,
    cites: Annotated[
        str | None, typer.Option(help=_("Where, in the unit's words: 第38页16-20行."))
    ] = None,
    section: Annotated[
        str | None, typer.Option(help=_("Section, column or paragraph."), autocompletion=parts)
    ] = None,
    page: Annotated[str | None, typer.Option(help=_("Printed page."))] = None,
    line: Annotated[str | None, typer.Option(help=_("Printed line."))] = None,
    original: Annotated[str | None, typer.Option(help=_("The words quoted."))] = None,
    replace: Annotated[
        list[str] | None,
        typer.Option(metavar="OLD", help=_("Replace words, by those of the next --with.")),
    ] = None,
    with_: Annotated[
        list[str] | None, typer.Option("--with", metavar="NEW", help=_("The new words."))
    ] = None,
    everywhere: Annotated[
        bool,
        typer.Option(
            "--everywhere",
            help=_("Replace them in every place of the draft; the places are listed in the file."),
        ),
    ] = False,
    delete: Annotated[
        list[str] | None, typer.Option(metavar="OLD", help=_("Delete words; repeatable."))
    ] = None,
    insert: Annotated[
        list[str] | None,
        typer.Option(metavar="NEW", help=_("Insert words, behind those of the next --after.")),
    ] = None,
    after: Annotated[
        list[str] | None, typer.Option(metavar="WORDS", help=_("Where to insert."))
    ] = None,
    before: Annotated[
        list[str] | None,
        typer.Option(metavar="WORDS", help=_("Or before which words to insert.")),
    ] = None,
    into: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KEY",
            help=_("Or at the end of which paragraph to insert."),
            autocompletion=parts,
        ),
    ] = None,
    edit: Annotated[
        list[str] | None, typer.Option(metavar="YAML", help=_("Any edit as in a file; repeatable."))
    ] = None,
    item: Annotated[
        list[str] | None,
        typer.Option(
            metavar="YAML", help=_("A point of a compound comment, as in a file; repeatable.")
        ),
    ] = None,
    draft: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help=_("The draft commented on; default: the current one."),
            autocompletion=drafts,
        ),
    ] = None,
    received: Annotated[str | None, typer.Option(help=_("Day on which it came in."))] = None,
    letter: Annotated[str | None, typer.Option(help=_("Letter in which it came."))] = None,
    topic: Annotated[
        list[str] | None, typer.Option(help=_("Topic in the table by topics; repeatable."))
    ] = None,
    attach: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FILE",
            help=_(
                "A file that came with it: name and digest are noted, the file stays where it is; repeatable."
            ),
        ),
    ] = None,
    handler: Annotated[str | None, typer.Option(help=_("Who works on it."))] = None,
    note: Annotated[
        str | None, typer.Option(help=_("For the drafting office, never published."))
    ] = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    root, repository = open_repository()
    edits: list[Any] = _replacements(_pairs(replace, with_, "--with"), everywhere)
    edits += [{"delete": words} for words in delete or ()]
    edits += _insertions(insert, {"after": after, "before": before, "into": into})
    edits += [edit_entry(edit_given("--edit", lines(words))) for words in edit or ()]
    at = {"cites": cites, "section": section, "page": page, "line": line, "original": original}
    told = given(opinion)
    signed = _signed(repository, unit)
    more = {
        "draft": draft,
        "received": received,
        "letter": letter,
        "topic": topic,
        "handler": handler,
        "note": note,
        "attachments": _attached(attach),
        "items": [item_given("--item", lines(words)) for words in item or ()],
    }
    values = {
        **signed,
        "at": {key: value for key, value in at.items() if value},
        "opinion": told,
        "edits": edits,
        **{key: value for key, value in more.items() if value},
    }
    if not edits and not item:
        _refuse_nothing(signed["unit"], told)
    if signed["unit"] is None or told is None:
        values = _completed(repository, values)
    return _written(root, new_comment(repository, values), dry_run, as_json)


def _replacements(pairs: list[tuple[str, str]], everywhere: bool) -> list[dict[str, Any]]:
    """Return what is to be replaced, each in one place or everywhere."""
    if everywhere and not pairs:
        raise refuse(Code.VALUE_MISSING, name="--replace")
    more = {"everywhere": True} if everywhere else {}
    return [{"replace": old, "with": new, **more} for old, new in pairs]


def _insertions(
    new: list[str] | None, places: Mapping[str, list[str] | None]
) -> list[dict[str, str]]:
    """Return what is to be inserted where; several are all of one kind, or nobody could tell them apart."""
    given_ = {kind: words for kind, words in places.items() if words}
    if len(given_) > 1:
        one, other, *_more = (f"--{kind}" for kind in given_)
        raise refuse(Code.EITHER, one=one, other=other)
    kind, words = next(iter(given_.items()), ("after", []))
    return [{"insert": one, kind: other} for one, other in _pairs(new, words, f"--{kind}")]


def _signed(repository: Repository, names: Sequence[str] | None) -> dict[str, Any]:
    """Return who comments: the first unit that is named, and all of them where several sign."""
    units = [full_name(repository, name) for name in names or ()]
    if not units:
        return {"unit": None}
    return {"unit": units[0], "units": units if len(units) > 1 else None}


def _attached(paths: Sequence[str] | None) -> list[dict[str, str]]:
    """Return files as a comment notes them."""
    found: list[dict[str, str]] = []
    for path in paths or ():
        found.append({"file": Path(path).name, "digest": digest_of(Path(path), steerless(path))})
    return found


def _refuse_nothing(unit: str | None, opinion: str | None) -> None:
    """Refuse an opinion that there is none: that is an answer, which stands on the roster."""
    if unit and opinion and says_nothing(opinion):
        raise refuse(Code.NO_OPINION, unit=unit, words=opinion)


def _completed(repository: Repository, values: dict[str, Any]) -> dict[str, Any]:
    """Ask for what is missing; refuse it by name where there is nobody to ask."""
    if somebody():
        return asked_comment(repository, values)
    raise refuse(Code.VALUE_MISSING, name="--unit" if values["unit"] is None else "--opinion")


def _pairs(ones: list[str] | None, others: list[str] | None, option: str) -> list[tuple[str, str]]:
    """Put values of two options together, in the order in which they are given."""
    if len(ones or ()) != len(others or ()):
        raise refuse(Code.VALUE_MISSING, name=option)
    return list(zip(ones or (), others or (), strict=True))


def _written(root: Path, new: NewComment, dry_run: bool, as_json: bool) -> int:
    if not dry_run:
        write_all(root, {new.path: new.raw}, {new.path: None})
    name = new.comment.id
    if as_json:
        print_answer(NewAnswer(name, new.path, finding_entries(new.findings)))
        return 0
    round_ = new.repository.round_of(new.comment)
    typer.echo(f"{name} ({new.path})")
    for part in new.comment.parts:
        placed = round_.workspace.place(part.id, Patch.of(part.at, part.edits))
        told = list(evidence_lines(round_.workspace.corpus, placed))
        if part.part_of:
            typer.echo(part.id)
        if told:
            typer.echo("\n".join(told))
    for finding in new.findings:
        typer.echo("\n".join(show.lines(finding)), err=True)
    return 0
