"""The last verdict of `check` on a repository as values, kept under the digest that `kept` makes."""

from pathlib import Path
from typing import Any

from plancli.core.entry import Message, Severity
from plancli.core.finding import Extent, Finding, Place, Related, Subject, Verdict
from plancli.store.sealed import recalled, remembered

_VERDICT = ".json"
"""What the name of the file ends with."""


def recall(root: Path, key: str) -> Verdict | None:
    """Return the verdict that is kept under this digest; None where there is none, or an edited one."""
    said = recalled(root, _VERDICT, key)
    if said is None:
        return None
    return Verdict(
        [_finding(values) for values in said["findings"]], said["title"], tuple(said["counts"])
    )


def remember(root: Path, key: str, verdict: Verdict) -> None:
    """Keep one verdict for a repository."""
    said = {
        "title": verdict.title,
        "counts": verdict.counts,
        "findings": [list(finding) for finding in verdict.findings],
    }
    remembered(root, _VERDICT, key, said)


def _finding(values: list[Any]) -> Finding:
    code, params, subject, path, place, offset, severity, extents, lines, said, related = values
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
        tuple(map(_related, related)),
    )


def _related(values: list[Any]) -> Related:
    subject, path, place, commit = values
    return Related(Subject(*subject), tuple(path), Place(*place) if place else None, commit)
