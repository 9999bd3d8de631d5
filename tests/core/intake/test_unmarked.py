"""What differs between two paragraphs that stayed stands in the place of what stood there."""

from plancli.core.intake.matching import Match
from plancli.core.intake.originals import originals_of
from plancli.core.intake.tracked import TrackedFile
from plancli.core.intake.unmarked import PlainLine, compared

LINES = {
    "1": "植树。",
    "2": "浇水施肥。",
    "3": "除草。",
    "4": "剪枝。",
    "5": "采收。",
    "6": "入库。",
}


def read(*texts: str) -> TrackedFile:
    own = [PlainLine(number, text) for number, text in enumerate(texts, 1)]
    keys = {text: key for key, text in LINES.items()}
    found = {
        at: Match(keys[one.text], one.text, 0, 9) for at, one in enumerate(own) if one.text in keys
    }
    return compared(own, found, LINES, "王")


def states(file: TrackedFile) -> tuple[list[str], list[str]]:
    """Return the paragraphs before and after the changes."""
    before = [one.text for one in originals_of(file) if one.text]
    text = ""
    for paragraph in file.paragraphs:
        text += "".join(one.text for one in paragraph.runs if not one.gone)
        text += "" if paragraph.gone else "\n"
    return before, text.split()


def test_whatever_the_comparison_says_both_states_are_as_they_are() -> None:
    for texts in (
        ("植树。", "浇水、施肥。", "除草。", "剪枝。", "采收。", "入库。"),
        ("植树。", "浇水", "施肥。", "除草。", "剪枝。", "采收。", "入库。"),
        ("植树。", "浇水施肥。除草和剪枝。", "采收。", "入库。"),
        ("植树。", "浇水施肥。", "除草。", "剪枝。", "套袋。", "采收。", "入库。"),
        ("植树。", "除草。", "剪枝。", "采收。", "入库。"),
    ):
        assert states(read(*texts)) == ([*LINES.values()], [*texts])


def test_an_excerpt_takes_nothing_out() -> None:
    assert states(read("除草。", "剪枝叶。", "采收。")) == (
        ["除草。", "剪枝。", "采收。"],
        ["除草。", "剪枝叶。", "采收。"],
    )
    assert not read("除草。", "采收。").is_tracked


def test_the_number_of_a_paragraph_is_that_of_the_file() -> None:
    file = read("植树。", "浇水、施肥。", "除草。", "剪枝。", "采收。", "入库。")
    assert [one.row for one in file.paragraphs] == [1, 2, 3, 4, 5, 6]
