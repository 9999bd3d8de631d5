"""The last verdict of `check` on a repository, kept outside it under the digest of all that it rests on.

Never a second truth: whatever changes (a file, the day, plancli itself) gives another digest, and the verdict
is found anew. The file may be deleted at any time.
"""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import platformdirs

from plancli.core.entry import Message, Severity
from plancli.core.finding import Extent, Finding, Place, Subject, Verdict

_LIBRARIES = ("diff_match_patch", "pydantic", "rapidfuzz", "rjieba", "_ruamel_yaml")
"""What a verdict rests on besides plancli's own code."""


def content_key(files: Mapping[str, bytes], day: str) -> str:
    """Return the digest of everything that a verdict rests on: the files, the day, and the program."""
    digest = blake2b(digest_size=20)
    for word in (day, *_program()):
        digest.update(f"{word}\0".encode(errors="surrogateescape"))
    for path, raw in files.items():
        digest.update(f"{path}\0{len(raw)}\0".encode(errors="surrogateescape"))
        digest.update(raw)
    return digest.hexdigest()


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
    name = blake2b(os.fsencode(root.resolve()), digest_size=10).hexdigest()
    return platformdirs.user_cache_path("plancli", appauthor=False) / f"{name}.json"


def _program() -> Iterator[str]:
    """Yield what tells one state of the program from another: its files and libraries by size and time."""
    yield sys.version
    package = Path(__file__).parent.parent
    specs = [spec for name in _LIBRARIES if (spec := find_spec(name)) and spec.origin]
    for path in [*sorted(package.rglob("*.py")), *(Path(str(spec.origin)) for spec in specs)]:
        state = path.stat()
        yield f"{path} {state.st_size} {state.st_mtime_ns}"


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
