"""What the office wrote by the numbers in its hands, with those of the draft."""

from plancli.core.plan.bindings import PartNumbers
from plancli.core.plan.model import Column, Section
from plancli.core.plan.outline import Outline
from plancli.core.revision.carrying import own_changes
from plancli.core.revision.taking_back import OwnText, shifted, taken_back
from plancli.core.text.diff import Splice

_DRAFTED = PartNumbers(
    Outline(
        [Section(key="甲", title="渡口", body=(Column(column="专栏1"), Column(column="专栏2")))]
    )
)
_NOW = PartNumbers(
    Outline([Section(key="甲", title="渡口", body=(Column(column="专栏2", number="专栏1"),))])
)


def own(before: str, splices: list[Splice], text: str) -> OwnText:
    return OwnText("甲", before, own_changes(before, splices, text), text)


def test_what_the_office_wrote_is_read_by_the_numbers_in_its_hands() -> None:
    back = taken_back(own("渡船。", [], "渡船见专栏1。"), _NOW, _DRAFTED, lambda _: False)
    assert (back.text, back.unread) == ("渡船见专栏2。", [])


def test_a_reference_to_nothing_is_read_by_no_numbers() -> None:
    typed = own("渡船见专栏2。", [Splice(5, 6, "1")], "渡船见专栏1，另见专栏2。")
    back = taken_back(typed, _NOW, _DRAFTED, lambda _: False)
    assert back.text == "渡船见专栏2，另见专栏2。"
    assert [back.text[start:end] for start, end in back.unread] == ["专栏2"]
    assert back.unread == [(9, 12)]


def test_words_keep_their_place_beside_what_changes() -> None:
    assert shifted([(2, 5)], "见，专栏2。", "另见，专栏2。") == [(3, 6)]
    assert shifted([(2, 5)], "见，专栏2。", "见，专栏3。") == []
