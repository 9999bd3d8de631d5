"""The verdict of `check` on the files of a plan repository."""

from collections.abc import Iterator, Mapping
from datetime import date

from plancli.core.check.check import audit, proofread
from plancli.core.finding import Code, Finding, Place, PlanError, Verdict, located
from plancli.core.rounds.counts import wholes
from plancli.core.rounds.round import Consultation
from plancli.library.opening import Source, files_of
from plancli.store.files import MANIFEST
from plancli.store.repository import Repository
from plancli.store.yaml.strict import parse


def check(source: Source, day: date, name: str = "") -> Verdict:
    """Judge a plan as of a day; where it cannot even be read, that is what is found.

    `name` stands for the title of a plan that cannot be read. Of a folder without a plan PlanError is raised.
    """
    verdict = _judged(files_of(source), name, day)
    return verdict._replace(findings=list(map(located, verdict.findings)))


def _judged(files: Mapping[str, bytes], name: str, day: date) -> Verdict:
    try:
        repository = Repository(files)
    except PlanError as error:  # plan.yaml, by which all others are read
        return Verdict([*error.findings, *_unreadable(files)], name)
    try:
        found = repository.findings or audited(repository, day)  # first the files
    except PlanError as error:
        return Verdict(list(error.findings), name)
    placed = [f._replace(place=repository.place(f), lines=repository.lines(f)) for f in found]
    counts = (
        len(repository.sections),
        len(wholes(repository.comments)),
        len(repository.record.comments),
    )
    return Verdict(placed, repository.manifest.title, counts)


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
