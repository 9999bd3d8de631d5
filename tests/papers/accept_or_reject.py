"""What LibreOffice makes of tracked changes: `python3 accept_or_reject.py PIPE FILE.docx` prints JSON.

Run by the Python that has LibreOffice's own module `uno`, not by the project's.
"""

import json
import sys
from threading import Event
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]

TRIES = 200


def connect(pipe: str) -> Any:
    """Return the context of a running LibreOffice; it needs a moment to open its pipe."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(TRIES):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            Event().wait(0.2)
    raise SystemExit("LibreOffice does not answer")


def paragraphs(document: Any) -> list[str]:
    found = []
    listed = document.Text.createEnumeration()
    while listed.hasMoreElements():
        part = listed.nextElement()
        if part.supportsService("com.sun.star.text.Paragraph"):
            found.append(part.getString())
    return found


def state(context: Any, file: str, command: str) -> tuple[list[str], list[str]]:
    """Return the paragraphs of a file after one command for all its tracked changes, and their authors."""
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    hidden = PropertyValue(Name="Hidden", Value=True)
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(file), "_blank", 0, (hidden,))
    listed, authors = document.Redlines.createEnumeration(), []
    while listed.hasMoreElements():
        authors.append(listed.nextElement().RedlineAuthor)
    dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    frame = document.CurrentController.Frame
    dispatcher.executeDispatch(frame, f".uno:{command}AllTrackedChanges", "", 0, ())
    found = paragraphs(document)
    document.close(True)
    return found, authors


if __name__ == "__main__":
    office = connect(sys.argv[1])
    accepted, authors = state(office, sys.argv[2], "Accept")
    rejected, _ = state(office, sys.argv[2], "Reject")
    print(json.dumps({"accepted": accepted, "rejected": rejected, "authors": authors}))
