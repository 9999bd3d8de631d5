"""All findings on a plan repository, each with the weight that the plan gives to its rule."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from plancli.core.check.rules import HISTORY_RULES, PLAN_RULES, ROUND_RULES
from plancli.core.check.rules.about import on_comment, on_manifest
from plancli.core.comments.comment import Comment
from plancli.core.finding import SEVERITIES, Code, Finding, Severity
from plancli.core.plan.manifest import Manifest, Weight
from plancli.core.rounds.round import Consultation, Round

RULES = frozenset(
    code for rule in (*PLAN_RULES, *HISTORY_RULES, *ROUND_RULES) for code in rule.codes
)
"""The codes that rules report: what plan.yaml and the waivers of a comment may name."""


def audit(consultation: Consultation) -> list[Finding]:
    """Return the findings of every rule, in the order of the rules, weighed."""
    round_ = consultation.open
    of_plan = chain.from_iterable(rule.find(round_) for rule in PLAN_RULES)
    of_history = chain.from_iterable(rule.find(consultation) for rule in HISTORY_RULES)
    of_rounds = (
        finding for one in consultation.rounds for rule in ROUND_RULES for finding in rule.find(one)
    )
    found = list(chain(of_plan, of_history, of_rounds))
    waived = [
        *_unknown_rules(round_.manifest, round_.comments),
        *_idle_waivers(round_.comments, found),
    ]
    return list(weighed([*found, *waived], round_.manifest, round_.comments))


def proofread(round_: Round) -> list[Finding]:
    """Return what the rules about the plan itself find, weighed: all that there is before the first round."""
    of_plan = [finding for rule in PLAN_RULES for finding in rule.find(round_)]
    unknown = list(_unknown_rules(round_.manifest, round_.comments))
    return list(weighed([*of_plan, *unknown], round_.manifest, round_.comments))


def weighed(
    found: Sequence[Finding], manifest: Manifest, comments: Mapping[str, Comment]
) -> Iterator[Finding]:
    """Yield the findings with their severity, without those that are turned off or waived."""
    for finding in found:
        weight = manifest.rules.get(finding.code)
        if weight is Weight.OFF or _waived(finding, comments):
            continue
        severity = (
            SEVERITIES.get(finding.code, Severity.ERROR) if weight is None else Severity(weight)
        )
        yield finding._replace(severity=severity)


def _waived(finding: Finding, comments: Mapping[str, Comment]) -> bool:
    kind, key = finding.subject or ("", "")
    comment = comments.get(key) if kind == "comment" else None
    return comment is not None and finding.code in {waiver.rule for waiver in comment.waivers}


def _idle_waivers(comments: Mapping[str, Comment], found: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the waivers of which no finding makes use; a compound comment's hold for any of its items."""
    whole = {name: comment.part_of or name for name, comment in comments.items()}
    used = {(whole.get(f.subject.key, ""), str(f.code)) for f in found if f.subject}
    for name, comment in {whole[name]: comment for name, comment in comments.items()}.items():
        for at, waiver in enumerate(comment.waivers):
            if waiver.rule in RULES and (name, waiver.rule) not in used:
                yield on_comment(
                    comment, Code.IDLE_WAIVER, ("waivers", at), id=name, rule=waiver.rule
                )


def _unknown_rules(manifest: Manifest, comments: Mapping[str, Comment]) -> Iterator[Finding]:
    """Yield the names of rules that are none."""
    for rule in manifest.rules:
        if rule not in RULES:
            yield on_manifest(Code.UNKNOWN_RULE, ("rules", rule), rule=rule)
    for comment in comments.values():
        for at, waiver in enumerate(comment.waivers):
            if waiver.rule not in RULES:
                yield on_comment(
                    comment, Code.UNKNOWN_RULE, ("waivers", at, "rule"), rule=waiver.rule
                )
