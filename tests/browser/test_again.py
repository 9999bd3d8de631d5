"""A test is run again after a fall of the browser, which this one plays."""

from pathlib import Path

GONE = compile("raise RuntimeError('gone')", "playwright/_impl/gone.py", "exec")
FOLDERS: list[Path] = []


def test_the_second_time_everything_is_new(tmp_path: Path) -> None:
    FOLDERS.append(tmp_path)
    if len(FOLDERS) == 1:
        exec(GONE)
    assert len(set(FOLDERS)) == 2
