"""A small round of comments as values: a plan about a ferry, for tests that need no files."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from plancli.core.check.check import audit
from plancli.core.comments.comment import Comment, Decision
from plancli.core.comments.edits import Edit
from plancli.core.comments.record import Patch
from plancli.core.comments.status import Status
from plancli.core.plan.manifest import Manifest, Unit
from plancli.core.plan.model import Column, Draft, Paragraph, Section
from plancli.core.revision.revise import Workspace
from plancli.core.rounds.round import Consultation, Round

SECTIONS = (
    Section(
        key="第一章",
        title="渡口",
        body=(
            Paragraph(
                id="1.1",
                heading="码头",
                text="修缮东岸码头2座。添置救生衣60件。",
                units=("水运站", "安监站"),
            ),
            Paragraph(id="1.2", text="汛期每日巡查。夜间停航。", units=("安监站",)),
            Column(column="专栏1", title="船只", items=(Paragraph(id="1.3", text="木船3艘。"),)),
        ),
    ),
    Section(key="第二章", title="保障", body=(Paragraph(id="2.1", text="安排经费12万元。"),)),
)
UNITS = ("水运站", "安监站", "林业站")


def comment(name: str, *edits: Edit, status: str = "采纳", **more: Any) -> Comment:
    """Return a comment; what a decision has (reply, reason, edits, settles, into) goes there."""
    of_decision = {key: more.pop(key) for key in list(more) if key in Decision.model_fields}
    if "adopted" in more:
        of_decision["edits"] = more.pop("adopted")
    decision = Decision(status=Status(status), **of_decision)
    unit = more.pop("unit", name.rpartition("-")[0])
    known = {"opinion": "请改。", **more}
    return Comment(id=name, unit=unit, edits=edits, decision=decision, **known)


def by_id(*comments: Comment) -> dict[str, Comment]:
    return {one.id: one for one in comments}


def manifest(*units: Unit, **more: Any) -> Manifest:
    roster = units or tuple(Unit(name=name) for name in UNITS)
    return Manifest(
        title="渡口规划", issuer="镇政府", sections=("第一章", "第二章"), units=roster, **more
    )


def round_of(
    *comments: Comment,
    sections: tuple[Section, ...] = SECTIONS,
    plan: tuple[Section, ...] | None = None,
    recorded: Mapping[str, Patch] | None = None,
    roster: Manifest | None = None,
) -> Round:
    """Return the open round of these comments, a compound one whole; the plan is by default the draft."""
    parts = by_id(*(part for whole in comments for part in whole.parts))
    draft = Draft(draft="征求意见稿", sections=sections)
    workspace = Workspace(sections, plan or sections, recorded or {}, list(parts))
    compounds = by_id(*(whole for whole in comments if whole.items))
    return Round(
        roster or manifest(), {draft.draft: draft}, parts, workspace, draft, compounds=compounds
    )


def of_closed(*comments: Comment, recorded: Mapping[str, Patch] | None = None) -> Round:
    """Return the round as it is when a later draft was circulated."""
    open_ = round_of(*comments, recorded=recorded)
    return Round(
        open_.manifest,
        {**open_.drafts, "送审稿": Draft(draft="送审稿", sections=SECTIONS)},
        open_.comments,
        open_.workspace,
        open_.draft,
        "送审稿",
    )


def applied(*comments: Comment, sections: tuple[Section, ...] = SECTIONS) -> Round:
    """Return the round of these comments with all that is due in the text."""
    before = round_of(*comments, sections=sections)
    after = before.workspace.revise(before.due)
    return round_of(*comments, sections=sections, plan=after.sections, recorded=after.record)


def told(code: str, *rounds: Round, today: str = "2021-01-01") -> list[dict[str, str]]:
    """Return what `check` says with a code, the parameters of each message."""
    findings = audit(Consultation(rounds, date.fromisoformat(today)))
    return [dict(finding.params) for finding in findings if finding.code == code]
