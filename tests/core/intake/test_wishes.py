"""What one author wants of paragraphs: which move, and which only come and go."""

from plancli.core.intake.originals import originals_of
from plancli.core.intake.tracked import TrackedFile, TrackedParagraph, TrackedRun
from plancli.core.intake.wishes import moves, wishes


def stays(text: str) -> TrackedParagraph:
    return TrackedParagraph((TrackedRun(text),))


def goes(text: str) -> TrackedParagraph:
    return TrackedParagraph((TrackedRun(text, gone="王"),), gone="王")


def comes(text: str) -> TrackedParagraph:
    return TrackedParagraph((TrackedRun(text, added="王"),), added="王")


def moved(*paragraphs: TrackedParagraph) -> list[int]:
    """Return the originals that move, by their place in the file."""
    originals = originals_of(TrackedFile(paragraphs))
    return sorted(moves(originals, wishes(originals, "王")).values())


def test_what_goes_and_comes_word_for_word_moves() -> None:
    assert moved(goes("修渠。"), stays("建闸。"), comes("修渠。"), stays("植树。")) == [0]
    assert moved(goes("修渠。"), stays("建闸。"), comes("修路。"), stays("植树。")) == []


def test_of_equal_paragraphs_nobody_knows_which_moved() -> None:
    rest = (stays("建闸。"), comes("修渠。"), stays("植树。"))
    assert moved(goes("修渠。"), *rest, goes("修渠。"), stays("清淤。")) == []
    assert moved(goes("修渠。"), *rest, comes("修渠。"), stays("清淤。")) == []
