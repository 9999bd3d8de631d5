"""A seeded sample of what `make fuzz` tries for longer."""

import random
from itertools import islice
from pathlib import Path

import pytest

from tests import fuzz


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fuzz.plain_plan(tmp_path_factory.mktemp("plain"))


def test_the_scanner_reads_what_the_parser_reads() -> None:
    found = [fuzz.differential(random.Random(one)) for one in islice(fuzz.cases(5), 4000)]
    assert not [fault for fault in found if fault]


@pytest.mark.parametrize("seed", list(islice(fuzz.cases(7), 40)))
def test_a_spoiled_plan_ends_with_an_error_and_no_traceback(
    seed: int, plain: Path, tmp_path: Path
) -> None:
    assert fuzz.spoiled(seed, fuzz.KINDS, plain, tmp_path) is None


def test_a_fault_would_be_seen(
    plain: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_words: list[str]) -> int:
        raise IndexError("of a command")

    monkeypatch.setattr(fuzz, "main", broken)
    assert "IndexError" in (fuzz.spoiled(1, fuzz.KINDS, plain, tmp_path) or "")
    monkeypatch.setattr(fuzz, "scan", lambda _text: {"a": "other"})
    assert any(fuzz.differential(random.Random(one)) for one in range(20))
