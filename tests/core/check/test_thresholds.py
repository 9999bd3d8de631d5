"""Where the rules of check begin and end by a number: a case on each side of every threshold."""

from datetime import date

import pytest

from plancli.core.check.check import audit
from plancli.core.comments.comment import Comment
from plancli.core.comments.edits import Delete, Edit, Insert, Replace
from plancli.core.plan.model import Paragraph, Part, Section
from plancli.core.rounds.round import Consultation
from tests.core.ferry import SECTIONS, applied, comment, round_of, told


def plan_of(**texts: str) -> tuple[Section, ...]:
    """Return the plan with other texts of paragraphs: p1_2 is 1.2."""
    by_id = {name[1:].replace("_", "."): text for name, text in texts.items()}

    def changed(part: Part) -> Part:
        if not isinstance(part, Paragraph):
            return part
        return part.model_copy(update={"text": by_id.get(part.id, part.text)})

    return tuple(
        section.model_copy(update={"body": tuple(map(changed, section.body))})
        for section in SECTIONS
    )


def refused(edit: Edit) -> Comment:
    return comment("林业站-01", edit, status="不采纳", reason="不符。")


@pytest.mark.parametrize(("words", "seen"), [("巡渡船", False), ("巡渡船只", True)])
def test_of_what_was_refused_four_characters_tell_in_the_paragraph_itself(
    words: str, seen: bool
) -> None:
    one = refused(Insert(insert=words, after="汛期"))
    plan = plan_of(p1_2=f"汛期每日巡查。夜间停航{words}。")
    echo = {"id": "林业站-01", "words": words, "paragraph": "1.2"}
    assert told("P406", round_of(one, plan=plan)) == ([echo] if seen else [])


@pytest.mark.parametrize(("words", "seen"), [("用于巡查渡船等", False), ("用于巡查渡船只等", True)])
def test_of_what_was_refused_eight_characters_tell_anywhere(words: str, seen: bool) -> None:
    one = refused(Insert(insert=words, after="汛期"))
    plan = plan_of(p2_1=f"安排经费12万元,{words}。")
    echo = {"id": "林业站-01", "words": words, "paragraph": "2.1"}
    assert told("P406", round_of(one, plan=plan)) == ([echo] if seen else [])


@pytest.mark.parametrize("words", ["只", "巡渡船只"])
def test_at_the_very_place_any_word_tells(words: str) -> None:
    one = refused(Insert(insert=words, after="汛期"))
    plan = plan_of(p1_2=f"汛期{words}每日巡查。夜间停航。")
    assert told("P406", round_of(one, plan=plan)) == [
        {"id": "林业站-01", "words": words, "paragraph": "1.2"}
    ]


@pytest.mark.parametrize(("words", "seen"), [("日巡查", False), ("每日巡查", True)])
def test_of_what_was_to_stay_four_characters_tell_where_more_is_gone(
    words: str, seen: bool
) -> None:
    plan = plan_of(p1_2="夜间停航。")
    echo = {"id": "林业站-01", "words": words, "paragraph": "1.2"}
    round_ = round_of(refused(Delete(delete=words)), plan=plan)
    assert told("P427", round_) == ([echo] if seen else [])


def differing(before: str, behind: str, wording: str = "C") -> str:
    """Return what P421 says where B was asked for between these words and another wording adopted."""
    body = (Paragraph(id="1", text=f"{before}A{behind}"),)
    asked, adopted = (Replace(replace="A", wording=words) for words in ("B", wording))
    one = comment("林业站-01", asked, adopted=(adopted,))
    sections = (Section(key="第一章", title="渡口", body=body),)
    (said,) = told("P421", round_of(one, sections=sections))
    return str(said["change"])


TEN = "渡口现有能用木船共计"


def test_a_difference_is_shown_with_ten_characters_on_both_sides() -> None:
    """An eleventh is shown, too: the mark that stands for what is left out is as long."""
    assert len(TEN) == 10
    change = "[-B-]{+C+}"
    assert differing(TEN, TEN) == f"1: {TEN}{change}{TEN}"
    assert differing(f"甲{TEN}", f"{TEN}乙") == f"1: 甲{TEN}{change}{TEN}乙"
    assert differing(f"甲甲{TEN}", f"{TEN}乙乙") == f"1: …{TEN}{change}{TEN}…"


def test_a_difference_is_shown_up_to_a_hundred_and_twenty_characters() -> None:
    room = 120 - len("1: [-B-]{++}")
    assert differing("", "", "船" * room) == f"1: [-B-]{{+{'船' * room}+}}"
    assert differing("", "", "船" * (room + 1)) == f"1: [-B-]{{+{'船' * (room + 1)}+……"


@pytest.mark.parametrize("places", [2, 9, 10, 30])
def test_nine_candidates_are_named(places: int) -> None:
    body = tuple(Paragraph(id=f"p{at}", text="加强巡查。") for at in range(1, places + 1))
    sections = (Section(key="第一章", title="渡口", body=body),)
    (said,) = told(
        "P302", round_of(comment("林业站-01", Delete(delete="加强巡查")), sections=sections)
    )
    named = [f"p{at} 加强巡查" for at in range(1, min(places, 9) + 1)]
    assert said["near"].split("；") == [*named, *["…"] * (places > 9)]


@pytest.mark.parametrize(("last", "more"), [("第十四章", False), ("第十五章", True)])
def test_twelve_missing_numbers_are_named(last: str, more: bool) -> None:
    sections = tuple(Section(key=key, title="题") for key in ("第一章", last))
    (said,) = told("P508", round_of(sections=sections))
    numbers = [*"二三四五六七八九十", "十一", "十二", "十三"]
    assert said["missing"].split("、") == [*(f"第{number}章" for number in numbers), *["……"] * more]


@pytest.mark.parametrize(("places", "more"), [(1, False), (12, False), (13, True)])
def test_twelve_places_of_an_old_form_are_named(places: int, more: bool) -> None:
    first = Paragraph(id="p0", text="修建乡镇渡口。")
    others = tuple(Paragraph(id=f"p{at}", text="管好乡镇渡口。") for at in range(1, places + 1))
    sections = (Section(key="第一章", title="渡口", body=(first, *others)),)
    rename = Replace(replace="乡镇渡口", wording="城乡码头", within="p0")
    before = round_of(comment("林业站-01", rename), sections=sections)
    after = before.workspace.revise(before.due)
    round_ = round_of(
        comment("林业站-01", rename),
        sections=sections,
        plan=after.sections,
        recorded=after.record,
    )
    (said,) = told("P425", round_)
    named = [f"p{at}" for at in range(1, min(places, 12) + 1)]
    assert said["paragraph"].split("、") == [*named, *["……"] * more]


def test_what_is_adopted_as_asked_is_in_order() -> None:
    round_ = applied(comment("林业站-01", Replace(replace="60件", wording="80件")))
    assert audit(Consultation([round_], date(2021, 1, 1))) == []


@pytest.mark.parametrize(("words", "named"), [("电动船", False), ("电动船艇", True)])
def test_four_characters_of_a_quotation_are_words_of_another_unit(words: str, named: bool) -> None:
    proposed = comment(
        "水运站-01", Replace(replace="木船3艘", wording="电动船艇3艘"), status="待定"
    )
    quoting = comment("林业站-01", Delete(delete=words), status="待定")
    others = [{"id": "林业站-01", "quote": words, "others": "水运站-01"}]
    assert told("P309", round_of(proposed, quoting)) == (others if named else [])
