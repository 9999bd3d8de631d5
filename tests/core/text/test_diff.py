"""Differences: exact to apply, readable to look at."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plancli.core.text import diff
from plancli.core.text.diff import apply, exact, readable, splices
from plancli.core.text.marked import Run

texts = st.text("的建设2019万.5G《》〔〕号、，。推进完善", max_size=40)


def marked(runs: list[Run]) -> str:
    marks = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
    return "".join(marks[run.op].format(run.text) for run in runs)


@given(texts, texts)
def test_both_scripts_spell_both_texts(old: str, new: str) -> None:
    for script in (exact(old, new), readable(old, new)):
        assert "".join(run.text for run in script if run.op != "+") == old
        assert "".join(run.text for run in script if run.op != "-") == new


@given(texts, texts)
def test_splices_turn_one_into_the_other(old: str, new: str) -> None:
    found = splices(old, new)
    assert apply(old, found) == new
    assert all(first.end < second.start for first, second in pairwise(found))


@pytest.fixture(params=["small", "large"])
def _limits(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Small limits let short texts take the way of long ones."""
    if request.param == "small":
        monkeypatch.setattr(diff, "_SMALL", 0)
        monkeypatch.setattr(diff, "_LARGE", 12)


parts = st.lists(
    st.sampled_from(["推进建设。", "完善机制,", "加强管理;", "2万个", "到2025年", "的"]),
    max_size=12,
)


@pytest.mark.usefixtures("_limits")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts.map("".join), parts.map("".join))
def test_long_texts_are_cut_without_loss(old: str, new: str) -> None:
    for script in (exact(old, new), readable(old, new)):
        assert "".join(run.text for run in script if run.op != "+") == old
        assert "".join(run.text for run in script if run.op != "-") == new
        assert all(run.text for run in script)
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
    monkeypatch.setattr(diff, "_LARGE", 1000 * 1000)
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
