"""What check says of comments before their files are written: a file that would be wrong is not."""

from collections.abc import Container, Iterable, Iterator

from plancli.core.check.check import weighed
from plancli.core.check.register import RULES, rules_while_writing
from plancli.core.check.rule import Writing
from plancli.core.finding import Finding, PlanError, Severity
from plancli.core.rounds.round import Round
from plancli.store.repository import Repository


def proved(repository: Repository, name: str, parts: Iterable[Writing]) -> list[Finding]:
    """Return what is to be told of a comment; refuse what is wrong with these parts of it."""
    return proved_together(repository, [name], parts)[name]


def proved_together(
    repository: Repository, names: Iterable[str], parts: Iterable[Writing]
) -> dict[str, list[Finding]]:
    """Return what is to be told of some comments, by id; refuse what is wrong with these parts of them.

    As in `check`, plan.yaml and the waivers of a comment say how much a finding weighs.
    """
    if repository.findings:
        raise PlanError(repository.findings)
    written = list(parts)
    found: dict[str, list[Finding]] = {name: [] for name in names}
    rounds = {id(round_): round_ for round_ in _rounds_of(repository, found)}
    for round_ in rounds.values():
        told: list[Finding] = []
        for find in rules_while_writing(written):
            told += [one for one in find(round_) if _is_about(one, found)]
        for finding in weighed(told, repository.manifest, repository.comments):
            assert finding.subject is not None
            placed = finding._replace(place=repository.place(finding))
            found[finding.subject.key].append(placed)
    wrong = [one for own in found.values() for one in own if _refuses(one, written)]
    if wrong:
        raise PlanError(wrong, exit_code=1)
    return found


def _rounds_of(repository: Repository, names: Iterable[str]) -> Iterator[Round]:
    for name in names:
        yield repository.round_of(repository.comments[name])


def _is_about(finding: Finding, names: Container[str]) -> bool:
    """Whether a finding is about one of some comments."""
    subject = finding.subject
    return subject is not None and subject.kind == "comment" and subject.key in names


def _refuses(finding: Finding, written: list[Writing]) -> bool:
    """Whether a finding is an error in what is written, and more than a unit's own mistake."""
    rule = RULES[finding.code]
    if finding.severity is not Severity.ERROR or rule.tells:
        return False
    return rule.is_of(finding, written)
