"""Tell a plan in a form that only a later plancli knows, where nothing else of it is read."""

from pathlib import Path

from plancli.core.finding import Code, Finding, PlanError
from plancli.core.plan.manifest import Manifest
from plancli.store.files import MANIFEST, find_root, read_plain
from plancli.store.validate import validate
from plancli.store.yaml.strict import parse


def newer(name: str, raw: bytes) -> list[Finding]:
    """Return the refusal of a plan.yaml with a later form; nothing of another, whatever else is wrong there.

    `name` is what the refusal calls it.
    """
    try:
        validate(Manifest, parse(name, raw))
    except PlanError as error:
        return [found for found in error.findings if found.code is Code.NEWER_FORMAT]
    return []


def newer_around(file: Path) -> list[Finding]:
    """Return the same of the plan in whose folders a file lies; nothing where there is none."""
    try:
        root = find_root(file.parent)
        return newer(MANIFEST, read_plain(root / MANIFEST, MANIFEST))
    except (PlanError, OSError):  # no plan, or one that commands on it say cannot be read
        return []
