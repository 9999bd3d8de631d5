"""Units by chapters on the review page: figures that are filters, by mouse, by keys, by address."""

from typing import Any

import pytest

from tests.browser.looking import LOOKS, Open, cards, serious


def shown(page: Any) -> int:
    """Return how many comments the page says that it shows."""
    return int(page.text_content("output[name=shown]").split("、")[1].split()[0])


@pytest.mark.slow
def test_a_figure_of_the_heat_map_shows_as_many_comments(open_page: Open, water: str) -> None:
    page = open_page(water)
    figures = page.locator(".heat td a")
    addresses = figures.evaluate_all("all => all.map(e => [e.getAttribute('href'), e.textContent])")
    assert len(addresses) > 30
    for address, figure in addresses:
        page.locator(f'.heat a[href="{address}"]').click()
        assert shown(page) == int(figure.lstrip("✕◇")), address
    page.go_back()
    page.go_back()
    assert page.url.endswith(addresses[-3][0])


def test_a_figure_is_a_link_that_can_be_sent(open_page: Open, water: str) -> None:
    page = open_page(water)
    figure = page.locator(".heat tbody a:not(.met)").first
    figure.click()
    assert shown(page) == int(figure.inner_text())
    assert page.evaluate("document.activeElement.id") == "part-plan"
    again = open_page(page.url)
    assert cards(again) == cards(page) != []
    assert again.input_value("select[name=unit]") == page.input_value("select[name=unit]") != ""
    said = page.text_content("output[name=shown]")
    page.click("button[type=reset]")
    page.locator("output[name=shown]", has_text="30 条").wait_for()
    page.go_back()
    page.locator("output[name=shown]", has_text=said).wait_for()
    assert cards(page) == cards(again)


def test_the_heat_map_is_gone_through_by_arrows(open_page: Open, water: str) -> None:
    page = open_page(water)
    page.locator(".heat").focus()
    page.keyboard.press("Tab")
    cell = "[document.activeElement.closest('tr').rowIndex, document.activeElement.closest('td').cellIndex]"
    first = page.evaluate(cell)
    page.keyboard.press("ArrowRight")
    row, column = page.evaluate(cell)
    assert (row, column > first[1]) == (first[0], True)
    page.keyboard.press("ArrowDown")
    assert page.evaluate(cell)[0] > row
    page.keyboard.press("Enter")
    assert shown(page) > 0
    page.locator(".heat").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert not page.evaluate("document.querySelector('.heat').contains(document.activeElement)")


@pytest.mark.parametrize("width", [375, 768, 1440])
def test_a_large_heat_map_moves_in_its_own_box(open_page: Open, water: str, width: int) -> None:
    page = open_page(water, viewport={"width": width, "height": 900})
    page.evaluate(
        """() => {
      const table = document.querySelector(".heat table");
      for (const row of table.rows) {
        const cells = [...row.cells].slice(1, 3);
        for (let at = 0; at < 5; at++) row.cells[2].after(...cells.map((cell) => cell.cloneNode(true)));
      }
      const rows = [...table.tBodies[0].rows].slice(0, 10);
      for (let at = 0; at < 5; at++) table.tBodies[0].append(...rows.map((row) => row.cloneNode(true)));
    }"""
    )
    assert page.evaluate("document.documentElement.scrollWidth") == width
    box = page.locator(".heat")
    box.evaluate("box => { box.scrollIntoView(); box.scrollTo(2000, 2000); }")
    lies = "e => { const box = e.getBoundingClientRect(); return [box.left, box.top]; }"
    left, top = box.evaluate(lies)
    head, unit = page.locator(".heat thead th"), page.locator(".heat tbody th")
    assert abs(head.nth(5).evaluate(lies)[1] - top) < 3
    assert abs(unit.nth(30).evaluate(lies)[0] - left) < 3
    assert page.locator(".heat tfoot th").is_visible()


@pytest.mark.slow  # the page is tried for its tables, too, in test_page.py
@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_the_heat_map_shuts_nobody_out(
    open_page: Open, water: str, width: int, scheme: str
) -> None:
    page = open_page(water, color_scheme=scheme, viewport={"width": width, "height": 900})
    assert serious(page) == []
    page.emulate_media(media="print")
    assert page.locator(".heat tbody td").last.is_visible()


def test_without_script_the_heat_map_is_a_table(open_page: Open, water: str) -> None:
    page = open_page(water, java_script_enabled=False)
    assert page.locator(".heat tfoot td").last.inner_text().split() == ["30", "◇2"]
    link = page.locator(".heat td a").first
    assert link.evaluate("e => getComputedStyle(e).textDecorationLine") == "none"


def test_what_a_figure_is_called_holds_what_it_shows(open_page: Open, water: str) -> None:
    page = open_page(water)
    called = "all => all.map(e => [e.textContent, e.getAttribute('aria-label')])"
    figures = page.locator(".heat a.met").evaluate_all(called)
    assert figures
    assert all(name.startswith(shown) and len(name) > len(shown) for shown, name in figures)
    # between Chinese sentences there is no blank
    assert "。 " not in page.locator("#part-heat + p").inner_text()
