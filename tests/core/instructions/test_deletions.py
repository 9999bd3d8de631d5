"""What a reply says it deleted, without quotation marks."""

import pytest

from plancli.core.instructions.deletions import deletions_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("已删除夜间停航相关内容。", ["夜间停航"]),
        ("删去码头中关于救生衣的表述。", ["救生衣"]),
        ("删掉夜间停航等内容,增加巡查。", ["夜间停航"]),
        ("已删除相关内容。", []),
        ("已删除数据中心相关内容。", ["数据中心"]),
        ("夜间停航一句已删除。", ["夜间停航"]),
        ("相关内容已删除。", []),
        ("删除该段内容。", []),
        ("未删除夜间停航内容。", []),
        ("建议删除夜间停航内容。", []),
        ("删除“夜间停航”内容。", []),
        ("删除夜间停航。", []),
    ],
)
def test_what_is_named_as_gone(text: str, words: list[str]) -> None:
    found = list(deletions_in(text))
    assert [deletion.words for deletion in found] == words
    assert all(text.startswith(deletion.words, deletion.start) for deletion in found)
