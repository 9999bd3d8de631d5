"""What a file carries that plancli exported: by these marks what comes back is known for what it was."""

import hashlib
from typing import NamedTuple

from plancli.core.intake.circulated import Circulated


class MarkedPart(NamedTuple):
    """A paragraph or title that a file marks by a number: its key, and the digest of its words there."""

    key: str
    words: str


class FileOrigin(NamedTuple):
    """Of which draft a file is, and what each number in it stands for."""

    draft: Circulated
    parts: dict[int, MarkedPart]


def words_digest(words: str) -> str:
    """Return the digest of the words of a paragraph as it is printed; 64 bits tell one from the others."""
    return hashlib.sha256(words.encode()).hexdigest()[:16]
