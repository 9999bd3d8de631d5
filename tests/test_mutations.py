"""A short mutation run; `make mutations` makes the long one."""

import pytest

from bench.mutations import CORRUPTIONS, HARMLESS, Mutation, tried
from plancli.store.repository import read_files
from tests.conftest import ROOT

FILES = {path: raw.decode() for path, raw in read_files(ROOT).items()}


@pytest.mark.parametrize("kind", CORRUPTIONS, ids=lambda kind: kind.__name__)
def test_corruptions_are_named(kind: Mutation) -> None:
    outcomes = tried((kind,), 3, FILES, seed=7)
    assert [outcome.change for outcome in outcomes if not outcome.codes] == []


@pytest.mark.parametrize("kind", HARMLESS, ids=lambda kind: kind.__name__)
def test_harmless_edits_are_not(kind: Mutation) -> None:
    outcomes = tried((kind,), 5, FILES, seed=7)
    assert [outcome for outcome in outcomes if outcome.codes] == []
