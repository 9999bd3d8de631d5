"""What keeps a paper from being published: errors of the rules about private data."""

from plancli.core.check.check import weighed
from plancli.core.check.register import RULES
from plancli.core.check.rule import PlanRule
from plancli.core.finding import Finding, Severity
from plancli.core.plan.manifest import Manifest, Weight
from plancli.core.rounds.round import Round


def private(round_: Round) -> list[Finding]:
    """Return the errors of the rules about private data in what is published of one round.

    The texts of comments on other drafts are not published with it.
    """
    found: list[Finding] = []
    for rule in RULES.values():
        if isinstance(rule, PlanRule) and rule.private:
            found += rule.find(round_)
    own = [finding for finding in found if _is_of(round_, finding)]
    errors: list[Finding] = []
    for finding in weighed(own, round_.manifest, round_.comments):
        if finding.severity is Severity.ERROR:
            errors.append(finding)
    return errors


def relaxed(manifest: Manifest) -> list[str]:
    """Return the codes of the rules about private data that plan.yaml weighs less than an error.

    What these find is published. That may be meant (a number that is printed everywhere); whoever publishes
    is told, since a branch can bring such a plan.yaml.
    """
    found: list[str] = []
    for code, rule in RULES.items():
        weight = manifest.rules.get(code)
        if isinstance(rule, PlanRule) and rule.private and weight not in (None, Weight.ERROR):
            found.append(code)
    return sorted(found)


def _is_of(round_: Round, finding: Finding) -> bool:
    """Whether a finding is about the plan, or about a comment of the round."""
    subject = finding.subject
    if subject is None or subject.kind != "comment":
        return True
    whole = round_.compounds.get(subject.key)
    points = [subject.key] if whole is None else [part.id for part in whole.parts]
    return round_.has_any(points)
