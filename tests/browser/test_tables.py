"""Tables that are published as pages: nothing is cut or overlaps, down to the width of a phone."""

from pathlib import Path

import pytest

from tests.browser.conftest import Open
from tests.conftest import ROOT, Run

OVERLAP = """() => {
  const cells = [...document.querySelectorAll(".stacked > tbody > tr > *")]
    .map((cell) => cell.getBoundingClientRect()).filter((box) => box.width > 0);
  const meets = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
    && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  return cells.filter((a, at) => cells.slice(at + 1, at + 60).some((b) => meets(a, b))).length;
}"""
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("width", [375, 768, 1440])
@pytest.mark.parametrize("preset", ["feedback", "internal"])
def test_cells_stand_beside_or_below_each_other(
    preset: str, width: int, open_page: Open, run: Run, tmp_path: Path
) -> None:
    run(ROOT, "report", "--preset", preset, "-o", str(tmp_path / "表.html"))
    page = open_page((tmp_path / "表.html").as_uri(), viewport={"width": width, "height": 900})
    assert page.evaluate(OVERLAP) == 0
    assert page.evaluate(WIDER) <= 0
    label = page.evaluate(
        "getComputedStyle(document.querySelector('tbody td:not(:empty)'), '::before').content"
    )
    # on a phone each cell says under which head it stands
    assert (label != "none") is (width == 375)
