"""plancli freeze."""

from typing import Annotated

import typer

from plancli.cli.opening import open_repository
from plancli.core.finding import Code, Place, Subject, refuse
from plancli.core.freeze import digest
from plancli.core.model import Draft
from plancli.messages import N_, _
from plancli.store import emit
from plancli.store.manifest import with_draft
from plancli.store.repository import DRAFTS, MANIFEST, Repository, load
from plancli.store.sections import draft_entry
from plancli.store.transaction import write_all

HELP = N_(
    "Freeze the working plan as a draft, the copy that is circulated. A draft is never edited; its pages and "
    "lines may be added later."
)
EXAMPLE = "plancli freeze 征求意见稿"
_HEAD = "Frozen as circulated: never edited. Only pages and lines may be added."


def command(name: Annotated[str, typer.Argument(metavar="NAME", help=_("Name of the draft."))]) -> int:
    root, repository = open_repository()
    path = f"{DRAFTS}{name}.yaml"
    known = {frozen.name for frozen in repository.manifest.drafts}
    if path in repository.files or name in known or "/" in name or name.startswith("."):
        raise refuse(Code.EXISTS, Place(path))
    files = _frozen(repository, name, path)
    write_all(root, files, {MANIFEST: repository.files[MANIFEST], path: None})
    typer.echo(_("written: {file}").format(file=path), err=True)
    if repository.manifest.draft not in (None, name):
        current = _("Comments without draft: still cite {draft}.").format(draft=repository.manifest.draft)
        typer.echo(current, err=True)
    return 0


def _frozen(repository: Repository, name: str, path: str) -> dict[str, bytes]:
    """Return the draft's file and the manifest that names it, after reading both back as a check."""
    draft = Draft(draft=name, sections=repository.sections)
    document = repository.documents[Subject("plan", "plan")]
    manifest = with_draft(document, repository.manifest, name, digest(draft.sections))
    files = {path: emit.document(draft_entry(draft), _HEAD).encode(), MANIFEST: manifest}
    again = load({**repository.files, **files})
    if again.draft(name) != draft:
        raise refuse(Code.NOT_WRITABLE, Place(MANIFEST))
    return files
