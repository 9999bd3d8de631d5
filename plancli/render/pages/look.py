"""How pages look that are papers as well: the same type and colours as in Word, Excel and PDF."""

from markupsafe import Markup

from plancli.core.publish.look import (
    BAR_COLOUR,
    CHANGED_GROUND,
    FANGSONG,
    HEAD_GROUND,
    HEI,
    LATIN,
    STAMP_COLOUR,
    XIAOBIAOSONG,
)
from plancli.core.text.marked import LOOKS


def look() -> Markup:
    """Return properties of CSS for the root of a page, named after what they are the look of."""
    named = {
        "text-type": f'"{LATIN}", {FANGSONG.css}',
        "head-type": HEI.css,
        "title-type": XIAOBIAOSONG.css,
        "head-ground": f"#{HEAD_GROUND}",
        "changed-ground": f"#{CHANGED_GROUND}",
        "stamp": f"#{STAMP_COLOUR}",
        "gone": f"#{LOOKS['-'].colour}",
        "bar": f"#{BAR_COLOUR}",
    }
    # not of anybody's words
    return Markup(" ".join(f"--{name}: {value};" for name, value in named.items()))
