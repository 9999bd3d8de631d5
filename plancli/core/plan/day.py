"""Days as people write them: 2021-03-31, 2021/3/31, 2021年3月31日."""

import re
from contextlib import suppress
from datetime import date
from typing import Annotated

from pydantic import AfterValidator

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""How English names of months begin, in their order."""
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")


def day(text: str) -> date:
    """Read a day; anything else is a ValueError."""
    match = _DAY.fullmatch(text.strip())
    with suppress(ValueError):  # the 30th of February
        if match:
            return date(int(match[1]), int(match[2]), int(match[3]))
    raise ValueError("not a day such as 2021-03-31 or 2021年3月31日")


def _kept(text: str) -> str:
    day(text)
    return text


Day = Annotated[str, AfterValidator(_kept)]
"""A day, kept as it is written."""
