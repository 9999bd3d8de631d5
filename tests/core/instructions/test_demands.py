"""Which changes of quoted words an opinion spells out, and what is left unread."""

import pytest

from plancli.core.instructions.demands import Demand, DemandKind, demands


def read(opinion: str) -> list[str]:
    """Return the demands of an opinion as short words: [-old-]{+new+}, behind an anchor."""
    found: list[str] = []
    for demand in demands(opinion):
        old = f"[-{demand.old}-]" if demand.old else ""
        new = f"{{+{demand.new}+}}" if demand.new else ""
        found.append(demand.anchor + old + new)
    return found


@pytest.mark.parametrize(
    "opinion",
    [
        "将“木船”改为“铁船”。",
        "建议把第3页“木船”改成“铁船”,理由:更耐用。",
        "第一章第2项中的“木船”建议调整为“铁船”",
        "将“木船”一词修改为“铁船”。",
        "“木船”应为“铁船”。",
        "“木船”表述不准确,建议统一表述为:“铁船”。",
        "原文:“木船”,更正为:“铁船”;其余不变。",
        '将"木船"改为"铁船"',
        "将「木船」替换为「铁船」。",
        "以“铁船”替换“木船”。",
        "将“木船”改为“铁船”为宜。",
        "不再保留旧码头;将“木船”改为“铁船”。",
        "根据《“十四五”水运规划》,将“木船”改为“铁船”。",
    ],
)
def test_words_are_to_be_other_words(opinion: str) -> None:
    assert read(opinion) == ["[-木船-]{+铁船+}"]


@pytest.mark.parametrize(
    "opinion",
    [
        "第3页第二段修改为“添置铁船”。",
        "“船只”内容修改为“添置铁船”。",
        "“船只”宜与省里一致,改为“添置铁船”。",
        "“添置船”少“铁”字,应为“添置铁船”。",
    ],
)
def test_only_what_is_to_be_said_is_quoted(opinion: str) -> None:
    (found,) = demands(opinion)
    assert (found.kind, found.old, found.new) == (DemandKind.REPLACE, "", "添置铁船")


@pytest.mark.parametrize(
    "opinion",
    [
        "删除“夜间停航”。",
        "建议删去第2页第5行的“夜间停航”一句。",
        "删掉“汛期巡查,夜间停航”中的“夜间停航”。",
        "“夜间停航”建议删除。",
        "将“夜间停航”等字予以删除",
        "第5行,“汛期巡查”  “夜间停航”去掉",
    ],
)
def test_words_are_to_go(opinion: str) -> None:
    assert read(opinion) == ["[-夜间停航-]"]


@pytest.mark.parametrize(
    ("opinion", "found"),
    [
        ("在“木船3艘”后增加“、快艇1艘”。", "木船3艘{+、快艇1艘+}"),
        ("“木船3艘”之前加:“添置”", "木船3艘{+添置+}"),
        ("段末补充“定期检修”。", "{+定期检修+}"),
        ("“修缮码头”和“添置木船”之间插入“加固堤岸、”。", "{+加固堤岸、+}"),
        ("新增如下内容:“定期检修”。", "{+定期检修+}"),
    ],
)
def test_words_are_to_come(opinion: str, found: str) -> None:
    assert read(opinion) == [found]


@pytest.mark.parametrize(
    ("opinion", "found"),
    [
        ("将“甲渡”改为“乙渡”,并删除“丙渡”。", ["[-甲渡-]{+乙渡+}", "[-丙渡-]"]),
        (
            "1.“2座”改为“3座”;2.“60件”改为“90件”。",
            ["[-2座-]{+3座+}", "[-60件-]{+90件+}"],
        ),
        ("将“2座”改为“3座”、“60件”改为“90件”。", ["[-2座-]{+3座+}", "[-60件-]{+90件+}"]),
        ("删除“甲渡”、“乙渡”和“丙渡”。", ["[-甲渡-]", "[-乙渡-]", "[-丙渡-]"]),
        ("增加“甲渡”和“乙渡”。", ["{+甲渡+}", "{+乙渡+}"]),
    ],
)
def test_one_opinion_asks_for_several_changes(opinion: str, found: list[str]) -> None:
    assert read(opinion) == found


@pytest.mark.parametrize(
    "opinion",
    [
        # denied, doubted, conditional, done before, a choice
        "不同意删除“夜间停航”。",
        "不建议将“木船”改为“铁船”。",
        "“夜间停航”不应删除。",
        "是否将“木船”改为“铁船”,请酌。",
        "将“木船”改为“铁船”,是否更好?",
        "如经费不足,将“木船”改为“铁船”。",
        "上次会议已将“木船”改为“铁船”。",
        "将“木船”改为“铁船”或“快艇”。",
        # the quotation is no whole of what is to be said, or it means more than its words
        "增设“我的渡口”服务模块。",
        "打造“三号渡口”平台,增加“5”个泊位。",
        "删除“船只”整段内容。",
        "删除“汛期巡查”及其后内容。",
        "删除有关“智慧渡口”的内容。",
        "将“木船”改为“铁船”“快艇”等。",
        # nothing is asked of the words
        "“木船”的概念不清楚,建议明确。",
        "建议将“木船”移到“码头”之后。",
        "将木船改为铁船。",
        "更加“安全”。",
        "",
    ],
)
def test_what_is_not_put_as_a_change_is_left_out(opinion: str) -> None:
    assert read(opinion) == []


def test_a_demand_begins_with_its_words() -> None:
    opinion = "一是将“木船”改为“铁船”;二是在“码头”后增加“、堤岸”。"
    assert demands(opinion) == [
        Demand(DemandKind.REPLACE, opinion.index("木船"), old="木船", new="铁船"),
        Demand(DemandKind.INSERT, opinion.index("、堤岸"), new="、堤岸", anchor="码头", side="后"),
    ]


@pytest.mark.parametrize(
    "opinion",
    [
        "删除“木船”或改为“铁船”。",
        "有单位提出将“木船”改为“铁船”。",
        "有的群众建议将“木船”改为“铁船”。",
        "上次建议将“木船”改为“铁船”。",
    ],
)
def test_choices_and_what_others_or_once_were_asked_for_are_no_demands(opinion: str) -> None:
    assert "[-木船-]{+铁船+}" not in read(opinion)
    assert "{+铁船+}" not in read(opinion)


@pytest.mark.parametrize("verb", ["提高到", "降低至", "压减到", "调整至", "改到", "延长至"])
def test_amounts_are_to_rise_or_fall(verb: str) -> None:
    assert read(f"建议将“5艘”{verb}“7艘”。") == ["[-5艘-]{+7艘+}"]


@pytest.mark.parametrize("counted", ["一条", "一项", "一段"])
def test_a_whole_point_is_to_come(counted: str) -> None:
    assert read(f"建议增加{counted}:“夜间停航。”") == ["{+夜间停航。+}"]


@pytest.mark.parametrize(
    ("opinion", "titled"),
    [
        ("将标题“木船”改为“铁船”。", "标题"),
        ("标题“木船”修改为“铁船”。", "标题"),
        ("建议将第三章标题由“木船”调整为“铁船”。", "第三章标题"),
        ("第三章第5项工程的名称“木船”应改为“铁船”。", "第三章第5项工程的名称"),
        ("规划名称由《木船》改为《铁船》。", "规划名称"),
        ("专栏3“木船”更名为“铁船”。", "专栏3"),
    ],
)
def test_a_title_is_to_be_another_title(opinion: str, titled: str) -> None:
    (found,) = demands(opinion)
    assert (found.old, found.new, found.titled) == ("木船", "铁船", titled)


@pytest.mark.parametrize(
    "opinion", ["专栏3名称改为“铁船”。", "将该章章名改为“铁船”。", "本规划标题定为“铁船”。"]
)
def test_of_a_title_only_the_new_one_is_quoted(opinion: str) -> None:
    (found,) = demands(opinion)
    assert (found.old, found.new) == ("", "铁船")
    assert found.titled


def test_what_is_called_a_name_and_is_none_of_a_part() -> None:
    for opinion in ("单位名称“木船”改为“铁船”。", "市船厂更名为“铁船”。"):
        assert not any(demand.titled for demand in demands(opinion))
    assert demands("按照《木船规划》的名称办理,《铁船规划》另行印发。") == []
