"""The verdict of `check` on the files of a plan repository."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from plancli.core.check.check import audit, proofread
from plancli.core.finding import Code, Finding, Place, PlanError, Verdict, located
from plancli.core.rounds.counts import wholes
from plancli.core.rounds.round import Consultation, Round
from plancli.library.opening import Source, files_of
from plancli.store.attachments import differing
from plancli.store.files import MANIFEST, find_root
from plancli.store.pictures import Pictures, unfit_pictures
from plancli.store.repository import Repository
from plancli.store.yaml.strict import parse


class Judged(NamedTuple):
    """What was found, and the open round that was looked at; None where there is none, or files are wrong."""

    verdict: Verdict
    open_round: Round | None = None


def check(source: Source, day: date, name: str = "") -> Verdict:
    """Judge a plan as of a day; where it cannot even be read, that is what is found.

    `name` stands for the title of a plan that cannot be read. Of a folder without a plan PlanError is raised.
    In a folder files that came with comments, and pictures, are held against the digests noted of them.
    """
    files = files_of(source)
    verdict = judge(files, day, name).verdict
    if isinstance(source, Mapping):
        return verdict
    root = find_root(Path(source).absolute())
    beside = [*differing(root, files), *unfit_pictures(Pictures(root), files)]
    return verdict._replace(findings=[*verdict.findings, *beside])


def judge(files: Mapping[str, bytes], day: date, name: str) -> Judged:
    """Return the verdict on files, with the round that was looked at for it."""
    judged = _judged(files, name, day)
    found = list(map(located, judged.verdict.findings))
    return judged._replace(verdict=judged.verdict._replace(findings=found))


def _judged(files: Mapping[str, bytes], name: str, day: date) -> Judged:
    try:
        repository = Repository(files)
    except PlanError as error:  # plan.yaml, by which all others are read
        return Judged(Verdict([*error.findings, *_unreadable(files)], name))
    try:
        found = repository.findings or audited(repository, day)  # first the files
    except PlanError as error:
        return Judged(Verdict(list(error.findings), name))
    placed = list(map(repository.placed, found))
    counts = (
        len(repository.sections),
        len(wholes(repository.comments)),
        len(repository.record.comments),
    )
    verdict = Verdict(placed, repository.manifest.title, counts)
    looked_at = repository.manifest.draft is not None and not repository.findings
    return Judged(verdict, repository.open_round if looked_at else None)


def audited(repository: Repository, day: date) -> list[Finding]:
    """Return what is wrong; a plan that was not circulated yet is read, and has no comments."""
    if repository.manifest.draft is not None:
        return audit(Consultation(repository.rounds, day))
    stray = [Finding(Code.NO_DRAFT, place=Place(MANIFEST))] if repository.comments else []
    return [*stray, *proofread(repository.uncirculated)]


def _unreadable(files: Mapping[str, bytes]) -> Iterator[Finding]:
    """Yield what is wrong with the YAML of all files but plan.yaml."""
    for path, raw in files.items():
        try:
            if path != MANIFEST:
                parse(path, raw)
        except PlanError as error:
            yield from error.findings
