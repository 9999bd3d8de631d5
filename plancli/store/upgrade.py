"""Bring the files of a repository into the newest form; every byte that need not change stays."""

from typing import NamedTuple

from plancli.core.finding import Code, Place, Subject, refuse
from plancli.core.plan.manifest import FORMAT
from plancli.store.files import MANIFEST
from plancli.store.manifest import with_format
from plancli.store.repository import Repository


class Upgrade(NamedTuple):
    """The form that a plan has now, and the files that change where it gets the newest one."""

    before: int
    files: dict[str, bytes]


def upgraded(repository: Repository) -> Upgrade:
    """Return what the newest form takes; no file where the plan has it already.

    What would be written is read back: it says the same as before, but for the number of the form.
    Raises PlanError where a file cannot be written so.
    """
    before = repository.manifest.stated_format
    if before == FORMAT:
        return Upgrade(before, {})
    document = repository.documents[Subject("plan", "plan")]
    files = {MANIFEST: with_format(document, FORMAT)}
    _read_back(repository, files)
    return Upgrade(before, files)


def _read_back(repository: Repository, files: dict[str, bytes]) -> None:
    """See that the files say what they said before."""
    again = repository.changed(files)
    wanted = repository.manifest.model_copy(update={"format": FORMAT})
    if again.findings or again.manifest != wanted or again.sections != repository.sections:
        raise refuse(Code.NOT_WRITABLE, Place(MANIFEST))
