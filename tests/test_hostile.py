"""Hostile files: each is one clear error that names the file, and the line where that can be said.

The table says how many of each kind `hostile.cases` takes; another seed takes others, at other places.

| kind                                    |   n |
| --------------------------------------- | --: |
| other encodings                         |  18 |
| bytes that are no UTF-8                 |  15 |
| a mark of byte order inside             |   5 |
| control characters                      |  16 |
| controls and surrogates as escapes      |  20 |
| nesting                                 |  12 |
| huge texts                              |   5 |
| a huge file                             |   2 |
| keys without number or end              |   6 |
| anchors, aliases, merge keys, tags      |  24 |
| several documents and directives        |  15 |
| keys twice                              |  20 |
| tabs                                    |   8 |
| lines that are no YAML                  |  24 |
| wide colons                             |   4 |
| conflict markers of git                 |  12 |
| mixed line ends with a wrong key        |   6 |
| nothing in the file                     |  15 |
| another thing than keys                 |  12 |
| half a file                             |  15 |
| files of other programs                 |  12 |
| lists and keys where a text is expected |  40 |
| a text where lists or keys are expected |  30 |
| misspelt keys                           |  24 |
| keys that are missing                   |  20 |
| days that are none                      |  12 |
| numbers, pages and lines that are none  |  20 |
| words that are no choice                |  16 |
| nothing where words are needed          |  14 |
| names that no file can have             |  16 |
| edits that are none                     |  12 |
| the same name twice                     |   4 |
| no files at all                         |  14 |
| names that are not read                 |  14 |
"""

import json
import re
import shutil
from collections import Counter
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from tests import fuzz, hostile
from tests.hostile import Case

SEED = 12
CASES = {kind: list(cases) for kind, cases in groupby(hostile.cases(SEED), lambda case: case.kind)}
_ERROR = re.compile(r"^(\S.*?)(?::\d+:\d+)?: P\d{3} \S", re.MULTILINE)
"""How a refusal begins in text: the file, where in it, the code, what is wrong."""


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with honest files that have nearly every key; made once, copied for each case."""
    root = fuzz.plain_plan(tmp_path_factory.mktemp("honest"))
    for file, data in hostile.HONEST.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(hostile.written(data).text, encoding="utf-8")
    return root


def test_the_files_are_honest_before_they_are_spoiled(honest: Path) -> None:
    ended = fuzz.run(honest, ("check", "--anew", "--format", "json"))
    assert (ended.code, _errors(ended.said)) == (0, [])


def test_the_table_says_what_is_tried() -> None:
    told = dict(re.findall(r"^\| (.+?) +\| +(\d+) \|$", __doc__ or "", re.MULTILINE))
    assert {kind: int(count) for kind, count in told.items()} == Counter(
        case.kind for cases in CASES.values() for case in cases
    )
    assert len(told) > 25
    assert sum(map(int, told.values())) > 400


def test_the_same_seed_gives_the_same_cases() -> None:
    again, other = hostile.cases(SEED), hostile.cases(SEED + 1)
    about = [case.about for cases in CASES.values() for case in cases]
    assert [case.about for case in again] == about != [case.about for case in other]


@pytest.mark.parametrize("kind", CASES)
def test_a_hostile_file_is_one_clear_error(kind: str, honest: Path, tmp_path: Path) -> None:
    faults = [fault for case in CASES[kind] for fault in _faults(case, honest, tmp_path)]
    assert faults == []


def _faults(case: Case, honest: Path, box: Path) -> list[str]:
    """Return what is wrong with the answers of a command that judges, and of one that would write."""
    root = shutil.copytree(honest, box / "plan")
    case.lay(root)
    before = _content(root)
    judged = fuzz.run(root, ("check", "--anew", "--format", "json"))
    applied = fuzz.run(root, ("apply", "--all"))
    found = []
    if judged.trace or applied.trace:
        found.append(f"{case.about}: {judged.trace}{applied.trace}")
    elif (judged.code, applied.code) != (1, 2):
        found.append(f"{case.about}: ends with {judged.code} and {applied.code}")
    elif not _is_named(case, _errors(judged.said)):
        found.append(f"{case.about}, lines {case.lines}: {judged.said}")
    elif [name.rpartition("/")[2] for name in _ERROR.findall(applied.said)] != [
        Path(case.file).name
    ]:
        found.append(f"{case.about}: {applied.said}")
    if _content(root) != before:
        found.append(f"{case.about}: something was written")
    shutil.rmtree(root)
    return found


def _is_named(case: Case, errors: list[dict[str, Any]]) -> bool:
    """Whether there is one error, of this file, with words and a hint, on a line of what was spoiled."""
    if len(errors) != 1 or errors[0]["file"] != case.file:
        return False
    error = errors[0]
    return bool(error["message"] and error["hint"]) and (
        not case.lines or error["line"] in case.lines
    )


def _errors(said: str) -> list[dict[str, Any]]:
    answer = json.loads(said[: said.rindex("}") + 1])  # behind it stands what goes to stderr
    return [found for found in answer["findings"] if found["severity"] == "error"]


def _content(root: Path) -> dict[str, object]:
    """Return what lies in a plan: bytes of files, sizes of huge ones, the kind of all else."""
    found: dict[str, object] = {}
    for path in sorted(root.rglob("*")):
        state = path.lstat()
        plain = path.is_file() and not path.is_symlink() and state.st_size < 1 << 20
        found[path.relative_to(root).as_posix()] = path.read_bytes() if plain else state.st_mode
    return found
