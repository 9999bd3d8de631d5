"""A plan repository: the files of one state, read and validated."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from typing import TypeVar

from plancli.core.comments.comment import Comment
from plancli.core.comments.record import Record, RecordedRound
from plancli.core.finding import Code, Finding, Path, Place, PlanError, Related, Subject, refuse
from plancli.core.plan.cells import head_key, heads_list, notes_list
from plancli.core.plan.digest import unprinted
from plancli.core.plan.manifest import Manifest
from plancli.core.plan.model import (
    Captioned,
    Draft,
    Figure,
    Model,
    Paragraph,
    Section,
    Table,
    with_cover,
)
from plancli.core.plan.names import SAME_SOMEWHERE, folded, unstorable
from plancli.core.plan.outline import part_key, spots_of
from plancli.core.revision.revise import Workspace
from plancli.core.rounds.round import Round
from plancli.core.text.characters import printable, unprintable
from plancli.core.text.order import by_number
from plancli.store.files import DRAFTS, MANIFEST, RECORD
from plancli.store.pictures import Pictures, pictures_not_standing
from plancli.store.validate import at, validate
from plancli.store.yaml.strict import Document, parse

M = TypeVar("M", bound=Model)
R = TypeVar("R")

_OF_WHOLE = (
    ("unit",),
    ("units",),
    ("draft",),
    ("waivers",),
    ("received",),
    ("topic",),
    ("attachments",),
)
"""Keys that an item has in common with its compound comment."""
_COMMENT = re.compile(r"comments/([^/]+)/([^/]+)\.yaml")


def publication_order(manifest: Manifest, paths: Iterable[str]) -> list[str]:
    """Return the ids of the comments in some files, in the order in which the table publishes them."""
    rank = {unit.name: at for at, unit in enumerate(manifest.units)}
    found = [match for path in paths if (match := _COMMENT.fullmatch(path))]
    units = {f"{match[1]}-{match[2]}": match[1] for match in found}
    return sorted(units, key=lambda name: (rank.get(units[name], len(rank)), by_number(name)))


def load(files: Mapping[str, bytes], pictures: Pictures | None = None) -> "Repository":
    """Read a repository whole; anything wrong with a file is an error."""
    repository = Repository(files, pictures=pictures)
    if repository.findings:
        raise PlanError(repository.findings)
    return repository


_MEASURED = 1 << 18
"""Bytes of a draft by which it is known how it writes its marks."""


class Repository:
    """The values of a repository's files; files that cannot be used are left out and listed in `findings`."""

    def __init__(
        self,
        files: Mapping[str, bytes],
        before: "Repository | None" = None,
        pictures: Pictures | None = None,
    ) -> None:
        self.files = dict(files)
        self.pictures = pictures
        """Those of the folder in which the files lie; None where there is no folder."""
        self._before = before
        self._values: dict[str, tuple[Document, Model]] = {}
        self.findings: list[Finding] = []
        self.documents: dict[Subject, Document] = {}
        self._ids: set[str] = set()
        self._inside: dict[Subject, Path] = {}
        """Where in a file an item stands that is a comment by itself."""
        self._drafts: dict[str | None, Draft] = {}
        self.manifest = self._manifest()
        self.record = self._tried(self._record) or Record()
        self.findings += _twins(self.files)
        self.sections = tuple(self._sections())
        self.comments = self._comments()
        for (
            path
        ) in self.files:  # each is read by its name in plan.yaml, and only if it has that name
            if path.startswith(DRAFTS):
                self._tried(partial(_check_name, path))

    def draft(self, name: str | None = None) -> Draft:
        """Return a draft by name; by default the one that comments cite."""
        name = name or self.manifest.draft
        if name not in self._drafts:
            if name is None:
                raise refuse(Code.NO_DRAFT, Place(MANIFEST))
            if name not in {frozen.name for frozen in self.manifest.drafts}:
                names = "、".join(frozen.name for frozen in self.manifest.drafts)
                raise refuse(Code.UNKNOWN_DRAFT, Place(MANIFEST), draft=name, known=names)
            self._drafts[name] = self._frozen(name)
        return self._drafts[name]

    def _frozen(self, name: str) -> Draft:
        subject, known = Subject("draft", name), set[str]()
        draft = self._read(Draft, f"{DRAFTS}{name}.yaml", subject)
        for position, section in enumerate(draft.sections):
            _refuse_doubles(known, self.documents[subject], section, ("sections", position))
        joints = self.manifest.joints_with(draft.separator)
        printed = tuple(section.printed_with(joints) for section in draft.sections)
        return draft.model_copy(update={"sections": printed})

    @cached_property
    def workspace(self) -> Workspace:
        """The draft, the working plan and the record, ready for `revise`."""
        record, draft = self.record, self.manifest.draft
        if record.comments and record.draft not in (None, draft):
            raise refuse(
                Code.OTHER_DRAFT, Place(RECORD), draft=record.draft or "", current=draft or ""
            )
        return Workspace(
            self.with_cover(),
            self.as_titled,
            record.comments,
            list(self.comments),
            record.renumbered,
            record.left,
        )

    @property
    def as_titled(self) -> tuple[Section, ...]:
        """The working plan behind its title."""
        return with_cover(self.manifest.title, self.sections)

    def with_cover(self, name: str | None = None) -> tuple[Section, ...]:
        """Return a draft behind the title that it had; by default the one that comments cite."""
        draft = self.draft(name)
        return with_cover(self.title_of(name or self.manifest.draft or ""), draft.sections)

    def title_of(self, name: str) -> str:
        """Return the title of the plan in a draft; one that has none written has that of what follows it."""
        names = [frozen.name for frozen in self.manifest.drafts]
        for later in names[names.index(name) :]:
            title = self.draft(later).title
            if title is not None:
                return title
        return self.manifest.title

    @cached_property
    def unshown(self) -> Collection[str]:
        """Pictures that do not stand, where the folder is known in which they lie."""
        return () if self.pictures is None else pictures_not_standing(self.pictures, self.files)

    def picture_digest(self, name: str) -> str | None:
        """Return the digest of a picture by its name; None where there is no such file, or no folder."""
        stored = self.pictures.stored(name) if self.pictures is not None else None
        return stored.digest if stored is not None else None

    @cached_property
    def open_round(self) -> Round:
        """What `check` looks at in the current round."""
        drafts = {frozen.name: self.draft(frozen.name) for frozen in self.manifest.drafts}
        return Round(
            self.manifest,
            drafts,
            self.comments,
            self.workspace,
            self.draft(),
            compounds=self.compounds,
            today=date.today(),
            unshown=self.unshown,
            pictures=self.record.pictures,
        )

    @cached_property
    def uncirculated(self) -> Round:
        """What `check` looks at before the first round: the plan as it is, and no comments."""
        drafts = {frozen.name: self.draft(frozen.name) for frozen in self.manifest.drafts}
        as_it_is = Draft.model_construct(draft="", sections=self.sections)
        return Round(
            self.manifest, drafts, {}, Workspace(self.as_titled, self.as_titled, {}, []), as_it_is
        )

    @cached_property
    def rounds(self) -> list[Round]:
        """The closed rounds, each with the draft that came out of it as its plan, and the current one."""
        names = [closed.draft for closed in self.record.earlier] + [self.open_round.draft.draft]
        return [*map(self._closed, self.record.earlier, names[1:]), self.open_round]

    def _closed(self, closed: RecordedRound, outcome: str) -> Round:
        plan = unprinted(self.with_cover(outcome))
        workspace = Workspace(
            self.with_cover(closed.draft),
            plan,
            closed.comments,
            list(self.comments),
            closed.renumbered,
            closed.left,
        )
        draft = self.draft(closed.draft)
        manifest, drafts = self.manifest.of_round(closed.draft), self.open_round.drafts
        return Round(
            manifest,
            drafts,
            self.comments,
            workspace,
            draft,
            outcome,
            self.compounds,
            date.today(),
            self.unshown,
        )

    @property
    def whole_comments(self) -> dict[str, Comment]:
        """All comments by their ids, compound ones whole."""
        single = {name: one for name, one in self.comments.items() if one.part_of is None}
        return {**self.compounds, **single}

    def round_of(self, comment: Comment) -> Round:
        """Return the round in which a comment was made; by default the current one."""
        return next(
            (round_ for round_ in self.rounds if round_.draft.draft == comment.draft),
            self.open_round,
        )

    def changed(self, files: Mapping[str, bytes | None]) -> "Repository":
        """Return the repository with some files changed (None: gone); the others are not read again."""
        kept = {path: raw for path, raw in {**self.files, **files}.items() if raw is not None}
        return Repository(kept, self, self.pictures)

    def file(self, key: str) -> str:
        """Return the path of a section's file."""
        return self.documents[Subject("section", key)].file

    def comment_file(self, name: str) -> str:
        """Return the path of a comment's file."""
        return self.documents[Subject("comment", name)].file

    def home(self, name: str) -> tuple[Document, Path]:
        """Return the document of a comment, and the path to the item that it is of a compound one."""
        subject = Subject("comment", name)
        return self.documents[subject], self._inside.get(subject, ())

    def place(self, finding: Finding) -> Place | None:
        """Return the file, line and column that a finding is about."""
        if finding.place or finding.subject is None:
            return finding.place
        document = self.documents.get(finding.subject)
        if document is None:
            return self._listed(finding.subject)
        own = finding.path[:1] in _OF_WHOLE
        path = finding.path if own else (*self._inside.get(finding.subject, ()), *finding.path)
        return document.place(path, finding.offset)

    def placed(self, finding: Finding) -> Finding:
        """Return a finding with the file, line and column of all that it is about."""
        related = tuple(one._replace(place=self.place_of(one)) for one in finding.related)
        return finding._replace(
            place=self.place(finding), lines=self.lines(finding), related=related
        )

    def place_of(self, one: Related) -> Place | None:
        """Return the file, line and column of another place that a finding is about."""
        return self.place(Finding("", subject=one.subject, path=one.path))

    def lines(self, finding: Finding) -> tuple[int, ...]:
        """Return the lines of its file on which stands what a finding is about."""
        document = self.documents.get(finding.subject) if finding.subject else None
        found = {line for extent in finding.extents if document for line in document.lines(extent)}
        return tuple(sorted(found))

    def _listed(self, subject: Subject) -> Place:
        """Return where plan.yaml lists a section that has no file (any more)."""
        manifest, listed = self.documents[Subject("plan", "plan")], self.manifest.sections
        at = listed.index(subject.key) if subject.key in listed else None
        return manifest.place(("sections",) if at is None else ("sections", at))

    def _read(self, model: type[M], path: str, subject: Subject) -> M:
        if path not in self.files:
            raise refuse(Code.MISSING_FILE, Place(path))
        document, value = self._value(model, path)
        self.documents[subject] = document
        return value

    def _value(
        self, model: type[M], path: str, more: Mapping[str, str] | None = None
    ) -> tuple[Document, M]:
        """Parse and validate one file; one whose bytes were read before is not read again."""
        before = self._before
        if before and path in before._values and before.files[path] == self.files[path]:
            document, known = before._values[path]
            assert isinstance(known, model)
            self._values[path] = document, known
            return document, known
        document = parse(path, self.files[path])
        value = validate(model, document, {**document.data, **more} if more else None)
        self._values[path] = document, value
        return document, value

    def _manifest(self) -> Manifest:
        """Read plan.yaml; units and drafts whose names cannot be those of folders and files are refused."""
        manifest = self._read(Manifest, MANIFEST, Subject("plan", "plan"))
        document = self.documents[Subject("plan", "plan")]
        for key, entries in (("units", manifest.units), ("drafts", manifest.drafts)):
            names = [entry.name for entry in entries]
            refused = [
                at(document, Code.UNFIT_NAME, (key, position, "name"), name=name, reason=reason)
                for position, (name, reason) in enumerate(_unfit(names))
                if reason
            ]
            if refused:
                raise PlanError(refused)
        return manifest.as_written(self._circulated(manifest))

    def _circulated(self, manifest: Manifest) -> str:
        """Return how the draft that comments cite begins, as it lies in its file; without one the plan.

        A hundred pages show how a plan writes its marks; all of a long one would be read anew at each start.
        """
        name = f"{DRAFTS}{manifest.draft}.yaml"
        if name in self.files:
            found = self.files[name]
        else:
            found = b"\n".join(self.files[path] for path in self.files if path.startswith("plan/"))
        return found[:_MEASURED].decode(errors="replace")

    def _record(self) -> Record:
        return (
            self._read(Record, RECORD, Subject("record", "applied"))
            if RECORD in self.files
            else Record()
        )

    def _sections(self) -> list[Section]:
        """Read the section files in the order of the manifest; a section that it does not list comes last."""
        found: list[Section] = []
        for path in self.files:
            if (
                path.startswith("plan/")
                and path not in (MANIFEST, RECORD)
                and not path.startswith(DRAFTS)
            ):
                section = self._tried(partial(self._section, path))
                found += [section] if section else []
        order = {key: at for at, key in enumerate(self.manifest.sections)}
        found = [section.printed_with(self.manifest.joints) for section in found]
        return sorted(found, key=lambda section: order.get(section.key, len(order)))

    def _section(self, path: str) -> Section:
        _check_name(path)
        document, section = self._value(Section, path)
        _refuse_doubles(self._ids, document, section)
        self.documents[Subject("section", section.key)] = document
        return section

    def _comments(self) -> dict[str, Comment]:
        """Read the comments, in the order in which the table publishes them."""
        paths = [path for path in self.files if path.startswith("comments/")]
        whole = [
            comment for path in paths if (comment := self._tried(partial(self._comment, path)))
        ]
        order = {name: at for at, name in enumerate(publication_order(self.manifest, paths))}
        whole.sort(key=lambda comment: order[comment.id])
        self.compounds = {comment.id: comment for comment in whole if comment.items}
        return {part.id: part for comment in whole for part in self._parts(comment)}

    def _parts(self, comment: Comment) -> Iterator[Comment]:
        """Yield the comments that stand for one file; an item's id may not be that of another file."""
        document = self.documents[Subject("comment", comment.id)]
        for number, part in enumerate(comment.parts):
            subject = Subject("comment", part.id)
            if part.part_of:
                if subject in self.documents:
                    self.findings.append(
                        at(document, Code.DUPLICATE_ID, ("items", number), key=part.id)
                    )
                    continue
                self.documents[subject] = document
                self._inside[subject] = ("items", number)
            yield part

    def _comment(self, path: str) -> Comment:
        _check_name(path)
        match = _COMMENT.fullmatch(path)
        if not match:
            raise refuse(Code.WRONG_FOLDER, Place(path), folder="comments/单位/01.yaml")
        name = f"{match[1]}-{match[2]}"
        document, comment = self._value(Comment, path, {"id": name})
        for key in ("id", "part_of"):  # they come from the path
            if key in document.data:
                place = document.key_place((key,))
                raise PlanError([Finding(Code.WRONG_KEY, {"key": key, "near": ""}, place=place)])
        self.documents[Subject("comment", name)] = document
        if comment.unit != match[1]:
            raise PlanError(
                [at(document, Code.WRONG_FOLDER, ("unit",), folder=f"comments/{comment.unit}/")]
            )
        return comment

    def _tried(self, read: Callable[[], R]) -> R | None:
        """Return what `read` gives, or note why it cannot be read."""
        try:
            return read()
        except PlanError as error:
            self.findings += error.findings
            return None


def _unfit(names: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    """Yield each name, with what keeps it from being the name of a file everywhere."""
    known: dict[str, str] = {}
    for name in names:
        other = known.setdefault(folded(name), name)
        yield name, unstorable(name) or (SAME_SOMEWHERE if other != name else None)


def _twins(paths: Iterable[str]) -> list[Finding]:
    """Return a finding for each file or folder that another computer takes for one met before."""
    known: dict[str, str] = {}
    found: list[Finding] = []
    for path in paths:
        for whole in (path.rpartition("/")[0], path):
            if known.setdefault(folded(whole), whole) != whole:
                params = {"name": whole.rpartition("/")[2], "reason": SAME_SOMEWHERE}
                found.append(Finding(Code.UNFIT_NAME, params, place=Place(path)))
                break
    return found


def _check_name(path: str) -> None:
    if unprintable(path):
        raise refuse(Code.NOT_UTF8, Place(printable(path)))
    for name in path.split("/"):
        if reason := unstorable(name):
            raise refuse(Code.UNFIT_NAME, Place(path), name=name, reason=reason)
    if not path.endswith(".yaml"):
        raise refuse(Code.ENDING, Place(path))


def _refuse_doubles(known: set[str], document: Document, section: Section, path: Path = ()) -> None:
    """Refuse a section, column or paragraph whose key or id stands in the plan before, for any of them."""
    _add_new(known, section.key, document, (*path, "key"))
    for position, part in enumerate(section.body):
        if not isinstance(part, Paragraph):
            kind = _kind_of(part)
            _add_new(known, part_key(section, part), document, (*path, "body", position, kind))
        if isinstance(part, Table):
            within = (*path, "body", position)
            _refuse_doubles_in_table(known, document, part_key(section, part), part, within)
    for spot, inside in spots_of(section):
        _add_new(known, spot.paragraph.id, document, (*path, *inside, "id"))


def _refuse_doubles_in_table(
    known: set[str], document: Document, key: str, table: Table, path: Path
) -> None:
    """Refuse rows and columns of a table, and its lists of columns and notes, that are called like others.

    Its cells, its unit of measure and its notes are paragraphs.
    """
    for listed in (heads_list(key), notes_list(key)):
        _add_new(known, listed, document, (*path, "table"))
    for number, column in enumerate(table.columns):
        _add_new(known, head_key(key, column), document, (*path, "columns", number))
    for number, row in enumerate(table.rows):
        _add_new(known, row.id, document, (*path, "rows", number))


def _kind_of(part: Captioned) -> str:
    """Return the key that says what a part is, and how it is called."""
    match part:
        case Table():
            return "table"
        case Figure():
            return "figure"
        case _:
            return "column"


def _add_new(known: set[str], name: str, document: Document, path: tuple[str | int, ...]) -> None:
    if name in known:
        raise PlanError([at(document, Code.DUPLICATE_ID, path, key=name)])
    known.add(name)
