"""What the public sees of persons: the family name, and nothing that tells one from another by name."""

import inspect
from datetime import date

import pytest

from plancli.core.comments.approval import approvals_of, approved_at
from plancli.core.comments.comment import Cited, Comment, Decision, Item, Waiver
from plancli.core.comments.edits import Delete
from plancli.core.comments.status import Status
from plancli.core.plan.manifest import DraftingNote, Frozen, Reply, Unit, UnitKind
from plancli.core.publish.masking import pseudonyms, public
from plancli.core.revision.revise import Workspace
from plancli.core.rounds.round import Round
from plancli.core.rounds.settlements import patch_of
from tests.core.ferry import comment, manifest, round_of


def person(name: str, channel: str | None = None) -> Unit:
    return Unit(name=name, kind=UnitKind.PERSON, channel=channel)


@pytest.mark.parametrize(
    ("roster", "shown"),
    [
        ([person("朱明")], {"朱明": "朱**"}),
        ([person("朱明"), person("朱明华")], {"朱明": "朱**", "朱明华": "朱**[2]"}),
        (
            [person("朱明"), person("王平"), person("朱军"), person("朱亮")],
            {"朱明": "朱**", "王平": "王**", "朱军": "朱**[2]", "朱亮": "朱**[3]"},
        ),
        (
            [person("朱明", "网站"), person("朱军", "来信"), person("朱亮", "网站")],
            {"朱明": "朱**（网站）", "朱军": "朱**（来信）", "朱亮": "朱**（网站）[2]"},
        ),
        ([person("朱明"), person("朱军", "来信")], {"朱明": "朱**", "朱军": "朱**（来信）"}),
        ([person("朱")], {}),
        ([Unit(name="水运站"), Unit(name="村民", kind=UnitKind.PUBLIC)], {}),
    ],
)
def test_a_person_is_a_family_name_and_a_number_where_two_look_alike(
    roster: list[Unit], shown: dict[str, str]
) -> None:
    assert pseudonyms(manifest(*roster)) == shown


ROSTERS = [
    [person("朱明"), person("朱明华"), Unit(name="水运站", channel="公函")],
    [person("朱明华"), person("朱明"), Unit(name="水运站", channel="公函")],
]


def published(*comments: Comment, roster: list[Unit]) -> Round:
    return public(round_of(*comments, roster=manifest(*roster)))


@pytest.mark.parametrize("roster", ROSTERS)
def test_a_longer_name_is_hidden_whole_whoever_stands_first(roster: list[Unit]) -> None:
    words = "朱明华说,朱明也说:朱明家门前有坑。"
    shown = published(comment("水运站-01", opinion=words), roster=roster)
    assert shown.comments["水运站-01"].opinion == "朱**说,朱**也说:朱**家门前有坑。"


def test_ids_and_units_follow_the_name() -> None:
    shown = published(comment("朱明-01"), comment("朱明华-01"), roster=ROSTERS[0])
    assert [(c.id, c.unit) for c in shown.comments.values()] == [
        ("朱**-01", "朱**"),
        ("朱**[2]-01", "朱**[2]"),
    ]
    assert list(shown.comments) == ["朱**-01", "朱**[2]-01"]
    assert [unit.name for unit in shown.manifest.units] == ["朱**", "朱**[2]", "水运站"]


def test_an_id_that_only_begins_like_a_person_stays() -> None:
    roster = [person("朱明"), Unit(name="朱明堂村委会")]
    shown = published(comment("朱明堂村委会-01"), roster=roster)
    assert list(shown.comments) == ["朱明堂村委会-01"]


def test_what_is_for_the_office_is_left_out_and_what_is_published_is_kept() -> None:
    whole = comment(
        "朱明-01",
        Delete(delete="夜间停航。"),
        status="不采纳",
        at=Cited(cites="朱明家门前第1章", section="第一章"),
        opinion="朱明建议夜航。",
        reply="朱明的意见已研究。",
        reason="朱明所述与水运条例不符。",
        into="朱明华-01",
        settles=("朱明华-02",),
        note="朱明电话催问",
        handler="朱明华",
        letter="第7号",
        received="2021-03-01",
        topic="航行",
        waivers=(Waiver(rule="P404", reason="当面说过"),),
    )
    (shown,) = published(whole, roster=ROSTERS[0]).comments.values()
    assert shown == Comment(
        id="朱**-01",
        unit="朱**",
        at=Cited(cites="朱**家门前第1章", section="第一章"),
        opinion="朱**建议夜航。",
        topic="航行",
        edits=(Delete(delete="夜间停航。"),),
        decision=Decision(
            status=Status.REJECTED,
            reply="朱**的意见已研究。",
            reason="朱**所述与水运条例不符。",
            into="朱**[2]-01",
            settles=("朱**[2]-02",),
        ),
    )


def test_the_points_of_a_compound_comment_are_hidden_too() -> None:
    decision = Decision(status=Status.EXPLAINED, reason="朱明已知悉。")
    whole = Comment(
        id="朱明-01",
        unit="朱明",
        opinion="朱明两点建议。",
        items=(
            Item(opinion="朱明的其一。", at=Cited(cites="朱明家旁"), decision=decision),
            Item(opinion="其二。"),
        ),
    )
    shown = published(whole, roster=ROSTERS[0])
    (compound,) = shown.compounds.values()
    assert list(shown.compounds) == ["朱**-01"]
    one, other = compound.items
    assert (one.opinion, one.decision.reason) == ("朱**的其一。", "朱**已知悉。")
    assert one.at == Cited(cites="朱**家旁")
    assert (other.at, other.opinion) == (None, "其二。")
    assert [(c.id, c.part_of) for c in shown.comments.values()] == [
        ("朱**-01.1", "朱**-01"),
        ("朱**-01.2", "朱**-01"),
    ]


def test_the_record_and_the_manifest_follow() -> None:
    one = comment("朱明-01", Delete(delete="夜间停航。"))
    frozen = Frozen(name="征求意见稿", digest="x", replies={"朱明": Reply.COMMENTS})
    note = DraftingNote(paragraph="1.1", reason="朱明来电更正")
    roster = manifest(*ROSTERS[0], drafts=(frozen,), notes=(note,))
    shown = public(round_of(one, recorded={"朱明-01": patch_of(one)}, roster=roster))
    assert shown.workspace.recorded == {"朱**-01": patch_of(one)}
    assert shown.manifest.drafts[0].replies == {"朱**": Reply.COMMENTS}
    assert shown.manifest.notes[0].reason == "朱**来电更正"
    assert shown.manifest.units[2] == Unit(name="水运站", channel="公函")


def test_that_a_decision_is_approved_stays_and_who_approved_it_goes() -> None:
    one = comment("朱明-01", Delete(delete="夜间停航。"), status="不采纳")
    held = approved_at(one, "局", ("局",), by="方工", on="2026-05-06")
    stale = held[0].model_copy(update={"level": "科", "digest": "0" * 16})
    lacking = held[0].model_copy(update={"level": "组", "by": None})
    decision = one.decision.model_copy(update={"approved": (*held, stale, lacking)})
    signed_off = one.model_copy(update={"decision": decision})
    (shown,) = published(signed_off, roster=ROSTERS[0]).comments.values()
    approvals = approvals_of(shown)
    assert [approval.level for approval in approvals.holding] == ["局"]
    assert [approval.level for approval in approvals.stale] == ["科"]
    assert "方工" not in repr(shown)
    assert "2026-05-06" not in repr(shown)


def test_all_that_is_no_word_of_a_person_stays_known() -> None:
    told = comment("水运站-01", Delete(delete="夜间停航。"), status="采纳")
    whole = round_of(told, roster=manifest(*ROSTERS[0]))
    known = whole.workspace
    workspace = Workspace(
        known.draft.with_cover,
        known.paper,
        {},
        ["水运站-01"],
        {"第一章": "第二章"},
        {"1.1": ("表1",)},
    )
    found = Round(
        whole.manifest,
        whole.drafts,
        whole.comments,
        workspace,
        whole.draft,
        "送审稿",
        whole.compounds,
        date(2026, 3, 4),
        {"figures/渡口.png"},
        {"figures/船.png": "sha256:0"},
    )
    shown = public(found)
    masked = {"manifest", "comments", "workspace", "compounds"}
    for name in inspect.signature(Round).parameters.keys() - masked:
        assert getattr(shown, name) == getattr(found, name), name
    for name in ("paper", "numbers", "left"):
        assert getattr(shown.workspace, name) == getattr(workspace, name), name
