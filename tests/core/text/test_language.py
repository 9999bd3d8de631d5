"""A text is in the language of its letters."""

import pytest

from plancli.core.text.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("渡口安全管理办法", "zh"),
        ("5G基站布局规划", "zh"),
        ("Harbour Plan of 2030", "en"),
        ("Harbour Plan of Qinghe (清河)", "en"),
        ("", "zh"),
    ],
)
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert language_of(text) == language
