"""What each draft said of a paragraph: on a page of its own, and in the page that is one file."""

from pathlib import Path

import pytest

from tests.browser.looking import LOOKS, Open, serious
from tests.conftest import ROOT, Run


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the invented plan, which had two rounds."""
    from plancli.__main__ import main

    folder = tmp_path_factory.mktemp("pages")
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(ROOT / "examples/water")
        assert main(["site", "--internal", "-o", str(folder)]) == 0
    return folder


def test_a_paragraph_leads_to_its_history_and_back(open_page: Open, folder: Path) -> None:
    page = open_page((folder / "index.html").as_uri(), java_script_enabled=False)
    page.click("#row-第一章第一节\\.5 .through a")
    history = page.locator(".history:target")
    history.wait_for()
    assert history.locator("li p.small").all_inner_texts() == [
        "征求意见稿",
        "送审稿 · 修改方： 区发展改革局-01",
        "现文本 · 未改动",
    ]
    assert history.locator("del").inner_text() == "，示范情况见专栏1"
    history.locator("h2 a").click()
    page.locator("#row-第一章第一节\\.5:target").wait_for()


def test_one_file_has_the_histories_in_itself(open_page: Open, water: str) -> None:
    page = open_page(water)
    page.locator("#row-第一章第一节\\.5 .through a").focus()
    page.keyboard.press("Enter")
    assert page.locator("#part-time-第一章第一节\\.5").is_visible()
    again = open_page(page.url)
    assert again.locator(".history:target").is_visible()


def test_one_round_has_no_such_page(example: Path, run: Run) -> None:
    folder = example / "out"
    assert run(example, "site", "--internal", "-o", str(folder)).code == 0
    assert not (folder / "timeline.html").exists()
    assert "timeline.html" not in (folder / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_the_histories_shut_nobody_out(
    open_page: Open, folder: Path, width: int, scheme: str
) -> None:
    how = {"color_scheme": scheme, "viewport": {"width": width, "height": 900}}
    page = open_page((folder / "timeline.html").as_uri(), **how)
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
