"""A form filled in and saved by LibreOffice: `python3 fill_in.py PIPE FILE.xlsx CELLS`, these as JSON.

Run like accept_or_reject.py, and returns what that returns.
"""

import json
import sys
from typing import Any

from bridge import answer, opened, saved  # type: ignore[import-not-found]


def fill_in(office: Any, file: str, cells: dict[str, str]) -> None:
    document = opened(office, file)
    sheet = document.Sheets.getByIndex(0)
    for place, words in cells.items():
        # as if it were typed: what looks like a day would become one
        sheet.getCellRangeByName(place).setFormula(words)
    saved(document, file, "Calc MS Excel 2007 XML")


if __name__ == "__main__":
    pipe, file, cells = sys.argv[1:]
    answer(pipe, lambda office: fill_in(office, file, json.loads(cells)))
