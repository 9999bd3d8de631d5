"""Each module of the core has a test file at the same place, or its room says why not."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CORE = ROOT / "plancli" / "core"
TESTS = ROOT / "tests" / "core"

_EXCUSE = re.compile(r"^- ([a-z_0-9*, ]+): (.+(?:\n  .+)*)", re.M)
"""A line of a room's docstring, and those that go on with it: - day, three: only values. * is everything."""


def modules() -> list[Path]:
    found = [path.relative_to(CORE) for path in CORE.rglob("*.py")]
    return sorted(path for path in found if path.name != "__init__.py")


def excuses(room: Path) -> dict[str, str]:
    """Return the modules of a room that need no test file, each with the reason.

    A folder of modules without tests of its own is spoken for by the one above it.
    """
    init = TESTS / room / "__init__.py"
    if not init.exists():
        everything = excuses(room.parent).get("*") if room != Path() else None
        return {"*": everything} if everything else {}
    docstring = ast.get_docstring(ast.parse(init.read_text(encoding="utf-8"))) or ""
    found: dict[str, str] = {}
    for names, reason in _EXCUSE.findall(docstring):
        found |= dict.fromkeys(names.split(", "), reason)
    return found


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.as_posix())
def test_a_module_has_a_test_file_or_its_room_says_why_not(module: Path) -> None:
    mirrored = TESTS / module.parent / f"test_{module.name}"
    of_room = excuses(module.parent)
    reason = of_room.get(module.stem, of_room.get("*", ""))
    assert mirrored.exists() or len(reason.split()) >= 4


@pytest.mark.parametrize(
    "room", sorted({module.parent for module in modules()}), ids=lambda room: room.as_posix()
)
def test_excuses_are_for_modules_that_exist(room: Path) -> None:
    here = {module.stem for module in modules() if module.parent == room}
    assert excuses(room).keys() - {"*"} <= here
