"""A word in quotes changes and keeps them."""

import pytest

from plancli.store.yaml.nodes import compose
from plancli.store.yaml.quotes import in_its_quotes


@pytest.mark.parametrize(
    ("typed", "word", "expected"),
    [
        ("'老埠'", "新埠", "'新埠'"),
        ("'它叫''老埠'''", "它叫'新埠'", "'它叫''新埠'''"),
        ('"\\u8001埠"', "老埠头", '"\\u8001埠头"'),
        ('"老埠"', '老"埠', '"老\\"埠"'),
        ("老埠", "新埠", None),
        ("'老埠'", "老\u2028埠", None),
        ("'老埠'", "", None),
    ],
)
def test_a_word_in_quotes_keeps_them(typed: str, word: str, expected: str | None) -> None:
    assert in_its_quotes(compose(typed), typed, word) == expected
