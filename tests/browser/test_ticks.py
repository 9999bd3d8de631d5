"""Comments are ticked off on the review page, and its text follows as the merge says."""

from pathlib import Path
from typing import Any

import pytest

from tests.browser.looking import Open, serious
from tests.conftest import Run

PLACE = "#row-17\\.1"
"""A paragraph that two comments change."""
PAIR = ("市公安局-02", "市交通运输局-01")
PLAN_WORDS = """(words) => {
  const copy = words.cloneNode(true);
  copy.querySelectorAll("del").forEach((gone) => gone.remove());
  return copy.textContent;
}"""
HASH = "decodeURIComponent(location.hash)"


def tick(page: Any, name: str) -> Any:
    return page.locator(f"[id='{name}'] [data-with]")


def said(page: Any) -> str:
    return str(page.locator("output[name=trial]").text_content())


def plan_words(page: Any, place: str = PLACE) -> str:
    """Return the words of a paragraph as the plan would have them."""
    return str(page.locator(f"{place} .words").first.evaluate(PLAN_WORDS))


def test_the_text_follows_a_tick_and_comes_back(open_page: Open, address: str) -> None:
    page = open_page(address)
    now = plan_words(page)
    page.locator(f"{PLACE} .change[data-by='市公安局-02']").first.click()
    page.uncheck("#part-panel [data-with]")
    assert said(page) == "以下文本不含市公安局-02。"
    assert page.locator("#part-panel .said").text_content() == said(page)
    assert "加强公交治安管理" in now
    assert "加强公交治安管理" not in plan_words(page)
    assert "开展农村交通运输综合信息服务平台建设" in plan_words(page)
    assert page.locator(f"{PLACE}.tried .notes .out").count() == 1
    assert not tick(page, "市公安局-02").is_checked()
    assert serious(page) == []
    page.keyboard.press("Escape")
    page.fill("input[name=find]", "加强公交治安管理,加强公交安保")
    assert page.locator("output[name=hits]").text_content() == "找不到"
    page.fill("input[name=find]", "")
    page.click("[data-put-back]")
    assert plan_words(page) == now
    assert not page.is_visible(".trial")
    assert page.evaluate(HASH) == ""


def test_two_that_meet_give_what_the_draft_says(open_page: Open, address: str) -> None:
    page = open_page(address)
    page.check("input[value=draft]")
    draft = page.locator(f"{PLACE} .words").inner_text()
    page.check("input[value=plan]")
    for name in PAIR:
        tick(page, name).uncheck()
    assert page.locator(f"{PLACE} .words").inner_text() == draft
    assert page.evaluate(HASH) == f"#view=plan&without={','.join(PAIR)}"
    page.go_back()
    page.wait_for_timeout(50)
    assert page.evaluate(HASH) == f"#view=plan&without={PAIR[0]}"
    assert tick(page, PAIR[1]).is_checked()
    assert page.locator(f"{PLACE} .words").inner_text() != draft
    page.go_forward()
    page.wait_for_timeout(50)
    page.reload()
    assert page.locator(f"{PLACE} .words").inner_text() == draft


def test_a_paragraph_that_a_comment_brought_is_not_there(open_page: Open, address: str) -> None:
    page = open_page(address)
    assert page.is_visible("#row-专栏15\\.2")
    tick(page, "市交通运输局-03").uncheck()
    assert not page.is_visible("#row-专栏15\\.2")
    # comments that do not meet go together as they are
    tick(page, "市医保局-01").uncheck()
    assert "普及电子医保凭证" in plan_words(page, "#row-19\\.1")
    tick(page, "市交通运输局-03").check()
    assert page.is_visible("#row-专栏15\\.2")
    assert "普及电子医保凭证" in plan_words(page, "#row-19\\.1")


def test_what_was_not_computed_is_said_in_words(
    open_page: Open, written: Path, tmp_path: Path
) -> None:
    whole = (written / "审阅.html").read_text(encoding="utf-8")
    stored = f'"{" ".join(PAIR)}": '
    assert whole.count(stored) == 1
    file = tmp_path / "a.html"
    file.write_text(whole.replace(stored, '"x y": '), encoding="utf-8")
    page = open_page(file.as_uri())
    tick(page, PAIR[0]).uncheck()
    now = plan_words(page)
    tick(page, PAIR[1]).click()
    assert said(page) == (
        "未计算同时撤出市公安局-02、市交通运输局-01后的文本;"
        "可运行:plancli revert 市公安局-02 市交通运输局-01; plancli diff"
    )
    assert tick(page, PAIR[1]).is_checked()
    assert plan_words(page) == now


COMPOUND = """unit: 镇文化站
opinion: 选址和供餐各有两处要改。
items:
  - opinion: 面积改小些。
    edits: [{replace: 不小于80平方米, with: 不小于70平方米}]
    decision: {status: 采纳}
  - opinion: 学校用房写明。
    edits: [{insert: （含校舍）, after: 学校用房}]
    decision: {status: 采纳}
  - opinion: 到期年份推后。
    edits: [{replace: 到2026年底, with: 到2027年底}]
    decision: {status: 采纳}
"""
POINTS = ["镇文化站-01.1", "镇文化站-01.2", "镇文化站-01.3"]


def test_a_compound_comment_goes_and_comes_as_a_whole(
    open_page: Open, example: Path, run: Run
) -> None:
    file = example / "comments/镇文化站/01.yaml"
    file.parent.mkdir()
    file.write_text(COMPOUND, encoding="utf-8")
    assert run(example, "apply", "--all").code == 0
    assert run(example, "site", "--internal", "-o", str(example / "a.html")).code == 0
    page = open_page((example / "a.html").as_uri())
    places = "#row-第一章\\.1", "#row-第二章\\.1"
    now = [plan_words(page, place) for place in places]
    whole = page.locator("[id='镇文化站-01'] [data-with]")
    whole.uncheck()
    assert ["2026年" in plan_words(page, places[0]), "80平方米" in plan_words(page, places[1])] == [
        True,
        True,
    ]
    assert "含校舍" not in plan_words(page, places[1])
    assert page.evaluate(HASH) == f"#without={','.join(POINTS)}"
    assert not any(tick(page, name).is_checked() for name in POINTS)
    # a single point comes back: the whole is then neither there nor gone
    tick(page, POINTS[2]).check()
    assert plan_words(page, places[0]) == now[0]
    assert whole.evaluate("e => [e.checked, e.indeterminate]") == [True, True]
    page.click("[data-put-back]")
    assert [plan_words(page, place) for place in places] == now
    assert whole.evaluate("e => [e.checked, e.indeterminate]") == [True, False]
    assert serious(page) == []


def test_a_comment_that_cannot_go_says_why(open_page: Open, example: Path, run: Run) -> None:
    path = example / "plan/第一章-目标.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("、午餐和晚餐", "、午餐、热的晚餐"), encoding="utf-8")
    assert run(example, "site", "--internal", "-o", str(example / "a.html")).code == 0
    page = open_page((example / "a.html").as_uri())
    assert tick(page, "镇民政办-01").is_disabled()
    assert "不能单独撤出" in page.locator("[id='镇民政办-01'] .with").inner_text()


@pytest.mark.parametrize("width", [1440, pytest.param(375, marks=pytest.mark.slow)])
def test_tables_follow_and_nobody_is_shut_out(open_page: Open, water: str, width: int) -> None:
    page = open_page(water, viewport={"width": width, "height": 900})
    for name in ("区自然资源局-05", "柳汊镇人民政府-05", "区发展改革局-11"):
        tick(page, name).uncheck()
    assert not page.is_visible("[id='row-表4-1.25']")
    assert page.locator("[id='row-表3-1.5_农业和生态'].tried :is(ins, del)").count() == 0
    assert not page.is_visible("[id='row-表5-1.1_专项债券']")
    assert page.is_visible("[id='row-表5-1.1_专项债券_2']")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert serious(page) == []


def test_without_script_nothing_is_to_be_ticked(open_page: Open, address: str) -> None:
    page = open_page(address, java_script_enabled=False)
    assert not page.locator("[data-with]").first.is_visible()
    assert page.is_visible(f"{PLACE} .words")
