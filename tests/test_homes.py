"""One home for every rule: what only one module may write out stands in no other one."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "plancli"

HOMES = {
    "core/text/numerals.py": "一二三|二三四|三四五|零〇|〇零|十百|百千|０-９|０１２",
    "core/text/characters.py": "。！？!|，,：:",
}
"""By the module at home, what nobody else writes: the beginnings of classes and tables of characters."""


def written(path: Path) -> Iterator[str]:
    """Yield the strings of a module that are no docstring; a comment and an example may say anything."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = [node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)]
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in said:
            yield node.value


@pytest.mark.parametrize("home", HOMES)
def test_a_rule_has_one_home(home: str) -> None:
    signs = re.compile(HOMES[home])
    found: list[str] = []
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        if any(map(signs.search, written(path))):
            found.append(name)
    assert found == [home]
