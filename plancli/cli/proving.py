"""What check says of one comment before its file is written: a file that would be wrong is not."""

from collections.abc import Callable, Iterable, Iterator

from plancli.core.check.check import weighed
from plancli.core.finding import Code, Finding, PlanError, Severity, Subject
from plancli.core.rounds.round import Round
from plancli.store.repository import Repository

Find = Callable[[Round], Iterator[Finding]]


def proved(repository: Repository, name: str, rules: Iterable[Find]) -> list[Finding]:
    """Return what is only to be told of a comment; refuse what `rules` find wrong with it.

    As in `check`, plan.yaml and the waivers of the comment say how much a finding weighs.
    """
    if repository.findings:
        raise PlanError(repository.findings)
    round_ = repository.round_of(repository.comments[name])
    subject = Subject("comment", name)
    found = [finding for find in rules for finding in find(round_) if finding.subject == subject]
    found = list(weighed(found, repository.manifest, repository.comments))
    found = [finding._replace(place=repository.place(finding)) for finding in found]
    wrong = [f for f in found if f.severity is Severity.ERROR and f.code is not Code.MISCITED]
    if wrong:
        raise PlanError(wrong, exit_code=1)
    return found
