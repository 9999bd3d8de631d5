"""Characters that nobody sees, or that only look like others."""

import pytest

from plancli.core.check.text.strange import invisible, lookalikes
from tests.core.check.text.flaws import words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("医保\u200b凭证", ["U+200B"]),
        ("\u202e倒着", ["U+202E"]),
        ("\U0001f468\u200d\U0001f469", []),
        ("甲\u200d乙", ["U+200D"]),
        ("plain", []),
    ],
)
def test_invisible_characters(text: str, found: list[str]) -> None:
    assert words(invisible(text)) == found


def test_lookalikes_name_the_common_character() -> None:
    (flaw,) = lookalikes("\u2f08民")
    assert (flaw.offset, flaw.better) == (0, "人")
    assert list(lookalikes("人民")) == []
