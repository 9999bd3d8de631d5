"""What is compared with a base, and of every other key why a branch takes nothing away with it."""

from typing import Any

import pytest

from plancli.core.check.against import PlanAt, taken_away
from plancli.core.comments.comment import Comment, Decision
from plancli.core.comments.record import Record, RecordedRound
from plancli.core.plan.manifest import Frozen, Manifest
from plancli.core.plan.model import Figure, Section, Table

READING = "other words are seen by check: the draft and the record say what they were"
PRINTED = "it says how something is printed or sent, and check proves nothing by it"
OWN = "for the drafting office alone; nothing is proved by it"
CHECKED = "check compares it with other files of the branch that are compared here"

COMPARED: dict[type, set[str]] = {
    Manifest: {"approval", "rules", "totals", "numbering", "units", "drafts", "draft"},
    Frozen: {"name", "digest", "date", "deadline", "replies", "mended"},
    Table: {"sums", "shares", "joined"},
    Record: {"earlier", "pictures"},
    Comment: {
        *("id", "opinion", "units", "received", "letter", "attachments", "waivers"),
        *("unit", "draft", "at", "edits", "carried", "decision", "items", "part_of"),
    },
    Decision: {"status", "reply", "reason", "edits", "already", "settles", "into", "approved"},
}
NOT_COMPARED: dict[type, dict[str, str]] = {
    Manifest: {
        "format": "an older form is refused where its files say more",
        "title": "an edit of the plan: P405",
        "issuer": PRINTED,
        "language": PRINTED,
        "separator": PRINTED,
        "punctuation": PRINTED,
        "sections": "a section that goes is an unexplained change: P405",
        "deadline": "it moves with the consultation; that of a closed round is kept with its draft",
        "notes": "one that goes leaves its change unexplained (P405), a loose one is told (P417)",
        "aliases": "a name that nobody on the roster has is told",
        "authors": "only files that are taken in are read with it",
        "tables": PRINTED,
        "letters": PRINTED,
    },
    Frozen: {},
    Table: {
        "table": READING,
        "number": READING,
        "title": READING,
        "unit": READING,
        "columns": READING,
        "rows": READING,
        "notes": READING,
    },
    Record: {
        "draft": CHECKED,
        "comments": CHECKED,
        "renumbered": CHECKED,
        "typed": "only how a line was typed: what it says is compared with the draft",
        "files": "only how a file was typed: what it says is compared with the draft",
        "left": "only what is renumbered later is read with it, and the references are told again",
    },
    Comment: {
        "read": OWN,
        "topic": OWN,
        "handler": OWN,
        "note": OWN,
        "source": OWN,
        "blacken": "private data that is not black refuses what is published",
    },
    Decision: {},
}


@pytest.mark.parametrize("model", COMPARED, ids=lambda model: model.__name__)
def test_each_key_is_compared_or_there_is_a_reason_why_not(model: Any) -> None:
    """Whoever adds a key decides what it means that a branch takes it out."""
    assert COMPARED[model] | NOT_COMPARED[model].keys() == set(model.model_fields)
    assert not COMPARED[model] & NOT_COMPARED[model].keys()


def state(**keys: Any) -> PlanAt:
    """Return a plan of the harbours, as plan.yaml and the other files have it."""
    manifest = {"title": "港口规划", "issuer": "港务局", "sections": ["一"], **keys}
    return PlanAt(Manifest.model_validate(manifest), {}, (), {}, Record())


def codes(base: PlanAt, branch: PlanAt) -> list[str]:
    return [str(finding.code) for finding in taken_away(base, branch)]


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ({"approval": ["处"]}, {"approval": ["处", "局"]}, []),
        ({"approval": ["处", "局"]}, {"approval": ["处", "室", "局"]}, []),
        ({"approval": ["处", "局"]}, {"approval": ["局", "处"]}, ["P602"]),
        ({}, {"rules": {"P405": "warning"}}, ["P604"]),
        ({"rules": {"P405": "note"}}, {"rules": {"P405": "warning"}}, []),
        ({"rules": {"P508": "error"}}, {}, ["P604"]),
        ({"rules": {"P405": "off"}}, {"rules": {"P405": "off"}}, []),
        ({"totals": {"units": "3"}}, {"totals": {"units": "4", "comments": "9"}}, []),
        ({"totals": {"statuses": {"采纳": "2"}}}, {"totals": {"statuses": {}}}, ["P613"]),
        ({"numbering": {"chapter": "第{一}章"}}, {}, ["P613"]),
        (
            {"numbering": {"project": "{1}", "per": {"project": "chapter"}}},
            {"numbering": {"project": "{1}"}},
            ["P613"],
        ),
        ({"units": [{"name": "航道处"}]}, {"units": [{"name": "航道处", "reply": "无意见"}]}, []),
        ({"units": [{"name": "航道处"}]}, {"units": [{"name": "引航站"}]}, ["P613"]),
    ],
)
def test_less_is_told_and_more_is_not(
    before: dict[str, Any], now: dict[str, Any], expected: list[str]
) -> None:
    assert codes(state(**before), state(**now)) == expected
    assert codes(state(**now), state(**now)) == []


def frozen(name: str = "初稿", **keys: Any) -> dict[str, Any]:
    return {"name": name, "digest": "sha256:00", **keys}


MENDED = {"part": "1", "change": "[-岸-]{+港+}", "reason": "录入有误。", "before": "sha256:00"}


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (frozen(), frozen(digest="sha256:11"), ["P606"]),
        (frozen(), frozen(digest="sha256:11", mended=[MENDED]), ["P607"]),
        (
            frozen(),
            frozen(digest="sha256:11", mended=[{**MENDED, "before": "sha256:22"}]),
            ["P606"],
        ),
        (frozen(digest="sha256:11", mended=[MENDED]), frozen(digest="sha256:11"), ["P606"]),
        (frozen(), frozen("另一稿"), ["P606"]),
        (
            frozen(replies={"航道处": "无意见"}),
            frozen(replies={"航道处": "未回复"}, digest="sha256:11", mended=[MENDED]),
            ["P606", "P607"],
        ),
    ],
)
def test_a_draft_is_what_it_was_in_the_base(
    before: dict[str, Any], now: dict[str, Any], expected: list[str]
) -> None:
    assert codes(state(drafts=[before]), state(drafts=[now])) == expected


def test_comments_cite_no_earlier_draft_again() -> None:
    drafts = [frozen(mended=[]), frozen("送审稿")]
    base = state(drafts=drafts, draft="送审稿")
    again = state(drafts=drafts, draft="初稿")
    assert [one.params["problem"] for one in taken_away(base, again)].count(
        "comments do not cite it any more"
    ) == 1
    later = state(drafts=[*drafts, frozen("报批稿")], draft="报批稿")
    assert "comments do not cite it any more" not in str(taken_away(base, later))


def test_a_closed_round_is_recorded_as_it_was() -> None:
    closed = RecordedRound(draft="初稿", renumbered={"一": "二"})
    base = state()._replace(record=Record(earlier=(closed,)))
    assert codes(base, base) == []
    assert codes(base, state()) == ["P612"]
    other = closed.model_copy(update={"renumbered": {}})
    assert codes(base, state()._replace(record=Record(earlier=(other,)))) == ["P612"]
    more = Record(earlier=(closed, RecordedRound(draft="送审稿")))
    assert codes(base, state()._replace(record=more)) == []


def test_a_picture_in_the_plan_keeps_its_digest() -> None:
    record = Record.model_validate({"pictures": {"figures/图1.png": f"sha256:{'0' * 64}"}})
    shown = (Section(key="一", title="港", body=(Figure(image="figures/图1.png"),)),)
    base = state()._replace(record=record, sections=shown)
    assert codes(base, base._replace(record=Record())) == ["P613"]
    assert codes(base, base._replace(record=Record(), sections=())) == []
    other = Record.model_validate({"pictures": {"figures/图1.png": f"sha256:{'1' * 64}"}})
    assert codes(base, base._replace(record=other)) == ["P613"]


def comment(**keys: Any) -> Comment:
    given = {"id": "航道处-01", "unit": "航道处", "opinion": "建议缓建。", **keys}
    return Comment.model_validate(given)


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ({}, {"decision": {"status": "采纳"}}, []),
        ({"topic": ["航道"]}, {"topic": ["码头"], "note": "已核。", "handler": "王敏"}, []),
        ({"decision": {"status": "采纳"}}, {}, ["P610"]),
        ({"draft": "初稿"}, {"decision": {"status": "采纳"}, "draft": "初稿"}, ["P609"]),
        ({"draft": "初稿"}, {"draft": "送审稿"}, ["P609"]),
        ({"draft": "初稿"}, {"draft": "送审稿", "carried": [{"draft": "初稿"}]}, []),
        ({"received": "2026-03-01"}, {"received": "2026-03-09"}, ["P608"]),
        ({}, {"received": "2026-03-09"}, []),
        ({"attachments": ["来函.pdf"]}, {}, ["P608"]),
        ({"opinion": "建议缓建。"}, {"opinion": "建议建。"}, ["P608"]),
    ],
)
def test_a_comment_keeps_its_words_and_what_was_published(
    before: dict[str, Any], now: dict[str, Any], expected: list[str]
) -> None:
    closed = Record(earlier=(RecordedRound(draft="初稿"),))
    base = state()._replace(record=closed, comments={"航道处-01": comment(**before)})
    branch = base._replace(comments={"航道处-01": comment(**now)})
    assert codes(base, branch) == expected
