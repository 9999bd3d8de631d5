"""The review page over HTTP, on this computer only, always of the files as they are now."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock
from urllib.parse import unquote, urlsplit

from plancli.cli.commands.site import reviewed
from plancli.cli.system import problem
from plancli.core.finding import Code, Finding, Place, PlanError, refuse
from plancli.render.pages.site import Site, error_page
from plancli.store.files import read_files
from plancli.store.pictures import Pictures
from plancli.store.plain import NotPlainError, beginning
from plancli.store.repository import Repository

ADDRESS = "127.0.0.1"
_HOSTS = (ADDRESS, "localhost")
_WATCHED = ("plan", "comments", "templates")


class Live:
    """The page of a plan repository, made anew when the content of its files has changed."""

    def __init__(self, root: Path, draft: str | None = None) -> None:
        self._templates = root / "templates"
        self._root, self._draft = root, draft
        self._lock = Lock()
        self._stamps: list[tuple[str, int, int]] = []
        self._version = ""
        self._repository: Repository | None = None
        self._site: Site | None = None
        self._page = ""

    def version(self) -> str:
        """Return what tells one content of the files from any other."""
        with self._lock:
            self._refresh()
            return self._version

    def page(self, path: str) -> str | None:
        """Return the page at a path; while the plan cannot be read every path says why. None: no page."""
        with self._lock:
            self._refresh()
            if self._site is None or path in ("/", "/index.html"):
                return self._page
            if path == "/timeline.html":
                return self._site.timeline()
            folder, _, name = path.rpartition("/")
            return self._site.comment(name.removesuffix(".html")) if folder == "/comments" else None

    def _refresh(self) -> None:
        stamps = sorted(_stamps(self._root))
        if self._version and stamps == self._stamps:
            return
        version = _digest(self._root, (path for path, _, _ in stamps))
        if version != self._version:
            self._build(version)
        self._stamps, self._version = stamps, version

    def _build(self, version: str) -> None:
        """Make the page; the files that are as they were are not read again."""
        try:
            files, pictures = read_files(self._root), Pictures(self._root)
            self._repository = Repository(files, self._repository, pictures)
            if self._repository.findings:
                raise PlanError(self._repository.findings)
            review, shows = reviewed(self._repository, self._draft), pictures.shown
            site = Site(review, self._templates, version, shows)
            self._page, self._site = site.page(apart=True), site
        except PlanError as error:
            self._fail(error.findings, version)
        except OSError as error:
            params = {"problem": problem(error)}
            self._fail([Finding(Code.SYSTEM, params, place=Place(str(error.filename)))], version)

    def _fail(self, found: Iterable[Finding], version: str) -> None:
        self._site, self._page = None, error_page(found, version)


def _stamps(root: Path) -> Iterator[tuple[str, int, int]]:
    """Yield every file that the page rests on, with its size and time."""
    for top in _WATCHED:
        for folder, _, names in os.walk(root / top):
            for name in names:
                path = f"{folder}/{name}"
                with suppress(FileNotFoundError):  # gone meanwhile
                    state = os.lstat(path)
                    yield path, state.st_size, state.st_mtime_ns


def _digest(root: Path, paths: Iterable[str]) -> str:
    digest = blake2b(digest_size=16)
    for path in paths:
        with suppress(OSError):
            content = _content(path)
            digest.update(
                f"{os.path.relpath(path, root)}\0{len(content)}\0".encode(errors="surrogateescape")
            )
            digest.update(content)
    return digest.hexdigest()


def _content(path: str) -> bytes:
    """Return the bytes of a file; of a link, pipe or device none: it will be refused, and may never end."""
    try:
        return beginning(path, -1)
    except NotPlainError:
        return b""


class Server(ThreadingHTTPServer):
    """Listens on this computer only."""

    daemon_threads = True

    def __init__(self, port: int, live: Live) -> None:
        self.live = live
        super().__init__((ADDRESS, port), _Handler)


def listening(root: Path, port: int, draft: str | None = None) -> Server:
    """Return a server that listens; the first page is made when it is asked for."""
    try:
        return Server(port, Live(root, draft))
    except OSError as error:
        raise refuse(Code.NO_PORT, port=str(port), problem=problem(error)) from None


class _Handler(BaseHTTPRequestHandler):
    server: Server
    server_version, sys_version = "plancli", ""

    def do_GET(self) -> None:
        """Answer with the page or its version; who asks under another host's name gets nothing."""
        try:
            path = unquote(urlsplit(self.path).path)
        except ValueError:  # http://[ is no address
            path = ""
        if self.headers.get("Host", "").partition(":")[0] not in _HOSTS:
            self._answer(HTTPStatus.FORBIDDEN, "text/plain", "403")
        elif path == "/version":
            self._answer(HTTPStatus.OK, "text/plain", self.server.live.version())
        elif (page := self.server.live.page(path)) is not None:
            self._answer(HTTPStatus.OK, "text/html", page)
        else:
            self._answer(HTTPStatus.NOT_FOUND, "text/plain", "404")

    def _answer(self, status: HTTPStatus, kind: str, text: str) -> None:
        content = text.encode()
        with suppress(ConnectionError):  # the reader has left
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", "no-store")
            self.send_header("X-Content-Type-Options", "nosniff")
            self.end_headers()
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the library's name)
        """Say nothing: the address stands on the screen, and the page says the rest."""
