"""plancli unit."""

from collections.abc import Mapping, Sequence
from functools import reduce
from pathlib import Path
from typing import Annotated

import typer

from plancli.cli.completion import drafts, units
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson, DryRun
from plancli.cli.output import print_answer
from plancli.core.check.rules.roster.replies import ROSTER_DIFFERS
from plancli.core.finding import Code, Finding, Place, PlanError, Subject, refuse
from plancli.core.plan.manifest import Manifest, Reply, Unit, UnitKind
from plancli.core.rounds.consulted import Consulted, consulted
from plancli.core.rounds.round import Round
from plancli.library.naming import round_named, unit_named
from plancli.messages import N_, _
from plancli.render.answers.ledger import UnitAnswer, unit_entry
from plancli.render.terminal import outcomes
from plancli.render.terminal.roster import roster_lines, unit_lines
from plancli.store.attachments import Changes, attachments_moved
from plancli.store.files import MANIFEST, RECORD
from plancli.store.repository import Repository
from plancli.store.roster import new_ids, renamed, with_alias, with_reply, with_unit
from plancli.store.transaction import write_all
from plancli.store.yaml.strict import Document

HELP = N_(
    "The roster of consulted units. Without an option it is shown. --reply says what units answered that "
    "sent no comments (无意见, 未回复, 逾期视为无意见), or that theirs came late (补充意见); --add puts "
    "units on it; --rename gives one another name, with its comments, their ids and all that points to "
    "them; --alias adds a short name. Units can be named by their short names."
)
EXAMPLE = (
    "plancli unit 市文旅局 市体育局 --reply 无意见; plancli unit 市林业局 --add; "
    "plancli unit 市数管局 --rename 市数据局"
)


def command(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="UNIT…", help=_("Units; default: all."), autocompletion=units),
    ] = None,
    reply: Annotated[
        str | None, typer.Option(metavar="REPLY", help=_("What they answered; '' takes it out."))
    ] = None,
    draft: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help=_("With --reply: on the draft of an earlier round."),
            autocompletion=drafts,
        ),
    ] = None,
    add: Annotated[bool, typer.Option("--add", help=_("Put them on the roster."))] = False,
    kind: Annotated[
        UnitKind | None, typer.Option(help=_("With --add: who they are; default 单位."))
    ] = None,
    channel: Annotated[
        str | None, typer.Option(help=_("With --add: by which way they answer."))
    ] = None,
    rename: Annotated[
        str | None, typer.Option(metavar="NAME", help=_("The new name of one unit."))
    ] = None,
    alias: Annotated[
        str | None, typer.Option(metavar="NAME", help=_("A short name of one unit."))
    ] = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    root, repository = open_repository()
    asked = list(dict.fromkeys(names or ()))
    _refuse_unclear(asked, [reply, rename, alias, kind, channel, add or None])
    new = [Unit(name=name, kind=kind or UnitKind.UNIT, channel=channel) for name in asked if add]
    again = reduce(_added, new, repository)
    wanted = [unit_named(again, name) for name in asked]
    if reply is not None:
        for name in wanted:
            again = _answered(again, name, _reply(reply), draft)
    if alias is not None:
        again = _called(again, wanted[0], alias)
    moved: Changes = {}
    if rename is not None:
        moved = attachments_moved(root, wanted[0], rename)
        again = _renamed(again, wanted[0], rename)
        _tell_mentions(again, wanted[0], rename)
        wanted = [rename]
    files = _written(root, repository, again, moved, dry_run)
    found = _shown(again, wanted)
    if as_json:
        print_answer(UnitAnswer([unit_entry(each) for each in found], files))
        return 0
    typer.echo("\n".join(roster_lines(found) if len(found) != 1 else unit_lines(found[0])))
    if again is not repository:
        typer.echo(outcomes.written(files, dry_run), err=True)
    return 0


def _refuse_unclear(units: Sequence[str], options: Sequence[object]) -> None:
    """Refuse a change of no unit, and of several one that only one can have."""
    if not units and any(option is not None for option in options):
        raise refuse(Code.NOTHING_NAMED)
    rename, alias = options[1:3]
    if len(units) > 1 and (rename is not None or alias is not None):
        raise typer.BadParameter(_("--rename and --alias are for one unit"))


def _shown(repository: Repository, names: list[str]) -> list[Consulted]:
    everybody = consulted(_round(repository))
    return [found for found in everybody if not names or found.unit.name in names]


def _round(repository: Repository, draft: str | None = None) -> Round:
    """Return a round; before the first one is circulated there is only the plan and its roster."""
    if repository.manifest.draft is None:
        return repository.uncirculated
    return round_named(repository, draft)


def _reply(words: str) -> Reply | None:
    """Read what a unit answered; "" is nothing."""
    if not words:
        return None
    try:
        return Reply(words)
    except ValueError:
        known = "、".join(Reply)
        raise refuse(Code.WRONG_CHOICE, key="--reply", value=words, choices=known) from None


def _added(repository: Repository, unit: Unit) -> Repository:
    """Put a unit on the roster."""
    if unit.name in {known.name for known in repository.manifest.units}:
        raise refuse(Code.UNIT_KNOWN, Place(MANIFEST), unit=unit.name)
    _refuse_unfit(unit.name)
    again = _changed(repository, {MANIFEST: with_unit(_manifest(repository), unit)})
    if again.manifest.units != (*repository.manifest.units, unit):
        raise refuse(Code.NOT_WRITABLE, Place(MANIFEST))
    return again


def _answered(
    repository: Repository, name: str, reply: Reply | None, draft: str | None
) -> Repository:
    """Say what a unit answered; refuse what its comments contradict."""
    manifest = repository.manifest
    if name not in {unit.name for unit in manifest.units}:
        raise refuse(Code.UNKNOWN_UNIT, Place(MANIFEST), unit=name)
    closed = draft if draft != manifest.draft else None
    said = None if reply is None else str(reply)
    if closed is not None:
        round_named(repository, closed)  # or it is refused, with the rounds that there are
    raw = with_reply(_manifest(repository), manifest, name, said, closed)
    again = _changed(repository, {MANIFEST: raw})
    if _said(again.manifest, name, closed) != reply:
        raise refuse(Code.NOT_WRITABLE, Place(MANIFEST))
    if manifest.draft is not None:
        _refuse_contradiction(again, name, draft)
    return again


def _said(manifest: Manifest, name: str, draft: str | None) -> Reply | None:
    """Return what the roster says that a unit answered."""
    own = manifest if draft is None else manifest.of_round(draft)
    return next(unit.reply for unit in own.units if unit.name == name)


def _refuse_contradiction(repository: Repository, name: str, draft: str | None) -> None:
    found: list[Finding] = []
    for finding in ROSTER_DIFFERS.find(_round(repository, draft)):
        if finding.params["unit"] == name:
            found.append(finding._replace(place=repository.place(finding)))
    if found:
        raise PlanError(found, exit_code=1)


def _called(repository: Repository, name: str, short: str) -> Repository:
    """Add a short name of a unit."""
    aliases = repository.manifest.aliases
    if short in {unit.name for unit in repository.manifest.units}:
        raise refuse(Code.UNIT_KNOWN, Place(MANIFEST), unit=short)
    again = _changed(repository, {MANIFEST: with_alias(_manifest(repository), short, name)})
    if again.manifest.aliases != {**aliases, short: name}:
        raise refuse(Code.NOT_WRITABLE, Place(MANIFEST))
    return again


def _renamed(repository: Repository, old: str, new: str) -> Repository:
    """Give a unit another name; its old one stays as a short name, for the texts that have it."""
    known = {unit.name for unit in repository.manifest.units}
    known |= {unit for comment in repository.comments.values() for unit in comment.signatories}
    if new in known:
        raise refuse(Code.UNIT_KNOWN, Place(MANIFEST), unit=new)
    _refuse_unfit(new)
    ids = new_ids(repository, old, new)
    again = _changed(repository, renamed(repository, old, new))
    if again.manifest.aliases.get(old) != new and old in known:
        again = _changed(again, {MANIFEST: with_alias(_manifest(again), old, new)})
    if list(again.record.comments) != [ids.get(name, name) for name in repository.record.comments]:
        raise refuse(Code.NOT_WRITABLE, Place(RECORD))
    if set(again.comments) != {ids.get(name, name) for name in repository.comments}:
        raise refuse(Code.NOT_WRITABLE, Place(MANIFEST))
    return again


def _tell_mentions(repository: Repository, old: str, new: str) -> None:
    """Say which files still have the old name in their words: those are text."""
    left = [
        path
        for path, raw in repository.files.items()
        if path not in (MANIFEST, RECORD) and old in raw.decode().replace(new, "")
    ]
    if left:
        said = _("{old} still stands in words of: {files}")
        typer.echo(said.format(old=old, files="、".join(left)), err=True)


def _refuse_unfit(name: str) -> None:
    """Refuse a name that cannot be that of a folder, as that of a unit is."""
    if not name.strip() or "/" in name or "\\" in name or name.startswith("."):
        raise refuse(Code.UNFIT_UNIT, unit=name)


def _manifest(repository: Repository) -> Document:
    return repository.documents[Subject("plan", "plan")]


def _changed(repository: Repository, files: Mapping[str, bytes | None]) -> Repository:
    again = repository.changed(files)
    if again.findings:
        raise PlanError(again.findings)
    return again


def _written(
    root: Path, before: Repository, after: Repository, moved: Changes, dry_run: bool
) -> list[str]:
    """Write what differs, and what `moved` beside comments, all files or none; return their paths."""
    files: dict[str, bytes | None] = {path: change.after for path, change in moved.items()}
    expected = {path: change.before for path, change in moved.items()}
    for path in [*before.files, *after.files]:
        if before.files.get(path) != after.files.get(path):
            files[path] = after.files.get(path)
            expected[path] = before.files.get(path)
    if not dry_run:
        write_all(root, files, expected)
    return list(files)
