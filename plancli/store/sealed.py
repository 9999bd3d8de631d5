"""Values in a file of the user's cache, under the digest of what they rest on and the user's seal."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from plancli.store.kept import file_for, keep_sealed, sealed_body


def recalled(root: Path, ending: str, key: str) -> Any:
    """Return the values kept of a repository under a digest; None where there are none that are believed."""
    try:
        body = sealed_body(file_for(str(root), ending), key)
    except OSError:
        return None
    return None if body is None else json.loads(body)


def remembered(root: Path, ending: str, key: str, values: Any) -> None:
    """Keep values for a repository; where nothing can be written the next run takes its time."""
    with suppress(OSError):
        keep_sealed(file_for(str(root), ending), key, json.dumps(values).encode("ascii"))
