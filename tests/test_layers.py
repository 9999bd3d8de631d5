"""The arrows of the architecture: core is pure, the shell's parts know core and never each other."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "plancli"

ALLOWED = {
    "core": {"core"},
    "store": {"core"},
    "git": {"core"},
    "render": {"core", "messages"},
    "papers": {"core", "messages"},
    "messages": set[str](),
    "cli": {"core", "store", "git", "render", "papers", "messages"},
}
PURE = {
    "__future__", "bisect", "collections", "contextlib", "dataclasses", "datetime", "difflib", "enum",
    "functools", "hashlib", "itertools", "json", "operator", "re", "types", "typing", "unicodedata",
    "pydantic", "diff_match_patch", "rapidfuzz", "rjieba",
}  # fmt: skip


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if path.name not in ("__main__.py", "__init__.py"))


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_its_neighbours(path: Path) -> None:
    layer = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    own = {name.split(".")[1] for name in imports(path) if name.startswith("plancli.")} - {"__version__"}
    assert own <= ALLOWED[layer] | {layer}


@pytest.mark.parametrize("path", sorted((PACKAGE / "core").rglob("*.py")), ids=lambda path: path.stem)
def test_the_core_touches_nothing_outside(path: Path) -> None:
    outside = {name.split(".")[0] for name in imports(path)} - {"plancli"}
    assert outside <= PURE
    calls = {
        node.func.id
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not calls & {"open", "print", "input", "exec", "eval", "exit"}


def test_processes_are_started_in_one_module() -> None:
    starters = [path.name for path in modules() if "subprocess" in set(imports(path))]
    assert starters == ["processes.py"]
