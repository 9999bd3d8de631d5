"""The JSON schemas accept what plancli accepts, read as an editor reads it, and refuse what it refuses."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from plancli.store.schema import KINDS, schema
from tests.conftest import ROOT

FOLDERS = [ROOT, ROOT / "plancli/example"]


def kind_of(path: Path) -> str:
    if path.name in ("plan.yaml", "applied.yaml"):
        return path.stem
    return {"comments": "comment", "drafts": "draft"}.get(
        path.parts[-3 if "comments" in path.parts else -2], "section"
    )


def files() -> Iterator[Path]:
    for folder in FOLDERS:
        yield from sorted((folder / "plan").rglob("*.yaml"))
        yield from sorted((folder / "comments").rglob("*.yaml"))


def read(path: Path) -> Any:
    return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_a_schema(kind: str) -> None:
    Draft202012Validator.check_schema(schema(kind))


@pytest.mark.parametrize("path", list(files()), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_real_files_are_valid(path: Path) -> None:
    Draft202012Validator(schema(kind_of(path))).validate(read(path))


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("comment", {"unit": "甲", "opnion": "乙"}),
        ("comment", {"unit": "甲", "opinion": "乙", "decision": {"status": "同意"}}),
        ("comment", {"unit": "甲", "opinion": "乙", "edits": [{"replace": "丙"}]}),
        ("comment", {"unit": "甲", "opinion": "乙", "at": {"page": "一"}}),
        ("comment", {"id": "x", "unit": "甲", "opinion": "乙"}),
        ("section", {"key": "第一章"}),
        ("plan", {"title": "甲"}),
    ],
)
def test_what_plancli_refuses_the_schema_refuses(kind: str, value: dict[str, Any]) -> None:
    assert not Draft202012Validator(schema(kind)).is_valid(value)
