"""Differences: exact to apply, readable to look at."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.core.diff import Run, apply, exact, readable, splices

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
