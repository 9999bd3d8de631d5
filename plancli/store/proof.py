"""What the text does not prove of a round, kept under the digest of the files that it was found on.

To find it every comment is placed on the draft and all are merged: most of the time of a table.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from pathlib import Path

from plancli.core.publish.claims import Cause, Claims
from plancli.store.kept import content_key
from plancli.store.sealed import recalled, remembered


class Kept:
    """Where the claims of one round are kept: of one state of the files, and the round as the house sees it.

    `public`: as the public does, whose ids have no names of persons. `unshown` are the pictures that do not
    stand: their files are none of those.
    """

    def __init__(
        self,
        root: Path,
        files: Mapping[str, bytes],
        draft: str,
        public: bool = False,
        unshown: Collection[str] = (),
    ) -> None:
        seen = f"claims {public} {draft} {sorted(unshown)}"
        self._root = root
        # an approval holds from its own day on
        self._key = content_key(files, f"{seen} {date.today()}")
        # a file for each, so that a table for the house and one for the public leave each other theirs
        name = blake2b(seen.encode(errors="surrogateescape"), digest_size=10).hexdigest()
        self._ending = f"-{name}.claims"

    def recall(self) -> Claims | None:
        """Return what was found on the same files; None where nothing is kept that is believed."""
        said = recalled(self._root, self._ending, self._key)
        if said is None:
            return None
        causes = {name: Cause(cause) for name, cause in said["causes"].items()}
        return Claims(_names(said["gaps"]), causes, _names(said["meets"]), said["comments"])

    def remember(self, found: Claims) -> None:
        """Keep what was found on these files."""
        said = {**found._asdict(), "comments": list(found.comments)}
        remembered(self._root, self._ending, self._key, said)


def _names(said: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(others) for name, others in said.items()}
