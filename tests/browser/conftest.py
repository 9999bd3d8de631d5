"""Pages in a browser.

A browser that falls over, or gives no answer on a busy machine, is no fault of the page: asked again.
"""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from plancli.cli.live import ADDRESS
from tests.browser.looking import Open
from tests.conftest import ROOT
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


_NAMES = ("chromium", "chromium-browser", "google-chrome")
"""The browsers that people use: one without windows forgot, on a busy machine, what a page had stored."""
_CHROMIUM = next((found for name in _NAMES if (found := shutil.which(name))), None)
_SWITCHES = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_NEEDS = "pip install -e '.[browser]'"


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason=_NEEDS)
    pytest.importorskip("axe_playwright_python.sync_playwright", reason=_NEEDS)
    if _CHROMIUM is None:
        pytest.skip("needs Chromium, on Debian: apt install chromium")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=_CHROMIUM, args=_SWITCHES)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Any) -> Iterator[Open]:
    """Open an address; at the end nothing may have been complained about or asked of the network."""
    complaints: list[str] = []
    contexts: list[Any] = []

    def open_page(address: str, **how: Any) -> Any:
        contexts.append(browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **how}))
        page = contexts[-1].new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: complaints.extend(_elsewhere(request.url)))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def _elsewhere(url: str) -> list[str]:
    return [] if url.startswith(("file:", "data:", f"http://{ADDRESS}:")) else [url]


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the real plan, made once."""
    from plancli.__main__ import main

    folder = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(ROOT)
        assert main(["site", "-o", str(folder / "审阅.html")]) == 0
        assert main(["site", "-o", str(folder / "审阅")]) == 0
    return folder


@pytest.fixture
def address(written: Path) -> str:
    return (written / "审阅.html").as_uri()


@pytest.fixture(scope="session")
def water(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page of the invented plan: two rounds, several chapters, settled conflicts."""
    from plancli.__main__ import main

    file = tmp_path_factory.mktemp("water") / "审阅.html"
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(ROOT / "examples/water")
        assert main(["site", "--internal", "-o", str(file)]) == 0
    return file.as_uri()
