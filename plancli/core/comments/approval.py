"""Who signed a decision off, and whether it is still what was signed.

An approval is bound to what it covers by a digest: of a comment that was changed since, or to which the
approval of another was copied, nothing is approved. That tells a change, not a forgery: who wrote an
approval is what a signed commit proves.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from plancli.core.comments.comment import Approval, Comment
from plancli.core.comments.status import Share
from plancli.core.plan.day import day

_COVERED = {"id", "units", "opinion", "at", "edits", "decision", "carried"}
"""What an approval is about: whose words, where, what they ask for, and the answer.

The id makes the approval of one comment none of another that says the same; a comment that was carried over
answers another draft. A point of a compound comment is published under the opinion of the whole one. Who
works on it, notes and topic may change.
"""
_DIGITS = 16
"""Hexadecimal digits that tell one decision from another: nobody makes them agree by chance."""


def covered_digest(comment: Comment) -> str:
    """Return the digest of what an approval of the decision on a comment covers, other approvals apart."""
    said = comment.model_dump(mode="json", by_alias=True, exclude_defaults=True, include=_COVERED)
    said.get("decision", {}).pop("approved", None)
    if comment.whole_opinion is not None:
        said["whole"] = comment.whole_opinion
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:_DIGITS]


def to_be_approved(comment: Comment) -> bool:
    """Whether there is a decision of the office; what a unit withdrew it has not decided."""
    return comment.meaning.share not in (Share.OPEN, Share.WITHDRAWN)


def missing_keys(approval: Approval) -> list[str]:
    """Return the keys without which an approval holds nothing."""
    return [key for key in ("by", "on", "digest") if getattr(approval, key) is None]


HIDDEN = "—"
"""What stands for who approved a decision, and when, outside the house."""


def _day_of(approval: Approval) -> date | None:
    return day(approval.on) if approval.on not in (None, HIDDEN) else None


def is_to_come(approval: Approval, today: date) -> bool:
    """Whether an approval bears a day that is still to come."""
    given = _day_of(approval)
    return given is not None and given > today


def is_before_receipt(approval: Approval, comment: Comment) -> bool:
    """Whether an approval is of an earlier day than the comment to which it was given."""
    given = _day_of(approval)
    return given is not None and bool(comment.received) and given < day(comment.received or "")


def is_earlier(approval: Approval, lower: Approval) -> bool:
    """Whether an approval is of an earlier day than that at a level below it, on which it relies."""
    before, given = _day_of(lower), _day_of(approval)
    return before is not None and given is not None and before > given


def truly_dated(comment: Comment, today: date | None) -> Comment:
    """Return a comment without approvals of days on which they cannot have been given.

    So it is read by those who are not shown the days.
    """
    kept: list[Approval] = []
    for approval in given_approvals(comment):
        untrue = is_before_receipt(approval, comment)
        untrue |= today is not None and is_to_come(approval, today)
        if not untrue and not (kept and is_earlier(approval, kept[-1])):
            kept.append(approval)
    if len(kept) == len(given_approvals(comment)):
        return comment
    decision = comment.decision.model_copy(update={"approved": tuple(kept)})
    return comment.model_copy(update={"decision": decision})


def given_approvals(comment: Comment) -> tuple[Approval, ...]:
    """Return the approvals of the decision on a comment as its file has them, whether they hold or not."""
    return comment.decision.approved or ()


class Approvals(NamedTuple):
    """The approvals of one decision: those that hold, and those of what was decided before.

    One that lacks who, when or the digest holds nothing, and is of no earlier decision either; nor does one
    of a day on which it cannot have been given.
    """

    holding: tuple[Approval, ...] = ()
    stale: tuple[Approval, ...] = ()

    def lacking(self, levels: Iterable[str]) -> list[str]:
        """Return the levels, in their order, at which the decision is not approved."""
        held = {approval.level: approval for approval in self.holding}
        lacking: list[str] = []
        below: Approval | None = None
        for level in levels:
            approval = held.get(level)
            if approval is None or (below is not None and is_earlier(approval, below)):
                lacking.append(level)
            else:
                below = approval
        return lacking


def approvals_of(comment: Comment, today: date | None = None) -> Approvals:
    """Return which approvals of the decision on a comment hold today; None: on whatever day that is."""
    if not given_approvals(comment):
        return Approvals()
    digest = covered_digest(comment)
    holding: list[Approval] = []
    stale: list[Approval] = []
    for approval in given_approvals(comment):
        if missing_keys(approval) or is_before_receipt(approval, comment):
            continue
        if today is not None and is_to_come(approval, today):
            continue
        if approval.digest == digest:
            holding.append(approval)
        else:
            stale.append(approval)
    return Approvals(tuple(holding), tuple(stale))


def approved_at(
    comment: Comment, level: str, levels: Sequence[str], by: str, on: str
) -> tuple[Approval, ...]:
    """Return the approvals of a decision with one more, in the order of the levels.

    Those above it go: they are given on the strength of it, and were given too early. So does what holds
    nothing, or stands at a level that there is no more: it was said of something else.
    """
    given = Approval(level=level, by=by, on=on, digest=covered_digest(comment))
    return (*approved_below(comment, level, levels), given)


def approved_below(comment: Comment, level: str, levels: Sequence[str]) -> tuple[Approval, ...]:
    """Return the approvals of a decision without that at a level, and those above it, which rely on it."""
    holding = {approval.level: approval for approval in approvals_of(comment).holding}
    below = levels[: levels.index(level)]
    return tuple(holding[lower] for lower in below if lower in holding)


def rebound(before: Comment, after: Comment) -> Comment:
    """Return a comment that is called otherwise, with the approvals that held under its old name.

    Only where the change is none of what was decided: a unit got another name, or is masked.
    """
    if not given_approvals(before):
        return after
    held, holding = covered_digest(before), covered_digest(after)
    approved: list[Approval] = []
    for approval in given_approvals(after):
        digest = holding if approval.digest == held else approval.digest
        approved.append(approval.model_copy(update={"digest": digest}))
    decision = after.decision.model_copy(update={"approved": tuple(approved)})
    return after.model_copy(update={"decision": decision})


class Levels(NamedTuple):
    """How far a level has come: the decisions that are approved at it, and those that wait for it, by id.

    A decision waits for the first level that it lacks; `stale` were approved at the level, and then changed.
    """

    level: str
    approved: tuple[str, ...]
    waiting: tuple[str, ...]
    stale: tuple[str, ...]


def levels_of(
    comments: Mapping[str, Comment], levels: Sequence[str], today: date | None = None
) -> Iterator[Levels]:
    """Yield for each level what is approved at it, and what waits."""
    found = {
        name: approvals_of(comment, today)
        for name, comment in comments.items()
        if to_be_approved(comment)
    }
    for level in levels:
        approved: list[str] = []
        waiting: list[str] = []
        stale: list[str] = []
        for name, approvals in found.items():
            lacking = approvals.lacking(levels)
            if level not in lacking:
                approved.append(name)
            elif level == lacking[0]:
                waiting.append(name)
            if level in lacking and level in {one.level for one in approvals.stale}:
                stale.append(name)
        yield Levels(level, tuple(approved), tuple(waiting), tuple(stale))
