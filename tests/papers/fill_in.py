"""A form filled in and saved by LibreOffice: `python3 fill_in.py PIPE FILE.xlsx CELLS`, these as JSON.

Run like accept_or_reject.py, and returns what that returns.
"""

import json
import os
import sys
import traceback
from pathlib import Path

import uno  # type: ignore[import-not-found]
from accept_or_reject import connect, is_gone, lives  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]


def main(pipe: str, file: str, cells: str) -> int:
    office = None
    try:
        office = connect(pipe)
        desktop = office.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.Desktop", office
        )
        hidden = PropertyValue(Name="Hidden", Value=True)
        url = uno.systemPathToFileUrl(file)
        document = desktop.loadComponentFromURL(url, "_blank", 0, (hidden,))
        sheet = document.Sheets.getByIndex(0)
        for place, words in json.loads(cells).items():
            # as if it were typed: what looks like a day would become one
            sheet.getCellRangeByName(place).setFormula(words)
        kind = PropertyValue(Name="FilterName", Value="Calc MS Excel 2007 XML")
        document.storeToURL(url, (kind,))
        document.close(True)
    except Exception as error:
        traceback.print_exc()
        refused = office is not None and not is_gone(error) and lives(office)
        return 1 if refused else os.EX_TEMPFAIL
    print(Path(file).stat().st_size)
    return 0


if __name__ == "__main__":
    code = main(*sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    # the bridge, when it is taken down, may end the process by a signal after all has been said
    os._exit(code)
