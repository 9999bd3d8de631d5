"""A document worked on in LibreOffice, all tracked: `python3 track.py PIPE FILE.docx STEPS`, these as JSON.

A step is an author, a verb and its words. Run like accept_or_reject.py, and returns what that returns.
"""

import json
import sys
from typing import Any

from bridge import answer, opened, saved  # type: ignore[import-not-found]
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
    return place.getText().createTextCursorByRange(place)


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
    elif verb == "note":  # a footnote behind the words
        note = document.createInstance("com.sun.star.text.Footnote")
        document.Text.insertTextContent(cursor.getEnd(), note, False)
        note.setString(more)
    elif verb == "unnote":  # the first footnote, with its mark
        cursor = document.Text.createTextCursorByRange(document.Footnotes.getByIndex(0).Anchor)
        cursor.setString("")


def track(office: Any, file: str, steps: list[tuple[str, str, str, str]]) -> None:
    document = opened(office, file)
    document.RecordChanges = True
    for author, verb, words, more in steps:
        sign(office, author)
        step(document, verb, words, more)
    saved(document, file, "MS Word 2007 XML")


if __name__ == "__main__":
    pipe, file, steps = sys.argv[1:]
    answer(pipe, lambda office: track(office, file, json.loads(steps)))
