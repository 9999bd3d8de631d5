"""An edit that holds everywhere: one change for each place, taken and taken out again as a whole."""

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from plancli.core.comments.edits import ChangeUnits, Delete, Edit, FrozenPlace, Insert, Replace
from plancli.core.comments.record import Patch
from plancli.core.locate.corpus import Corpus
from plancli.core.locate.everywhere import list_places
from plancli.core.plan.model import Paragraph, Section
from plancli.core.revision.revise import Outcome, Workspace
from plancli.core.rounds.round import Round
from tests.core.ferry import SECTIONS, applied, comment, round_of, told

HALT = Replace(replace="码头", wording="渡口", everywhere=True)


def frozen(edit: Replace, sections: tuple[Section, ...] = SECTIONS, **waived: str) -> Replace:
    """Return an edit with its places in the draft; `waived` gives reasons by field."""
    found = list_places(Corpus(sections), edit, "已是").edit
    places: list[FrozenPlace] = []
    for place in found.places or ():
        reason = waived.get(place.field, place.waived)
        places.append(place.model_copy(update={"waived": reason}))
    return found.model_copy(update={"places": tuple(places)})


def said(round_: Round, key: str) -> str:
    paragraph = round_.plan.spots[key].paragraph
    return f"{paragraph.heading}:{paragraph.text}{paragraph.units or ''}"


def test_every_place_is_changed_and_all_else_is_as_it_was() -> None:
    found = applied(comment("水运站-01", frozen(HALT)))
    assert said(found, "1.1") == "渡口:修缮东岸渡口2座。添置救生衣60件。('水运站', '安监站')"
    assert found.plan.spots["2.1"] == round_of().plan.spots["2.1"]
    for code in ("P311", "P312", "P313", "P314", "P401", "P404"):
        assert told(code, found) == [], code


def test_a_waived_place_stays() -> None:
    found = applied(comment("水运站-01", frozen(HALT, heading="项目名称不改")))
    assert said(found, "1.1").startswith("码头:修缮东岸渡口2座。")
    assert told("P401", found) == []


def test_a_unit_gets_another_name_in_its_place() -> None:
    found = applied(
        comment("水运站-01", frozen(Replace(replace="安监", wording="应急", everywhere=True)))
    )
    assert found.plan.units("1.1") == ("水运站", "应急站")
    assert found.plan.units("1.2") == ("应急站",)
    lead = applied(
        comment("水运站-01", frozen(Replace(replace="水运站", wording="航运站", everywhere=True)))
    )
    assert lead.plan.units("1.1") == ("航运站", "安监站")


def outcomes(*edits: Edit) -> list[Outcome]:
    comments = [comment(f"水运站-{at:02}", edit) for at, edit in enumerate(edits, 1)]
    round_ = round_of(*comments)
    return list(round_.workspace.revise(round_.due).outcomes.values())


def test_what_meets_a_place_is_a_conflict_and_nothing_else_is() -> None:
    everywhere = frozen(HALT)
    taken, conflict = Outcome.APPLIED, Outcome.CONFLICT
    assert outcomes(everywhere, Delete(delete="添置救生衣60件。")) == [taken, taken]
    assert outcomes(everywhere, Delete(delete="东岸码头")) == [conflict, conflict]
    assert (
        outcomes(everywhere, Insert(insert="旧", before="码头", field="heading")) == [conflict] * 2
    )
    waived = frozen(HALT, text="另有安排")
    assert outcomes(waived, Delete(delete="东岸码头")) == [taken, taken]
    units = frozen(Replace(replace="安监站", wording="应急站", everywhere=True))
    assert outcomes(units, ChangeUnits(units="1.1", remove=("安监站",))) == [conflict, conflict]
    assert outcomes(units, ChangeUnits(units="1.1", remove=("水运站",))) == [taken, taken]
    assert outcomes(units, ChangeUnits(units="1.1", set=("安监站",))) == [conflict, conflict]


def test_a_list_in_doubt_changes_nothing() -> None:
    whole = frozen(HALT)
    first, *others = whole.places or ()
    wrong = first.model_copy(update={"says": "别的码头"})
    reason = {"waived": "不改"}
    for places, code in (
        (None, "P311"),
        ((wrong, *others), "P312"),
        (tuple(others), "P313"),
        (tuple(place.model_copy(update=reason) for place in whole.places or ()), "P314"),
    ):
        edit = whole.model_copy(update={"places": places})
        assert outcomes(edit) == [Outcome.MISPLACED], code
        assert told(code, round_of(comment("水运站-01", edit))), code
        # nothing is to be changed then, and nobody has to mend the list
        assert told(code, round_of(comment("水运站-01", edit, status="不采纳"))) == [], code


def test_words_that_stand_nowhere_are_not_found() -> None:
    edit = Replace(replace="趸船", wording="渡船", everywhere=True, places=())
    assert outcomes(edit) == [Outcome.NOT_FOUND]


def test_old_words_that_others_bring_are_told_with_who_brought_them() -> None:
    everywhere = comment("水运站-01", frozen(HALT))
    bringing = comment("安监站-01", Insert(insert="码头设护栏。", into="2.1"))
    (finding,) = told("P452", applied(everywhere, bringing))
    assert (finding["paragraph"], finding["others"]) == ("2.1", "安监站-01")
    # the new words may have the old ones in them, and so may those of others
    grown = comment("水运站-01", frozen(HALT.model_copy(update={"wording": "老码头"})))
    alike = comment("安监站-01", Insert(insert="老码头设护栏。", into="2.1"))
    assert told("P452", applied(grown, alike)) == []
    assert told("P452", applied(comment("水运站-01", frozen(HALT, heading="项目名称不改")))) == []


def test_old_words_that_a_deletion_leaves_are_told() -> None:
    sections = (
        Section(key="第一章", title="河", body=(Paragraph(id="1", text="码旧头和码头。"),)),
    )
    everywhere = comment("水运站-01", frozen(HALT, sections))
    leaving = comment("安监站-01", Delete(delete="旧"))
    (finding,) = told("P452", applied(everywhere, leaving, sections=sections))
    assert finding["others"] == "安监站-01"


WORDS = st.text(alphabet="井水塔12。", min_size=0, max_size=12)


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(WORDS, min_size=1, max_size=3),
    old=st.sampled_from(["井", "水", "井水", "水水", "1", "12"]),
    new=st.sampled_from(["塔", "井", "水井", "大井水", "3", ""]),
    other=st.sampled_from(["水塔", "塔。", "2。"]),
)
def test_in_any_order_the_same_and_reverted_the_draft(
    texts: list[str], old: str, new: str, other: str
) -> None:
    body = tuple(Paragraph(id=str(at), text=text.strip()) for at, text in enumerate(texts))
    sections = (Section(key="第一章", title="水井", body=body),)
    edit = frozen(Replace(replace=old, wording=new, everywhere=True), sections)
    patches = {
        "甲-01": Patch.of(comment("甲-01").at, (edit,)),
        "乙-01": Patch.of(comment("乙-01").at, (Delete(delete=other),)),
    }
    order = list(patches)
    whole = Workspace(sections, sections, {}, order).revise(patches)
    for names in permutations(patches):
        workspace = Workspace(sections, sections, {}, order)
        wanted = {name: patches[name] for name in names}
        found = workspace.revise(wanted)
        assert (found.sections, found.outcomes) == (whole.sections, whole.outcomes)
        back = Workspace(sections, found.sections, found.record, order).revise({})
        assert back.sections == sections


def test_many_places_are_each_found_once() -> None:
    # a place costs the same however many there are: a walk for each would take minutes here
    count = 10_000
    body = tuple(Paragraph(id=str(at), text="打井十口。" * 10) for at in range(count // 10))
    sections = (Section(key="第一章", title="水", body=body),)
    edit = frozen(Replace(replace="打井", wording="修井", everywhere=True), sections)
    assert len(edit.places or ()) == count
    patches = {"甲-01": Patch.of(comment("甲-01").at, (edit,))}
    found = Workspace(sections, sections, {}, ["甲-01"]).revise(patches)
    assert found.outcomes == {"甲-01": Outcome.APPLIED}
    paragraphs = [part for part in found.sections[0].body if isinstance(part, Paragraph)]
    assert {part.text for part in paragraphs} == {"修井十口。" * 10}
