"""A plan repository: the files of one state, read and validated."""

import re
from collections.abc import Callable, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar

from plancli.core.audit import Case
from plancli.core.finding import Code, Finding, Place, PlanError, Subject, refuse
from plancli.core.model import Column, Comment, Draft, Manifest, Model, Record, Section
from plancli.core.outline import Outline
from plancli.core.revise import Workspace
from plancli.store.strict import Document, parse
from plancli.store.transaction import recover
from plancli.store.validate import at, validate

M = TypeVar("M", bound=Model)
R = TypeVar("R")

MANIFEST = "plan/plan.yaml"
RECORD = "plan/applied.yaml"
DRAFTS = "plan/drafts/"
_COMMENT = re.compile(r"comments/([^/]+)/([^/]+)\.yaml")


def find_root(start: Path) -> Path:
    """Return the nearest folder at or above `start` that holds plan/plan.yaml."""
    for folder in (start, *start.parents):
        if (folder / MANIFEST).is_file():
            return folder
    raise refuse(Code.NO_REPOSITORY, Place(str(start)))


def read_files(root: Path) -> dict[str, bytes]:
    """Return the bytes of every YAML file of the plan and its comments, by path below `root`."""
    recover(root)
    paths = [path for folder in ("plan", "comments") for path in (root / folder).rglob("*.y*ml")]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(paths)}


def load(files: Mapping[str, bytes]) -> "Repository":
    """Read a repository whole; anything wrong with a file is an error."""
    repository = Repository(files)
    if repository.findings:
        raise PlanError(repository.findings)
    return repository


class Repository:
    """The values of a repository's files; files that cannot be used are left out and listed in `findings`."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = dict(files)
        self.findings: list[Finding] = []
        self.documents: dict[Subject, Document] = {}
        self._ids: set[str] = set()
        self._drafts: dict[str | None, Draft] = {}
        self.manifest = self._read(Manifest, MANIFEST, Subject("plan", "plan"))
        self.record = self._record()
        self.sections = tuple(self._sections())
        self.comments = self._comments()

    def draft(self, name: str | None = None) -> Draft:
        """Return a draft by name; by default the one that comments cite."""
        name = name or self.manifest.draft
        if name not in self._drafts:
            if name is None:
                raise refuse(Code.NO_DRAFT, Place(MANIFEST))
            if name not in {frozen.name for frozen in self.manifest.drafts}:
                known = "、".join(frozen.name for frozen in self.manifest.drafts)
                raise refuse(Code.UNKNOWN_DRAFT, Place(MANIFEST), draft=name, known=known)
            self._drafts[name] = self._read(Draft, f"{DRAFTS}{name}.yaml", Subject("draft", name))
        return self._drafts[name]

    @cached_property
    def workspace(self) -> Workspace:
        """The draft, the working plan and the record, ready for `revise`."""
        record, draft = self.record, self.manifest.draft
        if record.comments and record.draft not in (None, draft):
            raise refuse(Code.OTHER_DRAFT, Place(RECORD), draft=record.draft or "", current=draft or "")
        return Workspace(self.draft().sections, self.sections, record.comments, list(self.comments))

    @cached_property
    def case(self) -> Case:
        """What `check` looks at."""
        drafts = {frozen.name: self.draft(frozen.name) for frozen in self.manifest.drafts}
        return Case(self.manifest, self.draft(), drafts, self.comments, self.workspace)

    def place(self, finding: Finding) -> Place | None:
        """Return the file, line and column that a finding is about."""
        if finding.place or finding.subject is None:
            return finding.place
        document = self.documents.get(finding.subject)
        return document.place(finding.path) if document else None

    def _read(self, model: type[M], path: str, subject: Subject) -> M:
        if path not in self.files:
            raise refuse(Code.MISSING_FILE, Place(path))
        document = parse(path, self.files[path])
        self.documents[subject] = document
        return validate(model, document)

    def _record(self) -> Record:
        return self._read(Record, RECORD, Subject("record", "applied")) if RECORD in self.files else Record()

    def _sections(self) -> list[Section]:
        """Read the section files in the order of the manifest; a section that it does not list comes last."""
        found: dict[str, Section] = {}
        for path in self.files:
            if path.startswith("plan/") and path not in (MANIFEST, RECORD) and not path.startswith(DRAFTS):
                section = self._tried(partial(self._section, path, found))
                if section:
                    found[section.key] = section
        order = {key: at for at, key in enumerate(self.manifest.sections)}
        return sorted(found.values(), key=lambda section: order.get(section.key, len(order)))

    def _section(self, path: str, others: Mapping[str, Section]) -> Section:
        document = self._parsed(path)
        section = validate(Section, document)
        if section.key in others:
            raise PlanError([at(document, Code.DUPLICATE_ID, ("key",), key=section.key)])
        self._refuse_doubles(document, section)
        self.documents[Subject("section", section.key)] = document
        return section

    def _parsed(self, path: str) -> Document:
        if not path.endswith(".yaml"):
            raise refuse(Code.ENDING, Place(path))
        return parse(path, self.files[path])

    def _refuse_doubles(self, document: Document, section: Section) -> None:
        """Refuse a paragraph whose id stands in the plan before, or a column that the section has twice."""
        columns: set[str] = set()
        for position, part in enumerate(section.body):
            if isinstance(part, Column):
                _add_new(columns, part.column, document, ("body", position, "column"))
        for spot, path in Outline([section]).places():
            _add_new(self._ids, spot.paragraph.id, document, (*path, "id"))

    def _comments(self) -> dict[str, Comment]:
        """Read the comments, in the order in which the table publishes them."""
        paths = [path for path in self.files if path.startswith("comments/")]
        comments = [comment for path in paths if (comment := self._tried(partial(self._comment, path)))]
        rank = {unit.name: at for at, unit in enumerate(self.manifest.units)}
        comments.sort(key=lambda comment: (rank.get(comment.unit, len(rank)), comment.id))
        return {comment.id: comment for comment in comments}

    def _comment(self, path: str) -> Comment:
        document = self._parsed(path)
        match = _COMMENT.fullmatch(path)
        if not match:
            raise refuse(Code.WRONG_FOLDER, Place(path), folder="comments/单位/01.yaml")
        if "id" in document.data:
            place = document.key_place(("id",))
            raise PlanError([Finding(Code.WRONG_KEY, {"key": "id", "near": ""}, place=place)])
        name = f"{match[1]}-{match[2]}"
        self.documents[Subject("comment", name)] = document
        comment = validate(Comment, document, {**document.data, "id": name})
        if comment.unit != match[1]:
            raise PlanError([at(document, Code.WRONG_FOLDER, ("unit",), folder=f"comments/{comment.unit}/")])
        return comment

    def _tried(self, read: Callable[[], R]) -> R | None:
        """Return what `read` gives, or note why it cannot be read."""
        try:
            return read()
        except PlanError as error:
            self.findings += error.findings
            return None


def _add_new(known: set[str], name: str, document: Document, path: tuple[str | int, ...]) -> None:
    if name in known:
        raise PlanError([at(document, Code.DUPLICATE_ID, path, key=name)])
    known.add(name)
