"""How dense code is: what decides something, counted as radon counts it. `make density` prints it by room."""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from radon.complexity import cc_visit
from radon.visitors import Function

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "plancli"

_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


class Density(NamedTuple):
    """What the functions of some files hold."""

    decisions: int
    """Each function is one; so is each branch, loop, `for` and `if` of a comprehension, `and` and `or`."""
    lines: int
    """Lines of functions, docstrings and blank lines among them."""

    @property
    def in_ten_lines(self) -> float:
        return 10 * self.decisions / self.lines if self.lines else 0.0


def density(files: Iterable[Path]) -> Density:
    """Count decisions and lines of all functions in some files."""
    found = [function for file in files for function in functions(file)]
    decisions = sum(function.complexity for function in found)
    lines = sum(function.endline - function.lineno + 1 for function in found)
    return Density(decisions, lines)


def functions(file: Path) -> list[Function]:
    """Return the functions and methods of a file, each with its decisions; those inside it are its own."""
    blocks = cc_visit(file.read_text(encoding="utf-8"))
    return [block for block in blocks if isinstance(block, Function)]


def nested(file: Path) -> list[int]:
    """Return the lines of comprehensions that stand inside another, where one of the two has a condition."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return sorted(
        {inner.lineno for outer, inner in _pairs(tree) if _choosy(outer) or _choosy(inner)}
    )


def _pairs(tree: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    for outer in ast.walk(tree):
        if not isinstance(outer, _COMPREHENSIONS):
            continue
        for inner in ast.walk(outer):
            if inner is not outer and isinstance(inner, _COMPREHENSIONS):
                yield outer, inner


def _choosy(comprehension: ast.expr) -> bool:
    """Whether a comprehension itself leaves something out."""
    assert isinstance(comprehension, _COMPREHENSIONS)
    return any(generator.ifs for generator in comprehension.generators)


def rooms() -> dict[str, list[Path]]:
    """Return the files of plancli by room: the folders of core, and the other folders beside it."""
    found: dict[str, list[Path]] = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        folders = file.relative_to(PACKAGE).parent.parts
        depth = 2 if folders[:1] == ("core",) else 1
        found.setdefault("/".join(folders[:depth]) or ".", []).append(file)
    return found


def _print() -> None:
    for room, files in rooms().items():
        of_room = density(files)
        print(f"{of_room.in_ten_lines:4.1f}  {room}  ({of_room.lines} lines)")
        if not room.startswith("core/"):
            continue
        for file in files:
            of_file = density([file])
            print(f"      {of_file.in_ten_lines:4.1f}  {file.name}")


if __name__ == "__main__":
    _print()
