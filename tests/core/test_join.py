"""Two branches joined: what holds for every draft, every set of comments, and what the office changed."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from plancli.core.comment import Patch
from plancli.core.freeze import unprinted
from plancli.core.join import Record, Sections, disputed, fits, join, says_the_same, three_way, union
from plancli.core.model import Column, Paragraph, Section
from plancli.core.three import Three
from tests.core.test_revise import DRAFT, office, texts, wanted, with_office, workspace

STAND = unprinted(DRAFT)
MANY = settings().max_examples * 2 // 5


def split(record: Record, random: Random) -> Three[Record]:
    """Deal a record out to the base and two branches."""
    home = {name: random.choice(("base", "ours", "theirs", "both")) for name in record}
    return Three(
        {name: record[name] for name in record if home[name] == "base"},
        {name: record[name] for name in record if home[name] != "theirs"},
        {name: record[name] for name in record if home[name] != "ours"},
    )


def plans_of(records: Three[Record]) -> Three[Sections]:
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
    records: Three[Record] = Three({}, workspace().revise(one).record, workspace().revise(other).record)
    texts_of = ({**before, **ours}, {**before, **theirs})
    plans = Three(
        with_office(STAND, before),
        *(with_office(plan, own) for plan, own in zip(plans_of(records)[1:], texts_of, strict=True)),
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
    records: Three[Record] = Three(base.record, after.record, base.record)
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
    plans = Three(*(with_office(STAND, {"z1": f"建设{number}座平台。"}) for number in ("3", "35", "43")))
    joined = three_way(plans, plans)
    assert (texts(joined.ours)["z1"], texts(joined.theirs)["z1"]) == ("建设35座平台。", "建设43座平台。")


def test_records_are_merged_comment_by_comment() -> None:
    one, two, three = (Patch.model_validate({"edits": [{"delete": words}]}) for words in "一二三")
    records: Three[Record] = Three(
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
        STAND[0],
        STAND[1].model_copy(update={"body": ()}),
        STAND[2].model_copy(update={"body": (*STAND[2].body, moved)}),
    )
    plans = Three(STAND, with_office(STAND, {"2.1": "切实加强组织领导,落实责任。"}), theirs)
    joined = three_way(plans, plans)
    wrongly = (theirs[0], theirs[1], with_office((theirs[2],), {"2.1": "切实加强组织领导,落实责任。"})[0])
    assert not fits(plans, wrongly, "第二章")
    assert fits(plans, wrongly, "第一章")
    assert texts(joined.ours)["2.1"].startswith("切实")


def test_what_a_section_says_leaves_out_titles_and_sources() -> None:
    part = Column(column="专栏1", title="重点", items=(Paragraph(id="1", text="甲。"),))
    one = Section(key="一", title="题", body=(part,))
    assert says_the_same(one, one.model_copy(update={"title": "改题"}))
    assert says_the_same(one, one.model_copy(update={"body": (part.model_copy(update={"title": "改"}),)}))
    other = part.model_copy(update={"items": (Paragraph(id="1", text="乙。"),)})
    assert not says_the_same(one, one.model_copy(update={"body": (other,)}))
