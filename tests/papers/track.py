"""A document worked on in LibreOffice, all tracked: `python3 track.py PIPE FILE.docx STEPS`, these as JSON.

A step is an author, a verb and its words. Run like accept_or_reject.py, and returns what that returns.
"""

import json
import os
import sys
import traceback
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]
from accept_or_reject import connect, is_gone, lives  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]

PARAGRAPH_BREAK = 0


def sign(office: Any, author: str) -> None:
    """Let changes be made under a name."""
    provider = office.ServiceManager.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", office
    )
    node = PropertyValue(Name="nodepath", Value="/org.openoffice.UserProfile/Data")
    access = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationUpdateAccess", (node,)
    )
    access.replaceByName("givenname", author)
    access.replaceByName("sn", "")
    access.commitChanges()


def found(document: Any, words: str) -> Any:
    """Return a cursor over some words."""
    search = document.createSearchDescriptor()
    search.SearchString = words
    place = document.findFirst(search)
    assert place is not None, words
    return document.Text.createTextCursorByRange(place)


def step(document: Any, verb: str, words: str, more: str) -> None:
    cursor = found(document, words)
    if verb == "type":  # instead of the words
        cursor.setString(more)
    elif verb == "enter":  # before the words
        document.Text.insertControlCharacter(cursor.getStart(), PARAGRAPH_BREAK, False)
    elif verb == "go":  # the whole paragraph, with its end
        cursor.gotoStartOfParagraph(False)
        cursor.gotoEndOfParagraph(True)
        cursor.goRight(1, True)
        cursor.setString("")
    elif verb == "come":  # a paragraph behind that of the words
        cursor.gotoEndOfParagraph(False)
        document.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        cursor.gotoEndOfParagraph(False)
        document.Text.insertString(cursor, more, False)


def main(pipe: str, file: str, steps: str) -> int:
    office = None
    try:
        office = connect(pipe)
        desktop = office.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.Desktop", office
        )
        hidden = PropertyValue(Name="Hidden", Value=True)
        url = uno.systemPathToFileUrl(file)
        document = desktop.loadComponentFromURL(url, "_blank", 0, (hidden,))
        document.RecordChanges = True
        for author, verb, words, more in json.loads(steps):
            sign(office, author)
            step(document, verb, words, more)
        kind = PropertyValue(Name="FilterName", Value="MS Word 2007 XML")
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
