"""Words on the review page are true: as they are seen, copied, found and heard; and so is its address."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.browser.looking import LOOKS, PHONE, Open, serious

PLACE = "#row-19\\.1"
"""A paragraph in which 电子医保凭证 became 医保电子凭证."""

COPIED = """(selector) => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector(selector));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  const data = new DataTransfer();
  const event = new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true });
  document.querySelector(selector).dispatchEvent(event);
  return event.defaultPrevented ? data.getData("text/plain") : getSelection().toString();
}"""
HASH = "decodeURIComponent(location.hash)"


def shown(page: Any, place: str = f"{PLACE} .words") -> str:
    """Return the words that a view shows of a paragraph."""
    return str(page.locator(place).first.inner_text())


def hits(page: Any) -> str:
    return str(page.locator("output[name=hits]").text_content())


def test_plan_and_draft_are_read_without_each_others_words(open_page: Open, address: str) -> None:
    page = open_page(address)
    marked = shown(page)
    page.check("input[value=plan]")
    plan = shown(page)
    page.check("input[value=draft]")
    draft = shown(page)
    assert "普及医保电子凭证,探索" in plan
    assert "普及电子医保凭证,探索" in draft
    assert "电子社保卡" in draft
    assert "电子社保卡" not in plan
    assert len(marked) > len(draft) > len(plan)
    style = "e => getComputedStyle(e).textDecorationLine"
    assert page.locator(f"{PLACE} del").first.evaluate(style) == "none"
    # what came as a whole stands in no draft, and what went in no plan
    assert not page.locator(".row.added").first.is_visible()
    assert page.locator(".row.gone").first.is_visible()
    page.check("input[value=plan]")
    assert page.locator(".row.added").first.is_visible()
    assert not page.locator(".row.gone").first.is_visible()


def test_side_by_side_stands_one_below_the_other_on_a_phone(open_page: Open, address: str) -> None:
    tops = "all => all.filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect().top)"
    for size, beside in ((PHONE, False), ({"width": 1440, "height": 900}, True)):
        page = open_page(address + "#view=beside", viewport=size)
        draft, plan = page.locator(f"{PLACE} .words").evaluate_all(tops)
        assert (draft == plan) is beside
        # of a paragraph that nobody changed a phone shows one
        same = page.locator(".row.same.paragraph").first.locator(".words")
        assert len(same.evaluate_all(tops)) == (2 if beside else 1)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_copied_words_are_those_of_the_plan(open_page: Open, address: str) -> None:
    page = open_page(address)
    page.click(f"{PLACE} .words", position={"x": 2, "y": 2})
    copied = page.evaluate(COPIED, PLACE)
    assert "普及医保电子凭证,探索医保线上申报、线上结算等功能" in copied
    assert "社保卡" not in copied
    assert "市医保局-01" not in copied  # the balloon is no word of the plan
    assert "增" not in copied
    page.check("input[name=copy]")
    marked = page.evaluate(COPIED, PLACE)
    assert "普及[-电子-]医保{+电子+}凭证" in marked
    assert page.evaluate(HASH) == "#copy=marks"
    page.check("input[value=draft]")
    assert "普及电子医保凭证,探索" in page.evaluate(COPIED, PLACE)


def test_a_title_and_rows_of_a_table_are_copied_line_by_line(open_page: Open, address: str) -> None:
    page = open_page(address)
    words = page.evaluate(COPIED, "#part-text").splitlines()
    assert "19.医疗健康工程" in words
    assert not any("[-" in line for line in words)


def test_words_that_all_went_are_copied_with_their_marks(open_page: Open, address: str) -> None:
    page = open_page(address)
    assert page.evaluate(COPIED, f"{PLACE} del") == "[-电子-]"


def test_without_script_struck_words_are_not_copied(open_page: Open, address: str) -> None:
    page = open_page(address, java_script_enabled=False)
    style = "e => getComputedStyle(e).userSelect"
    assert page.locator(f"{PLACE} del").first.evaluate(style) == "none"


def test_the_adopted_phrase_is_found_over_its_marks(open_page: Open, address: str) -> None:
    page = open_page(address)
    page.fill("input[name=find]", "普及医保电子凭证,探索")
    assert hits(page) == "0 / 1"
    page.keyboard.press("Enter")
    assert hits(page) == "1 / 1"
    spans = page.evaluate(
        "[...CSS.highlights.get('found-now')].map(range => range.toString()).join('|')"
    )
    # 电子, which went, is between them and is not among them
    assert spans == "普及|医保|电子|凭证,探索"
    # what the draft said is found, too, and what stands in both counts once
    page.fill("input[name=find]", "普及电子医保凭证")
    assert hits(page) == "0 / 1"
    page.check("input[value=plan]")
    assert hits(page) == "找不到"
    page.fill("input[name=find]", "医保电子凭证，探索")  # full width or half: the same
    assert hits(page) == "0 / 1"
    page.check("input[value=draft]")
    assert hits(page) == "找不到"


def test_the_browsers_own_search_finds_it_in_the_plan(open_page: Open, address: str) -> None:
    page = open_page(address)
    found = "find('普及医保电子凭证,探索') && getSelection().anchorNode.parentElement.closest('.row')?.id"
    # in the marked text only the comment's own card says it in one
    assert not page.evaluate(found)
    page.check("input[value=plan]")
    page.evaluate("getSelection().removeAllRanges()")
    assert page.evaluate(found) == "row-19.1"


def test_insertions_and_deletions_are_heard(open_page: Open, address: str) -> None:
    page = open_page(address)
    heard = page.locator(PLACE).aria_snapshot()
    assert "deletion: 删 电子 删毕" in heard
    assert "insertion: 增 电子 增毕" in heard
    page.check("input[value=plan]")
    assert "增" not in page.locator(f"{PLACE} .words").aria_snapshot()


def test_a_balloon_says_unit_and_decision_and_its_number_stands_at_the_change(
    open_page: Open, address: str
) -> None:
    page = open_page(address)
    balloon = page.locator(f"{PLACE} .notes a")
    number, rest = balloon.inner_text().split(maxsplit=1)
    assert rest.split() == ["市医保局-01", "已采纳"]
    marker = page.locator(f"{PLACE} .change").first
    assert marker.get_attribute("data-at") == number
    words, note = (page.locator(f"{PLACE} {one}").bounding_box() for one in (".words", ".notes"))
    assert note["x"] >= words["x"] + words["width"]  # beside the words
    page.set_viewport_size(PHONE)
    words, note = (page.locator(f"{PLACE} {one}").bounding_box() for one in (".words", ".notes"))
    assert note["y"] >= words["y"] + words["height"]
    content = "e => getComputedStyle(e, '::after').content"
    assert number in marker.evaluate(content)
    balloon.hover()
    assert page.locator(f"{PLACE} .change.lit").count() == page.locator(f"{PLACE} .change").count()


# --- the address --------------------------------------------------------------------------------------------


def test_an_address_opens_the_panel_at_a_change(open_page: Open, address: str) -> None:
    page = open_page(
        f"{address}#change={quote('市医保局-01')}~2&view=plan&unit={quote('市医保局')}"
    )
    assert page.is_checked("input[value=plan]")
    assert page.input_value("select[name=unit]") == "市医保局"
    assert page.text_content("output[name=shown]") == "显示 1 段、1 条意见"
    assert "市医保局-01" in page.locator("#part-panel").inner_text()
    current = page.locator(f"{PLACE} .change.current")
    assert current.get_attribute("class").split() == ["change", "current"]
    page.keyboard.press("Escape")
    assert page.evaluate(HASH) == "#view=plan&unit=市医保局"


def test_back_and_forward_go_through_what_was_shown(open_page: Open, address: str) -> None:
    page = open_page(address)
    page.check("input[value=plan]")
    page.select_option("select[name=unit]", "市医保局")
    page.check("input[value=marked]")
    page.locator(f"{PLACE} .change").first.click()
    steps = [
        "#change=市医保局-01&unit=市医保局",
        "#unit=市医保局",
        "#view=plan&unit=市医保局",
        "#view=plan",
        "",
    ]
    for step in steps:
        assert page.evaluate(HASH) == step
        assert page.is_visible("#part-panel") is step.startswith("#change")
        assert page.is_checked("input[value=plan]") is ("view=plan" in step)
        assert page.input_value("select[name=unit]") == ("市医保局" if "unit" in step else "")
        if step:
            page.go_back()
            page.wait_for_timeout(50)
    for _ in steps[1:]:
        page.go_forward()
        page.wait_for_timeout(50)
    assert page.is_visible("#part-panel")
    page.reload()
    assert page.is_visible("#part-panel")
    assert page.evaluate(HASH) == steps[0]


def test_a_place_keeps_what_the_address_says(open_page: Open, address: str) -> None:
    page = open_page(address)
    page.check("input[value=plan]")
    page.click(".contents a:has-text('17.智慧交通工程')")
    assert page.evaluate(HASH).startswith("#at=row-")
    assert page.evaluate(HASH).endswith("&view=plan")
    assert page.locator(".row.aimed").inner_text() == "17.智慧交通工程"
    page.reload()
    assert page.is_checked("input[value=plan]")
    assert page.locator(".row.aimed").inner_text() == "17.智慧交通工程"


def test_what_an_address_names_stands_below_the_tools(open_page: Open, address: str) -> None:
    page = open_page(address + "#view=beside&at=part-plan")
    page.wait_for_timeout(200)
    below = """() => document.getElementById("part-plan").getBoundingClientRect().top
      - document.getElementById("part-tools").getBoundingClientRect().bottom"""
    assert 0 <= page.evaluate(below) < 60


def test_an_address_of_another_day_asks_for_nothing(open_page: Open, address: str) -> None:
    page = open_page(f"{address}#view=unified&unit=nobody&change=gone-01&section=%E0&find=")
    assert page.is_checked("input[value=marked]")
    assert page.input_value("select[name=unit]") == ""
    assert not page.is_visible("#part-panel")


def test_all_is_reached_by_keys(open_page: Open, address: str) -> None:
    page = open_page(address)
    page.locator("input[value=marked]").focus()
    page.keyboard.press("ArrowRight")
    assert page.is_checked("input[value=plan]")
    page.keyboard.press("Tab")
    page.keyboard.type("医保电子凭证")
    page.keyboard.press("Enter")
    assert hits(page) == "1 / 1"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.hit") == "-1"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    change = page.locator(f"{PLACE} .change:not(.cut)").first
    change.focus()
    page.keyboard.press("Enter")
    assert page.is_visible("#part-panel")
    page.keyboard.press("Escape")
    assert change.evaluate("e => e === document.activeElement")


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_no_view_shuts_anybody_out(open_page: Open, address: str, width: int, scheme: str) -> None:
    page = open_page(address, color_scheme=scheme, viewport={"width": width, "height": 900})
    for view in ("plan", "draft", "beside", "marked"):
        page.check(f"input[value={view}]")
        page.fill("input[name=find]", "医保电子凭证")
        assert serious(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_at_twice_the_size_nothing_is_cut(open_page: Open, written: Path) -> None:
    # 200 % of a window of 1440 is one of 720 in which each pixel counts twice
    page = open_page((written / "审阅.html").as_uri(), viewport={"width": 720, "height": 450})
    for view in ("marked", "beside"):
        page.check(f"input[value={view}]")
        assert page.evaluate("document.documentElement.scrollWidth") <= 720


LAID_OUT_LATE = "document.body.classList.add('many')"
"""As a page of many comments is: what is out of view is laid out when it comes into view."""
CHOSEN = """() => {
  const row = getSelection().anchorNode.parentElement.closest(".plan .row");
  const { top, bottom } = getSelection().getRangeAt(0).getBoundingClientRect();
  return [row?.id, top >= 0 && bottom <= innerHeight];
}"""


def test_an_adopted_phrase_in_a_far_chapter_is_found_before_it_is_laid_out(
    open_page: Open, address: str
) -> None:
    page = open_page(address)
    page.evaluate(LAID_OUT_LATE)
    # the phrase lies on both sides of words that went: the page's own search reads over them
    page.fill("input[name=find]", "推广普及医保电子凭证")
    page.press("input[name=find]", "Enter")
    assert hits(page) == "1 / 1"
    page.wait_for_timeout(100)
    top = page.locator(PLACE).evaluate("row => row.getBoundingClientRect().top")
    assert 0 < top < page.viewport_size["height"]


@pytest.mark.parametrize("view", ["marked", "plan"])
def test_the_find_of_the_browser_reaches_what_is_not_laid_out_yet(
    open_page: Open, address: str, view: str
) -> None:
    page = open_page(address + f"#view={view}")
    page.evaluate(LAID_OUT_LATE)
    wanted = "加强公交治安管理" if view == "marked" else "推广普及医保电子凭证"
    place = "row-17.1" if view == "marked" else "row-19.1"
    page.evaluate("scrollTo(0, document.getElementById('part-plan').offsetTop)")
    page.evaluate("getSelection().setPosition(document.getElementById('part-plan'))")
    assert page.evaluate(f"window.find('{wanted}')")
    page.wait_for_timeout(100)
    assert page.evaluate(CHOSEN) == [place, True]


@pytest.mark.parametrize("width", [1440, pytest.param(1000, marks=pytest.mark.slow), 768])
def test_tools_that_stay_in_the_window_take_little_of_it(
    open_page: Open, water: str, width: int
) -> None:
    page = open_page(water, viewport={"width": width, "height": 900})
    page.keyboard.press("j")
    high = page.evaluate("document.getElementById('part-tools').offsetHeight")
    assert high < 900 / 7
    assert not page.is_visible("select[name=unit]")
    page.click(".unfold")
    page.select_option("select[name=unit]", "区财政局")
    page.click(".unfold")
    assert not page.is_visible("select[name=unit]")
    assert page.inner_text(".unfold").endswith("1）")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert serious(page) == []
