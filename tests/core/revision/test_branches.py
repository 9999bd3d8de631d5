"""Two branches joined: what holds for every draft, every set of comments, and what the office changed."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plancli.core.comments.record import Patch
from plancli.core.plan.digest import unprinted
from plancli.core.plan.model import Column, Paragraph, Section
from plancli.core.revision.branches import (
    Joined,
    Patches,
    Sections,
    clashes,
    disputed,
    fits,
    join,
    says_the_same,
    three_way,
    union,
)
from plancli.core.revision.three import Three
from tests.core.revision.test_revise import DRAFT, office, texts, wanted, with_office, workspace

STAND = unprinted(DRAFT)
MANY = settings().max_examples * 2 // 5


def split(record: Patches, random: Random) -> Three[Patches]:
    """Deal a record out to the base and two branches."""
    home = {name: random.choice(("base", "ours", "theirs", "both")) for name in record}
    return Three(
        {name: record[name] for name in record if home[name] == "base"},
        {name: record[name] for name in record if home[name] != "theirs"},
        {name: record[name] for name in record if home[name] != "ours"},
    )


def plans_of(records: Three[Patches]) -> Three[Sections]:
    return Three(*(workspace().revise(record).sections for record in records))


@settings(max_examples=MANY)
@given(wanted, st.randoms())
def test_branches_give_what_all_their_comments_give_together(
    patches: dict[str, Patch], random: Random
) -> None:
    together = workspace().revise(patches)
    records = split(together.record, random)
    joined = join(workspace(), plans_of(records), records)
    assert joined.conflicts == ()
    assert joined.ours == joined.theirs == together.sections


@settings(max_examples=MANY)
@given(wanted, wanted, office(), office(), office())
def test_it_is_the_same_from_either_side(
    one: dict[str, Patch],
    other: dict[str, Patch],
    before: dict[str, str],
    ours: dict[str, str],
    theirs: dict[str, str],
) -> None:
    records: Three[Patches] = Three(
        {}, workspace().revise(one).record, workspace().revise(other).record
    )
    texts_of = ({**before, **ours}, {**before, **theirs})
    plans = Three(
        with_office(STAND, before),
        *(
            with_office(plan, own)
            for plan, own in zip(plans_of(records)[1:], texts_of, strict=True)
        ),
    )
    joined = join(workspace(), plans, records)
    turned = join(
        workspace(),
        Three(plans.base, plans.theirs, plans.ours),
        Three(records.base, records.theirs, records.ours),
    )
    assert {s.key: texts((s,)) for s in joined.ours} == {s.key: texts((s,)) for s in turned.theirs}
    assert {s.key: texts((s,)) for s in joined.theirs} == {s.key: texts((s,)) for s in turned.ours}


@settings(max_examples=MANY)
@given(wanted, wanted, office())
def test_a_branch_on_which_nothing_happened_changes_nothing(
    before: dict[str, Patch], more: dict[str, Patch], own: dict[str, str]
) -> None:
    base = workspace().revise(before)
    space = workspace(base.record, base.sections)
    after = space.revise({**base.record, **more})
    plan = with_office(after.sections, own)
    records: Three[Patches] = Three(base.record, after.record, base.record)
    joined = join(workspace(), Three(base.sections, plan, base.sections), records)
    assert joined.ours == plan


@given(office(), office())
def test_what_the_office_changed_apart_merges_and_what_touches_stays_on_its_side(
    ours: dict[str, str], theirs: dict[str, str]
) -> None:
    plans = Three(STAND, with_office(STAND, ours), with_office(STAND, theirs))
    joined = three_way(plans, plans)
    for name in {*ours, *theirs}:
        one, other = texts(joined.ours)[name], texts(joined.theirs)[name]
        if one != other:
            assert (one, other) == (ours[name], theirs[name])
        elif name not in theirs:
            assert one == ours[name]


def test_a_number_changed_on_both_sides_is_never_mixed() -> None:
    plans = Three(
        *(with_office(STAND, {"z1": f"建设{number}座平台。"}) for number in ("3", "35", "43"))
    )
    joined = three_way(plans, plans)
    assert (texts(joined.ours)["z1"], texts(joined.theirs)["z1"]) == (
        "建设35座平台。",
        "建设43座平台。",
    )


def test_records_are_merged_comment_by_comment() -> None:
    one, two, three = (Patch.model_validate({"edits": [{"delete": words}]}) for words in "一二三")
    records: Three[Patches] = Three(
        {"甲-1": one, "乙-1": one, "丙-1": one, "丁-1": one},
        {"甲-1": two, "丙-1": one, "丁-1": two, "戊-1": one},
        {"甲-1": one, "乙-1": one, "丁-1": three, "己-1": two},
    )
    assert union(records, records.ours) == {"甲-1": two, "丁-1": two, "戊-1": one, "己-1": two}
    assert union(records, records.theirs) == {"甲-1": two, "丁-1": three, "戊-1": one, "己-1": two}
    assert disputed(records) == ["丁-1"]


def test_a_paragraph_that_left_for_a_file_of_one_branch_does_not_fit() -> None:
    """Ours changes 2.1, theirs moves it to another section: git takes that section as theirs."""
    moved = Paragraph(id="2.1", text="加强组织领导,落实责任。", units=("甲局", "乙局"))
    theirs = (
        *STAND[:2],
        STAND[2].model_copy(update={"body": ()}),
        STAND[3].model_copy(update={"body": (*STAND[3].body, moved)}),
    )
    plans = Three(STAND, with_office(STAND, {"2.1": "切实加强组织领导,落实责任。"}), theirs)
    joined = three_way(plans, plans)
    wrongly = (
        *theirs[:3],
        with_office((theirs[3],), {"2.1": "切实加强组织领导,落实责任。"})[0],
    )
    assert not fits(plans, wrongly, "第二章")
    assert fits(plans, wrongly, "第一章")
    assert texts(joined.ours)["2.1"].startswith("切实")


def test_a_paragraph_that_one_branch_moved_fits_as_that_branch_has_it() -> None:
    moved = Paragraph(id="2.1", text="加强组织领导,落实责任。", units=("甲局", "乙局"))
    after = (
        *STAND[:2],
        STAND[2].model_copy(update={"body": ()}),
        STAND[3].model_copy(update={"body": (*STAND[3].body, moved)}),
    )
    for plans in (Three(STAND, STAND, after), Three(STAND, after, STAND)):
        assert fits(plans, after, "第二章")
        assert not fits(plans, STAND, "第二章")


def test_what_a_section_says_has_its_titles() -> None:
    part = Column(column="专栏1", title="重点", items=(Paragraph(id="1", text="甲。"),))
    one = Section(key="一", title="题", body=(part,))
    assert says_the_same(one, one.model_copy())
    assert not says_the_same(one, one.model_copy(update={"title": "改题"}))
    for change in ({"title": "改"}, {"items": (Paragraph(id="1", text="乙。"),)}):
        other = part.model_copy(update=change)
        assert not says_the_same(one, one.model_copy(update={"body": (other,)}))


def test_what_a_section_says_has_its_units_headings_and_order() -> None:
    parts = (
        Paragraph(id="1", heading="题", text="甲。", units=("甲局", "乙局")),
        Paragraph(id="2", text="乙。"),
    )
    one = Section(key="一", title="题", body=parts)
    for body in (
        parts[::-1],
        parts[:1],
        (parts[0].model_copy(update={"units": ("乙局", "甲局")}), parts[1]),
        (parts[0].model_copy(update={"heading": "改"}), parts[1]),
        (parts[0].model_copy(update={"id": "3"}), parts[1]),
    ):
        assert not says_the_same(one, one.model_copy(update={"body": body}))
    assert not says_the_same(one, one.model_copy(update={"key": "二"}))


# --- comments that cannot all stand ------------------------------------------------------------------------


def patch(**edit: object) -> Patch:
    """Return a comment with one edit; `wording` and `within` stand for with and in."""
    words = {"wording": "with", "within": "in"}
    return Patch.model_validate(
        {"edits": [{words.get(key, key): value for key, value in edit.items()}]}
    )


THREE, FOUR = (patch(replace="2万个", wording=f"{number}万个") for number in "34")
LEAD = patch(replace="加强组织领导", wording="切实加强组织领导")


def joined_of(records: Three[Patches], *own: dict[str, str]) -> Joined:
    """Join branches on which the office changed some texts too."""
    offices = own or ({}, {})
    plans = (
        with_office(plan, own) for plan, own in zip(plans_of(records)[1:], offices, strict=True)
    )
    return join(workspace(), Three(plans_of(records).base, *plans), records)


def test_where_comments_collide_each_side_keeps_its_own_and_elsewhere_both_stand() -> None:
    both = Patch(edits=(*FOUR.edits, *LEAD.edits))
    joined = joined_of(Three({}, {"甲-1": THREE}, {"乙-1": both}))
    (conflict,) = joined.conflicts
    assert (conflict.place, conflict.authors) == ("1.1", ("甲-1", "乙-1"))
    one, other = texts(joined.ours), texts(joined.theirs)
    assert ("3万个" in one["1.1"], "4万个" in other["1.1"]) == (True, True)
    assert one["2.1"] == other["2.1"] == "切实加强组织领导,落实责任。"


def test_what_the_office_added_beside_a_conflict_is_carried_to_the_same_words() -> None:
    """Behind which of several 管理 it stands is known from what each comment changed."""
    one = patch(rewrite="1.2", wording="加强管理,方管理,众。加强管理,完善机制。")
    other = patch(rewrite="1.2", wording="加管理,加强管理,完善机制。")
    own = {"1.2": "加管理加强,加强管理,完善机制。"}
    joined = joined_of(Three({}, {"甲-1": one}, {"乙-1": other}), {}, own)
    assert texts(joined.ours)["1.2"] == "加强管理加强,方管理,众。加强管理,完善机制。"
    assert texts(joined.theirs)["1.2"] == own["1.2"]


def test_a_comment_of_both_branches_stands_against_one_that_came_later() -> None:
    """The record of one branch may hold both: a conflict that was settled by hand."""
    records: Three[Patches] = Three({"甲-1": THREE}, {"甲-1": THREE}, {"甲-1": THREE, "乙-1": FOUR})
    joined = join(workspace(), plans_of(records), records)
    assert "3万个" in texts(joined.ours)["1.1"]


def test_a_conflict_that_only_their_wording_of_a_comment_has_is_told() -> None:
    """Both branches recorded 丙-1, each otherwise; only as they have it does it collide with ours."""
    one, other = {"甲-1": THREE, "丙-1": LEAD}, {"丙-1": FOUR}
    for ours, theirs in ((one, other), (other, one)):
        joined = joined_of(Three({}, ours, theirs))
        assert [conflict.authors for conflict in joined.conflicts] == [("甲-1", "丙-1")]


def test_a_paragraph_that_one_branch_removes_and_one_changes_is_in_conflict_as_a_whole() -> None:
    gone, changed = patch(remove="1.2"), patch(replace="方便群众", wording="服务群众")
    joined = joined_of(Three({}, {"甲-1": gone}, {"乙-1": changed}))
    assert joined.conflicts
    assert "1.2" not in texts(joined.ours)
    assert texts(joined.theirs)["1.2"] == "加强管理,服务群众。加强管理,完善机制。"


def test_a_paragraph_that_a_comment_removes_and_the_office_changes_stays_on_its_side() -> None:
    records: Three[Patches] = Three({}, {}, {"甲-1": patch(remove="1.2")})
    joined = joined_of(records, {"1.2": "加强管理,服务群众。"}, {})
    assert texts(joined.ours)["1.2"] == "加强管理,服务群众。"
    assert "1.2" not in texts(joined.theirs)


def test_a_clash_names_the_comments_of_each_side_alone() -> None:
    shared = patch(replace="推进公交建设", wording="加快公交建设")
    records: Three[Patches] = Three(
        {"丙-1": shared}, {"丙-1": shared, "甲-1": THREE}, {"丙-1": shared, "乙-1": FOUR}
    )
    versions = Three(*(plan[1] for plan in plans_of(records)))
    (clash,) = clashes(workspace(), versions, records)
    assert (clash.place, clash.by) == ("1.1", (("甲-1",), ("乙-1",)))
    assert ("2万个" in clash.base, "3万个" in clash.ours, "4万个" in clash.theirs) == (
        True,
        True,
        True,
    )


@pytest.mark.parametrize(
    ("titles", "clash"),
    [
        (("渡口", "渡口", "渡口"), False),
        (("渡口", "码头", "渡口"), False),
        (("渡口", "渡口", "码头"), False),
        (("渡口", "码头", "码头"), False),
        (("渡口", "码头", "驳岸"), True),
    ],
)
def test_a_title_clashes_where_both_branches_changed_it_otherwise(
    titles: tuple[str, str, str], clash: bool
) -> None:
    sections = Three(*(Section(key="一", title=title) for title in titles))
    columns = Three(
        *(
            Section(key="一", title="水运", body=(Column(column="专栏1", title=title),))
            for title in titles
        )
    )
    for versions, place in ((sections, "一"), (columns, "一/专栏1")):
        plans = Three(*((version,) for version in versions))
        joined = three_way(plans, plans)
        sides = Three(versions.base, joined.ours[0], joined.theirs[0])
        told = [tuple(one)[:4] for one in clashes(None, sides, Three({}, {}, {}))]
        assert told == ([(place, *titles)] if clash else [])
