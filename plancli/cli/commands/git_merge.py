"""plancli git-merge: the merge driver that git-setup names to git."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from plancli import language, messages
from plancli.cli.branches import order_of, state_of, states, workspace_of
from plancli.cli.joining_comments import comment_in, joined_comment
from plancli.core.comments.record import Record
from plancli.core.finding import PlanError
from plancli.core.plan.manifest import Manifest
from plancli.core.plan.model import Section
from plancli.core.plan.outline import Outline
from plancli.core.revision.branches import (
    Joined,
    Sections,
    clashes,
    fits,
    join,
    says_the_same,
    three_way,
)
from plancli.core.revision.branches import Patches as Recorded
from plancli.core.revision.ground import (
    cited,
    join_records,
    joined_left,
    joined_numbers,
    overtaken,
    with_numbers,
)
from plancli.core.revision.revise import Workspace
from plancli.core.revision.three import Three
from plancli.git import processes as git
from plancli.git.markers import side_by_side
from plancli.git.merging import commits_of
from plancli.messages import N_, _
from plancli.render.findings.messages import lines as finding_lines
from plancli.render.findings.shell import word
from plancli.render.terminal import joining
from plancli.store.files import DRAFTS, MANIFEST, RECORD, find_root, plan_of, read_plain
from plancli.store.newer import newer
from plancli.store.outputs import write_output
from plancli.store.repository import publication_order
from plancli.store.save import record_file
from plancli.store.sections import updated
from plancli.store.validate import validate
from plancli.store.yaml.strict import Document, parse

HELP = N_(
    "Called by git merge once plancli git-setup has run: joins two versions of a file of the plan. The "
    "comments of both branches are merged on the draft, as plancli apply does; where they cannot all stand, "
    "the file stays in conflict, with markers round the sentences, and the exit code is 1."
)
EXAMPLE = "plancli git-merge %O %A %B %P"


class _Scene(NamedTuple):
    """One file in a merge: the plan's root, the path from the top folder, three versions, the two names."""

    root: Path
    path: str
    contents: Three[bytes]
    commits: Three[str] | None
    size: int

    @property
    def names(self) -> tuple[str, str]:
        theirs = self.commits.theirs if self.commits else ""
        return "HEAD", git.merged_in().get(theirs) or theirs[:9] or "theirs"

    @property
    def file(self) -> joining.Unsettled:
        """The file as it is named where git was started."""
        start = Path.cwd() / git.started_in()
        file, root = (os.path.relpath(path, start) for path in (Path.cwd() / self.path, self.root))
        here = set(Path(root).parts) <= {
            ".."
        }  # plancli finds a plan at or above where it is started
        plancli = "plancli" if here else f"plancli -C {word(root)}"
        return joining.Unsettled(self.path, word(file), plancli)


class _Result(NamedTuple):
    """The merged file, whether it is settled, and what to tell the user."""

    content: bytes
    settled: bool
    notes: tuple[str, ...] = ()


class _Version(NamedTuple):
    """One version of a section's file."""

    document: Document
    section: Section


class _Versions(NamedTuple):
    """The versions of a section's file; there is no base where both branches added it."""

    base: _Version | None
    ours: _Version
    theirs: _Version


def command(
    base: Annotated[Path, typer.Argument(help=_("The common version, %O."))],
    ours: Annotated[
        Path, typer.Argument(help=_("Our version, %A; the result is written into it."))
    ],
    theirs: Annotated[Path, typer.Argument(help=_("Their version, %B."))],
    path: Annotated[str, typer.Argument(help=_("Where the file stands, %P."))],
    size: Annotated[int, typer.Argument(help=_("Length of the conflict markers, %L."))] = 7,
) -> int:
    contents = Three(*(file.read_bytes() for file in (base, ours, theirs)))
    plain = git.merge_lines(contents, ("HEAD", "theirs"), size)
    ours.write_bytes(plain.content)  # should anything fail from here on, this is what is left
    whole = Path.cwd() / path
    around = _plan_around(whole)
    commits = commits_of(Path.cwd(), path, contents) if around else None
    if around and (refused := _newer(around, commits)):
        messages.activate(language.wanted(os.environ, around))
        scene = _Scene(around, path, contents, commits, size)
        typer.echo("\n".join([*refused, joining.by_lines(scene.file, plain.clean)]), err=True)
        return 1  # what git makes of the lines stays, and is not taken for settled
    if around and (renumbered := _numbered_twice(around, path, contents, commits)):
        ours.write_bytes(contents.ours)
        typer.echo("\n".join(renumbered), err=True)
        return 1  # git commits what is settled, and the other comment is to be added first
    if around and contents.base and _COMMENT.search(path):
        joined = joined_comment(path, contents, plain, ("HEAD", "theirs"), size)
        if joined is not None:
            ours.write_bytes(joined.content)
            return 0 if joined.clean else 1
    root = plan_of(whole)
    file = whole.relative_to(root).as_posix() if root else ""
    if root is None or file == MANIFEST or file.startswith(DRAFTS):
        return 0 if plain.clean else 1
    messages.activate(language.wanted(os.environ, root))
    result = _merged(_Scene(root, path, contents, commits, size), file, plain)
    ours.write_bytes(result.content)
    for note in result.notes:
        typer.echo(note, err=True)
    return 0 if result.settled else 1


def _plan_around(file: Path) -> Path | None:
    """Return the folder of the plan in which a file lies; None where there is none."""
    try:
        return find_root(file.parent)
    except PlanError:
        return None


def _newer(root: Path, commits: Three[str] | None) -> list[str]:
    """Return what is said of a version that has a form which only a later plancli knows; nothing of others.

    Where the commits are not known it is the plan in the work tree that says which form it has.
    """
    for name, content in _manifests(root, commits):
        if refused := newer(name, content):
            return [line for finding in refused for line in finding_lines(finding)]
    return []


def _manifests(root: Path, commits: Three[str] | None) -> Iterator[tuple[str, bytes]]:
    """Yield plan.yaml of each version with its name: as git calls it, in the commit that is not ours."""
    if commits is None:
        yield MANIFEST, read_plain(root / MANIFEST, MANIFEST)
        return
    for commit in dict.fromkeys((commits.ours, commits.theirs, commits.base)):
        called = git.merged_in().get(commit) or commit[:9]
        name = MANIFEST if commit == commits.ours else f"{called}:{MANIFEST}"
        for content in git.files_at(root, commit, [MANIFEST]).values():
            yield name, content


# --- a comment ---------------------------------------------------------------------------------------------


def _numbered_twice(
    root: Path, path: str, contents: Three[bytes], commits: Three[str] | None
) -> list[str]:
    """Give the other branch's comment a number of its own where both wrote one under the same.

    Its file is written beside; return what to tell, nothing where these are not two comments.
    """
    whole = Path.cwd() / path
    found = _COMMENT.search(path)
    if contents.base or not found:
        return []
    try:
        own, other = (comment_in(parse(path, content)) for content in contents[1:])
    except PlanError:  # one of the two is no comment: git's markers stay
        return []
    if (own.unit, own.opinion) == (other.unit, other.opinion):
        return []  # the same letter, entered twice
    folder = whole.parent
    number = _free_number(root, folder, commits)
    target = folder / f"{number:02}.yaml"
    write_output(target, contents.theirs)
    messages.activate(language.wanted(os.environ, root))
    names = f"{found[1]}-{found[2]}", f"{found[1]}-{number:02}"
    new = os.path.relpath(target, Path.cwd() / git.started_in())
    return list(joining.numbered_twice(path, word(path), word(new), *names))


_COMMENT = re.compile(r"(?:^|/)comments/([^/]+)/([^/]+)\.yaml$")


def _free_number(root: Path, folder: Path, commits: Three[str] | None) -> int:
    """Return the first number that no comment of the unit has, here or on either branch."""
    names = {path.name for path in folder.glob("*.yaml")}
    below = folder.relative_to(root).as_posix()
    for commit in commits[1:] if commits else ():
        names |= {Path(path).name for path in git.paths_at(root, commit, [below])}
    numbers = [int(name[:-5]) for name in names if name[:-5].isdecimal()]
    return 1 + max(numbers, default=0)


def _merged(scene: _Scene, file: str, plain: git.Merged) -> _Result:
    """Merge by what the file means; a version that cannot be read leaves the lines as git merges them."""
    try:
        return _record(scene, plain) if file == RECORD else _section(scene, plain)
    except PlanError as error:
        said = [line for finding in error.findings for line in finding_lines(finding)]
        return _by_lines(scene, plain, *said)


def _by_lines(scene: _Scene, plain: git.Merged, *said: str) -> _Result:
    return _Result(plain.content, False, (*said, joining.by_lines(scene.file, plain.clean)))


# --- a section -------------------------------------------------------------------------------------------


def _section(scene: _Scene, plain: git.Merged) -> _Result:
    contents = scene.contents
    added = not contents.base  # on both branches
    versions = _Versions(
        None if added else _version(scene.path, contents.base),
        _version(scene.path, contents.ours),
        _version(scene.path, contents.theirs),
    )
    key = versions.ours.section.key
    if any(version and version.section.key != key for version in versions):
        return _by_lines(scene, plain)
    joined = _joined(scene, versions, key)
    ours, theirs = ({s.key: s for s in side}.get(key) for side in joined.plans[:2])
    if ours is None or theirs is None:
        return _by_lines(scene, plain)
    parts = Outline([ours]), Outline([theirs])
    conflicts = [c for c in joined.plans.conflicts if any(side.knows(c.place) for side in parts)]
    if not says_the_same(ours, theirs) or conflicts:
        nothing = ours.model_copy(update={"title": "", "body": ()})
        base = versions.base.section if versions.base else nothing
        found = clashes(joined.workspace, Three(base, ours, theirs), joined.records)
        notes = joining.lines(scene.file, found, conflicts, scene.names)
        return _Result(_in_conflict(scene, versions, ours, theirs), False, tuple(notes))
    merged = _spliced(scene, versions, ours)
    if merged.clean and not says_the_same(
        validate(Section, parse(scene.path, merged.content)), ours
    ):
        return _by_lines(scene, plain)
    if merged.clean:
        return _Result(merged.content, True)
    return _Result(merged.content, False, tuple(joining.beside_the_words(scene.file)))


def _version(path: str, content: bytes) -> _Version:
    document = parse(path, content)
    return _Version(document, validate(Section, document))


class _Joined(NamedTuple):
    """The joined plans, and with what they were joined: nothing where only the file is known."""

    plans: Joined
    workspace: Workspace | None
    records: Three[Recorded]


def _joined(scene: _Scene, versions: _Versions, key: str) -> _Joined:
    """Join the whole plans where the commits are known, else the versions of this one section."""
    if scene.commits and (known := _by_comments(scene.root, scene.commits, key)):
        return known
    plans: Three[Sections] = Three(*((version.section,) if version else () for version in versions))
    return _Joined(three_way(plans, plans), None, Three({}, {}, {}))


def _by_comments(root: Path, commits: Three[str], key: str) -> _Joined | None:
    try:
        plans = states(root, commits)
        order = order_of(root, commits, plans.ours)
        workspace = workspace_of(plans, order)
    except PlanError:  # one of the three is no plan that can be read
        return None
    if workspace is None:
        return None
    records = Three(*(plan.record.comments for plan in plans))
    sections = Three(*(plan.sections for plan in plans))
    joined = join(workspace, Three(*(cited(state_of(plan), order) for plan in plans)), records)
    ours, theirs = joined_numbers(Three(*(plan.record.renumbered for plan in plans)))
    left = joined_left(plans.ours.record.left, plans.theirs.record.left)
    joined = joined._replace(
        ours=with_numbers(workspace, joined.ours, ours, left),
        theirs=with_numbers(workspace, joined.theirs, theirs, left),
    )
    return _Joined(joined, workspace, records) if fits(sections, joined.ours, key) else None


def _spliced(scene: _Scene, versions: _Versions, target: Section) -> git.Merged:
    """Give all three versions the same words, and merge what else stands in their files by lines."""
    files = Three(*(updated(*version, target) if version else b"" for version in versions))
    return git.merge_lines(files, scene.names, scene.size)


def _in_conflict(scene: _Scene, versions: _Versions, ours: Section, theirs: Section) -> bytes:
    """Return the file with the words of both sides between markers, and everything else merged."""
    both = _spliced(scene, versions, ours), _spliced(scene, versions, theirs)
    if not all(merged.clean for merged in both):
        sides = updated(*versions.ours, ours), updated(*versions.theirs, theirs)
    else:
        sides = both[0].content, both[1].content
    return side_by_side(sides[0].decode(), sides[1].decode(), scene.names, scene.size).encode()


# --- the record --------------------------------------------------------------------------------------------


def _record(scene: _Scene, plain: git.Merged) -> _Result:
    """Merge the record comment by comment; closed rounds only where they are the same on both sides."""
    found = Three(
        *(
            validate(Record, parse(RECORD, content)) if content else None
            for content in scene.contents
        )
    )
    joined = join_records(found)
    manifest = validate(Manifest, parse(MANIFEST, read_plain(scene.root / MANIFEST, MANIFEST)))
    order = _order(scene, manifest)
    if joined is None and (past := overtaken(found)):
        content = record_file(order, past.record, manifest.language)
        told = joining.overtaken(scene.file, past.draft, past.left)
        return _Result(content, not past.left, tuple(told) if past.left else ())
    if joined is None:
        return _by_lines(scene, plain)
    ours, theirs = (
        record_file(order, record, manifest.language) for record in (joined.ours, joined.theirs)
    )
    if ours == theirs:
        return _Result(ours, True)
    content = side_by_side(ours.decode(), theirs.decode(), scene.names, scene.size).encode()
    if joined.disputed:
        return _Result(content, False, tuple(joining.disputed(scene.file, joined.disputed)))
    if joined.pictures:
        return _Result(content, False, tuple(joining.two_pictures(scene.file, joined.pictures)))
    return _Result(content, False, tuple(joining.renumbered_twice(scene.file)))


def _order(scene: _Scene, manifest: Manifest) -> list[str]:
    """Return the ids of the comments of both branches in the order of publication."""
    commits = scene.commits[1:] if scene.commits else ("HEAD",)
    paths = {path for commit in commits for path in git.paths_at(scene.root, commit, ["comments"])}
    return publication_order(manifest, paths)
