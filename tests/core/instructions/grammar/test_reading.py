"""What an opinion asks for is taken wholly or not at all."""

import pytest

from plancli.core.comments.comment import Cited
from plancli.core.comments.record import Patch
from plancli.core.instructions.grammar.reading import OpinionReader
from plancli.core.instructions.grammar.verdict import Certainty, Doubt, Interpretation
from plancli.core.locate.corpus import Corpus
from plancli.core.merge.compose import compose
from plancli.core.merge.place import place
from plancli.core.plan.model import Section
from plancli.core.plan.outline import Outline
from tests.variants import FORMS, variants
from tests.variants.judging import Outcome, judged

PLAN = Section.model_validate(
    {
        "key": "第二章",
        "title": "渡口建设",
        "body": [
            {
                "id": "2.1",
                "heading": "改造渡船",
                "text": "更新渡船24艘,其中电动渡船9艘。配备“平安”救生设备。",
                "units": ["市航运局", "市财税局"],
            },
            {
                "id": "2.2",
                "heading": "修缮渡口",
                "text": "修缮渡口31处,增设候船亭、护栏、路灯。每年检修渡口两次。",
                "units": ["市航运局"],
                "page": "7",
                "line": "4-6",
            },
            {
                "column": "专栏2",
                "title": "渡口重点工程",
                "items": [
                    {"id": "专栏2.1", "heading": "南岸渡口", "text": "新建泊位3个。"},
                    {"id": "专栏2.2", "heading": "北岸渡口", "text": "新建泊位5个。"},
                ],
            },
        ],
    }
)
CORPUS = Corpus([PLAN])


def read(opinion: str, cites: str | None = None) -> Interpretation:
    return OpinionReader(CORPUS, "市商港局").read(opinion, cites)


def after(reading: Interpretation) -> tuple[Section, ...]:
    """The plan with the edits that were taken."""
    placed = place(CORPUS, "x", Patch(at=Cited(), edits=reading.edits))
    return compose(CORPUS.outline, [placed]).sections


def text(sections: tuple[Section, ...], key: str) -> str:
    return Corpus(sections).outline.words(key, "text")


TAKEN = """
将“电动渡船9艘”改为“电动渡船12艘”  2.1 更新渡船24艘,其中电动渡船12艘。配备“平安”救生设备。
2.1中“24艘”应为“26艘”  2.1 更新渡船26艘,其中电动渡船9艘。配备“平安”救生设备。
“更新渡船24艘”中的“更新”改为“购置”  2.1 购置渡船24艘,其中电动渡船9艘。配备“平安”救生设备。
建议删除“其中电动渡船9艘”。  2.1 更新渡船24艘。配备“平安”救生设备。
删除“护栏”、“路灯”  2.2 修缮渡口31处,增设候船亭。每年检修渡口两次。
删除“护栏”和“每年检修渡口两次。”  2.2 修缮渡口31处,增设候船亭、路灯。
删除“每年检修渡口两次”,理由:已有规定。  2.2 修缮渡口31处,增设候船亭、护栏、路灯。
删除“护栏”  2.2 修缮渡口31处,增设候船亭、路灯。每年检修渡口两次。
2.2第二句删除  2.2 修缮渡口31处,增设候船亭、护栏、路灯。
在“路灯”后增加“、公厕”  2.2 修缮渡口31处,增设候船亭、护栏、路灯、公厕。每年检修渡口两次。
“检修”前加“全面”  2.2 修缮渡口31处,增设候船亭、护栏、路灯。每年全面检修渡口两次。
“护栏”和“路灯”之间增加“监控、”  2.2 修缮渡口31处,增设候船亭、护栏、监控、路灯。每年检修渡口两次。
2.2末尾增加“专人管护。”  2.2 修缮渡口31处,增设候船亭、护栏、路灯。每年检修渡口两次。专人管护。
2.2修改为“修缮渡口35处。”  2.2 修缮渡口35处。
修缮渡口由31处调整为33处  2.2 修缮渡口33处,增设候船亭、护栏、路灯。每年检修渡口两次。
专栏2第2项“5个”改为“6个”  专栏2.2 新建泊位6个。
第7页第5行“31处”→“33处”  2.2 修缮渡口33处,增设候船亭、护栏、路灯。每年检修渡口两次。
原文:修缮渡口31处|修改后:修缮渡口29处|理由:撤并  2.2 修缮渡口29处,增设候船亭、护栏、路灯。每年检修渡口两次。
“31处”改为“32处”,因年报表述为“32处”  2.2 修缮渡口32处,增设候船亭、护栏、路灯。每年检修渡口两次。
“31处”改为“32处”(理由:新增一处);其余无意见  2.2 修缮渡口32处,增设候船亭、护栏、路灯。每年检修渡口两次。
“每年检修渡口两次”这句话中,“两次”改为“三次”  2.2 修缮渡口31处,增设候船亭、护栏、路灯。每年检修渡口三次。
我局意见如下:“两次”改为“三次”  2.2 修缮渡口31处,增设候船亭、护栏、路灯。每年检修渡口三次。
为与规划衔接,建议将“每年检修”改为“每季检修”  2.2 修缮渡口31处,增设候船亭、护栏、路灯。每季检修渡口两次。
"""


@pytest.mark.parametrize("row", TAKEN.strip().splitlines())
def test_what_is_read_wholly_is_taken(row: str) -> None:
    opinion, rest = row.split("  ", 1)
    key, expected = rest.split()
    reading = read(opinion)
    assert reading.certainty is Certainty.TAKEN, reading
    assert text(after(reading), key) == expected


@pytest.mark.parametrize(
    ("opinion", "doubt"),
    [
        ("将“渡口”改为“码头”", Doubt.SEVERAL),
        ("将“新建泊位”改为“改建泊位”", Doubt.SEVERAL),
        ("将“电动渡轮9艘”改为“电动渡船12艘”", Doubt.LOOSELY),
        ("将“骑行驿站9座”改为“骑行驿站12座”", Doubt.NOT_THERE),
        ("2.2中“电动渡船9艘”改为“电动渡船12艘”", Doubt.ELSEWHERE),
        ("“更新渡船24艘”中的“路灯”改为“灯”", Doubt.NOT_THERE),
        ("“修缮渡口31处”改为“修缮渡口……处”", Doubt.LEFT_OUT),
        ("“修缮渡口31处”改为“33处”", Doubt.READINGS),
        ("“修缮渡口31处”改为“修缮渡口33处”或“修缮渡口35处”", Doubt.CHOICE),
        ("如经费到位,将“修缮渡口31处”改为“修缮渡口33处”", Doubt.CHOICE),
        ("“路灯”后增加“公厕”", Doubt.ILL_FORMED),
        ("“每年检修渡口”后增加“巡查码头”", Doubt.ILL_FORMED),
        ("“9艘。”后增加“船员若干名”", Doubt.ILL_FORMED),
        ("“31”改为“33处”", Doubt.REPEATS),
        ("“每年检修”改为“每季检修渡口”", Doubt.REPEATS),
        ("“检修”后增加“渡”", Doubt.REPEATS),
        ("“31处”改为“33”", Doubt.READINGS),
        ("修缮渡口由31处调整为33", Doubt.READINGS),
        ("“31处”改为“  处”", Doubt.BLANK),
        ("“修缮渡口31处”改为“修缮渡口    处”", Doubt.LEFT_OUT),
        ("删除“每年检修渡口两次。”不妥", Doubt.NOT_READ),
        ("删除“改造渡船”", Doubt.READINGS),
        ("2.9“31处”改为“33处”", Doubt.ELSEWHERE),
        ("删除“更新渡船24艘”及其后内容", Doubt.READINGS),
        ("“31处”改为“33处(请核实)”", Doubt.SPEAKS),
        ("“31处”后增加“(待定)”", Doubt.SPEAKS),
        ("“平安”改为“‘安心’”", Doubt.ILL_FORMED),
        ("“护栏”前增加“公厕”", Doubt.ILL_FORMED),
        ("删除“候船亭”和“护栏”", Doubt.ILL_FORMED),
        ("删除“增设候船亭”", Doubt.ILL_FORMED),
        ("“两次”可改为“三次”", Doubt.CHOICE),
        ("修改前:两次;修改后:不变", Doubt.NO_WORDS),
        ("增加“配备值守人员。”", Doubt.NO_ANCHOR),
        ("“修缮渡口31处”一句删除", Doubt.NO_PART),
        ("2.2责任单位增加渡口", Doubt.UNKNOWN_UNIT),
        ("2.2牵头单位由市航运局改为市商港局", Doubt.LEADING),
        ("请明确2.2的资金来源", Doubt.NO_WORDS),
        ("“修缮渡口31处”表述不准确", Doubt.NOT_READ),
        ("有专家建议将“修缮渡口31处”改为“修缮渡口33处”", Doubt.NOT_READ),
        ("“修缮渡口31处”改为“修缮渡口33处”,并相应调整专栏2", Doubt.EVERY_PLACE),
        ("全文“候船亭”统一改为“候船廊”", Doubt.EVERY_PLACE),
        ("“候船亭”改为“候船廊”,下同", Doubt.EVERY_PLACE),
        ("“更新渡船24艘”改为“更新渡船25艘”;“渡船24艘”改为“渡船26艘”", Doubt.COLLIDES),
        ("删除“护栏”。但已建的除外", Doubt.DEPENDS),
        ("删除“护栏”。(该意见撤回)", Doubt.DEPENDS),
        ("以下意见作废。删除“护栏”", Doubt.DEPENDS),
        ("市财税局意见如下。删除“护栏”", Doubt.DEPENDS),
        ("删除“护栏”。理由:已移交。如未移交则保留", Doubt.DEPENDS),
        ("删除“护栏”。但不宜删除已建的", Doubt.DEPENDS),
        ("2.2第5行删除", Doubt.NO_PART),
        ("“护栏”“路灯”改为“围栏”", Doubt.READINGS),
        ("“护栏”等表述改为“围栏”", Doubt.EVERY_PLACE),
        ("不要将“31处”改为“33处”,应改为“35处”", Doubt.NOT_READ),
        ("“护栏”不宜写入", Doubt.NOT_READ),
        ("“31处”改为“33处”(因新增,另“两次”改为“三次”)", Doubt.NOT_READ),
        ("建议与航道规划衔接", Doubt.NO_WORDS),
        ("2.2责任单位市航运局排第二", Doubt.NOT_READ),
        ("专栏2.2并入专栏2.1", Doubt.NOT_READ),
    ],
)
def test_what_leaves_something_open_is_asked(opinion: str, doubt: Doubt) -> None:
    reading = read(opinion)
    assert not reading.edits
    assert doubt in {part.doubt for part in reading.parts}


@pytest.mark.parametrize(
    "opinion",
    [
        "无意见",
        "支持修缮渡口!",
        "不同意删除“护栏”",
        "不宜删除“护栏”",
        "建议继续保留“护栏、路灯”。",
        "“31处”不需要改为“33处”",
        "是否包括私人渡口?",
        "渡口何时开工?",
        "我县渡口已移交市里",
        "希望多一些航班",
    ],
)
def test_what_asks_for_nothing_is_none(opinion: str) -> None:
    assert read(opinion).certainty is Certainty.NONE


def test_a_page_holds_for_the_lines_that_are_named_after_it() -> None:
    reading = read("第7页:第4行“31处”改为“32处”;第6行“两次”改为“三次”")
    assert text(after(reading), "2.2") == "修缮渡口32处,增设候船亭、护栏、路灯。每年检修渡口三次。"


def test_the_place_that_is_given_beside_an_opinion_holds_for_it() -> None:
    assert read("“新建泊位”改为“扩建泊位”").certainty is Certainty.REFUSED
    assert text(after(read("“新建泊位”改为“扩建泊位”", "专栏2第1项")), "专栏2.1") == "扩建泊位3个。"


def test_one_sentence_is_taken_and_another_is_asked() -> None:
    reading = read("1.将“31处”改为“33处”。2.进一步明确责任分工。")
    assert [part.certainty for part in reading.parts] == [Certainty.TAKEN, Certainty.REFUSED]
    assert text(after(reading), "2.2").startswith("修缮渡口33处")


@pytest.mark.parametrize(
    ("opinion", "units"),
    [
        ("2.2责任单位增加市商港局、市财税局", ("市航运局", "市商港局", "市财税局")),
        ("建议将我局列为2.2责任单位", ("市航运局", "市商港局")),
        ("2.2责任单位删除市航运局,增加市商港局", ("市商港局",)),
        ("市航运局不再作为2.2责任单位,2.2责任单位增加市财税局", ("市财税局",)),
    ],
)
def test_units_are_read_by_name(opinion: str, units: tuple[str, ...]) -> None:
    assert Corpus(after(read(opinion))).outline.units("2.2") == units


def test_parts_are_moved_removed_and_retitled() -> None:
    moved = Corpus(after(read("将专栏2.2移至专栏2.1之前"))).outline
    assert moved.children("第二章/专栏2") == ["专栏2.2", "专栏2.1"]
    removed = Corpus(after(read("“北岸渡口”一条不再保留"))).outline
    assert removed.children("第二章/专栏2") == ["专栏2.1"]
    for opinion in ("删除2.1、2.2", "2.1和2.2均删除"):
        assert Corpus(after(read(opinion))).outline.children("第二章") == ["第二章/专栏2"]
    retitled = Corpus(after(read("专栏2名称改为“渡口项目”"))).outline
    assert retitled.titles["第二章/专栏2"] == "渡口项目"


# --- in English ---------------------------------------------------------------------------------------------

FERRIES = Section.model_validate(
    {
        "key": "Chapter 2",
        "title": "Ferries",
        "body": [
            {"id": "2.1", "text": "Buy 24 boats, nine of them electric. Equip all with rafts."},
            {
                "id": "2.2",
                "text": "Repair 31 landings. Inspect them twice a year.",
                "page": "7",
                "line": "4-6",
            },
        ],
    }
)


IN_ENGLISH = """
Please replace "24 boats" with "26 boats".|2.1|Buy 26 boats, nine of them electric. …
In 2.2, change “twice a year” to “monthly”.|2.2|Repair 31 landings. Inspect them monthly.
In Chapter 2, paragraph 2, amend “31 landings” to “33 landings”.|2.2|Repair 33 landings. …
“31” in the second paragraph of Chapter 2 should read “33”.|2.2|Repair 33 landings. …
“31” should be changed to “33” to reflect the budget.|2.2|Repair 33 landings. …
Substitute “33 landings” for “31 landings”.|2.2|Repair 33 landings. …
For “31 landings” read “33 landings” in 2.2.|2.2|Repair 33 landings. …
2.2 reads “31 landings”, which should be “33 landings”.|2.2|Repair 33 landings. …
Page 7, line 5: “31 landings” → “33 landings”|2.2|Repair 33 landings. …
2.2 should read “Repair all landings.”|2.2|Repair all landings.
Replace paragraph 2.2 with “Repair all landings.”|2.2|Repair all landings.
Delete “nine of them electric”.|2.1|Buy 24 boats. …
Strike out “electric” and “Equip all with rafts.”|2.1|Buy 24 boats, nine of them.
“Inspect them twice a year.” should be deleted, as this is law.|2.2|Repair 31 landings.
Delete from “, nine” to “electric” in 2.1.|2.1|Buy 24 boats. …
Insert “and lamps” after “31 landings”.|2.2|Repair 31 landings and lamps. …
Before “landings” add “old”, because funds are short.|2.2|Repair 31 old landings. …
Insert “modern” between “24” and “boats”.|2.1|Buy 24 modern boats, nine of them electric. …
At the end of 2.2, add “Light them.”|2.2|Repair 31 landings. … Light them.
First, replace “31” by “33”; second, delete “twice”.|2.2|Repair 33 landings. Inspect them a year.
"""


@pytest.mark.parametrize("row", IN_ENGLISH.strip().splitlines())
def test_english_plans_are_commented_in_english(row: str) -> None:
    opinion, key, shown = row.split("|")
    rest = "Equip all with rafts." if key == "2.1" else "Inspect them twice a year."
    expected = shown.replace("…", rest)
    corpus = Corpus([FERRIES])
    reading = OpinionReader(corpus).read(opinion)
    assert reading.certainty is Certainty.TAKEN, reading
    placed = place(corpus, "x", Patch(at=Cited(), edits=reading.edits))
    assert text(compose(corpus.outline, [placed]).sections, key) == expected


def test_english_parts_are_moved_removed_and_retitled() -> None:
    def changed(opinion: str) -> Outline:
        corpus = Corpus([FERRIES])
        reading = OpinionReader(corpus).read(opinion)
        assert reading.certainty is Certainty.TAKEN, reading
        placed = place(corpus, "x", Patch(at=Cited(), edits=reading.edits))
        return Corpus(compose(corpus.outline, [placed]).sections).outline

    for opinion in ("Move 2.2 to before 2.1.", "Swap 2.1 and 2.2.", "Shift 2.1 behind 2.2."):
        assert changed(opinion).children("Chapter 2") == ["2.2", "2.1"]
    for opinion in ("Delete the second paragraph of Chapter 2.", "2.2 should be removed."):
        assert changed(opinion).children("Chapter 2") == ["2.1"]
    assert changed("Delete 2.1 and 2.2.").children("Chapter 2") == []
    for opinion in ("Rename Chapter 2 to “Boats”", "Change the title of Chapter 2 to “Boats”"):
        assert changed(opinion).titles["Chapter 2"] == "Boats"


@pytest.mark.parametrize(
    ("opinion", "certainty"),
    [
        ("If funds allow, replace “24 boats” with “26 boats”.", Certainty.PROPOSED),
        ("Replace “24 boats” with “26 boats” where possible.", Certainty.PROPOSED),
        ("Replace “24 boats” with “26 boats” throughout.", Certainty.PROPOSED),
        ("Replace “24 boats” with “26 boats” or “28 boats”.", Certainty.PROPOSED),
        ("“24 boats” could be changed to “26 boats”.", Certainty.PROPOSED),
        ("Please consider deleting 2.2.", Certainty.PROPOSED),
        ("Add “Sell two.” to 2.1.", Certainty.PROPOSED),
        ("Replace “electric.” with “solar”", Certainty.PROPOSED),
        ("Delete “electric.”", Certainty.PROPOSED),
        ("Either delete 2.2 or replace “31” with “33”.", Certainty.REFUSED),
        ("The harbour master replaced “24 boats” with “26 boats”.", Certainty.REFUSED),
        ("Please clarify the budget.", Certainty.REFUSED),
        ("Do not delete “rafts”.", Certainty.NONE),
        ("Should “24 boats” be changed to “26 boats”?", Certainty.REFUSED),
        ("No objection to deleting 2.2.", Certainty.NONE),
        ("No comments.", Certainty.NONE),
    ],
)
def test_english_that_is_not_sure_is_not_taken(opinion: str, certainty: Certainty) -> None:
    assert OpinionReader(Corpus([FERRIES])).read(opinion).certainty is certainty


# --- thousands of them --------------------------------------------------------------------------------------


def test_no_variant_is_taken_wrongly_and_few_that_are_complete_are_asked() -> None:
    complete = right = 0
    for variant in variants(seed=41, count=3 * len(FORMS)):
        came = judged(variant)
        assert came not in (Outcome.WRONG, Outcome.LOST), variant.opinion
        complete += variant.plan is not None
        right += came is Outcome.RIGHT
    assert right >= 0.98 * complete


@pytest.mark.parametrize(
    "opinion",
    [
        "“31处”应为“33处”?",
        "将“31处”改为“××处”。",
        "修改前:31处;修改后:请核实",
        "修改前:31处;修改后:应为33处",
        "原文:“31处”;建议修改为:“33处”或“35处”",
        "修改前:护栏;修改后:不删除",
        "“候船亭”“护栏”分别改为“凉亭”。",
        "2.2责任单位增加市教育局或市水利局",
        "2.1至2.2责任单位增加市水利局",
        "附件1中“31处”改为“33处”",
        "图3中“31处”改为“33处”",
        "附表2“31处”改为“33处”",
        "将“31处”改为“33处”,以批复为准。",
        "将“修缮渡口31处”改为“修缮渡口33处,增设候船亭”",
    ],
)
def test_a_question_a_gap_and_words_about_the_draft_are_not_taken(opinion: str) -> None:
    assert read(opinion).edits == ()


@pytest.mark.parametrize(
    "opinion",
    [
        "1.“31处”改为“33处”。理由:新增。2.“两次”改为“三次”",
        "“31处”改为“33处”。理由:新增。同时将“两次”改为“三次”。理由:同上",
        "一、“31处”改为“33处”。(理由:新增)二、“两次”改为“三次”",
        "经研究,提出以下意见。“31处”改为“33处”。以上意见供参考。另请将“两次”改为“三次”",
    ],
)
def test_what_is_asked_behind_a_reason_is_read_too(opinion: str) -> None:
    expected = "修缮渡口33处,增设候船亭、护栏、路灯。每年检修渡口三次。"
    assert text(after(read(opinion)), "2.2") == expected


def test_numbered_reasons_are_no_demands() -> None:
    reading = read("“31处”改为“33处”。理由:1.新增两处;2.省里要求修改数量;3.另有规定")
    assert reading.certainty is Certainty.TAKEN


def test_who_counts_sentences_may_count_semicolons_or_not() -> None:
    body = [{"id": "3.1", "heading": "航标", "text": "设航标5座;设界桩9处。每月巡检。"}]
    section = Section.model_validate({"key": "第三章", "title": "航道", "body": body})
    reader = OpinionReader(Corpus([section]), "市商港局")
    (part,) = reader.read("3.1第二句删除").parts
    assert (part.certainty, part.doubt) == (Certainty.REFUSED, Doubt.READINGS)
    assert reader.read("3.1最后一句删除").certainty is Certainty.TAKEN
    assert reader.read("3.1第三句删除").certainty is Certainty.TAKEN


QUAY = [
    {"id": "4.1", "text": "设系船柱700个。每年刷漆。"},
    {"id": "4.2", "text": "培训引航员。"},
    {"id": "4.3", "text": "Repair the bollard at Dell. Paint all bollards and one crane."},
]


@pytest.mark.parametrize(
    ("opinion", "doubt"),
    [
        ("4.1、4.2中的“700个”改为“800个”", Doubt.EVERY_PLACE),
        ("4.1中的“700个”改为“800个”", None),
        ("Replace “bollard” with “post”.", Doubt.EVERY_PLACE),
        ("Replace “crane” with “hoist”.", None),
        ("4.1句末增加“定期检查。”", Doubt.NO_PART),
        ("4.1段末增加“定期检查。”", None),
        ("4.2句末增加“每年考核。”", None),
    ],
)
def test_what_may_be_meant_for_another_place_is_asked(opinion: str, doubt: Doubt | None) -> None:
    """Each part that is named has to have the words; 句末 of several sentences names none of them."""
    section = Section.model_validate({"key": "第四章", "title": "码头", "body": QUAY})
    (part,) = OpinionReader(Corpus([section]), "市商港局").read(opinion).parts
    assert part.doubt is doubt
    assert (part.certainty is Certainty.TAKEN) == (doubt is None)
