"""Head, body, tail and annex of a letter are laid apart."""

from plancli.core.intake.letter_layout import LetterParts, laid_apart
from plancli.core.intake.letter_parts import LetterLine
from plancli.core.intake.opinions import RowRemark
from plancli.core.intake.signature import Senders

SENDERS = Senders({"镇水管站": "镇水管站"}, "柳河镇")


def laid(text: str) -> LetterParts:
    lines = [LetterLine(number, words) for number, words in enumerate(text.split("\n"), 1)]
    return laid_apart(lines, SENDERS)


def test_each_line_is_in_a_body_or_noted() -> None:
    signed = "附件:1.表\n2.图\n镇水管站\n2026年4月8日"
    found = laid(f"关于方案\n的复函\n镇政府:\n\n修闸。\n{signed}\n附件\n意见表\n1.清淤。")
    bodies = [[line.number for line in body] for body in found.bodies]
    assert bodies == [[5], [12]]
    assert sorted(note.row for note in found.notes) == [1, 2, 3, 6, 7, 8, 9, 10, 11]
    assert (found.units, found.day) == (("镇水管站",), "2026-04-08")


def test_a_long_sentence_ahead_of_a_colon_is_no_head() -> None:
    found = laid("我站建议修闸。\n镇政府:\n清淤。")
    assert [line.number for line in found.bodies[0]] == [1, 2, 3]


def test_a_title_that_is_all_there_is_stays_an_opinion() -> None:
    assert [line.words for line in laid("关于修闸的建议").bodies[0]] == ["关于修闸的建议"]


def test_a_name_without_a_day_or_a_seal_is_no_signature() -> None:
    found = laid("镇政府:\n增设一个分中心\n支持镇敬老院")
    assert [line.number for line in found.bodies[0]] == [2, 3]
    assert laid("镇政府:\n修闸。\n镇敬老院(盖章)").name == "镇敬老院"


def test_behind_a_sign_off_stand_persons_and_offices() -> None:
    found = laid("Dear all,\nMend the gates.\nKind regards\nJ. Doe\nHead of section")
    assert [line.number for line in found.bodies[0]] == [2]
    assert [note.remark for note in found.notes if note.row > 3] == [RowRemark.SIGNED] * 2
