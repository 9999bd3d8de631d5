"""How far back a reference to a part, or a quotation in a reply, is read: a case on each side."""

import pytest

from plancli.core.instructions.quoted import Role, quoted_in
from plancli.core.plan.references import references


def refers(text: str) -> bool:
    """Whether a text refers to a part of its own plan."""
    return any(not mention.foreign for mention in references(text))


@pytest.mark.parametrize(("layers", "own"), [(0, False), (3, False), (4, True)])
def test_three_layers_may_stand_between_a_document_and_its_chapter(layers: int, own: bool) -> None:
    text = f"《省渡口条例》{'(二〇二一年修订并且公布施行)' * layers}第九章"
    assert refers(text) is own


@pytest.mark.parametrize(("words", "own"), [("甲" * 40, False), ("甲" * 41, True)])
def test_a_title_between_has_up_to_forty_characters(words: str, own: bool) -> None:
    assert refers(f"《省渡口条例》“{words}”第九章") is own


@pytest.mark.parametrize(("between", "own"), [(12, False), (13, True)])
def test_a_document_is_named_up_to_twelve_characters_before(between: int, own: bool) -> None:
    text = f"《省渡口条例》{'甲' * between}第九章"
    assert refers(text) is own


@pytest.mark.parametrize(("digits", "found"), [(1, True), (3, True), (4, False)])
def test_a_number_of_a_column_has_up_to_three_digits(digits: int, found: bool) -> None:
    assert refers(f"见专栏{'1' * digits}。") is found


def role(reply: str) -> Role:
    (found,) = quoted_in(reply)
    return found.role


@pytest.mark.parametrize(("blanks", "new"), [(0, True), (38, True), (39, False)])
def test_a_verb_stands_within_forty_characters_before_its_words(blanks: int, new: bool) -> None:
    assert (role(f"改为{' ' * blanks}“修缮码头”。") is Role.NEW) is new


@pytest.mark.parametrize(("words", "quoted"), [("件", 0), ("件。", 0), ("码头", 1), ("2座", 1)])
def test_a_quotation_has_two_letters_or_digits(words: str, quoted: int) -> None:
    assert len(quoted_in(f"改为“{words}”。")) == quoted
