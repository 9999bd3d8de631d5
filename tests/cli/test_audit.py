"""The evidence as a reading: asked, adopted, where it stands, and how much of it was adopted."""

import json
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from tests.conftest import Run


def reading(folder: Path, run: Run, name: str) -> Any:
    (found,) = json.loads(run(folder, "audit", name, "--json").out)["comments"]
    return found


@pytest.mark.parametrize(
    ("name", "share"),
    [
        ("市医保局-01", 1.0),  # three edits as asked
        ("市投创中心-03", 2 / 13),  # 项目 of 项目, 、卫星导航 and 以及量子成像
        ("市应急局-01", None),  # asked in words only
        ("皖西学院-01", None),
    ],
)
def test_the_share_of_what_was_asked(
    adopted: Path, run: Run, name: str, share: float | None
) -> None:
    assert reading(adopted, run, name)["share"] == share


def test_where_a_comment_stands(adopted: Path, run: Run) -> None:
    (passage,) = reading(adopted, run, "市医保局-01")["passages"]
    assert passage["paragraph"] == "19.1"
    assert "推广普及[-电子-]医保{+电子+}凭证" in passage["words"]
    removed = reading(adopted, run, "市交通运输局-02")["passages"]
    assert {
        "paragraph": "专栏15.1",
        "container": "第四章/17/专栏15",
        "words": "[-车路协同探索。-]",
    } in removed


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (("--replace", "烘干机", "--with", "烘干柜"), "find no one place"),  # the draft has none
        ((), "in words only"),
    ],
)
def test_edits_without_a_place_are_not_called_words_only(
    example: Path, run: Run, edit: tuple[str, ...], said: str
) -> None:
    assert run(example, "new", "--unit", "镇财政所", "--opinion", "建议改。", *edit).code == 0
    assert said in run(example, "audit", "镇财政所-03").out


def test_what_is_not_merged_stands_nowhere(circulated: Path, run: Run) -> None:
    found = reading(circulated, run, "市医保局-01")
    assert (found["state"], found["passages"]) == ("waiting", [])


def test_a_rejection_has_a_share_of_nothing(example: Path, run: Run) -> None:
    assert reading(example, run, "镇财政所-01")["share"] == 0


def test_check_and_audit_say_the_same_share(adopted: Path, run: Run) -> None:
    said = json.loads(run(adopted, "check", "--json").out)["findings"]
    shares = {f["params"]["id"]: f["params"]["share"] for f in said if f["code"] == "P421"}
    for name, share in (("市消防救援支队-01", "67%"), ("市住建局-01", "92%")):
        assert shares[name] == share
        assert f"{share} of what was asked" in run(adopted, "audit", name).out


def test_units_are_summed(adopted: Path, run: Run) -> None:
    units = json.loads(run(adopted, "audit", "--json").out)["units"]
    assert sum(unit["comments"] for unit in units) == 26
    assert sum(unit["in_text"] for unit in units) == 25
    (centre,) = [unit for unit in units if unit["unit"] == "市投创中心"]
    assert centre["share"] == pytest.approx((1 + 1 + 2 / 13) / 3)


def test_the_terminal_shows_differences_and_findings(adopted: Path, run: Run) -> None:
    shown = run(adopted, "audit", "市投创中心-03").out
    assert "市投创中心-03  采纳 · in the text · 15% of what was asked" in shown
    place = "专栏20.1 专栏20“新兴产业培育孵化重点工作”中“长三角产业分工协作”"
    assert f"asked  {place}: 引进无人机、机器人尤其是软体机器人、[-卫星导航、-]大数据" in shown
    assert "check  P422 " in shown


@pytest.mark.parametrize("ending", ["html", "md"])
def test_files_follow_the_plans_language(adopted: Path, run: Run, ending: str) -> None:
    path = adopted / f"out/核对.{ending}"
    assert run(adopted, "audit", "-o", str(path)).code == 0
    text = path.read_text(encoding="utf-8")
    assert "<ins>项目</ins>" in text
    assert "<del>卫星导航、</del>" in text
    assert "采纳了所要求的 15%" in text


def test_hostile_words_stay_words(adopted: Path, run: Run) -> None:
    path = adopted / "comments/市应急局/01.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "不考虑共建共享", "<script>alert(1)</script>{{ 7*7 }}|"
    )
    path.write_text(text, encoding="utf-8")
    for ending in ("html", "md"):
        run(adopted, "audit", "-o", str(adopted / f"a.{ending}"))
    html, md = ((adopted / f"a.{ending}").read_text(encoding="utf-8") for ending in ("html", "md"))
    assert "<script>" not in html
    assert "{{ 7*7 }}" in html
    assert "\\<script>" in md


@pytest.mark.parametrize(
    "opinion",
    [
        "# 题",
        "1. 一",
        "1) 一",
        "12.",
        "- 一",
        "+ 一",
        "* 一",
        "> 一",
        "---",
        "===",
        "~~~",
        "```",
        "    一",
        "1.5倍",
    ],
)
def test_an_opinion_is_a_paragraph_whatever_it_begins_with(
    example: Path, run: Run, opinion: str
) -> None:
    path = example / "comments/镇财政所/02.yaml"
    text = path.read_text(encoding="utf-8")
    words = f'opinion: "{opinion}\\n- 其二"'
    path.write_text(
        text.replace("opinion: |-\n  建议在厨房设备中增加油烟净化器。", words), encoding="utf-8"
    )
    assert run(example, "audit", "镇财政所-02", "-o", str(example / "a.md")).code == 0
    shown = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(
        (example / "a.md").read_text("utf-8")
    )
    assert f"<p>{escape(opinion.strip())}<br>- 其二</p>" in shown


def test_what_turns_the_reading_is_named_in_every_template(example: Path, run: Run) -> None:
    for file, old in (("comments/镇财政所/01.yaml", "资金有限"), ("plan/plan.yaml", "title: ")):
        text = (example / file).read_text(encoding="utf-8")
        (example / file).write_text(text.replace(old, f"{old}\u202e", 1), encoding="utf-8")
    decided = ("decide", "镇财政所-02", "--status", "留作参考")
    assert run(example, *decided).code == 0
    for command in (
        ["audit"],
        ["report"],
        ["report", "--preset", "narrative"],
        ["reply", "镇财政所"],
    ):
        for ending in ("html", "md"):
            path = example / f"a.{ending}"
            assert run(example, *command, "-o", str(path)).code == 0
            text = path.read_text(encoding="utf-8")
            assert "\u202e" not in text
            assert "⟨U+202E⟩" in text
    assert "⟨U+202E⟩" in run(example, "report", "--summary").out


def test_an_unknown_ending_and_an_unknown_round(adopted: Path, run: Run) -> None:
    assert "P009" in run(adopted, "audit", "-o", "a.docx").err
    assert "P205" in run(adopted, "audit", "--draft", "没有").err


def test_a_comment_of_a_closed_round_is_read_in_its_own(example: Path, run: Run) -> None:
    assert run(example, "apply", "--all").code == 0
    assert run(example, "freeze", "送审稿", "--circulate").code == 0
    assert run(example, "new", "--unit", "镇民政办", "--opinion", "第二轮").code == 0
    read = json.loads(run(example, "audit", "镇民政办-01", "镇财政所", "--json").out)
    assert read["draft"] == "征求意见稿"
    assert [found["id"] for found in read["comments"]] == [
        "镇财政所-01",
        "镇财政所-02",
        "镇民政办-01",
    ]
    for words in (
        ["镇民政办"],
        [],
    ):  # without a comment named, and of a unit with both, the current one
        read = json.loads(run(example, "audit", *words, "--json").out)
        assert (read["draft"], [found["id"] for found in read["comments"]]) == (
            "送审稿",
            ["镇民政办-02"],
        )
    for wrong in (("镇民政办-02", "镇财政所-02"), ("镇财政所-02", "--draft", "送审稿")):
        done = run(example, "audit", *wrong)
        assert (done.code, done.out) == (2, "")
        assert (
            "P031 镇财政所-02 has no comment on 送审稿.\n    → It was made on 征求意见稿"
            in done.err
        )


def test_a_move_is_read_as_a_place(moving: Callable[..., Path], run: Run) -> None:
    folder = moving("move: 第一章.1, to: 第二章")
    out = run(folder, "audit", "镇财政所-09").out
    assert "100% of what was asked" in out
    assert "第一章.1 第一章“题”中“甲段” place: [-第一章“题”-]{+第二章“题” 专栏1“设备” ↑+}" in out


@pytest.mark.parametrize(("status", "share"), [("撤回", 1.0), ("不采纳", 0.5)])
def test_what_was_withdrawn_has_no_share(
    example: Path, run: Run, status: str, share: float
) -> None:
    decision = f"decision: {{status: {status}, reason: 另行研究。}}"
    text = f"unit: 镇民政办\nopinion: 改。\nedits: [{{replace: 6个, with: 8个}}]\n{decision}\n"
    (example / "comments/镇民政办/02.yaml").write_text(text, encoding="utf-8")
    units = json.loads(run(example, "audit", "--json").out)["units"]
    (own,) = [unit for unit in units if unit["unit"] == "镇民政办"]
    assert (own["comments"], own["share"]) == (2, share)
