"""The review page of 10,000 comments in Chromium, beside bare pages of as many bytes.

A bare page has the same words in as many paragraphs, no style but that of the browser, and a script of one
line: it hides all paragraphs but every thirtieth, as the choice of one unit of thirty does. It is measured as
it is, and once more with its paragraphs laid out as they come into view.
"""

import re
import shutil
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench import wording
from bench.commands import Desk
from bench.measure import RAM_DISK, SideError
from bench.results import Results, ratio
from bench.sizes import Sizes

_SWITCHES = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_PATIENCE = 120_000
"""Milliseconds after which a page is given up."""
_PAINTED = "() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"
"""Milliseconds since the page was asked for, once it is loaded and painted."""
_CHOSEN = """unit => new Promise(done => {
  const start = performance.now();
  const choice = document.querySelector("select[name=unit]");
  choice.value = unit;
  choice.dispatchEvent(new Event("change", { bubbles: true }));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""
"""Milliseconds from a choice to what is painted."""
_BARE = """<!DOCTYPE html>
<html lang="zh"><meta charset="utf-8"><title>bare</title>
<style>.few p:not(:nth-of-type(30n)) {{ display: none }}{style}</style>
<select name="unit"><option></option>{options}</select>
<script>document.querySelector("select").onchange = (event) =>
document.body.classList.toggle("few", event.target.value !== "")</script>
"""
_LAZY = " p { content-visibility: auto; contain-intrinsic-height: auto 6rem }"


def pages(results: Results, sizes: Sizes) -> None:
    """Measure how long the page takes to open, and from the choice of a unit to what is shown of it."""
    with tempfile.TemporaryDirectory(dir=RAM_DISK) as folder:
        path = Path(folder) / "site.html"
        desk = Desk(Path(folder), sizes)
        desk.run("site", "--internal", "-o", str(path))()
        text = path.read_text(encoding="utf-8")
        bare, lazy = Path(folder) / "bare.html", Path(folder) / "lazy.html"
        bare.write_text(bare_page(text), encoding="utf-8")
        lazy.write_text(bare_page(text, _LAZY), encoding="utf-8")
        with _browser() as browser:
            found = _in_turn(browser, sizes.rounds, [path, bare, lazy])
    opened, filtered = zip(*found, strict=True)
    for key, times in (("page opens", opened), ("page filters", filtered)):
        ours, plain, in_view = times
        results.add(key, ratio(ours, plain), ours / 1000, len(desk.filed))
        results.add(f"{key} in view", ratio(ours, in_view), ours / 1000)


def bare_page(text: str, style: str = "") -> str:
    """Return a page of as many bytes as another, with its words in as many paragraphs as it has passages."""
    body = re.sub(r"<(script|style)>.*?</\1>", "", text, flags=re.DOTALL)
    count = len(re.findall(r'<div class="row |<article class="card', body))
    words = " ".join(re.sub(r"<[^>]+>", " ", body).split())
    options = "".join(f"<option>{unit}" for unit in wording.UNITS)
    head = _BARE.format(style=style, options=options)
    left = len(text.encode()) - len(head.encode())
    # as long as the words are, they are said again until there are as many bytes
    whole = (words * (left // len(words.encode()) + 1)).encode()[:left].decode(errors="ignore")
    each = len(whole) // count
    return head + "<p>".join(whole[at : at + each] for at in range(0, len(whole), each))


def _in_turn(browser: Any, rounds: int, paths: list[Path]) -> list[tuple[float, float]]:
    """Return the median milliseconds of opening and of filtering each page, the first round left out."""
    found: list[list[tuple[float, float]]] = [[] for _ in paths]
    for number in range(rounds + 1):
        for times, path in zip(found, paths, strict=True):
            measured = _measured(browser, path)
            if number:
                times.append(measured)
    medians: list[tuple[float, float]] = []
    for times in found:
        opened, filtered = zip(*times, strict=True)
        medians.append((statistics.median(opened), statistics.median(filtered)))
    return medians


def _measured(browser: Any, path: Path) -> tuple[float, float]:
    """Open a page as if for the first time, and make the first choice."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    try:
        page = context.new_page()
        page.set_default_timeout(_PATIENCE)
        page.goto(path.as_uri(), wait_until="load")
        opened = page.evaluate(_PAINTED)
        filtered = page.evaluate(_CHOSEN, wording.UNITS[len(wording.UNITS) // 2])
    finally:
        context.close()
    return opened, filtered


@contextmanager
def _browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        raise SideError("Chromium is not installed")
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=program, args=_SWITCHES)
        yield browser
        browser.close()
