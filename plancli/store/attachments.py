"""Files that came with comments: which may lie beside them, and whether they are those that came.

They are none of the files of which a plan consists: they may be missing, git need not know them, and nothing
but `check` reads them.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import normalize

from plancli.core.entry import N_
from plancli.core.finding import Code, Finding, Place, PlanError, Severity, refuse
from plancli.core.finding import Path as Inside
from plancli.store.lying import LARGEST, Lying, lying_below
from plancli.store.plain import NotPlainError, beginning, opened
from plancli.store.yaml.strict import Document, parse, too_large

_KEY = "attachments"
_BESIDE_A_COMMENT = re.compile("comments/[^/]+/[^/]+")
_AT_ONCE = 1 << 20
"""Bytes that are read at once: a scan may be larger than memory."""
LARGEST_ATTACHMENT = 4 << 30
"""Bytes of a file at most that are read for its digest: no letter has more, and a disk may have no end."""


class _Declared(NamedTuple):
    """A file that a comment notes: where in its document, and the digest, if there is one."""

    document: Document
    path: Inside
    digest: str | None


class _Noted:
    """What the comments of a plan note, folder by folder; each is read once, when it is asked for."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._noting: dict[str, list[tuple[str, bytes]]] = {}
        for path, raw in files.items():
            # most comments note no file: these are not parsed
            if _BESIDE_A_COMMENT.fullmatch(path) and _KEY.encode() in raw:
                self._noting.setdefault(path.rpartition("/")[0], []).append((path, raw))
        self._known: dict[str, Mapping[str, list[_Declared]] | None] = {}

    @property
    def is_empty(self) -> bool:
        """Whether no comment notes a file."""
        return not self._noting

    def of(self, folder: str) -> Mapping[str, list[_Declared]] | None:
        """Return the files that comments of a folder note, by their names; None where one cannot be read."""
        if folder not in self._known:
            self._known[folder] = self._read(folder)
        return self._known[folder]

    def _read(self, folder: str) -> Mapping[str, list[_Declared]] | None:
        found: dict[str, list[_Declared]] = {}
        for path, raw in self._noting.get(folder, ()):
            try:
                document = parse(path, raw)
            except PlanError:
                return None
            for name, declared in _declared_by(document):
                found.setdefault(normalize("NFC", name), []).append(declared)
        return found


def undeclared(lying: Iterable[Lying], files: Mapping[str, bytes]) -> list[Lying]:
    """Return what lies beside comments, and is noted by none of the same folder.

    `files` are the bytes of the comments. Where one that notes files cannot be read, that is what is to be
    told first: nobody knows what it notes.
    """
    found: list[Lying] = []
    noted: _Noted | None = None
    for entry in lying:
        noted = noted or _Noted(files)
        folder, name = _parted(entry)
        declared = noted.of(folder)
        if declared is not None and name not in declared:
            found.append(entry)
    return found


def may_be_attached(entry: Lying) -> bool:
    """Whether something lies where files may lie that came with comments: beside these."""
    return _BESIDE_A_COMMENT.fullmatch(entry.name) is not None


def attached_below(root: Path) -> list[Lying]:
    """Return what lies beside the comments of a plan that was read, and is none of its files."""
    found: list[Lying] = []
    for entry in lying_below(str(root)):
        beside = not entry.is_read and not entry.may_lie_beside
        if beside and entry.plain and may_be_attached(entry):
            found.append(entry)
    return found


def differing(root: Path, files: Mapping[str, bytes]) -> list[Finding]:
    """Return a finding for each file beside a comment that is not the one whose digest the comment notes."""
    noted = _Noted(files)
    if noted.is_empty:
        return []
    found: list[Finding] = []
    for entry in attached_below(root):
        folder, name = _parted(entry)
        declared = (noted.of(folder) or {}).get(name, ())
        held = [one for one in declared if one.digest is not None]
        digest = digest_of(root / entry.name, entry.name) if held else ""
        for one in held:
            if one.digest != digest:
                place = one.document.place(one.path)
                params = {"file": name, "digest": digest}
                code, weight = Code.ATTACHMENT_DIFFERS, Severity.ERROR
                found.append(Finding(code, params, place=place, severity=weight))
    return found


class Change(NamedTuple):
    """The bytes of a file before and after something is written; None where there is none."""

    before: bytes | None
    after: bytes | None


Changes = dict[str, Change]


def attachments_moved(root: Path, old: str, new: str) -> Changes:
    """Return the files beside the comments of a unit, moved to the folder of its new name.

    One that is too large for the journal by which all files are moved, or none, is refused.
    """
    found: Changes = {}
    for entry in attached_below(root):
        folder, name = entry.name.rsplit("/", 1)
        if folder == f"comments/{old}":
            content = beginning(root / entry.name, LARGEST + 1)
            if len(content) > LARGEST:
                raise too_large(entry.name)
            found[entry.name] = Change(content, None)
            found[f"comments/{new}/{name}"] = Change(None, content)
    return found


def digest_of(path: Path, name: str) -> str:
    """Return the digest of a file, as comments note it; raise OSError where there is none.

    `name` is what a refusal calls it: of what is no file, or has no end.
    """
    digest = hashlib.sha256()
    left = LARGEST_ATTACHMENT
    try:
        with opened(path) as file:
            while piece := file.read(_AT_ONCE):
                digest.update(piece)
                left -= len(piece)
                if left < 0:
                    most = f"{LARGEST_ATTACHMENT >> 30} GiB"
                    problem = N_("the size of a file")
                    raise refuse(Code.TOO_MUCH, Place(name), problem=problem, most=most)
    except NotPlainError:
        raise refuse(Code.NOT_A_FILE, Place(name)) from None
    return f"sha256:{digest.hexdigest()}"


def _parted(entry: Lying) -> tuple[str, str]:
    """Return the folder and the name of a file, the name as all computers write it."""
    folder, _slash, name = entry.name.rpartition("/")
    return folder, normalize("NFC", name)


def _declared_by(document: Document) -> Iterator[tuple[str, _Declared]]:
    """Yield the files that a comment notes, as far as what stands there is one."""
    noted: Any = document.data.get(_KEY) if isinstance(document.data, dict) else None
    for at, one in enumerate(noted if isinstance(noted, list) else ()):
        if isinstance(one, str):
            yield one, _Declared(document, (_KEY, at), None)
        elif isinstance(one, dict) and isinstance(one.get("file"), str):
            digest = one.get("digest")
            noted_digest = digest if isinstance(digest, str) else None
            yield one["file"], _Declared(document, (_KEY, at, "digest"), noted_digest)
