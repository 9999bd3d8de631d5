"""Published tables in a browser: heads and short words stay whole, and nothing is wider than the window."""

from pathlib import Path

import pytest

from tests.browser.looking import Open
from tests.conftest import ROOT, Run

WATER = ROOT / "examples/water"
_PAPERS = {
    "汇总.html": ("report", "--preset", "standard"),
    "台账.html": ("report", "--preset", "internal"),
    "对照.html": ("compare",),
    "核对.html": ("audit",),
    "一览.html": ("cover",),
    "审阅.html": ("site",),
}
_BROKEN = """() => {
    const lines = (cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return range.getBoundingClientRect().height / parseFloat(getComputedStyle(cell).lineHeight);
    };
    const short = (cell) => /^[\\u4e00-\\u9fff]{2,6}$/.test(cell.textContent.trim());
    const all = [...document.querySelectorAll(":is(thead th, .whole):not(:has(.change))")];
    const shown = all.filter((cell) => cell.offsetParent);
    return shown.filter((cell) => short(cell) && lines(cell) > 1.7).map((cell) => cell.textContent.trim());
}"""
_HALF_AWAY = """() => [...document.querySelectorAll("thead")]
    .filter((head) => getComputedStyle(head).position === "absolute")
    .filter((head) => head.getBoundingClientRect().right > 0)
    .map((head) => head.textContent)"""
"""Heads that are put out of the window where each cell bears its own, and reach into it all the same."""
_TOO_WIDE = "document.documentElement.scrollWidth - innerWidth"


@pytest.mark.parametrize("paper", _PAPERS)
def test_short_words_stay_whole_and_nothing_is_wider_than_the_window(
    open_page: Open, run: Run, tmp_path: Path, paper: str
) -> None:
    file = tmp_path / paper
    run(WATER, *_PAPERS[paper], "-o", str(file))
    page = open_page(file.as_uri())
    for width in (375, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(_BROKEN) == []
        assert page.evaluate(_TOO_WIDE) <= 0
        assert page.evaluate(_HALF_AWAY) == []
