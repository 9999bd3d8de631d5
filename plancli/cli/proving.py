"""What check says of one comment before its file is written: a file that would be wrong is not."""

from collections.abc import Iterable

from plancli.core.check.check import weighed
from plancli.core.check.register import RULES, rules_while_writing
from plancli.core.check.rule import Writing
from plancli.core.finding import Finding, PlanError, Severity, Subject
from plancli.store.repository import Repository


def proved(repository: Repository, name: str, parts: Iterable[Writing]) -> list[Finding]:
    """Return what is to be told of a comment; refuse what is wrong with these parts of it.

    As in `check`, plan.yaml and the waivers of the comment say how much a finding weighs.
    """
    if repository.findings:
        raise PlanError(repository.findings)
    written = list(parts)
    round_ = repository.round_of(repository.comments[name])
    subject = Subject("comment", name)
    found: list[Finding] = []
    for find in rules_while_writing(written):
        found += [finding for finding in find(round_) if finding.subject == subject]
    found = list(weighed(found, repository.manifest, repository.comments))
    found = [finding._replace(place=repository.place(finding)) for finding in found]
    wrong = [finding for finding in found if _refuses(finding, written)]
    if wrong:
        raise PlanError(wrong, exit_code=1)
    return found


def _refuses(finding: Finding, written: list[Writing]) -> bool:
    """Whether a finding is an error in what is written, and more than a unit's own mistake."""
    rule = RULES[finding.code]
    if finding.severity is not Severity.ERROR or rule.tells:
        return False
    return rule.is_of(finding, written)
