"""The page that follows the files: on this computer only, a readable page while a file is broken."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread

import pytest

from plancli.cli.live import ADDRESS, Server, listening
from tests.conftest import Run


@pytest.fixture
def server(example: Path) -> Iterator[Server]:
    with listening(example, 0) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def get(server: Server, path: str, host: str = "") -> tuple[int, str]:
    connection = HTTPConnection(ADDRESS, server.server_port)
    connection.request("GET", path, headers={"Host": host} if host else {})
    answer = connection.getresponse()
    found = answer.status, answer.read().decode()
    connection.close()
    return found


def change(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_the_page_and_those_of_the_comments(server: Server) -> None:
    status, page = get(server, "/")
    assert status == 200
    assert "示例镇社区食堂建设方案" in page
    assert f'data-version="{get(server, "/version")[1]}"' in page
    assert get(server, "/comments/%E9%95%87%E8%B4%A2%E6%94%BF%E6%89%80-01.html")[0] == 200
    for path in ("/comments/x.html", "/../plan/plan.yaml", "/plan/plan.yaml", "/comments/"):
        assert get(server, path)[0] == 404


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("plan/plan.yaml", "示例镇社区", "示例镇新社区"),
        ("comments/镇财政所/01.yaml", "资金有限", "资金十分有限"),
        ("templates/site/page.html.j2", "一", "二"),
    ],
)
def test_a_change_gives_another_version_and_page(
    server: Server, example: Path, file: str, old: str, new: str
) -> None:
    path = example / file
    if not path.exists():
        path.parent.mkdir(parents=True)
        path.write_text(old, encoding="utf-8")
    before = get(server, "/version")
    change(path, old, new)
    assert get(server, "/version") != before
    assert new in get(server, "/")[1]


def test_a_touched_file_with_the_same_words_changes_nothing(server: Server, example: Path) -> None:
    before = get(server, "/version")
    os.utime(example / "plan/plan.yaml", (1, 1))
    assert get(server, "/version") == before


def test_a_broken_file_is_named_until_it_is_mended(server: Server, example: Path) -> None:
    before = get(server, "/version")[1]
    path = example / "comments/镇财政所/01.yaml"
    good = path.read_bytes()
    path.write_text("unit: [<b>\n", encoding="utf-8")
    status, page = get(server, "/")
    assert status == 200
    assert "comments/镇财政所/01.yaml" in page
    assert "P102" in page
    assert "<b>" not in page
    assert get(server, "/version")[1] in page
    path.write_bytes(good)
    assert get(server, "/version")[1] == before
    assert "示例镇社区食堂建设方案" in get(server, "/")[1]


def test_a_missing_manifest_is_no_end(server: Server, example: Path) -> None:
    (example / "plan/plan.yaml").unlink()
    assert "P116" in get(server, "/")[1]


@pytest.mark.parametrize(
    "host", ["example.org", "example.org:80", "127.0.0.1.example.org", "[", "x@127.0.0.1"]
)
def test_another_hosts_name_gets_nothing(server: Server, host: str) -> None:
    assert get(server, "/", host) == (403, "403")
    assert get(server, "/version", host) == (403, "403")


def test_its_own_names_are_answered(server: Server) -> None:
    for host in ("localhost", f"localhost:{server.server_port}", ADDRESS):
        assert get(server, "/", host)[0] == 200


def test_what_is_no_address_is_answered(server: Server) -> None:
    with socket.create_connection((ADDRESS, server.server_port), 10) as asked:
        asked.sendall(b"GET http://[ HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert b" 404 " in asked.recv(100)


def test_a_port_that_is_taken(example: Path, run: Run) -> None:
    with socket.create_server((ADDRESS, 0)) as taken:
        done = run(example, "serve", "--port", str(taken.getsockname()[1]))
    assert done.code == 2
    assert "P029" in done.err


def test_outside_a_plan(tmp_path: Path, run: Run) -> None:
    assert "P002" in run(tmp_path, "serve").err


@pytest.mark.skipif(os.name != "posix", reason="sends the signal of Ctrl-C")
def test_ctrl_c_ends_it_quietly(example: Path) -> None:
    words = [sys.executable, "-m", "plancli", "-C", str(example), "serve", "--port", "0"]
    # Tests started with nohup or behind `&` ignore Ctrl-C, and so would what they start: a signal
    # that has a handler goes to its default in a new program.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        signal.signal(signal.SIGINT, before)
        assert process.stdout
        assert process.stdout.readline().startswith("http://127.0.0.1:")
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=60) == ("", "")
    assert process.returncode == 0
