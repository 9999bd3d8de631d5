"""A short mutation run; `make mutations` makes the long one."""

from types import ModuleType

import pytest

from bench import figured, listed, noted, numbered, tabled
from bench.mutations import CORRUPTIONS, HARMLESS, tried
from bench.published import Book, harmless, judged
from plancli.store.files import read_files
from tests.conftest import ROOT

FILES = {path: raw.decode() for path, raw in read_files(ROOT).items()}


def test_corruptions_are_named() -> None:
    outcomes = tried(CORRUPTIONS, 40, FILES, seed=7)
    assert [outcome.change for outcome in outcomes if not outcome.codes] == []


def test_harmless_edits_are_not() -> None:
    outcomes = tried(HARMLESS, 24, FILES, seed=7)
    assert [outcome for outcome in outcomes if outcome.codes] == []


BOOK = Book(read_files(ROOT))


def test_untrue_words_are_named_and_true_ones_are_not() -> None:
    outcomes = judged(BOOK, 1, seed=7)
    assert [outcome for outcome in outcomes if outcome.alarms] == []
    assert [outcome.shown for outcome in outcomes if not outcome.codes] == []


def test_true_words_by_themselves_are_not_named() -> None:
    assert [outcome for outcome in harmless(BOOK, 3, seed=7) if outcome.alarms] == []


PLANS = numbered.editions()


def test_corrupted_numbers_references_and_titles_are_named() -> None:
    outcomes = numbered.judged(PLANS, 1, 7)
    assert [outcome.shown for outcome in outcomes if not outcome.codes] == []


def test_numbers_that_follow_titles_with_a_note_and_blanks_raise_nothing() -> None:
    outcomes = numbered.judged(PLANS, 1, 7, numbered.HARMLESS)
    assert [outcome for outcome in outcomes if outcome.alarms] == []
    assert numbered.followed_by_the_tool() == []


PARTS = {kind: kind.editions() for kind in (tabled, noted, figured, listed)}


@pytest.mark.parametrize("kind", PARTS, ids=lambda kind: kind.__name__)
def test_corrupted_parts_are_named_and_such_as_say_the_same_are_not(kind: ModuleType) -> None:
    plans = PARTS[kind]
    assert [edition.book.known for edition in plans if edition.book.known] == []
    outcomes = numbered.judged(plans, 3, 7, kind.KINDS, kind.HARMLESS)
    assert [(outcome.kind, outcome.shown) for outcome in outcomes if not outcome.codes] == []
    outcomes = numbered.judged(plans, 3, 7, kind.HARMLESS, kind.HARMLESS)
    assert [outcome for outcome in outcomes if outcome.alarms] == []
