"""What LibreOffice makes of tracked changes: `python3 accept_or_reject.py PIPE FILE.docx` prints JSON.

Run by the Python that has LibreOffice's own module `uno`, not by the project's. Returns 75 where
LibreOffice itself is gone, 1 where it lives and cannot read the file.
"""

import json
import os
import sys
import traceback
from threading import Event
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]
from com.sun.star.lang import DisposedException  # type: ignore[import-not-found]

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
    raise DisposedException("LibreOffice does not answer", None)


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


def main(pipe: str, file: str) -> int:
    office = None
    try:
        office = connect(pipe)
        accepted, authors = state(office, file, "Accept")
        rejected, _ = state(office, file, "Reject")
    except Exception as error:
        traceback.print_exc()
        # asked whether it is None: its truth would be asked through the bridge
        refused = office is not None and not is_gone(error) and lives(office)
        return 1 if refused else os.EX_TEMPFAIL
    print(json.dumps({"accepted": accepted, "rejected": rejected, "authors": authors}))
    return 0


def is_gone(error: Exception) -> bool:
    """Tell whether an error is one of the bridge, which speaks of itself in words only."""
    return isinstance(error, DisposedException) or "URP" in str(error) or "bridge" in str(error)


def lives(office: Any) -> bool:
    try:
        return bool(office.ServiceManager.getAvailableServiceNames())
    except Exception:
        return False


if __name__ == "__main__":
    code = main(*sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    # the bridge, when it is taken down, may end the process by a signal after all has been said
    os._exit(code)
