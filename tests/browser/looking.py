"""What tests look for on the review page, whatever they do with it."""

from collections.abc import Callable
from typing import Any

import pytest

PHONE = {"width": 390, "height": 844}
Open = Callable[..., Any]
LOOKS = [
    pytest.param(width, scheme, marks=() if (width, scheme) == (375, "light") else pytest.mark.slow)
    for width in (375, 768, 1440)
    for scheme in ("light", "dark")
]
"""At which widths and in which themes a page shuts nobody out; the first is never left out."""
_IDS = "all => all.map(e => e.id)"


def rows(page: Any) -> list[str]:
    """Return the paragraphs and items that are shown."""
    shown = ".row:not([hidden], [hidden] *):not([data-level])"
    return list(page.eval_on_selector_all(shown, _IDS))


def cards(page: Any) -> list[str]:
    return list(page.eval_on_selector_all(".card[id]:not([hidden], [hidden] *)", _IDS))


def serious(page: Any) -> list[str]:
    """Return what the accessibility checker finds that weighs."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {each['help']}"
        for each in found
        if each["impact"] in ("serious", "critical")
    ]
