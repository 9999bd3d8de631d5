"""Whose opinion a reply says it follows."""

import pytest

from plancli.core.instructions.sharers import sharers_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("根据林业站意见修改。", ["林业站"]),
        ("结合林业站、安监站等单位提出的意见修改。", ["林业站", "安监站"]),
        ("与林业站共同提出。", ["林业站"]),
        ("林业站也提出此意见。", ["林业站"]),
        ("已修改。", []),
        ("林业站提出了同样意见。", ["林业站"]),
        ("“根据林业站意见”已删。", []),
        ("已并入林业站意见办理。", ["林业站"]),
        ("合并至林业站、安监站的建议中一并办理。", ["林业站", "安监站"]),
    ],
)
def test_names_beside_an_opinion(text: str, names: list[str]) -> None:
    found = list(sharers_in(text))
    assert [sharer.name for sharer in found] == names
    assert all(text.startswith(sharer.name, sharer.start) for sharer in found)
