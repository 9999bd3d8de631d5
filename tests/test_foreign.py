"""Programs of others: a fall is asked again, a refusal is not."""

import shlex
from pathlib import Path

import pytest

from tests.foreign import ATTEMPTS, FellOverError, RefusedError, answer, patiently


def program(folder: Path, *lines: str) -> list[str]:
    """Return how a program is started that does the n-th of some things the n-th time."""
    count = shlex.quote(str(folder / "count"))
    numbered = "\n".join(f"{number}) {line};;" for number, line in enumerate(lines, 1))
    script = f"echo >> {count}\ncase $(wc -l < {count}) in\n{numbered}\nesac"
    return ["/bin/sh", "-c", script]


def times(folder: Path) -> int:
    return len((folder / "count").read_bytes())


FALLS = ["kill -SEGV $$", "exit 139", "exit 75", "exit 81", "sleep 60"]


@pytest.mark.parametrize("fall", FALLS)
def test_a_fall_is_asked_again_after_a_new_start(fall: str, tmp_path: Path) -> None:
    words = program(tmp_path, fall, "echo 好")
    starts: list[str] = []
    seconds = 0.3 if fall.startswith("sleep") else 30
    assert patiently(lambda: answer(words, seconds), lambda: starts.append("new")) == "好\n"
    assert starts == ["new"]


def test_what_falls_each_time_fails(tmp_path: Path) -> None:
    words = program(tmp_path, *["kill -ABRT $$"] * 9)
    with pytest.raises(FellOverError, match="ended with -6"):
        patiently(lambda: answer(words, 30))
    assert times(tmp_path) == ATTEMPTS


def test_a_refusal_fails_at_once_with_its_words(tmp_path: Path) -> None:
    words = program(tmp_path, "echo 打不开 >&2; exit 1", "echo 好")
    with pytest.raises(RefusedError, match="打不开"):
        patiently(lambda: answer(words, 30))
    assert times(tmp_path) == 1


def test_what_a_program_started_ends_with_it() -> None:
    """It holds the pipes that are read, and would be waited for."""
    with pytest.raises(FellOverError, match="no answer"):
        answer(["/bin/sh", "-c", "sleep 60 & wait"], 0.2)
