"""What LibreOffice makes of tracked changes: `python3 accept_or_reject.py PIPE FILE.docx` prints JSON.

Run by the Python that has LibreOffice's own module `uno`, not by the project's; returns as bridge.py says.
"""

import sys
from typing import Any

from bridge import answer, opened  # type: ignore[import-not-found]


def cells(document: Any) -> list[str]:
    """Return the words of all cells of tables, row by row."""
    found: list[str] = []
    listed = document.Text.createEnumeration()
    while listed.hasMoreElements():
        part = listed.nextElement()
        if part.supportsService("com.sun.star.text.TextTable"):
            found += [part.getCellByName(name).getString() for name in part.getCellNames()]
    return found


def paragraphs(document: Any) -> list[str]:
    found = []
    listed = document.Text.createEnumeration()
    while listed.hasMoreElements():
        part = listed.nextElement()
        if part.supportsService("com.sun.star.text.Paragraph"):
            found.append(part.getString())
    return found


def state(context: Any, file: str, command: str) -> tuple[list[str], list[str], list[str]]:
    """Return paragraphs and cells of a file after one command for all tracked changes, and their authors."""
    manager = context.ServiceManager
    document = opened(context, file)
    listed, authors = document.Redlines.createEnumeration(), []
    while listed.hasMoreElements():
        authors.append(listed.nextElement().RedlineAuthor)
    dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    frame = document.CurrentController.Frame
    dispatcher.executeDispatch(frame, f".uno:{command}AllTrackedChanges", "", 0, ())
    found, tables = paragraphs(document), cells(document)
    document.close(True)
    return found, tables, authors


def both(office: Any, file: str) -> dict[str, list[str]]:
    accepted, new, authors = state(office, file, "Accept")
    rejected, old, _ = state(office, file, "Reject")
    return {
        "accepted": accepted,
        "rejected": rejected,
        "accepted cells": new,
        "rejected cells": old,
        "authors": authors,
    }


if __name__ == "__main__":
    pipe, file = sys.argv[1:]
    answer(pipe, lambda office: both(office, file))
