"""The arrows of the architecture: core is pure, its rooms are in order, the shell knows core alone."""

import ast
import graphlib
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "plancli"

ALLOWED = {
    "core": {"core"},
    "store": {"core"},
    "git": {"core"},
    "render": {"core", "messages"},
    "papers": {"core", "messages"},
    "language": {"store"},  # the language that plan.yaml says
    "messages": {"core", "language"},
    "stored_help": set(),
    "stored_patterns": set(),
    "stored_words": {"core"},
    "kept_check": {"store"},  # the files, and what is kept of them
    "library": {"core", "store", "render", "messages"},
    "cli": {
        "core",
        "store",
        "git",
        "render",
        "papers",
        "messages",
        "library",
        "language",
        "stored_help",
        "stored_patterns",
        "stored_words",
    },
}
ROOMS = (
    "text",
    "plan",
    "comments",
    "locate",
    "merge",
    "revision",
    "instructions",
    "intake",
    "rounds",
    "evidence",
    "publish",
    "check",
)
"""The rooms of core in the order in which the data flows: a module knows its own room and those before it."""

PURE = {
    "__future__", "bisect", "collections", "contextlib", "dataclasses", "datetime", "decimal", "difflib",
    "enum", "fractions", "functools", "hashlib", "itertools", "json", "operator", "re", "types", "typing",
    "unicodedata",
    "pydantic", "diff_match_patch", "rapidfuzz", "rjieba",
}  # fmt: skip


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules() -> list[Path]:
    return sorted(p for p in PACKAGE.rglob("*.py") if p.name not in ("__main__.py", "__init__.py"))


def name_of(path: Path) -> str:
    dotted = path.relative_to(PACKAGE.parent).with_suffix("").as_posix().replace("/", ".")
    return dotted.removesuffix(".__init__")


@cache
def arrows() -> dict[str, set[str]]:
    """Return which modules of the package each module imports."""
    known = {name_of(path): path for path in PACKAGE.rglob("*.py")}
    found: dict[str, set[str]] = {}
    for name, path in known.items():
        wanted = {
            target if target in known else target.rpartition(".")[0] for target in imports(path)
        }
        found[name] = (wanted & known.keys()) - {name}
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_imports_only_its_neighbours(path: Path) -> None:
    layer = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    own = {name.split(".")[1] for name in imports(path) if name.startswith("plancli.")} - {
        "__version__"
    }
    assert own <= ALLOWED[layer] | {layer}


def test_arrows_between_the_rooms_of_the_core_go_down_only() -> None:
    up = []
    for name, targets in arrows().items():
        for target in targets:
            rooms = [dotted.split(".")[2:3] for dotted in (name, target)]
            if all(dotted.startswith("plancli.core.") for dotted in (name, target)):
                here, there = (room[0] for room in rooms)
                if there in ROOMS and (here not in ROOMS or ROOMS.index(there) > ROOMS.index(here)):
                    up.append(f"{name} -> {target}")
    assert up == []


def test_every_room_of_the_core_is_in_the_order() -> None:
    rooms = {p.name for p in (PACKAGE / "core").iterdir() if p.is_dir() and p.name != "__pycache__"}
    assert rooms == set(ROOMS)


def test_no_import_leads_in_a_circle() -> None:
    graphlib.TopologicalSorter(arrows()).prepare()


def test_a_public_name_of_the_core_is_defined_once() -> None:
    homes = defaultdict(list)
    for path in (PACKAGE / "core").rglob("*.py"):
        for node in tree(path).body:
            targets = (
                node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
            )
            names = [target.id for target in targets if isinstance(target, ast.Name)]
            for name in names or [getattr(node, "name", "_")]:
                homes[name].append(name_of(path))
    assert {name: found for name, found in homes.items() if len(found) > 1 and name[0] != "_"} == {}


def test_no_private_module_of_another_package_is_used() -> None:
    private = [
        (name_of(path), name)
        for path in modules()
        for name in imports(path)
        if any(part.startswith("_") and not part.startswith("__") for part in name.split(".")[:-1])
    ]
    assert private == []


@pytest.mark.parametrize("path", sorted((PACKAGE / "core").rglob("*.py")), ids=name_of)
def test_the_core_touches_nothing_outside(path: Path) -> None:
    outside = {name.split(".")[0] for name in imports(path)} - {"plancli"}
    if name_of(path) == "plancli.core.check.register":
        outside -= {
            "importlib",
            "pkgutil",
        }  # it finds the rules among the modules of its own package
    assert outside <= PURE
    calls = {
        node.func.id
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not calls & {"open", "print", "input", "exec", "eval", "exit"}


def test_processes_are_started_in_one_module_for_each_program() -> None:
    starters = [name_of(path) for path in modules() if "subprocess" in set(imports(path))]
    assert starters == [
        "plancli.git.processes",
        "plancli.papers.apart",
        "plancli.papers.bodies.converted",
    ]


def longest_chain() -> list[str]:
    """Return the longest chain of imports between modules of the core."""
    longest: dict[str, list[str]] = {}
    for name in graphlib.TopologicalSorter(arrows()).static_order():
        below = [longest[target] for target in arrows()[name] if target.startswith("plancli.core.")]
        longest[name] = [name, *max(below, key=len, default=[])]
    return max(
        (chain for name, chain in longest.items() if name.startswith("plancli.core.")), key=len
    )


if __name__ == "__main__":
    chain = longest_chain()
    sys.stdout.write(f"{len(chain)} modules: {' -> '.join(chain)}\n".replace("plancli.core.", ""))
