"""What needs a convention or a guess is proposed: said as edits, and never taken."""

import pytest

from plancli.core.comments.comment import Cited
from plancli.core.comments.edits import Edit, Replace
from plancli.core.comments.record import Patch
from plancli.core.instructions.grammar.reading import OpinionReader
from plancli.core.instructions.grammar.verdict import Certainty, Doubt
from plancli.core.locate.corpus import Corpus
from plancli.core.locate.everywhere import list_places
from plancli.core.merge.compose import compose
from plancli.core.merge.place import place
from plancli.core.plan.outline import Outline
from tests.core.instructions.grammar.test_reading import CORPUS


def listed(edit: Edit) -> Edit:
    """An edit that holds everywhere with its places, as a person sees them."""
    if isinstance(edit, Replace) and edit.everywhere:
        return list_places(CORPUS, edit, "已有").edit
    return edit


def proposed(opinion: str, doubt: Doubt) -> Outline:
    """Return the draft after all that an opinion may mean, which it must not be taken to mean."""
    found = OpinionReader(CORPUS, "市商港局").read(opinion)
    assert found.edits == ()
    part = next(part for part in found.parts if part.edits)
    assert (part.certainty, part.doubt) == (Certainty.PROPOSED, doubt)
    placed = place(CORPUS, "x", Patch(at=Cited(), edits=tuple(map(listed, found.all_edits))))
    assert not placed.obstacles
    assert not placed.refusals
    return Corpus(compose(CORPUS.outline, [placed]).sections).outline


PROPOSED = """
2.2增加“专人管护。”  no-anchor  2.2  修缮渡口31处,增设候船亭、护栏、路灯。…专人管护。
第7页第4-6行补充“专人管护”  no-anchor  2.2  修缮渡口31处,增设候船亭、护栏、路灯。…专人管护。
2.2末尾增加“专人管护”  ill-formed  2.2  修缮渡口31处,增设候船亭、护栏、路灯。…专人管护。
“护栏、路灯”列举中增加“公厕”  no-anchor  2.2  修缮渡口31处,增设候船亭、护栏、路灯、公厕。…
“候船亭、护栏、路灯”中增加“公厕”  no-anchor  2.2  修缮渡口31处,增设候船亭、护栏、路灯、公厕。…
“路灯”后增加“公厕”  ill-formed  2.2  修缮渡口31处,增设候船亭、护栏、路灯、公厕。…
“护栏”前增加“公厕”  ill-formed  2.2  修缮渡口31处,增设候船亭、公厕、护栏、路灯。…
删除“候船亭”和“护栏”  ill-formed  2.2  修缮渡口31处,增设路灯。…
删除“候船亭”、“护栏”和“路灯”  ill-formed  2.2  修缮渡口31处,增设。…
“修缮渡口31处”改为“33处”  readings  2.2  修缮渡口33处,增设候船亭、护栏、路灯。…
“增设候船亭、护栏、路灯。”改为“增设凉亭”  ending  2.2  修缮渡口31处,增设凉亭。…
“修缮渡口31处,”改为“修缮渡口33处”  ending  2.2  修缮渡口33处,增设候船亭、护栏、路灯。…
2.2第一句改为“修缮渡口33处”  ending  2.2  修缮渡口33处。…
删除“路灯。”  ending  2.2  修缮渡口31处,增设候船亭、护栏。…
“电动渡轮9艘”改为“电动渡船12艘”  loosely  2.1  更新渡船24艘,其中电动渡船12艘。配备“平安”救生设备。
删除“增设候船庭、护栏、路灯”  loosely  2.2  修缮渡口31处。…
“31处”改为“33处”或“35处”  choice  2.2  修缮渡口33处,增设候船亭、护栏、路灯。…
“31处”可改为“33处”  choice  2.2  修缮渡口33处,增设候船亭、护栏、路灯。…
如财力允许,则将“31处”改为“33处”,删除“护栏”  choice  2.2  修缮渡口33处,增设候船亭、路灯。…
“31处”改为“33处”,并相应修改专栏2  every-place  2.2  修缮渡口33处,增设候船亭、护栏、路灯。…
全文“渡口”统一改为“码头”  every-place  2.2  修缮码头31处,增设候船亭、护栏、路灯。每年检修码头两次。
文中“安”与名录不符,全文统一为“稳”  every-place  2.1  更新渡船24艘,其中电动渡船9艘。配备“平稳”救生设备。
“渡口”改为“码头”,下同  every-place  2.2  修缮码头31处,增设候船亭、护栏、路灯。每年检修码头两次。
"""


@pytest.mark.parametrize("row", PROPOSED.strip().splitlines())
def test_what_needs_a_convention_is_proposed(row: str) -> None:
    opinion, doubt, key, expected = row.split("  ")
    outline = proposed(opinion, Doubt(doubt))
    assert outline.words(key, "text") == expected.replace("…", "每年检修渡口两次。")


def test_all_places_change_and_not_those_alone_that_are_in_texts() -> None:
    outline = proposed("通篇“渡口”均改为“码头”", Doubt.EVERY_PLACE)
    assert outline.words("2.2", "heading") == "修缮码头"
    assert outline.titles["第二章/专栏2"] == "码头重点工程"


@pytest.mark.parametrize(
    ("opinion", "units"),
    [
        ("2.1牵头单位由市航运局改为市商港局", ("市商港局", "市财税局")),
        ("2.1牵头单位由市航运局改为市财税局", ("市财税局", "市航运局")),
        ("2.1改由市财税局牵头", ("市财税局", "市航运局")),
        ("明确市商港局为2.1的牵头单位", ("市商港局", "市航运局", "市财税局")),
    ],
)
def test_who_leads_is_the_first_of_the_units(opinion: str, units: tuple[str, ...]) -> None:
    assert proposed(opinion, Doubt.LEADING).units("2.1") == units


def test_one_unit_in_the_place_of_several_may_be_meant_for_one_of_them() -> None:
    assert proposed("2.1责任单位改为市商港局", Doubt.READINGS).units("2.1") == ("市商港局",)
    reading = OpinionReader(CORPUS, "市商港局").read("2.2责任单位改为市商港局")
    assert reading.certainty is Certainty.TAKEN


@pytest.mark.parametrize(
    ("opinion", "doubt", "items"),
    [
        (
            "专栏2增加一项“东岸渡口。新建泊位2个。”",
            "no-anchor",
            ["南岸渡口|新建泊位3个。", "北岸渡口|新建泊位5个。", "东岸渡口|新建泊位2个。"],
        ),
        (
            "在专栏2.1之后增加一项:“东岸渡口:新建泊位2个。”",
            "reshaped",
            ["南岸渡口|新建泊位3个。", "东岸渡口|新建泊位2个。", "北岸渡口|新建泊位5个。"],
        ),
        (
            "将“南岸渡口”与“北岸渡口”合并为“两岸渡口。新建泊位8个。”",
            "reshaped",
            ["两岸渡口|新建泊位8个。"],
        ),
        (
            "建议将专栏2.1拆分为两项:“南岸渡口。新建泊位1个。”和“新建泊位2.5万个。”",
            "reshaped",
            ["南岸渡口|新建泊位1个。", "|新建泊位2.5万个。", "北岸渡口|新建泊位5个。"],
        ),
    ],
)
def test_paragraphs_come_merge_and_split(opinion: str, doubt: str, items: list[str]) -> None:
    outline = proposed(opinion, Doubt(doubt))
    shown: list[str] = []
    for key in outline.children("第二章/专栏2"):
        shown.append(f"{outline.words(key, 'heading')}|{outline.words(key, 'text')}")
    assert shown == items


@pytest.mark.parametrize(
    "opinion",
    ["请在合适位置增加“专人管护。”", "建议增加“专人管护。”", "“修缮渡口31处”中增加“全部”"],
)
def test_what_names_no_place_is_not_even_proposed(opinion: str) -> None:
    found = OpinionReader(CORPUS, "市商港局").read(opinion)
    assert (found.certainty, found.all_edits) == (Certainty.REFUSED, ())
    assert found.parts[0].doubt is Doubt.NO_ANCHOR


def test_an_instruction_behind_one_that_is_only_proposed_is_proposed_with_it() -> None:
    outline = proposed("“31处”可改为“33处”,“两次”改为“三次”", Doubt.CHOICE)
    assert outline.words("2.2", "text").endswith("每年检修渡口三次。")
    assert "修缮渡口33处" in outline.words("2.2", "text")


def test_a_paragraph_is_not_put_into_the_heading_behind_which_it_is_to_come() -> None:
    outline = proposed("在“改造渡船”之后增加一段“停靠。渡船停靠两岸。”", Doubt.RESHAPED)
    assert outline.words("2.1", "heading") == "改造渡船"
    assert outline.children("第二章")[:2] != ["2.1", "2.2"]
