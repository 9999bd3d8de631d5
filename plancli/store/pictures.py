"""The files of figures: read when something shows them or freezes them, and by `check`.

They lie below plan/ and are named by their path there. No link is followed, and what is no picture is told
(P139) and never passed on.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from plancli.core.finding import Code, Finding, Place, PlanError, Severity
from plancli.core.finding import Path as Inside
from plancli.core.plan.model import Figure, Section
from plancli.core.plan.picture import Picture
from plancli.core.plan.pictures import with_digests
from plancli.core.text.picture_names import names_picture
from plancli.store.files import RECORD
from plancli.store.picture_files import LARGEST_PICTURE, picture_of
from plancli.store.plain import HOLDS_FOLDERS, beginning, folder_below
from plancli.store.unfit_picture import UnfitPictureError
from plancli.store.yaml.strict import Document, parse

FOLDER = "plan/"
"""What the names of pictures are below."""


class StoredPicture(NamedTuple):
    """A file that a figure names: its digest, and the picture in it, or why it has none (in English)."""

    digest: str
    picture: Picture | None
    unfit: str = ""


class Pictures:
    """The pictures of a plan by their names, each read once."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._known: dict[str, StoredPicture | None] = {}
        self._missed: dict[str, None] = {}

    @property
    def were_asked(self) -> bool:
        """Whether something asked for one: what is said then rests on more than the files of the plan."""
        return bool(self._known)

    def stored(self, name: str) -> StoredPicture | None:
        """Return what lies under a name; None where no file does."""
        if name not in self._known:
            self._known[name] = self._read(name)
        return self._known[name]

    def shown(self, name: str) -> Picture | None:
        """Return the picture of a name, fit to be published; None where there is none."""
        stored = self.stored(name)
        shown = stored.picture if stored else None
        if shown is None:
            self._missed[name] = None
        return shown

    def not_shown(self) -> list[Finding]:
        """Return a finding for each picture that something was to show, and that cannot be shown."""
        return [_unshown(name, self.stored(name)) for name in self._missed]

    def _read(self, name: str) -> StoredPicture | None:
        if not names_picture(name):
            return None
        try:
            content = content_below(self._root, FOLDER + name)
        except OSError:
            return None
        digest = digest_of_picture(content)
        try:
            return StoredPicture(digest, picture_of(name, content))
        except UnfitPictureError as error:
            return StoredPicture(digest, None, str(error))


def _unshown(name: str, stored: StoredPicture | None) -> Finding:
    """Return why a picture cannot be shown: it is not there, or is none."""
    place = Place(FOLDER + name)
    if stored is None:
        return Finding(Code.NO_PICTURE_FILE, {"file": name}, place=place)
    params = {"file": name, "reason": stored.unfit}
    return Finding(Code.UNFIT_PICTURE, params, place=place)


def digest_of_picture(content: bytes) -> str:
    """Return the digest of a picture, as drafts have it."""
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def content_below(root: Path, name: str) -> bytes:
    """Return the bytes of a picture, and one more than it may have; over no link on the way."""
    folder, _slash, own = name.rpartition("/")
    if not (HOLDS_FOLDERS and folder):
        return beginning(root / name, LARGEST_PICTURE + 1)
    import os

    opened = folder_below(root, folder)
    try:
        return beginning(own, LARGEST_PICTURE + 1, opened)
    finally:
        os.close(opened)


def frozen_with(
    pictures: Pictures, sections: Iterable[Section], put: Mapping[str, str]
) -> tuple[Section, ...]:
    """Return sections whose figures have the digests of their files; PlanError where one cannot be shown.

    So it is where a file is not the picture that was `put` into the text, as the record has it.
    """
    sections = tuple(sections)
    digests: dict[str, str] = {}
    missing: list[Finding] = []
    for section in sections:
        for part in section.body:
            if isinstance(part, Figure):
                stored = pictures.stored(part.image)
                if stored is None or stored.picture is None:
                    missing.append(_unshown(part.image, stored))
                elif put.get(part.image, stored.digest) != stored.digest:
                    place = Place(FOLDER + part.image)
                    missing.append(Finding(Code.PICTURE_DIFFERS, {"file": part.image}, place=place))
                else:
                    digests[part.image] = stored.digest
    if missing:
        raise PlanError(missing)
    return tuple(with_digests(section, digests) for section in sections)


# --- what check tells of them -------------------------------------------------------------------------------


class _Named(NamedTuple):
    """A picture that a file of the plan names: where, and with which digest, if there is one.

    `figure` is that into which an edit puts it; "" for none.
    """

    document: Document
    path: Inside
    name: str
    digest: str | None
    figure: str


def unfit_pictures(pictures: Pictures, files: Mapping[str, bytes]) -> list[Finding]:
    """Return a finding for each picture that is named and not there, is none, or is not what was frozen."""
    found: list[Finding] = []
    put: dict[tuple[str, str], str] = {}
    for named in _named_in(files):
        found += _judged(pictures, named)
        found += _put_twice(pictures, named, put)
    return found


def pictures_not_standing(pictures: Pictures, files: Mapping[str, bytes]) -> frozenset[str]:
    """Return the pictures that files name and that are not there, are none, or are not what was frozen."""
    return frozenset(named.name for named in _named_in(files) if any(_judged(pictures, named)))


def _named_in(files: Mapping[str, bytes]) -> Iterator[_Named]:
    for path, raw in files.items():
        if not _may_name(path, raw):
            continue
        try:
            document = parse(path, raw)
        except PlanError:
            continue  # that is told by itself
        if path == RECORD:
            yield from _recorded(document)
        else:
            yield from _named(document, document.data, ())


def _may_name(path: str, raw: bytes) -> bool:
    """Whether a file could name a picture: most do not, and are not parsed.

    A key may stand anywhere, in quotes, and with escapes for its letters.
    """
    return (b"pictures" if path == RECORD else b"image") in raw or b"\\" in raw


def _recorded(document: Document) -> Iterator[_Named]:
    """Yield the pictures that comments put into the text, with the digests that they had then."""
    pictures = document.data.get("pictures") if isinstance(document.data, dict) else None
    if isinstance(pictures, dict):
        for name, digest in pictures.items():
            if isinstance(name, str) and isinstance(digest, str):
                yield _Named(document, ("pictures", name), name, digest, "")


def _put_twice(
    pictures: Pictures, named: _Named, put: dict[tuple[str, str], str]
) -> Iterator[Finding]:
    """Yield a note on an edit that puts the picture of another one there, from another file."""
    stored = pictures.stored(named.name)
    if stored is None or not named.figure:
        return
    other = put.setdefault((named.figure, stored.digest), named.name)
    if other != named.name:
        place = named.document.place(named.path)
        said = {"file": named.name, "other": other}
        yield Finding(Code.SAME_PICTURE, said, place=place, severity=Severity.NOTE)


def _judged(pictures: Pictures, named: _Named) -> Iterator[Finding]:
    stored = pictures.stored(named.name)
    place, weight = named.document.place(named.path), Severity.ERROR
    if stored is not None and named.digest not in (None, stored.digest):
        file = {"file": named.name}
        yield Finding(Code.PICTURE_DIFFERS, file, place=place, severity=weight)
    elif stored is None or stored.picture is None:
        yield _unshown(named.name, stored)._replace(place=place, severity=weight)


def _named(document: Document, data: Any, path: Inside) -> Iterator[_Named]:
    """Yield the pictures that a part of a file names: of figures, of new ones, and in place of others."""
    if isinstance(data, list):
        for at, one in enumerate(data):
            yield from _named(document, one, (*path, at))
    if not isinstance(data, dict):
        return
    image, digest = data.get("image"), data.get("digest")
    key = "with" if "with" in data else "image"
    if isinstance(image, str) and isinstance(data[key], str):
        digest = digest if isinstance(digest, str) else None
        figure = image if key == "with" else ""
        yield _Named(document, (*path, key), data[key], digest, figure)
    for name, value in data.items():
        yield from _named(document, value, (*path, name))
