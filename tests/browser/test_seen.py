"""What was seen: ticks that the browser keeps, with their number; a comment that changed is unseen again."""

import re
from pathlib import Path
from typing import Any

from tests.browser.looking import Open, cards, serious
from tests.conftest import Run

TICK = "[data-tick='镇财政所-01']"


def said(page: Any) -> list[str]:
    """Return how many comments are seen, and of how many."""
    return re.findall("[0-9]+", page.text_content("#part-seen-count"))


def test_ticks_last_and_what_changed_is_unseen_again(
    open_page: Open, example: Path, run: Run
) -> None:
    file, path = example / "a.html", example / "comments/镇财政所/01.yaml"
    assert run(example, "site", "--internal", "-o", str(file)).code == 0
    page = open_page(file.as_uri())
    assert said(page) == ["0", "3"]
    page.click(f".cards {TICK}")
    page.click(".cards [data-tick='镇民政办-01']")
    page.reload()
    assert said(page) == ["2", "3"]
    assert page.get_attribute(f".cards {TICK}", "aria-pressed") == "true"
    page.check("[name=unseen]")
    assert cards(page) == ["镇财政所-02"]
    assert "unseen=on" in page.url
    assert serious(page) == []
    words = path.read_text(encoding="utf-8")
    path.write_text(words.replace("资金有限", "资金十分有限"), encoding="utf-8")
    assert run(example, "site", "--internal", "-o", str(file)).code == 0
    page.reload()
    assert said(page) == ["1", "3"]
    assert cards(page) == ["镇财政所-01", "镇财政所-02"]


def test_a_comment_is_ticked_in_the_panel_by_a_key(open_page: Open, address: str) -> None:
    page = open_page(address)
    page.keyboard.press("j")
    page.keyboard.press("s")
    assert page.get_attribute("#part-panel [data-tick]", "aria-pressed") == "true"
    assert said(page) == ["1", "26"]
    page.click("#part-panel [data-tick]")
    assert page.locator(".cards .card.seen").count() == 0
    assert said(page) == ["0", "26"]


def test_ticks_are_saved_as_a_list_and_taken_away(open_page: Open, address: str) -> None:
    page = open_page(address)
    page.click(".cards [data-tick='市医保局-01']")
    with page.expect_download() as download:
        page.click("[data-seen=list]")
    lines = Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "意见,看过,卡片"
    assert [line.split(",#")[0] for line in lines if "✓" in line] == ["市医保局-01,✓"]
    assert len(lines) == 27
    page.on("dialog", lambda dialog: dialog.accept())
    page.click("[data-seen=clear]")
    assert said(page) == ["0", "26"]
    page.reload()
    assert said(page) == ["0", "26"]


def test_a_list_that_was_saved_is_read_in_elsewhere(
    open_page: Open, address: str, tmp_path: Path
) -> None:
    page = open_page(address)
    for name in ("市医保局-01", "市公安局-01"):
        page.click(f".cards [data-tick='{name}']")
    with page.expect_download() as download:
        page.click("[data-seen=list]")
    saved = Path(download.value.path()).read_text(encoding="utf-8-sig")
    # a colleague's browser; his table program wrote the list anew, and one card says something else since
    other = open_page(address)
    other.click(".cards [data-tick='市公安局-02']")
    rewritten = saved.replace(",", ";").replace("✓", "√")
    changed = re.sub("(市公安局-01;√;#)....", r"\1beef", rewritten)
    file = tmp_path / "list.csv"
    file.write_bytes(changed.encode("gb18030"))
    other.set_input_files("input[data-seen=read]", file)
    other.locator("#part-seen-read", has_text="1").wait_for()
    assert re.findall("[0-9]+", other.text_content("#part-seen-read")) == ["1", "1"]
    seen = other.locator(".cards .card.seen").evaluate_all("all => all.map(e => e.id)")
    assert sorted(seen) == ["市公安局-02", "市医保局-01"]
    other.reload()
    assert said(other) == ["2", "26"]
    assert serious(other) == []


def test_without_script_there_is_nothing_to_tick(open_page: Open, address: str) -> None:
    page = open_page(address, java_script_enabled=False)
    assert not page.locator("[data-tick]").first.is_visible()
    assert not page.is_visible("#part-seen")
