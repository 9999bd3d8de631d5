"""A flaw is shown with the words round it, at its character in the file."""

from collections.abc import Iterator

from plancli.core.check.flawed import flawed
from plancli.core.check.text.flaw import Flaw
from plancli.core.finding import Subject
from plancli.core.rounds.written import Written

PLACE = Subject("section", "第一章")


def scan(text: str) -> Iterator[Flaw]:
    for at, char in enumerate(text):
        if char == "!":
            yield Flaw(at, "!", "。")


def test_six_characters_before_and_eight_from_the_flaw_on() -> None:
    texts = [
        Written(PLACE, ("title",), "甲一二三四五六!七八九十甲乙丙丁", 10),
        Written(PLACE, ("body", 0), "甲!", 0),
        Written(PLACE, ("body", 1), "甲", 0),
    ]
    found = list(flawed(texts, "P503", scan))
    assert [one.params["around"] for one in found] == ["一二三四五六!七八九十甲乙丙", "甲!"]
    assert [(one.path, one.offset, one.code) for one in found] == [
        (("title",), 17, "P503"),
        (("body", 0), 1, "P503"),
    ]
    assert (found[0].params["words"], found[0].params["better"]) == ("!", "。")
