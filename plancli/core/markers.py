"""Two versions of a file in one, with the markers that git itself puts round a conflict."""

from collections.abc import Iterator
from difflib import SequenceMatcher


def side_by_side(ours: str, theirs: str, names: tuple[str, str], size: int = 7) -> str:
    """Return the lines of both versions; those in which they differ stand between conflict markers."""
    return "".join(_marked(_lines(ours), _lines(theirs), names, size))


def _marked(ours: list[str], theirs: list[str], names: tuple[str, str], size: int) -> Iterator[str]:
    for tag, start, end, low, high in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from ours[start:end]
        else:
            yield f"{'<' * size} {names[0]}\n"
            yield from map(_ended, ours[start:end])
            yield f"{'=' * size}\n"
            yield from map(_ended, theirs[low:high])
            yield f"{'>' * size} {names[1]}\n"


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _ended(line: str) -> str:
    """A marker begins a line of its own."""
    return line if line.endswith("\n") else line + "\n"
