"""What the review page says of units and chapters: figures that lead to their comments, and their shades."""

from functools import partial
from math import ceil
from typing import Any
from urllib.parse import quote, urlencode

from plancli.core.publish.review.heat import Heat, heat_map, met
from plancli.core.publish.review.values import Review

SHADES = 5


def heat_values(review: Review) -> dict[str, Any]:
    """Return what the template of the heat map asks for."""
    found = heat_map(review)
    return {
        "heat": found,
        "met": met,
        "asking": asking,
        "shade": partial(shade, most=found.most),
        "short": short,
    }


def asking(wanted: dict[str, str], **more: str) -> str:
    """Return the address at which the page shows what is wanted: its filters by name."""
    named = {name: value for name, value in {**wanted, **more}.items() if value}
    return "#" + urlencode(named, quote_via=quote)


def shade(heat: Heat, most: int) -> int:
    """Return how dark a figure is drawn, from 0 to SHADES for the highest of the map."""
    return ceil(SHADES * heat.comments / most) if most else 0


def short(title: str) -> str:
    """Return what a chapter is called in the head of a narrow column: its number, or how it begins."""
    return title.partition(" ")[0][:8]
