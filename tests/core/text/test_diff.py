"""Differences: exact to apply, readable to look at."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plancli.core.text import diff, script
from plancli.core.text.diff import Alignment, Splice, alignment, apply, exact, readable, splices
from plancli.core.text.marked import Op, Run

texts = st.text("的建设2019万.5G《》〔〕号、，。推进完善", max_size=40)


def marked(runs: list[Run]) -> str:
    marks = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
    return "".join(marks[run.op].format(run.text) for run in runs)


@given(texts, texts)
def test_both_scripts_spell_both_texts(old: str, new: str) -> None:
    for found in (exact(old, new), readable(old, new)):
        assert "".join(run.text for run in found if run.op != "+") == old
        assert "".join(run.text for run in found if run.op != "-") == new


@given(texts, texts)
def test_splices_turn_one_into_the_other(old: str, new: str) -> None:
    found = splices(old, new)
    assert apply(old, found) == new
    assert all(first.end < second.start for first, second in pairwise(found))


@pytest.fixture(params=["small", "large"])
def _limits(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Small limits let short texts take the way of long ones."""
    if request.param == "small":
        monkeypatch.setattr(script, "_SMALL", 0)
        monkeypatch.setattr(script, "_LARGE", 12)


parts = st.lists(
    st.sampled_from(["推进建设。", "完善机制,", "加强管理;", "2万个", "到2025年", "的"]),
    max_size=12,
)


@pytest.mark.usefixtures("_limits")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts.map("".join), parts.map("".join))
def test_long_texts_are_cut_without_loss(old: str, new: str) -> None:
    for found in (exact(old, new), readable(old, new)):
        assert "".join(run.text for run in found if run.op != "+") == old
        assert "".join(run.text for run in found if run.op != "-") == new
        assert all(run.text for run in found)
    assert apply(old, splices(old, new)) == new


def test_an_edit_in_a_long_text_is_found_and_not_the_whole_replaced() -> None:
    sentences = [f"第{number}条推进建设,完善机制,加强管理。" for number in range(800)]
    changed = [
        *sentences[:300],
        "新增一条。",
        *sentences[300:500],
        sentences[500].replace("推进", "加快"),
        *sentences[501:],
    ]
    old, new = "".join(sentences), "".join(changed)
    assert [splice.text for splice in splices(old, new)] == ["新增一条。", "加快"]


def test_a_long_stretch_with_nothing_in_common_is_replaced_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(script, "_LARGE", 1000 * 1000)
    old = "".join(chr(0x4E00 + at * 7 % 5000) for at in range(1200))
    new = "".join(chr(0x4E00 + at * 11 % 5000) for at in range(1200))
    assert splices(old, new) == [diff.Splice(0, 1200, new)]


def test_hostile_texts_end() -> None:
    for old, new in (("的" * 20000, "的了" * 10000), ("的。" * 10000, "的。了。" * 5000)):
        assert apply(old, splices(old, new)) == new


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("推广普及电子医保凭证", "推广普及医保电子凭证", "推广普及[-电子-]医保{+电子+}凭证"),
        ("到2025年建成", "到2027年建成", "到[-2025年-]{+2027年+}建成"),
        (
            "依据《数字江淮规划》。",
            "依据《数字安徽规划》。",
            "依据[-《数字江淮规划》-]{+《数字安徽规划》+}。",
        ),
        (
            "国发〔2015〕70号文件",
            "国发〔2016〕70号文件",
            "国发[-〔2015〕70号-]{+〔2016〕70号+}文件",
        ),
        ("加强建设", "加强构建", "加强[-建设-]{+构建+}"),
        ("建成2万个基站", "建成2.5万个基站", "建成[-2万个-]{+2.5万个+}基站"),
        ("匹配。打造公交。", "匹配。加强管理。打造公交。", "匹配。{+加强管理。+}打造公交。"),
        ("结算、线上购药等功能", "结算等功能", "结算[-、线上购药-]等功能"),
    ],
)
def test_a_change_reads_as_a_person_would_mark_it(old: str, new: str, shown: str) -> None:
    assert marked(readable(old, new)) == shown


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        # a sentence that stands twice: what is before and behind the change is not counted twice
        ("甲。", "甲。甲。", "甲。{+甲。+}"),
        ("甲。甲。", "甲。", "甲。[-甲。-]"),
        ("甲。乙。甲。", "甲。", "甲。[-乙。甲。-]"),
        ("甲。", "甲。乙。甲。", "甲。{+乙。甲。+}"),
        ("甲。甲。乙。", "甲。乙。", "甲。[-甲。-]乙。"),
        ("甲。乙。乙。", "甲。乙。", "甲。乙。[-乙。-]"),
        ("甲。乙。丙。", "甲。丙。乙。", "甲。[-乙。-]丙。{+乙。+}"),
        ("甲。乙。丙。丁。", "丁。甲。丙。", "{+丁。+}甲。[-乙。-]丙。[-丁。-]"),
        ("甲\n乙\n丙", "甲\n丙", "甲\n[-乙\n-]丙"),
        ("甲乙\n丙", "甲乙\n丁丙", "甲乙\n{+丁+}丙"),
        # a part of a list goes with the mark that a person would strike with it
        ("修路、修桥、修渠", "修路、修渠", "修路[-、修桥-]、修渠"),
        ("修路,修桥,修渠", "修路,修渠", "修路,[-修桥,-]修渠"),
        ("修路；修桥；修渠", "修路；修渠", "修路；[-修桥；-]修渠"),
        ("修路：修桥：修渠", "修路：修渠", "修路：[-修桥：-]修渠"),
        ("东岸。西岸。南岸。", "东岸。南岸。", "东岸。[-西岸。-]南岸。"),
        ("东岸码头、西岸码头等", "西岸码头等", "[-东岸码头、-]西岸码头等"),
        ("修缮码头,添置船只。", "添置船只。", "[-修缮码头,-]添置船只。"),
        ("完善甲站、乙站的服务", "完善甲站的服务", "完善甲站[-、乙站-]的服务"),
        ("水运、渔业", "水运、林业、渔业", "水运{+、林业+}、渔业"),
        ("水运,渔业", "水运,林业,渔业", "水运,{+林业,+}渔业"),
        ("树木、草木", "树木", "树木[-、草木-]"),
        ("修渠、西岸种树建设", "修渠、西岸,西岸种树", "修渠、{+西岸,+}西岸种树[-建设-]"),
        ("建设、建设", "建设", "[-建设、-]建设"),
        ("修渠(修路)修桥", "修渠修桥", "修渠[-(修路)-]修桥"),
        ("(一)(二)", "(一)", "(一)[-(二)-]"),
        ("东、西渡西岸", "东、西岸", "东、[-西渡-]西岸"),
        # at the edge of a text
        ("种树种草", "种草", "[-种树-]种草"),
        ("种草", "种树种草", "{+种树+}种草"),
        ("一村一品", "一村", "一村[-一品-]"),
        ("12个和12个", "12个", "[-12个和-]12个"),
        ("修1处路", "修2处路", "修[-1处-]{+2处+}路"),
        ("", "甲", "{+甲+}"),
        ("甲", "", "[-甲-]"),
        ("", "", ""),
        ("甲", "甲", "甲"),
    ],
)
def test_a_change_begins_and_ends_where_a_person_would_put_it(
    old: str, new: str, shown: str
) -> None:
    assert marked(exact(old, new)) == shown


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("修缮码头", "修缮码头", []),
        ("修缮码头", "修缮驳岸", [Splice(2, 4, "驳岸")]),
        ("修缮码头", "全面修缮码头", [Splice(0, 0, "全面")]),
        ("修缮码头。添置船只。", "修缮。添置木船只。", [Splice(2, 4, ""), Splice(7, 7, "木")]),
    ],
)
def test_splices_are_in_the_old_text(old: str, new: str, found: list[Splice]) -> None:
    assert splices(old, new) == found


@pytest.mark.parametrize(
    ("words", "text", "resembling", "common"),
    [
        ("推进建设", "我们推进建设吧", "推进建设", 4),
        ("推进智慧城市建设", "智慧城市", "智慧城市", 4),
        ("修缮东岸码头", "计划修缮西岸码头两座,添置船只", "修缮西岸码头", 5),
        ("修缮东岸的木制码头", "计划修缮东岸木制的大码头两座,添置船只", "修缮东岸木制的大码头", 8),
        ("东岸码头", "西岸码", "西岸码", 2),
        # what is not there at the beginning or end has its room all the same, as far as there is any
        ("修东岸", "添置船只三艘以上,东岸", ",东岸", 2),
        ("东岸修", "东岸,添置船只三艘以上", "东岸,", 2),
        ("无关", "完全不同", "", 0),
        ("修缮", "", "", 0),
    ],
)
def test_the_stretch_that_resembles_words(
    words: str, text: str, resembling: str, common: int
) -> None:
    found = alignment(words, text)
    start = text.index(resembling)
    assert found == Alignment(start, start + len(resembling), common)


@pytest.mark.parametrize(
    ("runs", "shown"),
    [
        ("-旧 =堤 +新", "[-旧堤-]{+堤新+}"),
        ("-旧 =堤岸 +新", "[-旧-]堤岸{+新+}"),
        ("-旧 =、 +新", "[-旧-]、{+新+}"),
        # at an end nothing stands on its other side
        ("=堤 -旧 +新", "堤[-旧-]{+新+}"),
        ("-旧 +新 =堤", "[-旧-]{+新+}堤"),
        ("=堤", "堤"),
    ],
)
def test_one_character_between_two_changes_goes_and_comes_with_them(runs: str, shown: str) -> None:
    ops: dict[str, Op] = {"-": "-", "=": "=", "+": "+"}
    found = diff._without_islands([Run(ops[run[0]], run[1:]) for run in runs.split()])
    assert marked(found) == shown
