"""A short mutation run; `make mutations` makes the long one."""

from types import ModuleType

import pytest

from bench import figured, listed, noted, numbered, tabled
from bench.mutations import CORRUPTIONS, HARMLESS, tried
from bench.published import Book, harmless, judged
from plancli.store.files import read_files
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return dict(read_files(ROOT))


@pytest.fixture(scope="module")
def texts(files: dict[str, bytes]) -> dict[str, str]:
    return {path: raw.decode() for path, raw in files.items()}


def test_corruptions_are_named(texts: dict[str, str]) -> None:
    outcomes = tried(CORRUPTIONS, 40, texts, seed=7)
    assert [outcome.change for outcome in outcomes if not outcome.codes] == []


def test_harmless_edits_are_not(texts: dict[str, str]) -> None:
    outcomes = tried(HARMLESS, 24, texts, seed=7)
    assert [outcome for outcome in outcomes if outcome.codes] == []


@pytest.fixture(scope="module")
def book(files: dict[str, bytes]) -> Book:
    return Book(files)


@pytest.mark.slow
def test_untrue_words_are_named_and_true_ones_are_not(book: Book) -> None:
    outcomes = judged(book, 1, seed=7)
    assert [outcome for outcome in outcomes if outcome.alarms] == []
    assert [outcome.shown for outcome in outcomes if not outcome.codes] == []


def test_true_words_by_themselves_are_not_named(book: Book) -> None:
    assert [outcome for outcome in harmless(book, 3, seed=7) if outcome.alarms] == []


@pytest.fixture(scope="module")
def plans() -> list[numbered.Edition]:
    return numbered.editions()


@pytest.mark.slow
def test_corrupted_numbers_references_and_titles_are_named(plans: list[numbered.Edition]) -> None:
    outcomes = numbered.judged(plans, 1, 7)
    assert [outcome.shown for outcome in outcomes if not outcome.codes] == []


@pytest.mark.slow
def test_numbers_that_follow_titles_with_a_note_and_blanks_raise_nothing(
    plans: list[numbered.Edition],
) -> None:
    outcomes = numbered.judged(plans, 1, 7, numbered.HARMLESS)
    assert [outcome for outcome in outcomes if outcome.alarms] == []
    assert numbered.followed_by_the_tool() == []


@pytest.mark.parametrize("kind", [tabled, noted, figured, listed], ids=lambda kind: kind.__name__)
def test_corrupted_parts_are_named_and_such_as_say_the_same_are_not(kind: ModuleType) -> None:
    plans = kind.editions()
    assert [edition.book.known for edition in plans if edition.book.known] == []
    outcomes = numbered.judged(plans, 3, 7, kind.KINDS, kind.HARMLESS)
    assert [(outcome.kind, outcome.shown) for outcome in outcomes if not outcome.codes] == []
    outcomes = numbered.judged(plans, 3, 7, kind.HARMLESS, kind.HARMLESS)
    assert [outcome for outcome in outcomes if outcome.alarms] == []
