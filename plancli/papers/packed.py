"""Files of other programs, read within bounds: nothing is unpacked that would fill the memory."""

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from typing import TypeVar

from plancli.core.entry import N_

PACKED = b"PK\x03\x04"
BINARY = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How packed files begin, and those of old office programs, or packed ones that a password locks."""
PICTURES_AND_ARCHIVES = {
    b"\x89PNG": N_("a picture"),
    b"\xff\xd8\xff": N_("a picture"),
    b"Rar!": N_("an archive"),
}
"""How files begin that have no words, and what they are."""
LOCKED = N_("it is broken, or locked by a password")

LARGEST = 64 << 20
"""Bytes of all that is packed in a file, unpacked; most of one are pictures."""
_MOST_PARTS = 2000

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,  # a password; a kind of packing that nobody knows
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
)
"""What libraries raise where a file is not what its name says: each looks only at what it needs."""


class UnfitFileError(Exception):
    """A file that is not what its name says, or not one to be opened; says why, in English."""


_Read = TypeVar("_Read")


def read_within(content: bytes, read: Callable[[bytes], _Read]) -> _Read:
    """Return what a reader makes of the bytes of a file; raises UnfitFileError where it cannot be read."""
    if len(content) > LARGEST:
        raise UnfitFileError(N_("it has more than 64 MiB"))
    if not content.strip():
        raise UnfitFileError(N_("it is empty"))
    try:
        return read(content)
    except UnfitFileError:
        raise
    except BROKEN:
        raise UnfitFileError(LOCKED) from None


def refuse_kinds(content: bytes, kinds: Mapping[bytes, str]) -> None:
    """Refuse what begins as files of other kinds do; `kinds` says what these are, in English."""
    for beginning, problem in kinds.items():
        if content.startswith(beginning):
            raise UnfitFileError(problem)


def parts_of(content: bytes) -> set[str]:
    """Return the names of the parts of a packed file that may be unpacked."""
    refuse_bomb(content)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return set(packed.namelist())


def refuse_bomb(content: bytes) -> None:
    """Refuse what unpacks to more than such a file can be; no part is unpacked beyond its stated size."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > LARGEST:
        raise UnfitFileError(N_("it unpacks to more than 64 MiB, or 2,000 parts"))
