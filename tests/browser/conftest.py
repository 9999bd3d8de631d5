"""A browser that falls over, or gives no answer on a busy machine, is no fault of the page: asked again."""

from contextlib import suppress
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol

from tests.foreign import ATTEMPTS, fell

HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Run a test of this folder again, with new fixtures, as long as it is the browser that fails it."""
    if not item.path.is_relative_to(HERE):
        return None
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    reports = runtestprotocol(item, nextitem=nextitem, log=False)
    for _ in range(ATTEMPTS - 1):
        if not fell(reports):
            break
        with suppress(Exception):  # a browser that is gone cannot be closed
            item.session._setupstate.teardown_exact(None)
        item._initrequest()  # type: ignore[attr-defined]
        reports = runtestprotocol(item, nextitem=nextitem, log=False)
    for report in reports:
        item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True
