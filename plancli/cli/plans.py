"""Several plans at once: where they are, and their files named from one folder."""

import os
from collections.abc import Iterable
from pathlib import Path

from plancli.core.finding import Finding, Place
from plancli.git import processes as git
from plancli.store.files import MANIFEST, RECORD


def plans_below(top: Path) -> list[Path]:
    """Return the folders of all plans that git knows below `top`; also of one whose plan.yaml was deleted."""
    paths = git.tracked(top, *(f":(glob)**/{name}" for name in (MANIFEST, RECORD)))
    roots = {(top / path).parents[1] for path in paths}
    return sorted(root for root in roots if (root / "plan").is_dir())


def seen_from(start: Path, file: Path) -> str:
    """Return the way from a folder to a file."""
    return Path(os.path.relpath(file, start)).as_posix()


def named_from(start: Path, root: Path, findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings on the plan at `root` with their files as they are seen from `start`."""
    return (
        [_named(start, root, finding) for finding in findings] if root != start else list(findings)
    )


def _named(start: Path, root: Path, finding: Finding) -> Finding:
    related = tuple(one._replace(place=_seen(start, root, one.place)) for one in finding.related)
    return finding._replace(place=_seen(start, root, finding.place), related=related)


def _seen(start: Path, root: Path, place: Place | None) -> Place | None:
    return place._replace(file=seen_from(start, root / place.file)) if place else None
