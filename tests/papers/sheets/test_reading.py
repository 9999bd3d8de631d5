"""One table, whatever program wrote it: the same comments."""

import json
from pathlib import Path
from typing import Any

import pytest

from plancli.store.yaml.strict import parse
from tests.conftest import ROOT, Run
from tests.papers.sheets.made import MADE

OFFICE = ROOT / "tests/data/intake/libreoffice"
"""The same table, opened and saved anew by LibreOffice 7.4 in each of its formats."""
FILES = MADE | {path.name: path.read_bytes for path in sorted(OFFICE.iterdir())}

HIDING = ("xlsx", "table.xlsx", "table.xls", "table.ods")


def expected() -> dict[str, Any]:
    raw = (ROOT / "tests/data/intake/expected.yaml").read_bytes()
    found: dict[str, Any] = parse("expected.yaml", raw).data
    return found


def comments(folder: Path) -> dict[str, Any]:
    """Return the comments that came in, without from where."""
    found: dict[str, Any] = {}
    for path in sorted((folder / "comments").glob("*/*.yaml")):
        data = parse(path.name, path.read_bytes()).data
        if data.pop("source", None):
            found[f"{path.parent.name}-{path.stem}"] = data
    return found


@pytest.mark.parametrize("name", FILES)
def test_every_program_gives_the_same_comments(
    example: Path, run: Run, tmp_path: Path, name: str
) -> None:
    file = tmp_path / "收回的表"  # without an ending: what it is is seen in its bytes
    file.write_bytes(FILES[name]())
    done = run(example, "intake", "sheet", str(file), "--json")
    assert done.code == 0, done.err
    found = json.loads(done.out)
    assert comments(example) == expected()["comments"]
    # workbooks have a hidden sheet beside the table, which other files cannot have
    noted = [one for one in found["noted"] if one["what"] != "hidden"]
    assert len(found["noted"]) - len(noted) == (name in HIDING)
    told = {
        "rows": [f"{one['id']} {one['row']} {one['verdict']}" for one in found["comments"]],
        "silent": [one["unit"] for one in found["silent"]],
        "noted": sorted(f"{one['row']} {one['what']}" for one in noted),
        "left_out": found["left_out"]["收回的表"],
    }
    assert told == expected()["told"]
