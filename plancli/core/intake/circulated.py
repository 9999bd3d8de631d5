"""A form that was sent out says for which draft it is; what comes back on it is for no other."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from plancli.core.plan.manifest import Frozen

_NAME = "plancli"
_MARK = re.compile(rf"{_NAME} (sha256:[0-9a-f]{{64}}) (\S.*)")


class Circulated(NamedTuple):
    """The draft on which a form asks for opinions: its name, and the digest of its wording."""

    draft: str
    digest: str

    @property
    def mark(self) -> str:
        """The line by which the form says so; people do not see it."""
        return f"{_NAME} {self.digest} {self.draft}"

    def is_of(self, frozen: Frozen) -> bool:
        """Whether it is this draft; slips of transcription may have been mended in it since."""
        digests = {frozen.digest, *(slip.before for slip in frozen.mended)}
        return self.draft == frozen.name and self.digest in digests


def circulated_in(lines: Iterable[str]) -> Circulated | None:
    """Return the draft that a line ahead of a table names; None where nothing marks it as such a form."""
    for line in lines:
        match = _MARK.fullmatch(line.strip())
        if match:
            return Circulated(match[2], match[1])
    return None
