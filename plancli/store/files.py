"""Where a plan repository keeps its files, and their bytes."""

import os
from pathlib import Path

from plancli.core.finding import Code, Place, PlanError, refuse
from plancli.store.transaction import finish_interrupted

MANIFEST = "plan/plan.yaml"
RECORD = "plan/applied.yaml"
DRAFTS = "plan/drafts/"


def find_root(start: Path) -> Path:
    """Return the nearest folder at or above `start` that holds plan/plan.yaml."""
    for folder in (start, *start.parents):
        if (folder / MANIFEST).is_file():
            return folder
    raise refuse(Code.NO_REPOSITORY, Place(str(start)))


def plan_of(file: Path) -> Path | None:
    """Return the folder of the plan to whose text a file belongs; None where it belongs to none."""
    try:
        root = find_root(file.parent)
    except PlanError:
        return None
    return root if (root / "plan") in file.parents else None


def read_files(root: Path) -> dict[str, bytes]:
    """Return the bytes of every YAML file of the plan and its comments, by path below `root`."""
    finish_interrupted(root)
    found: dict[str, bytes] = {}
    for top in ("plan", "comments"):
        for folder, _, names in os.walk(root / top):
            below = Path(folder).relative_to(root).as_posix()
            for name in names:
                if name.endswith((".yaml", ".yml")):
                    with open(f"{folder}/{name}", "rb") as file:  # noqa: PTH123 (ten thousand of them)
                        found[f"{below}/{name}"] = file.read()
    return dict(sorted(found.items()))
