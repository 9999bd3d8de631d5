"""All findings on a plan repository, each with the weight that the plan gives to its rule."""

from collections.abc import Iterator, Mapping, Sequence

from plancli.core.check.about import on_comment, on_manifest
from plancli.core.check.register import (
    RULES,
    entry,
    history_rules,
    plan_rules,
    round_rules,
)
from plancli.core.codes import Code
from plancli.core.comments.comment import Comment
from plancli.core.entry import Message
from plancli.core.finding import Finding, Severity
from plancli.core.plan.manifest import Manifest, Weight
from plancli.core.rounds.round import Consultation, Round


def audit(consultation: Consultation) -> list[Finding]:
    """Return the findings of every rule, in the order of the rules, weighed."""
    round_ = consultation.open
    found = [finding for find in plan_rules() for finding in find(round_)]
    found += [finding for find in history_rules() for finding in find(consultation)]
    for one in consultation.rounds:
        found += [finding for find in round_rules() for finding in find(one)]
    found += [
        *_unknown_rules(round_.manifest, round_.comments),
        *_idle_waivers(round_.comments, found),
    ]
    return list(weighed(found, round_.manifest, round_.comments))


def proofread(round_: Round) -> list[Finding]:
    """Return what the rules about the plan itself find, weighed: all that there is before the first round."""
    found = [finding for find in plan_rules() for finding in find(round_)]
    found += _unknown_rules(round_.manifest, round_.comments)
    return list(weighed(found, round_.manifest, round_.comments))


def weighed(
    found: Sequence[Finding], manifest: Manifest, comments: Mapping[str, Comment]
) -> Iterator[Finding]:
    """Yield the findings with severity and words, without those that are turned off or waived."""
    for finding in found:
        weight = manifest.rules.get(finding.code)
        if weight is Weight.OFF or _waived(finding, comments):
            continue
        known = entry(finding.code)
        severity = known.weight if weight is None else Severity(weight)
        yield finding._replace(severity=severity, said=_said(finding, comments))


def _said(finding: Finding, comments: Mapping[str, Comment]) -> Message:
    comment = comments.get(finding.params.get("id", ""))
    of_point = comment is not None and comment.part_of is not None
    return entry(finding.code).said(of_point)


def _waived(finding: Finding, comments: Mapping[str, Comment]) -> bool:
    kind, key = finding.subject or ("", "")
    comment = comments.get(key) if kind == "comment" else None
    return comment is not None and finding.code in {waiver.rule for waiver in comment.waivers}


def _idle_waivers(comments: Mapping[str, Comment], found: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the waivers of which no finding makes use; a compound comment's hold for any of its items."""
    whole = {name: comment.part_of or name for name, comment in comments.items()}
    used = {(whole.get(f.subject.key, ""), f.code) for f in found if f.subject}
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
