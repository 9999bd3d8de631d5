"""Which words of a reply are quotations, and where they begin."""

import pytest

from plancli.core.instructions.quoted import quoted_in


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        ("改为「早餐」。", ["早餐"]),
        ("改为『早餐』。", ["早餐"]),
        ('改为"早餐"。', ["早餐"]),
        ("改为“设立“食堂”和“餐厅””,另见“晚餐”。", ["设立“食堂”和“餐厅”", "晚餐"]),
        ("改为「设立「食堂」」。", ["设立「食堂」"]),
        ("“早餐”“午餐”", ["早餐", "午餐"]),
        ("删去“和”字及“、”。", []),
        ("改为“早餐", []),
    ],
)
def test_the_outermost_quotations_are_read(reply: str, words: list[str]) -> None:
    found = quoted_in(reply)
    assert [quotation.words for quotation in found] == words
    for quotation in found:
        assert reply[quotation.start :].startswith(quotation.words)
