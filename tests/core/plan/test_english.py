"""What an English text refers to in its own plan, and what belongs to another document."""

import pytest

from plancli.core.plan.english import english_mentions


def said(text: str) -> list[str]:
    """Spell out what each reference says: its words, its steps, and what is to be known of it."""
    lines: list[str] = []
    for mention in english_mentions(text):
        steps = [f"{step.kind}{step.value}" for step in mention.rungs]
        more = ["foreign"] * mention.foreign + ["through"] * mention.through
        lines.append(" ".join([text[mention.start : mention.end], "=", *steps, *more]))
    return lines


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see Section 3.", ["Section 3 = 1.13"]),
        ("as Chapters 2 and 4 say", ["Chapters 2 = 章2", "4 = 章4"]),
        ("Boxes 4 to 6", ["Boxes 4 = 专栏4", "6 = 专栏6 through"]),
        ("Box 4", ["Box 4 = 专栏4"]),
        ("section 3.2", ["section 3.2 = 1.1(3, 2)"]),
        ("item (ii) of Section 3", ["item (ii) = 1.13 项2", "Section 3 = 1.13"]),
        ("Chapter IV", ["Chapter IV = 章4"]),
        ("Appendix A", ["Appendix A = 附录1"]),
        ("Section 3 of the Ferry Act", ["Section 3 = 1.13 foreign"]),
        ("under the Ferry Act 1991, Section 16", ["Section 16 = 1.116 foreign"]),
        (
            "item (ii) of Section 3 of the Ferry Act",
            ["item (ii) = 1.13 项2 foreign", "Section 3 = 1.13 foreign"],
        ),
        ("item 3, Section 12%, a section of 3 km, Intersection 4", []),
    ],
)
def test_an_english_reference_says_what_it_names(text: str, found: list[str]) -> None:
    assert said(text) == found
