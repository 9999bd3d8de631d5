"""The last verdict of `check` on a repository as values, kept under the digest that `kept` makes."""

import json
import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from plancli.core.entry import Message, Severity
from plancli.core.finding import Extent, Finding, Place, Subject, Verdict
from plancli.store.kept import file_for


def recall(root: Path, key: str) -> Verdict | None:
    """Return the verdict that is kept under this digest; None where there is none, or an edited one."""
    try:
        kept = json.loads(_file(root).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(kept, dict) or kept.get("key") != key:
        return None
    said: Any = kept.get("verdict")
    if kept.get("digest") != _seal(key, said):
        return None
    return Verdict(
        [_finding(values) for values in said["findings"]], said["title"], tuple(said["counts"])
    )


def remember(root: Path, key: str, verdict: Verdict) -> None:
    """Keep one verdict for a repository; where nothing can be written the next run takes its time."""
    said = {
        "title": verdict.title,
        "counts": verdict.counts,
        "findings": [list(finding) for finding in verdict.findings],
    }
    kept = {"key": key, "digest": _seal(key, said), "verdict": said}
    path = _file(root)
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = path.with_suffix(f".{os.getpid()}")
        beside.write_text(json.dumps(kept), encoding="ascii")
        beside.replace(path)


def _seal(key: str, said: Any) -> str:
    """Return the digest of a verdict itself, by which one that somebody edited is known."""
    return blake2b(json.dumps([key, said]).encode(), digest_size=20).hexdigest()


def _file(root: Path) -> Path:
    return Path(file_for(str(root), ".json"))


def _finding(values: list[Any]) -> Finding:
    code, params, subject, path, place, offset, severity, extents, lines, said = values
    return Finding(
        code,
        params,
        Subject(*subject) if subject else None,
        tuple(path),
        Place(*place) if place else None,
        offset,
        Severity(severity),
        tuple(Extent(tuple(path), *characters) for path, *characters in extents),
        tuple(lines),
        Message(*said) if said else None,
    )
