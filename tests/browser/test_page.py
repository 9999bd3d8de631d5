"""The review page in a browser: open, filter, follow a change to its comment, print; nobody is shut out."""

from pathlib import Path

import pytest

from plancli.cli.live import ADDRESS, listening
from tests.browser.looking import PHONE, Open, cards, rows, serious
from tests.conftest import ROOT, Run


def test_the_filters_leave_what_was_asked_for(open_page: Open, address: str) -> None:
    page = open_page(address)
    assert len(rows(page)) == 46
    page.select_option("select[name=unit]", "市医保局")
    assert (rows(page), cards(page)) == (["row-19.1"], ["市医保局-01"])
    assert page.text_content("output[name=shown]") == "显示 1 段、1 条意见"
    assert page.is_visible("#row-第四章_19")
    page.select_option("select[name=section]", label="\u3000\u300017.智慧交通工程")
    assert (rows(page), cards(page)) == ([], [])
    page.select_option("select[name=unit]", "")
    assert set(cards(page)) == {
        "市公安局-02",
        "市交通运输局-01",
        "市交通运输局-02",
        "市交通运输局-03",
    }
    page.click("button[type=reset]")
    # a wait for a condition would be evaluated again and again, which the page's policy forbids
    all_rows = page.locator(".row:not([hidden], [hidden] *):not([data-level])")
    all_rows.nth(45).wait_for(state="attached")
    assert all_rows.count() == 46
    page.select_option("select[name=status]", "采纳")
    assert len(cards(page)) == 26


def test_a_change_leads_to_its_comment_and_back(open_page: Open, address: str) -> None:
    page = open_page(address)
    change = page.locator("#row-19\\.1 .change").first
    change.click()
    panel = page.locator("#part-panel")
    assert "市医保局-01" in panel.inner_text()
    assert "已采纳" in panel.inner_text()
    assert page.evaluate("document.activeElement.id") == "part-panel"
    assert page.evaluate("decodeURIComponent(location.hash)") == "#change=市医保局-01"
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    assert page.evaluate("document.activeElement.dataset.by") == "市医保局-01"


def test_keys_go_from_change_to_change(open_page: Open, address: str) -> None:
    page = open_page(address)
    position = page.locator("#part-panel .position")
    all_changes = page.locator(".plan .change").count()
    page.keyboard.press("j")
    assert position.inner_text() == f"1 / {all_changes}"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("j")
    assert position.inner_text() == f"3 / {all_changes}"
    page.keyboard.press("k")
    assert position.inner_text() == f"2 / {all_changes}"
    page.click("#part-panel [data-close]")
    assert page.evaluate("document.activeElement.matches('.plan .change')")


DESK = {"width": 1280, "height": 900}
LIES = """() => {
  const panel = document.getElementById("part-panel").getBoundingClientRect();
  const change = document.querySelector(".change.current");
  const { top, bottom } = change.getBoundingClientRect();
  const style = getComputedStyle(document.documentElement);
  const taken = [style.scrollPaddingTop, style.scrollPaddingBottom].map((each) => parseFloat(each) || 0);
  const room = innerHeight - taken[0] - taken[1];
  const under = [...change.getClientRects()].some((line) => line.right > panel.left + 1
    && line.bottom > panel.top + 1);
  return { under, top, high: bottom - top > room, free: panel.left > 0 ? innerHeight : panel.top };
}"""


@pytest.mark.parametrize(
    ("width", "height"),
    [
        (375, 800),
        pytest.param(700, 900, marks=pytest.mark.slow),
        (1280, 900),
        pytest.param(1600, 900, marks=pytest.mark.slow),
    ],
)
def test_the_change_that_is_read_is_not_under_the_panel(
    open_page: Open, address: str, width: int, height: int
) -> None:
    page = open_page(address, viewport={"width": width, "height": height})
    page.locator(".plan .change").first.click()
    number, high = page.locator(".plan .change").count(), 0
    for _ in range(number):
        lies = page.evaluate(LIES)
        assert 0 <= lies["top"] < lies["free"] - 20
        assert lies["high"] or not lies["under"]
        high += lies["high"]
        page.click("#part-panel [data-step='1']")
    assert page.locator(".position").inner_text() == f"{number} / {number}"
    assert high < number / 5
    page.keyboard.press("Escape")
    assert page.evaluate("getComputedStyle(document.body).paddingBottom") == "0px"


def test_the_filter_by_decision_counts_comments_as_the_summary_does(
    open_page: Open, example: Path, run: Run
) -> None:
    (example / "comments/镇文化站").mkdir()
    (example / "comments/镇文化站/01.yaml").write_text(
        "unit: 镇文化站\nopinion: 两点。\nitems:\n"
        "  - {opinion: 一, edits: [{replace: 社区食堂6个, with: 社区食堂7个}], decision: {status: 采纳}}\n"
        "  - {opinion: 二, decision: {status: 不采纳, reason: 理由。}}\n",
        encoding="utf-8",
    )
    assert run(example, "apply", "镇文化站-01.1").code == 0
    assert run(example, "site", "-o", str(example / "a.html")).code == 0
    page = open_page((example / "a.html").as_uri())
    assert page.text_content("output[name=shown]").endswith("4 条意见")
    page.select_option("select[name=status]", label="部分采纳")
    assert cards(page) == ["镇文化站-01", "镇文化站-01.1", "镇文化站-01.2"]
    assert page.text_content("output[name=shown]").endswith("1 条意见")
    page.select_option("select[name=status]", label="未采纳")
    assert cards(page) == ["镇财政所-01"]
    page.click("button[type=reset]")
    page.locator("#row-第一章\\.1 .notes a", has_text="镇文化站-01.1").click()
    panel = page.locator("#part-panel")
    panel.get_by_role("link", name="镇文化站-01", exact=True).click()
    assert "两点。" in panel.inner_text()
    assert serious(page) == []


def test_a_cards_address_leads_to_it(open_page: Open, written: Path) -> None:
    page = open_page((written / "审阅.html").as_uri() + "#市应急局-01")
    assert page.locator(".card:target h4").inner_text() == "市应急局-01"
    assert page.locator(".card:target").is_visible()
    page = open_page((written / "审阅/index.html").as_uri())
    page.click(".card#市应急局-01 h4 a")
    assert page.locator("h1").inner_text() == "市应急局-01"
    page.click("main > p:last-child a")
    assert page.locator(".card:target h4").inner_text() == "市应急局-01"


def test_an_address_shows_what_a_filter_hides(open_page: Open, address: str) -> None:
    page = open_page(address)
    page.select_option("select[name=unit]", "市医保局")
    page.click(".contents a:has-text('17.智慧交通工程')")
    page.wait_for_selector("#row-17\\.1", state="visible")


def test_side_by_side_is_draft_and_plan(open_page: Open, address: str) -> None:
    page = open_page(address)
    page.check("input[value=beside]")
    before, after = page.locator("#row-19\\.1 .words").all_inner_texts()
    assert "推广普及电子医保凭证" in before
    assert "推广普及医保电子凭证" in after
    page.check("input[value=marked]")
    assert page.locator("#row-19\\.1 .words:visible").count() == 1


@pytest.mark.parametrize(
    ("size", "scheme"),
    [
        pytest.param(DESK, "dark", id="desk-dark"),
        pytest.param(DESK, "light", id="desk-light", marks=pytest.mark.slow),
        pytest.param(PHONE, "dark", id="phone-dark", marks=pytest.mark.slow),
        pytest.param(PHONE, "light", id="phone-light", marks=pytest.mark.slow),
    ],
)
def test_nobody_is_shut_out(
    open_page: Open, address: str, size: dict[str, int], scheme: str
) -> None:
    page = open_page(address, color_scheme=scheme, viewport=size)
    assert serious(page) == []
    page.locator(".plan .change").first.click()
    assert serious(page) == []
    page.keyboard.press("Escape")
    page.check("input[value=beside]")
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_the_page_of_a_comment_shuts_nobody_out(open_page: Open, written: Path) -> None:
    assert serious(open_page((written / "审阅/comments/市医保局-01.html").as_uri())) == []


def test_conflicts_bars_and_silent_units_shut_nobody_out(
    open_page: Open, example: Path, run: Run
) -> None:
    (example / "comments/镇财政所/09.yaml").write_text(
        "unit: 镇财政所\nopinion: 意见。\nedits:\n  - {replace: 早餐和午餐, with: 午餐}\n"
        "decision: {status: 部分采纳, reason: 理由。}\n",
        encoding="utf-8",
    )
    assert run(example, "site", "--internal", "-o", str(example / "a.html")).code == 0
    page = open_page((example / "a.html").as_uri())
    assert page.locator(".meeting[open]").count() == 1
    assert page.text_content(".strip .conflict") == "✕"
    assert page.locator(".strip a[aria-label]").count() == 0  # its name is all that is drawn in it
    assert "✕" in (page.text_content(".strip a:has(.conflict) title") or "")
    assert page.locator(".bar rect").count() == 4
    assert serious(page) == []


def test_the_theme_is_switched_by_hand(open_page: Open, address: str) -> None:
    page = open_page(address, color_scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    button = page.locator("#part-theme")
    name = button.inner_text()
    box = "getComputedStyle(document.getElementById('part-theme'), '::before').content"
    off = page.evaluate(box)
    button.press("Enter")
    assert page.evaluate(ground) != light
    assert button.get_attribute("aria-pressed") == "true"
    # its name says what it is for, its box whether that is on; never one against the other
    assert button.inner_text() == name
    assert page.evaluate(box) != off
    page.reload()
    assert button.get_attribute("aria-pressed") == "true"
    page.emulate_media(media="print")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"


def test_the_theme_of_the_machine_is_followed_until_somebody_chooses(
    open_page: Open, address: str
) -> None:
    page = open_page(address, color_scheme="light")
    page.emulate_media(color_scheme="dark")
    pressed = "#part-theme[aria-pressed=true]"
    page.wait_for_selector(pressed)
    page.click(pressed)
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    assert page.locator(pressed).count() == 0


def test_it_prints_what_is_read_and_nothing_else(open_page: Open, address: str) -> None:
    page = open_page(address)
    page.locator(".plan .change").first.click()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    page.emulate_media(media="print")
    for hidden in ("#part-panel", "#part-tools", ".contents", "#part-theme"):
        assert not page.locator(hidden).first.is_visible()
    assert page.locator("#row-19\\.1 ins").first.is_visible()
    for mark, line in (("ins", "underline"), ("del", "line-through")):
        style = "e => { const s = getComputedStyle(e); return [s.color, s.textDecorationLine]; }"
        assert page.locator(f".plan {mark}").first.evaluate(style) == ["rgb(0, 0, 0)", line]


def test_without_script_it_is_all_there(open_page: Open, address: str) -> None:
    page = open_page(address, java_script_enabled=False)
    assert not page.is_visible("#part-tools")
    assert not page.is_visible("#part-panel")
    assert page.is_visible("#市医保局-01")
    page.locator("#row-19\\.1 .change").first.click()
    assert page.url.endswith("#%E5%B8%82%E5%8C%BB%E4%BF%9D%E5%B1%80-01")


def test_the_served_page_follows_a_file(open_page: Open, example: Path) -> None:
    from threading import Thread

    with listening(example, 0) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        page = open_page(f"http://{ADDRESS}:{server.server_port}/")
        path = example / "comments/镇财政所/01.yaml"
        good = path.read_text(encoding="utf-8")
        path.write_text("unit: [\n", encoding="utf-8")
        page.wait_for_selector(".finding")
        path.write_text(good.replace("资金有限", "资金十分有限"), encoding="utf-8")
        page.wait_for_selector("text=资金十分有限")
        page.close()
        server.shutdown()
        thread.join()


# --- tables that are published as pages ---------------------------------------------------------------------

OVERLAP = """() => {
  const cells = [...document.querySelectorAll(".stacked > tbody > tr > *")]
    .map((cell) => cell.getBoundingClientRect()).filter((box) => box.width > 0);
  const meets = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
    && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  return cells.filter((a, at) => cells.slice(at + 1, at + 60).some((b) => meets(a, b))).length;
}"""
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("preset", ["feedback", "internal"])
def test_cells_stand_beside_or_below_each_other(
    preset: str, open_page: Open, run: Run, tmp_path: Path
) -> None:
    run(ROOT, "report", "--preset", preset, "-o", str(tmp_path / "表.html"))
    for width in (375, 768, 1440):
        page = open_page((tmp_path / "表.html").as_uri(), viewport={"width": width, "height": 900})
        assert page.evaluate(OVERLAP) == 0
        assert page.evaluate(WIDER) <= 0
        label = page.evaluate(
            "getComputedStyle(document.querySelector('tbody td:not(:empty)'), '::before').content"
        )
        # on a phone each cell says under which head it stands
        assert (label != "none") is (width == 375)


def test_a_table_is_reached_and_scrolled_by_keys(open_page: Open, water: str) -> None:
    page = open_page(water, viewport={"width": 375, "height": 800})
    # a wide table moves in its own box, and the page does not
    assert page.evaluate("document.documentElement.scrollWidth") == 375
    boxes = page.locator(".row.table .wide")
    assert boxes.count() >= 4
    for at in range(boxes.count()):
        assert boxes.nth(at).get_attribute("aria-label").startswith("表")
    wide = boxes.nth(boxes.count() - 1)
    assert wide.evaluate("box => box.scrollWidth > box.clientWidth")
    wide.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(500)
    assert wide.evaluate("box => box.scrollLeft") > 0
    heads = page.locator(".row.table thead th")
    assert {heads.nth(at).get_attribute("scope") for at in range(heads.count())} == {
        "col",
        "colgroup",
    }
    assert serious(page) == []


def test_the_comparison_is_open_to_all(open_page: Open, tmp_path: Path, run: Run) -> None:
    file = tmp_path / "a.html"
    assert run(ROOT / "examples/water", "compare", "--internal", "-o", str(file)).code == 0
    for width in (375, 1280):
        page = open_page(file.as_uri(), viewport={"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.locator(".drawn table").count() >= 8
        assert serious(page) == []
