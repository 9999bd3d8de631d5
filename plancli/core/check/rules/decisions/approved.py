"""An approval is of what is decided now, at levels of the plan, in their order, by somebody, on a day."""

from collections.abc import Iterator, Mapping

from plancli.core.check.about import on_comment
from plancli.core.check.rule import HistoryRule, RoundRule, Writing
from plancli.core.comments.approval import (
    approvals_of,
    covered_digest,
    given_approvals,
    is_before_receipt,
    is_earlier,
    is_to_come,
    missing_keys,
    to_be_approved,
)
from plancli.core.comments.comment import Approval, Comment
from plancli.core.entry import N_
from plancli.core.finding import Finding, Path, Subject
from plancli.core.rounds.round import Consultation, Round


def signed_off(round_: Round) -> Iterator[Finding]:
    """Each approval says all that it needs, and is of this decision; levels come in their order, once."""
    owners = _owners(round_.comments)
    for comment in round_.current.values():
        if not given_approvals(comment):
            continue
        if not to_be_approved(comment):
            params = {"id": comment.id, "status": str(comment.decision.status)}
            yield on_comment(comment, NOTHING_DECIDED.code, ("decision", "approved"), **params)
            continue
        yield from _levels(comment, round_.levels)
        yield from _bound(comment, owners)
        yield from _after_receipt(comment)


def still_to_come(consultation: Consultation) -> Iterator[Finding]:
    """Nothing was approved on a day that is still to come."""
    for comment in consultation.open.comments.values():
        for path, approval in _approvals(comment):
            if is_to_come(approval, consultation.today):
                params = _params(comment, approval) | {"day": approval.on or ""}
                yield on_comment(comment, FUTURE.code, (*path, "on"), **params)


def fewer_levels(round_: Round) -> Iterator[Finding]:
    """The plan requires every level that was required when its draft was circulated."""
    gone = [level for level in round_.draft.approval if level not in round_.manifest.approval]
    if gone and not round_.closed:
        params = {"levels": "、".join(gone), "draft": round_.draft.draft}
        yield Finding(FEWER.code, params, Subject("plan", "plan"), ("approval",))


def _owners(comments: Mapping[str, Comment]) -> Mapping[str, str]:
    """Return the comments with approvals that hold, by the digest that these have."""
    found: dict[str, str] = {}
    for name, comment in comments.items():
        if approvals_of(comment).holding:
            found[covered_digest(comment)] = name
    return found


def _approvals(comment: Comment) -> Iterator[tuple[Path, Approval]]:
    """Yield the approvals of a decision, each with where it stands."""
    for at, approval in enumerate(given_approvals(comment)):
        yield ("decision", "approved", at), approval


def _params(comment: Comment, approval: Approval) -> dict[str, str]:
    return {"id": comment.id, "level": approval.level}


def _levels(comment: Comment, levels: tuple[str, ...]) -> Iterator[Finding]:
    """Yield the approvals at levels that there are not, at one twice, and those that came too early."""
    seen: dict[str, Approval] = {}
    for path, approval in _approvals(comment):
        params = _params(comment, approval)
        level = approval.level
        if level not in levels:
            params["levels"] = "、".join(levels) or "—"
            yield on_comment(comment, UNKNOWN_LEVEL.code, (*path, "level"), **params)
        elif level in seen:
            yield on_comment(comment, TWICE.code, (*path, "level"), **params)
        else:
            lower = _too_early(approval, seen, levels)
            if lower:
                yield on_comment(comment, TOO_EARLY.code, (*path, "level"), **params, lower=lower)
            seen[level] = approval


def _too_early(approval: Approval, seen: Mapping[str, Approval], levels: tuple[str, ...]) -> str:
    """Return the level before that of an approval at which the decision was not approved by then."""
    for lower in levels[: levels.index(approval.level)]:
        before = seen.get(lower)
        if before is None:
            return lower
        if is_earlier(approval, before):
            return lower
    return ""


def _bound(comment: Comment, owners: Mapping[str, str]) -> Iterator[Finding]:
    """Yield the approvals that lack something, and those of another comment or of another decision."""
    stale = {approval.digest for approval in approvals_of(comment).stale}
    for path, approval in _approvals(comment):
        params = _params(comment, approval)
        missing = missing_keys(approval)
        if missing:
            params["keys"] = "、".join(missing)
            yield on_comment(comment, LACKING.code, path, **params)
        elif approval.digest in stale:
            other = owners.get(approval.digest or "")
            if other:
                yield on_comment(comment, COPIED.code, path, **params, other=other)
            else:
                yield on_comment(comment, CHANGED_SINCE.code, path, **params)


def _after_receipt(comment: Comment) -> Iterator[Finding]:
    """Yield the approvals of a comment that had not come in yet."""
    received = comment.received
    for path, approval in _approvals(comment):
        if is_before_receipt(approval, comment):
            params = _params(comment, approval) | {
                "day": approval.on or "",
                "received": received or "",
            }
            yield on_comment(comment, BEFORE_RECEIPT.code, (*path, "on"), **params)


UNKNOWN_LEVEL = RoundRule(
    code="P441",
    find=signed_off,
    while_writing=(Writing.DECISION,),
    message=N_("{id} is approved at “{level}”, which is no level of plan.yaml: {levels}."),
    hint=N_(
        "Mend the name, or write the level into plan/plan.yaml (approval: […]), from the first to the last."
    ),
    meaning=N_(
        "The levels at which decisions are signed off stand in plan.yaml under `approval`, in their "
        "order; their names are permanent. An approval at another level approves nothing."
    ),
)

TWICE = RoundRule(
    code="P442",
    find=signed_off,
    while_writing=(Writing.DECISION,),
    message=N_("{id} is approved at “{level}” twice."),
    hint=N_("Take one of them out: which of the two signed it?"),
    meaning=N_(
        "One level signs a decision once. Two approvals at one level often come from two branches "
        "that were merged."
    ),
)

TOO_EARLY = RoundRule(
    code="P443",
    find=signed_off,
    while_writing=(Writing.DECISION,),
    message=N_("{id} is approved at “{level}” before it is approved at “{lower}”."),
    hint=N_("Approve at that level first: plancli decide {id} --approve --level {lower}"),
    meaning=N_(
        "A decision goes up level by level, as plan.yaml has them under `approval`: at a level there is "
        "no approval before, or of an earlier day than, those of the levels below it. They stand in this "
        "order in the file, too."
    ),
)

CHANGED_SINCE = RoundRule(
    code="P444",
    find=signed_off,
    while_writing=(Writing.DECISION,),
    tells=True,
    message=N_("{id} was changed after it was approved at “{level}”."),
    hint=N_("Approve it anew: plancli decide {id} --approve"),
    meaning=N_(
        "An approval is bound to what was approved: the words of the unit, the place, the edits that it "
        "asks for, and the decision. One of them is not what it was: nothing is approved, and the decision "
        "is published as one that is only intended. `git log -p` of the file shows the change."
    ),
)

COPIED = RoundRule(
    code="P445",
    find=signed_off,
    while_writing=(Writing.DECISION,),
    tells=True,
    message=N_("The approval of {id} at “{level}” is that of {other}."),
    hint=N_("Nobody approved this one: plancli decide {id} --approve"),
    meaning=N_(
        "An approval was copied from one comment to another. It is bound to the comment for which it was "
        "given, and approves nothing here."
    ),
)

LACKING = RoundRule(
    code="P446",
    find=signed_off,
    while_writing=(Writing.DECISION,),
    tells=True,
    message=N_("The approval of {id} at “{level}” does not say: {keys}."),
    hint=N_("Write it with plancli decide {id} --approve --level {level} --by …"),
    meaning=N_(
        "An approval says who gave it (by), on which day (on), and of what (digest, which `plancli decide "
        "--approve` writes). Without one of them nothing is approved."
    ),
)

BEFORE_RECEIPT = RoundRule(
    code="P447",
    find=signed_off,
    message=N_("{id} was approved at “{level}” on {day}, and came in on {received} only."),
    hint=N_("Mend the day that is wrong."),
    meaning=N_("Nobody can approve the decision on a comment before it has come in."),
)

FUTURE = HistoryRule(
    code="P448",
    find=still_to_come,
    message=N_("{id} is approved at “{level}” on {day}, which is still to come."),
    hint=N_("Mend the day, or approve it on that day."),
    meaning=N_("An approval bears the day on which it was given, not one on which it is to hold."),
)

NOTHING_DECIDED = RoundRule(
    code="P449",
    find=signed_off,
    while_writing=(Writing.DECISION,),
    message=N_("{id} is approved, but its status is {status}: there is nothing to approve."),
    hint=N_("Decide it first: plancli decide {id} --status …"),
    meaning=N_(
        "A decision is approved once it is made. What waits for one, or was withdrawn by its unit, has none "
        "that somebody could approve."
    ),
)

FEWER = RoundRule(
    code="P456",
    find=fewer_levels,
    message=N_(
        "plan.yaml no longer requires approval at: {levels}. {draft} was circulated while it did."
    ),
    hint=N_(
        "Put the levels back under approval. Others hold from the next draft on: plancli freeze NAME "
        "--circulate"
    ),
    meaning=N_(
        "A draft remembers the levels at which decisions were to be signed off when it was frozen; they are "
        "in its digest. Whoever takes one out of plan.yaml would have published as adopted what nobody "
        "approved there. Until the next draft is circulated tables, letters and pages require it all the "
        "same."
    ),
)
