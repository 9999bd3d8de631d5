"""Packed files of other programs, within bounds: nothing is unpacked that would fill the memory."""

import io
import zipfile
import zlib

from plancli.core.entry import N_

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


def refuse_bomb(content: bytes) -> None:
    """Refuse what unpacks to more than such a file can be; no part is unpacked beyond its stated size."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > LARGEST:
        raise UnfitFileError(N_("it unpacks to more than 64 MiB, or 2,000 parts"))
