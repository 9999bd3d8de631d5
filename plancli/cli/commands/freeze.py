"""plancli freeze."""

from collections.abc import Sequence
from typing import Annotated

import typer

from plancli.cli.opening import open_repository
from plancli.core.comments.record import Record, RecordedRound
from plancli.core.finding import Code, Place, Subject, refuse
from plancli.core.plan.digest import digest, draft_digest
from plancli.core.plan.model import Draft, Section
from plancli.core.plan.names import unstorable
from plancli.messages import N_, _
from plancli.store import remarks
from plancli.store.comments import on_draft
from plancli.store.files import DRAFTS, MANIFEST, RECORD
from plancli.store.manifest import with_draft
from plancli.store.pictures import Pictures, frozen_with
from plancli.store.repository import Repository, load
from plancli.store.save import record_file
from plancli.store.sections import draft_entry
from plancli.store.transaction import write_all
from plancli.store.yaml import emit

HELP = N_(
    "Freeze the working plan as a draft, the copy that is circulated. A draft is never edited; its pages and "
    "lines may be added later. With --circulate a new round begins: comments cite this draft from now on, "
    "those of the round before say on which draft they were made, what units replied and the deadline stay "
    "with that draft, and what is in the text belongs to it."
)
EXAMPLE = "plancli freeze 征求意见稿; plancli freeze 送审稿 --circulate"


def command(
    name: Annotated[str, typer.Argument(metavar="NAME", help=_("Name of the draft."))],
    circulate: Annotated[
        bool, typer.Option("--circulate", help=_("Begin a new round of comments on it."))
    ] = False,
) -> int:
    root, repository = open_repository()
    path = f"{DRAFTS}{name}.yaml"
    sections = frozen_with(Pictures(root), repository.sections, repository.record.pictures)
    frozen_before = circulate and _same(repository, name, sections)
    if not name or unstorable(name):
        raise refuse(Code.BAD_NAME, name=name)
    if not frozen_before:
        _refuse_frozen(repository, name, path)
    if circulate and repository.manifest.draft in (None, name):
        raise refuse(Code.NO_ROUND, Place(MANIFEST))
    files = _frozen(repository, name, path, circulate, sections)
    write_all(root, files, {file: repository.files.get(file) for file in files})
    for file in files:
        typer.echo(_("written: {file}").format(file=file), err=True)
    if circulate:
        opened = _("A round of comments is open: comments cite {draft} from now on.")
        typer.echo(opened.format(draft=name), err=True)
    if circulate and (left := [standing.comment.id for standing in repository.open_round.left]):
        waiting = _("not in the text, decide or carry over with plancli rebase: {ids}")
        typer.echo(waiting.format(ids="、".join(left)), err=True)
    if repository.manifest.draft not in (None, name) and not circulate:
        current = _("Comments without draft: still cite {draft}.").format(
            draft=repository.manifest.draft
        )
        typer.echo(current, err=True)
    return 0


def _refuse_frozen(repository: Repository, name: str, path: str) -> None:
    """Refuse a name under which a draft was frozen, also where its file is gone."""
    known = {frozen.name for frozen in repository.manifest.drafts}
    if name in known and path not in repository.files:
        raise refuse(Code.MISSING_FILE, Place(path))
    if name in known:
        raise refuse(Code.FROZEN_ALREADY, Place(path), draft=name)
    if path in repository.files:
        raise refuse(Code.EXISTS, Place(path))


def _same(repository: Repository, name: str, sections: Sequence[Section]) -> bool:
    """Whether a draft of that name was frozen from the working plan as it is now."""
    manifest = repository.manifest
    if name not in {frozen.name for frozen in manifest.drafts}:
        return False
    draft = repository.draft(name)
    title = None if draft.title is None else manifest.title
    return draft_digest(draft) == digest(sections, manifest.separator, title, draft.approval)


def _frozen(
    repository: Repository, name: str, path: str, circulate: bool, sections: tuple[Section, ...]
) -> dict[str, bytes]:
    """Return the files that change, after reading them back as a check."""
    manifest = repository.manifest
    draft = Draft(
        draft=name,
        title=manifest.title,
        separator=manifest.separator,
        approval=manifest.approval,
        sections=sections,
    )
    if path in repository.files:
        draft = repository.draft(name)
    frozen = draft_digest(draft)
    document = repository.documents[Subject("plan", "plan")]
    files = {MANIFEST: with_draft(document, repository.manifest, name, frozen, circulate)}
    if path not in repository.files:
        files[path] = emit.document(
            draft_entry(draft), remarks.of_draft(repository.manifest.language)
        ).encode()
    if circulate:
        files |= _round_ended(repository, name)
    again = load({**repository.files, **files})
    wrong = draft_digest(again.draft(name)) != frozen
    if wrong or (circulate and again.open_round.draft.draft != name):
        raise refuse(Code.NOT_WRITABLE, Place(MANIFEST))
    return files


def _round_ended(repository: Repository, name: str) -> dict[str, bytes]:
    """Return the record with the round closed, and the comments that did not say which draft they are on."""
    current = repository.draft().draft
    ended = RecordedRound(
        draft=current,
        comments=repository.workspace.recorded,
        renumbered=repository.record.renumbered,
        left=repository.record.left,
    )
    record = Record(draft=name, earlier=(*repository.record.earlier, ended))
    silent = [comment.id for comment in repository.comments.values() if comment.draft is None]
    files = {
        repository.comment_file(comment): on_draft(
            repository.documents[Subject("comment", comment)], current
        )
        for comment in silent
    }
    return {
        RECORD: record_file(list(repository.comments), record, repository.manifest.language),
        **files,
    }
