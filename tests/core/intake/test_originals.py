"""Paragraphs as they were, and as one author's changes alone make them."""

from plancli.core.intake.originals import chains, made_of, meddled, originals_of, remarked
from plancli.core.intake.tracked import TrackedFile, TrackedParagraph, TrackedRun


def paragraph(
    *stretches: TrackedRun | str, added: str = "", gone: str = "", place: str = ""
) -> TrackedParagraph:
    words = tuple(TrackedRun(one) if isinstance(one, str) else one for one in stretches)
    return TrackedParagraph(words, added, gone, place=place)


def made(author: str, *paragraphs: TrackedParagraph) -> list[list[str]]:
    originals = originals_of(TrackedFile(paragraphs))
    found = []
    for chain in chains(originals, author):
        found.append([one.text for one in made_of(originals, chain, author)])
    return found


def test_a_break_that_was_put_in_parts_nothing_that_was() -> None:
    file = TrackedFile((paragraph("甲乙", added="王"), paragraph("丙"), paragraph("丁")))
    assert [one.text for one in originals_of(file)] == ["甲乙丙", "丁"]
    assert made("王", *file.paragraphs) == [["甲乙", "丙"]]


def test_a_break_that_was_taken_out_joins() -> None:
    assert made("王", paragraph("甲", gone="王"), paragraph("乙")) == [["甲乙"]]
    assert made("李", paragraph("甲", gone="王"), paragraph("乙")) == []


def test_each_author_has_his_changes_alone() -> None:
    both = paragraph("甲", TrackedRun("乙", gone="王"), TrackedRun("丙", added="李"))
    assert made("王", both) == [["甲"]]
    assert made("李", both) == [["甲乙丙"]]


def test_what_an_author_takes_out_again_was_never_there() -> None:
    assert made("王", paragraph("甲", TrackedRun("乙", "王", "王"), "丙")) == [["甲丙"]]
    broken = paragraph("甲", added="王", gone="王"), paragraph("乙")
    assert made("王", *broken) == [["甲乙"]]


def test_the_last_paragraph_of_a_cell_is_joined_to_nothing() -> None:
    cells = paragraph("甲", gone="王", place="格"), paragraph("乙")
    assert made("王", *cells) == [["甲"]]
    own = paragraph("甲", added="王", place="格"), paragraph("乙")
    assert [one.text for one in originals_of(TrackedFile(own))] == ["甲", "乙"]


def test_what_one_takes_out_of_what_another_put_in() -> None:
    (original,) = originals_of(TrackedFile((paragraph("甲", TrackedRun("乙", "王", "李")),)))
    assert meddled(original, "李") == ["乙"]
    assert made("王", paragraph("甲", TrackedRun("乙", "王", "李"))) == [["甲乙"]]
    assert meddled(original, "王") == []


def test_a_remark_has_the_words_that_were_there_and_those_who_changed_them() -> None:
    marked = paragraph(
        TrackedRun("甲", remarks=("1",)), TrackedRun("乙", "王", remarks=("1",)), "丙"
    )
    (original,) = originals_of(TrackedFile((marked,)))
    assert remarked(original) == {"1": ("甲", {"王"})}
