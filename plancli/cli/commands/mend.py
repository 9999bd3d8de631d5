"""plancli mend."""

from typing import Annotated, NamedTuple

import typer

from plancli.cli.asking import given
from plancli.cli.completion import drafts, parts
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson, DryRun
from plancli.cli.output import print_answer
from plancli.core.finding import Code, Place, Subject, refuse
from plancli.core.locate.names import Names
from plancli.core.plan.digest import as_recorded, draft_digest
from plancli.core.plan.manifest import Frozen, Mended
from plancli.core.plan.model import Draft, Section, with_cover, without_cover
from plancli.core.plan.outline import Outline
from plancli.core.revision.revise import Workspace
from plancli.core.rounds.mend import Slip, Touched, carried_into_plan, change_of, mended, slips
from plancli.core.rounds.mend import touched as touched_by
from plancli.core.rounds.round import Round
from plancli.library.naming import round_named
from plancli.messages import N_, _
from plancli.render.answers.written import MendAnswer, TouchedEntry
from plancli.render.terminal import outcomes
from plancli.store.files import DRAFTS, MANIFEST
from plancli.store.manifest import with_mend, with_title
from plancli.store.repository import Repository
from plancli.store.sections import reworded, reworded_draft
from plancli.store.transaction import write_all
from plancli.store.yaml.strict import parse

HELP = N_(
    "Mend a slip of transcription: words of the copy of a frozen draft that the circulated paper does not "
    "have. Ids, pages and lines stay; the working plan is mended with it; plan.yaml keeps what was mended, "
    "why, and the digest of before. The comments that quote these words are named. What is to be changed in "
    "the plan is no slip: that is a comment, or a change of the office with a note."
)
EXAMPLE = "plancli mend --replace 消毒橱 --with 消毒柜 --in 专栏1.1 --reason 录入时误作“橱”。"


class _Mend(NamedTuple):
    """A slip with the draft as its copy is, and as it becomes."""

    slip: Slip
    words: str
    new: str
    draft: Draft
    after: Draft


def command(
    replace: Annotated[
        str | None, typer.Option(metavar="OLD", help=_("The words as they stand here."))
    ] = None,
    with_: Annotated[
        str | None, typer.Option("--with", metavar="NEW", help=_("The words on the paper."))
    ] = None,
    within: Annotated[
        str | None,
        typer.Option(
            "--in",
            metavar="KEY",
            help=_("In which paragraph, section or column."),
            autocompletion=parts,
        ),
    ] = None,
    reason: Annotated[
        str | None, typer.Option(help=_("How the slip came about; - reads it from stdin."))
    ] = None,
    draft: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help=_("The draft; default: the current one."), autocompletion=drafts
        ),
    ] = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    root, repository = open_repository()
    why = given(reason)
    for option, value in (("--replace", replace), ("--with", with_), ("--reason", why)):
        if value is None or (not value and option != "--with"):
            raise refuse(Code.VALUE_MISSING, name=option)
    assert replace
    assert with_ is not None
    assert why
    round_ = round_named(repository, draft)
    mend = _mend(repository, round_, replace, with_, within)
    before, after = _workspaces(repository, round_, mend)
    found = touched_by(before, after, round_.current, mend.slip, len(replace))
    _refuse_losses(round_, found)
    files = _files(repository, round_, mend, (before, after), why)
    if not dry_run:
        write_all(root, files, {path: repository.files[path] for path in files})
    change = change_of(mend.slip, replace, with_, mend.draft.with_cover)
    if as_json:
        entries = [TouchedEntry(*each) for each in found]
        print_answer(MendAnswer(round_.draft.draft, mend.slip.key, change, entries, list(files)))
        return 0
    typer.echo(f"{round_.draft.draft}  {mend.slip.key}  {change}")
    for each in found:
        typer.echo("\n".join(_touched_lines(each)))
    typer.echo(outcomes.written(list(files), dry_run), err=True)
    return 0


def _mend(repository: Repository, round_: Round, words: str, new: str, within: str | None) -> _Mend:
    """Return the one place of the words in the draft, which was frozen as it is, or was mended by hand."""
    draft = round_.draft
    frozen = _frozen(repository, draft.draft)
    intact = as_recorded(draft, frozen.digest)
    key = _key(round_, within)
    here = _one(draft, words, key) if slips(draft.with_cover, words, key) or intact else None
    if here is not None:
        after = _with(draft, mended(draft.with_cover, here, words, new))
        if intact or as_recorded(after, frozen.digest):
            return _Mend(here, words, new, draft, after)
    # somebody wrote the right words into the file already: then with the wrong ones it is what was frozen
    for there in slips(draft.with_cover, new, key) if new else ():
        before = _with(draft, mended(draft.with_cover, there, new, words))
        if as_recorded(before, frozen.digest):
            return _Mend(there, words, new, before, draft)
    raise refuse(Code.NOT_THE_SLIP, Place(_file(draft)), draft=draft.draft)


def _frozen(repository: Repository, name: str) -> Frozen:
    return next(frozen for frozen in repository.manifest.drafts if frozen.name == name)


def _file(draft: Draft) -> str:
    return f"{DRAFTS}{draft.draft}.yaml"


def _with(draft: Draft, sections: tuple[Section, ...]) -> Draft:
    update = {"title": Outline(sections).title or draft.title, "sections": without_cover(sections)}
    return draft.model_copy(update=update)


def _key(round_: Round, within: str | None) -> str | None:
    """Return the key of the one part that a key or title names."""
    if within is None:
        return None
    keys = Names(round_.workspace.draft).keys(within)
    if len(keys) != 1:
        raise refuse(Code.UNKNOWN_KEY, key=within, near="、".join(keys))
    return keys[0]


def _one(draft: Draft, words: str, within: str | None) -> Slip:
    """Return the one place where words stand in a draft."""
    found = slips(draft.with_cover, words, within)
    if not found:
        raise refuse(Code.NO_SUCH_SLIP, Place(_file(draft)), words=words)
    if len(found) > 1:
        places = "、".join(slip.key for slip in found)
        raise refuse(Code.SEVERAL_SLIPS, Place(_file(draft)), words=words, places=places)
    return found[0]


def _workspaces(repository: Repository, round_: Round, mend: _Mend) -> tuple[Workspace, Workspace]:
    """Return the round's workspace as it was, and with the mended draft."""
    plan, recorded = round_.workspace.plan, round_.workspace.recorded
    order = list(repository.comments)
    known = round_.workspace.draft.title or repository.manifest.title
    drafts: list[tuple[Section, ...]] = []
    for draft in (mend.draft, mend.after):
        drafts.append(with_cover(draft.title or known, draft.sections))
    before, after = drafts
    return Workspace(before, plan, recorded, order), Workspace(after, plan, recorded, order)


def _refuse_losses(round_: Round, found: list[Touched]) -> None:
    """Refuse to take the ground from under what is in the text: its quotations have the wrong words."""
    recorded = round_.workspace.recorded
    lost = [each.id for each in found if each.stood and not each.stands and each.id in recorded]
    if lost:
        ids = list(dict.fromkeys(lost))
        raise refuse(Code.MEND_LOSES, ids="、".join(ids), words=" ".join(ids))


def _files(
    repository: Repository,
    round_: Round,
    mend: _Mend,
    workspaces: tuple[Workspace, Workspace],
    reason: str,
) -> dict[str, bytes]:
    """Return the files that change, read back as a check."""
    files: dict[str, bytes] = {}
    name = mend.draft.draft
    frozen = _frozen(repository, name)
    document = repository.documents[Subject("draft", name)]
    files[document.file] = reworded_draft(document, round_.draft, mend.after)
    now = draft_digest(mend.after)
    if not as_recorded(mend.after, frozen.digest):
        change = change_of(mend.slip, mend.words, mend.new, mend.draft.with_cover)
        entry = Mended(part=mend.slip.key, change=change, reason=reason, before=frozen.digest)
        manifest = repository.documents[Subject("plan", "plan")]
        files[MANIFEST] = with_mend(manifest, repository.manifest, name, now, entry)
    if not round_.closed:
        wanted = carried_into_plan(*workspaces, mend.slip, mend.words, mend.new)
        title = Outline(wanted).title
        if title not in (None, repository.manifest.title):
            raw = files.get(MANIFEST, repository.files[MANIFEST])
            files[MANIFEST] = with_title(parse(MANIFEST, raw), title)
        for old, new in zip(repository.sections, without_cover(wanted), strict=True):
            if old != new:
                section = repository.documents[Subject("section", old.key)]
                files[section.file] = reworded(section, old, new)
    files = {path: raw for path, raw in files.items() if raw != repository.files[path]}
    again = repository.changed(files)
    if again.findings or draft_digest(again.draft(name)) != now:
        raise refuse(Code.NOT_WRITABLE, Place(document.file))
    return files


def _touched_lines(found: Touched) -> list[str]:
    if found.stands:
        said = _("stands") if found.stood else _("now stands")
    else:
        said = _("no longer stands: see its edits") if found.stood else _("does not stand")
    return [f"  {found.id}  “{found.quote}” {said}"]
