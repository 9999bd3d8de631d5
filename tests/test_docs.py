"""docs/ARCHITECTURE.md speaks of things that exist."""

import re
from functools import reduce
from importlib import import_module
from importlib.util import find_spec

import pytest

from tests.conftest import ROOT
from tests.test_layers import ROOMS

TEXT = (ROOT / "docs/ARCHITECTURE.md").read_text(encoding="utf-8")
NAMES = sorted(set(re.findall(r"`((?:[a-z_]+\.)+[A-Za-z_]+)`", TEXT)))
FILES = sorted(set(re.findall(r"`((?:[a-z_]+/)+(?:[a-z_]+\.(?:py|yaml))?)`", TEXT)))


def found(name: str) -> object:
    """Return what a dotted name stands for, in the core or in the package."""
    parts = name.split(".")
    for package in ("plancli.core", "plancli"):
        for cut in range(len(parts), 0, -1):
            module = ".".join([package, *parts[:cut]])
            if module_exists(module):
                return reduce(getattr, parts[cut:], import_module(module))
    raise AttributeError(name)


def module_exists(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False


@pytest.mark.parametrize("name", [name for name in NAMES if not name.endswith((".yaml", ".py"))])
def test_every_name_exists(name: str) -> None:
    assert found(name) is not None


@pytest.mark.parametrize("name", FILES)
def test_every_file_and_folder_exists(name: str) -> None:
    assert any((ROOT / place / name).exists() for place in ("", "plancli", "plancli/core"))


def test_the_rooms_are_told_in_their_order() -> None:
    assert tuple(re.findall(r"^\| `([a-z]+)/` \|", TEXT, re.MULTILINE)) == ROOMS
