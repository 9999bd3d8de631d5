"""Titles, tables, pictures and moved sections on the review page: copied, and without a comment."""

from pathlib import Path
from typing import Any

import pytest

from tests.browser.looking import Open
from tests.browser.test_words import COPIED
from tests.drawn import png

PLAN = """\
format: 2
title: 柳湾渡口整治办法
issuer: 柳湾镇政府
units:
  - name: 镇港航站
  - name: 镇财政所
sections:
  - 第一章
  - 第二章
  - 第二章/第一节
  - 第二章/第二节
  - 第二章/第三节
"""
FIRST = """\
key: 第一章
title: 现状
body:
  - table: 表1
    title: 渡口
    columns:
      - 类别
      - 名称
      - {key: 去年, head: 客流|去年}
      - {key: 今年, head: 客流|今年}
    joined: [类别]
    rows:
      - [公渡, 东渡, "40", "45"]
      - [公渡, 西渡, "20", "25"]
      - [义渡, 石渡, "10", "15"]
  - figure: 图1
    image: figures/渡口.png
    title: 渡口分布
  - id: "1.1"
    text: 全镇有渡口三处。
    notes: [{id: 注1, after: 全镇, text: 不含便桥。}]
"""
SECOND = """\
key: 第二章
title: 措施
"""
SECTIONS = {
    "第一节": "码头",
    "第二节": "船只",
    "第三节": "值守",
}
COMMENTS = {
    "镇港航站/01": "- {title: 规划, with: 柳湾渡口整治管理办法}",
    "镇港航站/02": "- {image: 第一章/图1, with: figures/渡口-新.png}",
    "镇港航站/03": "- {move: 第二章/第二节, before: 第二章/第一节}",
    "镇财政所/01": """\
- add: {column: 专栏1, title: 经费, items: [{text: 船只检验经费列入预算。}]}
  to: 第二章/第二节""",
    "镇财政所/02": "- {remove: 第一章/表1/去年}",
    "镇财政所/03": "- {remove: 表1.3}",
}


@pytest.fixture(scope="module")
def _page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from plancli.__main__ import main

    folder = tmp_path_factory.mktemp("parts")
    files = {"plan/plan.yaml": PLAN, "plan/第一章.yaml": FIRST, "plan/第二章.yaml": SECOND}
    for at, (key, title) in enumerate(SECTIONS.items(), 1):
        body = f"body:\n  - {{id: '2.{at}', text: {title}由专人负责。}}\n"
        files[f"plan/第二章/{key}.yaml"] = f"key: 第二章/{key}\ntitle: {title}\n{body}"
    for name, edits in COMMENTS.items():
        unit, indented = name.partition("/")[0], edits.replace("\n", "\n  ")
        told = f"unit: {unit}\nopinion: 见修改。\nedits:\n  {indented}\n"
        files[f"comments/{name}.yaml"] = told + "decision: {status: 采纳}\n"
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    (folder / "plan/figures").mkdir()
    (folder / "plan/figures/渡口.png").write_bytes(png())
    (folder / "plan/figures/渡口-新.png").write_bytes(png(6, 6))
    page = folder / "审阅.html"
    for command in (["freeze", "征求意见稿"], ["apply", "--all"], ["site", "-o", str(page)]):
        assert main(["-C", str(folder), *command]) == 0
    return page


@pytest.fixture
def page(open_page: Open, _page: Path) -> Any:
    return open_page(_page.as_uri())


def lines(page: Any, selector: str) -> list[str]:
    return str(page.evaluate(COPIED, selector)).splitlines()


def test_the_title_of_the_draft_is_copied_from_its_view(page: Any) -> None:
    assert lines(page, ".row.name .words") == ["柳湾渡口整治管理办法"]
    page.check("input[value=draft]")
    assert lines(page, ".row.name .words") == ["柳湾渡口整治办法"]


def test_a_table_is_copied_cell_by_cell_as_the_view_has_it(page: Any) -> None:
    plan = ["类别\t名称\t客流", "\t\t今年", "公渡\t东渡\t45", "\t西渡\t25"]
    draft = [
        "类别\t名称\t客流\t",
        "\t\t去年\t今年",
        "公渡\t东渡\t40\t45",
        "\t西渡\t20\t25",
        "义渡\t石渡\t10\t15",
    ]
    for view, expected in (("marked", plan), ("plan", plan), ("draft", draft)):
        page.check(f"input[value={view}]")
        assert lines(page, ".row.table table") == expected, view
    page.check("input[value=plan]")
    html = page.evaluate(COPIED.replace("text/plain", "text/html"), ".row.table")
    assert "<td>公渡</td><td>东渡</td><td>45</td>" in html
    assert "class=" not in html


def test_what_tells_two_pictures_apart_is_no_word_of_the_plan(page: Any) -> None:
    assert page.locator(".picture .label").all_inner_texts() == ["原图", "新图"]
    for view in ("marked", "plan", "draft"):
        page.check(f"input[value={view}]")
        assert lines(page, ".row.figure") == ["图1 渡口分布"]
    assert not page.locator(".picture .label").first.is_visible()


def test_without_its_comment_a_figure_has_the_picture_of_the_draft(page: Any) -> None:
    def pictures() -> list[str]:
        return [
            one.get_attribute("src")
            for one in page.locator(".picture img").all()
            if one.is_visible()
        ]

    page.check("input[value=draft]")
    (drafted,) = pictures()
    page.check("input[value=marked]")
    both = pictures()
    page.locator("[id='镇港航站-02'] [data-with]").uncheck()
    assert pictures() == [drafted]
    page.check("input[value=plan]")
    assert pictures() == [drafted]
    page.click("[data-put-back]")
    page.check("input[value=marked]")
    assert pictures() == both


def test_what_would_stand_elsewhere_without_a_move_is_not_shown_as_if_it_stood(page: Any) -> None:
    moved = page.locator("[id='镇港航站-03']")
    assert moved.locator("[data-with]").is_disabled()
    assert "未计算撤出后的文本" in moved.inner_text()


def test_paper_says_what_was_chosen_of_the_page(page: Any) -> None:
    def printed() -> str:
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        said = page.locator(".on-paper")
        words = said.inner_text() if said.is_visible() else ""
        page.emulate_media(media="screen")
        return str(words)

    assert printed() == ""
    page.check("input[value=plan]")
    page.select_option("select[name=unit]", "镇港航站")
    page.locator("[id='镇港航站-02'] [data-with]").uncheck()
    said = printed()
    for words in ("现文本", "单位 镇港航站", "以下文本不含镇港航站-02"):
        assert words in said
    assert not page.locator(".on-paper").is_visible()
    page.click("button[type=reset]")
    page.wait_for_timeout(50)
    assert printed() == ""


def test_a_title_that_came_is_no_empty_one_beside_the_draft(page: Any) -> None:
    page.check("input[value=beside]")
    empty = page.locator(":is(h3, h4, h5, h6):not([role])").evaluate_all(
        "all => all.filter((one) => !one.textContent.trim()).length"
    )
    assert empty == 0
    names = page.locator("[role=region]").evaluate_all(
        "all => all.map((one) => one.getAttribute('aria-label') ?? one.getAttribute('aria-labelledby'))"
    )
    assert len(set(names)) == len(names)


def test_what_is_read_is_outlined_where_the_system_chooses_the_colours(page: Any) -> None:
    page.emulate_media(forced_colors="active")
    page.locator("#part-text .change").first.click()
    style = page.locator(".change.current").evaluate("one => getComputedStyle(one).outlineStyle")
    assert style == "solid"


def test_the_old_place_of_what_moved_is_told_from_its_new_one(page: Any) -> None:
    choices = page.locator("[name=section] option").all_inner_texts()
    moved = [choice.strip() for choice in choices if "船只" in choice]
    assert len(moved) == 2
    assert sum("原位置" in choice for choice in moved) == 1


def test_the_search_passes_over_numbers_of_footnotes(page: Any) -> None:
    hits = page.locator("[name=hits]")
    for words in ("全镇有渡口", "全镇①有"):
        page.fill("[name=find]", words)
        page.press("[name=find]", "Enter")
        assert hits.inner_text() == "1 / 1", words


def test_side_by_side_each_state_has_its_own_picture(page: Any) -> None:
    page.check("input[value=beside]")
    for words in page.locator(".row.figure .words").all():
        assert sum(one.is_visible() for one in words.locator("img").all()) == 1
    assert page.evaluate(TWICE) == []


TWICE = "[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, at, all) => all.indexOf(id) < at)"
SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
SMALL = "all => all.filter(e => Math.min(e.offsetWidth, e.offsetHeight) < 24).map(e => e.outerHTML)"


def test_a_narrow_page_with_wide_spacing_is_not_wider_than_its_window(page: Any) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.eval_on_selector_all(".heat td a", SMALL) == []
    page.evaluate(
        "style => document.head.append(Object.assign(document.createElement('style'), {textContent: style}))",
        SPACED,
    )
    assert page.evaluate("document.documentElement.scrollWidth") == 320
