"""A slip of transcription mended: in the draft, the working plan and plan.yaml, with what it touches."""

from collections.abc import Sequence
from typing import NamedTuple

from plancli.core.finding import Code, Place, Subject, refuse
from plancli.core.locate.names import Names
from plancli.core.plan.digest import as_recorded, draft_digest
from plancli.core.plan.manifest import Frozen, Mended
from plancli.core.plan.model import Draft, Section, with_cover, without_cover
from plancli.core.plan.outline import Outline
from plancli.core.revision.revise import Workspace
from plancli.core.rounds.corrected import Corrected, corrected
from plancli.core.rounds.mend import Slip, Touched, carried_into_plan, change_of, mended, slips
from plancli.core.rounds.mend import touched as touched_by
from plancli.core.rounds.round import Round
from plancli.library.naming import round_named
from plancli.messages import _
from plancli.store.files import DRAFTS, MANIFEST
from plancli.store.manifest import with_mend, with_title
from plancli.store.repository import Repository
from plancli.store.sections import reworded, reworded_draft
from plancli.store.yaml.strict import parse


class Mend(NamedTuple):
    """A slip with the draft as its copy is, and as it becomes."""

    slip: Slip
    words: str
    new: str
    draft: Draft
    after: Draft

    @property
    def change(self) -> str:
        """What is mended, in plain marks."""
        return change_of(self.slip, self.words, self.new, self.draft.with_cover)


class Mending(NamedTuple):
    """What a mend comes to: the files that change with their new bytes, and the comments it touches."""

    files: dict[str, bytes]
    touched: list[Touched]


def mending(repository: Repository, round_: Round, mend: Mend, reason: str) -> Mending:
    """Return what a mend comes to; refuse it where it would take the ground from what is in the text."""
    before, after = _workspaces(repository, round_, mend)
    found = touched_by(before, after, round_.current, mend.slip, len(mend.words))
    _refuse_losses(round_, found)
    return Mending(_files(repository, round_, mend, (before, after), reason), found)


def corrections_in(repository: Repository, round_: Round, file: Sequence[Section]) -> Corrected:
    """Return how a file differs from the draft of a round; refuse what is another text."""
    draft = round_.draft
    if not as_recorded(draft, _frozen(repository, draft.draft).digest):
        raise refuse(Code.NOT_THE_SLIP, Place(_file(draft)), draft=draft.draft)
    found = corrected(draft.with_cover, file)
    slips_at_most = max(found.whole * _SLIPS // 100, _FEW)
    if found.whole - found.equal > slips_at_most:
        share = str(100 * found.equal // max(found.whole, 1))
        raise refuse(Code.NO_CORRECTION, share=share, draft=draft.draft)
    others = [*found.gone, *found.other, *(f"“{words[:_SHORT]}”" for words in found.came)]
    if others:
        raise refuse(Code.NO_SLIPS, draft=draft.draft, parts="、".join(others[:_NAMED]))
    return found


_SLIPS = 20
"""So many parts of a hundred may differ: who copies a text errs in a few, who drafts anew changes more."""
_FEW = 3
"""So many may in a text of a page."""
_SHORT, _NAMED = 20, 8
"""So many characters of so many parts tell which they are."""


class MendedAll(NamedTuple):
    """All that a corrected file mends: each mend, the files that change, the comments that it touches."""

    mends: list[Mend]
    files: dict[str, bytes]
    touched: list[Touched]


def all_mended(
    repository: Repository, draft: str | None, found: Corrected, reason: str
) -> MendedAll:
    """Return what mends all slips of a draft, one after the other."""
    mends: list[Mend] = []
    touched: list[Touched] = []
    files: dict[str, bytes] = {}
    for slip, words, new in found.corrections:
        round_ = round_named(repository, draft)
        mend = mend_at(round_, slip, words, new)
        done = mending(repository, round_, mend, reason)
        mends.append(mend)
        touched += [each for each in done.touched if each not in touched]
        files |= done.files
        repository = repository.changed(done.files)
    return MendedAll(mends, files, touched)


def mend_at(round_: Round, slip: Slip, words: str, new: str) -> Mend:
    """Return a mend at a place that is known, in a draft that is as it was frozen."""
    draft = round_.draft
    return Mend(slip, words, new, draft, _with(draft, mended(draft.with_cover, slip, words, new)))


def mend_of(
    repository: Repository, round_: Round, words: str, new: str, within: str | None
) -> Mend:
    """Return the one place of the words in the draft, which was frozen as it is, or was mended by hand."""
    draft = round_.draft
    frozen = _frozen(repository, draft.draft)
    intact = as_recorded(draft, frozen.digest)
    key = _key(round_, within)
    here = _one(draft, words, key) if slips(draft.with_cover, words, key) or intact else None
    if here is not None:
        after = _with(draft, mended(draft.with_cover, here, words, new))
        if intact or as_recorded(after, frozen.digest):
            return Mend(here, words, new, draft, after)
    # somebody wrote the right words into the file already: then with the wrong ones it is what was frozen
    for there in slips(draft.with_cover, new, key) if new else ():
        before = _with(draft, mended(draft.with_cover, there, new, words))
        if as_recorded(before, frozen.digest):
            return Mend(there, words, new, before, draft)
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


def _workspaces(repository: Repository, round_: Round, mend: Mend) -> tuple[Workspace, Workspace]:
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
    mend: Mend,
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


def also_in(repository: Repository, mend: Mend) -> list[str]:
    """Return the other drafts that have the words of a slip in the same part: each has a copy of its own."""
    found: list[str] = []
    for subject in repository.documents:
        if subject.kind != "draft" or subject.key == mend.draft.draft:
            continue
        other = repository.draft(subject.key)
        if slips(other.with_cover, mend.words, mend.slip.key):
            found.append(other.draft)
    return found


def touched_lines(found: Touched) -> list[str]:
    """Return what is said of a comment that a mend touches."""
    if found.stands:
        said = _("stands") if found.stood else _("now stands")
    else:
        said = _("no longer stands: see its edits") if found.stood else _("does not stand")
    return [f"  {found.id}  “{found.quote}” {said}"]
