"""All findings on a plan repository, each with the weight that the plan gives to its rule."""

from collections import Counter
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
    found: list[Finding] = []
    for of_plan in plan_rules():
        found += of_plan(round_)
    for of_history in history_rules():
        found += of_history(consultation)
    for one in consultation.rounds:
        for of_round in round_rules():
            found += of_round(one)
    unknown = list(_unknown_rules(round_.manifest, round_.comments))
    idle = list(_idle_waivers(round_.comments, found))
    return _judged([*found, *unknown, *idle], round_)


def proofread(round_: Round) -> list[Finding]:
    """Return what the rules about the plan itself find, weighed: all that there is before the first round."""
    found: list[Finding] = []
    for of_plan in plan_rules():
        found += of_plan(round_)
    found += _unknown_rules(round_.manifest, round_.comments)
    return _judged(found, round_)


def _judged(found: Sequence[Finding], round_: Round) -> list[Finding]:
    """Return the findings weighed, and how many the plan hides by turning their rule off."""
    shown = weighed(found, round_.manifest, round_.comments)
    return [*shown, *_hidden(found, round_.manifest, round_.comments)]


def _hidden(
    found: Sequence[Finding], manifest: Manifest, comments: Mapping[str, Comment]
) -> Iterator[Finding]:
    """Yield the rules that are turned off and would have spoken: no plan can turn this off."""
    counts = Counter(one.code for one in found if not _waived(one, comments))
    for rule, weight in manifest.rules.items():
        if weight is Weight.OFF and rule in RULES and counts[rule]:
            params = {"rule": rule, "count": str(counts[rule])}
            told = on_manifest(Code.TURNED_OFF, ("rules", rule), **params)
            known = entry(Code.TURNED_OFF)
            yield told._replace(severity=known.weight, said=known.said())


def weighed(
    found: Sequence[Finding], manifest: Manifest, comments: Mapping[str, Comment]
) -> Iterator[Finding]:
    """Yield the findings with severity and words, without those that are turned off or waived."""
    for finding in found:
        # a code that is no rule tells what was done to the rules: no plan weighs it
        weight = manifest.rules.get(finding.code) if finding.code in RULES else None
        if weight is Weight.OFF or _waived(finding, comments):
            continue
        known = entry(finding.code)
        severity = known.weight if weight is None else Severity(weight)
        yield finding._replace(severity=severity, said=_said(finding, comments))


def _said(finding: Finding, comments: Mapping[str, Comment]) -> Message:
    """Return the words of a finding; what is to be done about a point may be something else."""
    comment = comments.get(finding.params.get("id", ""))
    of_point = comment is not None and comment.part_of is not None
    return entry(finding.code).said(of_point)


def _waived(finding: Finding, comments: Mapping[str, Comment]) -> bool:
    """Whether the comment that a finding is about waives its rule."""
    if finding.subject is None or finding.subject.kind != "comment":
        return False
    comment = comments.get(finding.subject.key)
    return comment is not None and finding.code in _waivers(comment)


def _waivers(comment: Comment) -> list[str]:
    """Return the rules that a comment waives, as often as it names them."""
    return [waiver.rule for waiver in comment.waivers]


def _idle_waivers(comments: Mapping[str, Comment], found: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the waivers of which no finding makes use; a compound comment's hold for any of its items."""
    used = _found_in(comments, found)
    # Items share the waivers of the whole: the last one speaks for them.
    files = {_whole(comment): comment for comment in comments.values()}
    for name, comment in files.items():
        for at, rule in enumerate(_waivers(comment)):
            known = rule in RULES
            if known and (name, rule) not in used:
                params = {"id": name, "rule": rule}
                yield on_comment(comment, Code.IDLE_WAIVER, ("waivers", at), **params)


def _found_in(comments: Mapping[str, Comment], found: Sequence[Finding]) -> set[tuple[str, str]]:
    """Return what was found in whole comments: their names, each with the code of a finding."""
    used: set[tuple[str, str]] = set()
    for finding in found:
        if finding.subject is None:
            continue
        comment = comments.get(finding.subject.key)
        if comment is not None:
            used.add((_whole(comment), finding.code))
    return used


def _whole(comment: Comment) -> str:
    """Return the comment that is written in one file, which an item of a compound one is part of."""
    return comment.part_of or comment.id


def _unknown_rules(manifest: Manifest, comments: Mapping[str, Comment]) -> Iterator[Finding]:
    """Yield the names of rules that are none."""
    for rule in manifest.rules:
        if rule not in RULES:
            yield on_manifest(Code.UNKNOWN_RULE, ("rules", rule), rule=rule)
    for comment in comments.values():
        for at, rule in enumerate(_waivers(comment)):
            if rule not in RULES:
                path = ("waivers", at, "rule")
                yield on_comment(comment, Code.UNKNOWN_RULE, path, rule=rule)
