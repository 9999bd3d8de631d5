"""A running LibreOffice as scripts of ours reach it, under the Python that has its module `uno`.

Such a script prints JSON. It returns 75 where LibreOffice itself is gone, 1 where it lives and says no.
"""

import json
import os
import sys
import traceback
from collections.abc import Callable
from threading import Event
from typing import Any, NoReturn

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


def opened(office: Any, file: str) -> Any:
    """Return the document of a file, without a window."""
    desktop = office.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", office)
    hidden = PropertyValue(Name="Hidden", Value=True)
    return desktop.loadComponentFromURL(uno.systemPathToFileUrl(file), "_blank", 0, (hidden,))


def saved(document: Any, file: str, kind: str) -> None:
    """Save a document as a file of a kind, and close it."""
    filtered = PropertyValue(Name="FilterName", Value=kind)
    document.storeToURL(uno.systemPathToFileUrl(file), (filtered,))
    document.close(True)


def answer(pipe: str, job: Callable[[Any], object]) -> NoReturn:
    """Do a job with a running LibreOffice, print what it returns, and leave."""
    office, code = None, 0
    try:
        office = connect(pipe)
        print(json.dumps(job(office)))
    except Exception as error:
        traceback.print_exc()
        # asked whether it is None: its truth would be asked through the bridge
        refused = office is not None and not is_gone(error) and lives(office)
        code = 1 if refused else os.EX_TEMPFAIL
    sys.stdout.flush()
    sys.stderr.flush()
    # the bridge, when it is taken down, may end the process by a signal after all has been said
    os._exit(code)


def is_gone(error: Exception) -> bool:
    """Tell whether an error is one of the bridge, which speaks of itself in words only."""
    return isinstance(error, DisposedException) or "URP" in str(error) or "bridge" in str(error)


def lives(office: Any) -> bool:
    try:
        return bool(office.ServiceManager.getAvailableServiceNames())
    except Exception:
        return False
