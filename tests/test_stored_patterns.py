"""The stored patterns: what this Python compiles, used by this Python only, and changing no answer."""

import marshal
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from hatch_build import store_patterns
from plancli import stored_patterns
from plancli.cli.storing_patterns import compiled
from tests.conftest import ROOT

JUDGED = """
import sys
from importlib import import_module

compiler = import_module("re._compiler")
compile_anew, made = compiler.compile, []

def counted(words, flags=0):
    made.append(words)
    return compile_anew(words, flags)

compiler.compile = counted
from plancli import stored_patterns

use = stored_patterns.use
stored_patterns.use = lambda: use(sys.argv[1])
from plancli.__main__ import main

code = main(["check", "--anew", "--format", sys.argv[2]])
print(len(made), file=sys.stderr)
sys.exit(code)
"""
"""Checks with the patterns of a file, and says how many had to be compiled."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The patterns of the code as it is, stored as a build does it."""
    folder = tmp_path_factory.mktemp("store") / "patterns"
    store_patterns(ROOT, folder)
    (file,) = folder.iterdir()
    assert file.name == Path(stored_patterns.STORE).name
    return file


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[stored_patterns.Key, "re.Pattern[str]"]]:
    """What `re` keeps, which is nothing yet; afterwards it keeps nothing of this test."""
    own: dict[stored_patterns.Key, re.Pattern[str]] = {}
    monkeypatch.setattr(re, "_cache", own)
    yield own
    re.purge()


def used(file: Path) -> None:
    stored_patterns.use.__wrapped__(str(file))


def test_what_is_stored_is_what_python_compiles(
    store: Path, kept: dict[stored_patterns.Key, "re.Pattern[str]"]
) -> None:
    used(store)
    assert len(kept) > 150
    for (kind, words, flags), pattern in list(kept.items()):
        anew = import_module("re._compiler").compile(words, flags)
        assert kind is str
        assert pattern == anew  # patterns are equal where words, flags and code are
        assert pattern.groupindex == anew.groupindex


def test_a_pattern_finds_what_it_found(
    store: Path, kept: dict[stored_patterns.Key, "re.Pattern[str]"]
) -> None:
    used(store)
    pattern = r"[\u4e00-\u9fff]+(?P<count>[0-9]+)个"
    kept.clear()
    found = re.search(pattern, "新建泵站12个")
    assert found is not None
    ((words, asked, flags, code, *groups),) = [one for one in compiled() if one[0] == pattern]
    kept.clear()
    _write(store.with_name("one.bin"), [(words, asked, flags, code, *groups)])
    used(store.with_name("one.bin"))
    (again,) = kept.values()
    match = again.search("新建泵站12个")
    assert match is not None
    assert (match.span(), match["count"], match.lastgroup) == ((0, 7), "12", "count")


class _NotGiven(int):
    """Flags that nobody gave, as Python 3.13 keeps them: equal to 0, but of a kind of their own."""


def test_flags_of_any_kind_are_written(kept: dict[stored_patterns.Key, "re.Pattern[str]"]) -> None:
    kept[str, "水[库渠]", _NotGiven(0)] = re.compile("水[库渠]")
    kept[str, "(?i)pump", re.IGNORECASE] = re.compile("(?i)pump")
    found = marshal.loads(marshal.dumps(list(compiled())))
    asked = {words: flags for words, flags, *_made in found}
    assert asked["水[库渠]"] == 0
    assert asked["(?i)pump"] == re.IGNORECASE.value


def _write(file: Path, stored: list[object]) -> None:
    file.write_bytes(stored_patterns.made_by() + b"\n" + marshal.dumps(stored))


@pytest.mark.parametrize(
    "raw", [b"", b"no line", b"cpython-27 2070df0 little 7fff 1 4\n" + b"rubbish"]
)
def test_what_another_python_stored_is_not_used(
    tmp_path: Path, kept: dict[stored_patterns.Key, "re.Pattern[str]"], raw: bytes
) -> None:
    file = tmp_path / "patterns.bin"
    file.write_bytes(raw)
    used(file)
    used(tmp_path / "nothing there")
    assert kept == {}


@pytest.mark.parametrize("style", ["text", "json"])
def test_check_says_the_same_and_compiles_next_to_nothing(store: Path, style: str) -> None:
    said, told = [], []
    for file in (store, store.with_name("nothing there")):
        done = subprocess.run(
            [sys.executable, "-c", JUDGED, str(file), style],
            cwd=ROOT,
            capture_output=True,
            check=True,
        )
        *lines, count = done.stderr.decode().splitlines()
        said.append((done.stdout, lines))
        told.append(int(count))
    assert said[0] == said[1]
    with_store, without = told
    assert without > 150
    assert with_store < 25
