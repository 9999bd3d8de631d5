"""Changing a section's file: the right values, and every other byte as it was."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.core.plan.model import Paragraph, Section
from plancli.store.sections import updated
from plancli.store.validate import validate
from plancli.store.yaml.strict import parse

FILE = """\
# 头注
key: 第四章/17   # 键
title: "智慧交通工程"

body:
  # 第一段
  - id: "17.1"
    heading: 完善公共交通服务
    text: |-   # 一句一行
      推进公交基础设施建设。
      打造公交枢纽,方便群众。
      推广智慧停车。

    # 单位
    units: [市数管局,   市交通局]
  - id: '17.2'
    heading: 提升水平
  - column: 专栏15
    title: 重点工作
    items:
      - id: 专栏15.1
        heading: 探索
# 尾注
"""


def section_of(raw: bytes) -> Section:
    return validate(Section, parse("f.yaml", raw))


def change(raw: bytes, edit: Callable[[Section], Section]) -> bytes:
    """Apply `edit` to the file, check that the result reads as meant, and return its bytes."""
    old = section_of(raw)
    new = edit(old)
    after = updated(parse("f.yaml", raw), old, new)
    assert section_of(after) == new
    return after


def with_part(section: Section, at: int, **values: object) -> Section:
    body = list(section.body)
    body[at] = body[at].model_copy(update=values)
    return section.model_copy(update={"body": tuple(body)})


def lines_changed(before: bytes, after: bytes) -> list[str]:
    old, new = before.decode().splitlines(), after.decode().splitlines()
    return [line for line in new if line not in old]


VARIANTS = {
    "as written": FILE.encode(),
    "windows": FILE.replace("\n", "\r\n").encode(),
    "bom": ("\ufeff" + FILE).encode(),
    "no last newline": FILE.removesuffix("# 尾注\n").rstrip("\n").encode(),
}


@pytest.fixture(params=sorted(VARIANTS))
def raw(request: pytest.FixtureRequest) -> bytes:
    return VARIANTS[request.param]


def test_only_the_changed_sentence_changes(raw: bytes) -> None:
    text = "推进公交基础设施建设。打造公交枢纽,服务群众。推广智慧停车。"
    after = change(raw, lambda s: with_part(s, 0, text=text))
    assert lines_changed(raw, after) == ["      打造公交枢纽,服务群众。"]
    assert len(after.splitlines()) == len(raw.splitlines())
    assert change(after, lambda _: section_of(raw)) == raw


EDITS: dict[str, Callable[[Section], Section]] = {
    "insert a sentence": lambda s: with_part(
        s, 0, text="推进公交基础设施建设。加强管理。打造公交枢纽,方便群众。推广智慧停车。"
    ),
    "drop a sentence": lambda s: with_part(s, 0, text="推进公交基础设施建设。推广智慧停车。"),
    "text where there was none": lambda s: with_part(s, 1, text="推动数字化。建设公路。"),
    "units where there were none": lambda s: with_part(
        s, 1, text="推动数字化。", units=("市交通局", "各县")
    ),
    "a new paragraph in the middle": lambda s: s.model_copy(
        update={
            "body": (s.body[0], Paragraph(id="17.9", heading="新增", text="甲。乙。"), *s.body[1:])
        }
    ),
    "a new paragraph in front": lambda s: s.model_copy(
        update={"body": (Paragraph(id="0", text="甲。"), *s.body)}
    ),
    "a new paragraph at the end": lambda s: s.model_copy(
        update={"body": (*s.body, Paragraph(id="9", text="甲。"))}
    ),
    "a new item": lambda s: with_part(
        s,
        2,
        items=(*s.body[2].items, Paragraph(id="专栏15.2", text="甲。")),  # type: ignore[union-attr]
    ),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_an_edit_and_its_undoing_leave_the_bytes(
    raw: bytes, edit: Callable[[Section], Section]
) -> None:
    after = change(raw, edit)
    assert after != raw
    assert change(after, lambda _: section_of(raw)) == raw


def test_removing_and_restoring_the_only_item(raw: bytes) -> None:
    after = change(raw, lambda s: with_part(s, 2, items=()))
    assert b"items" not in after
    assert change(after, lambda _: section_of(raw)) == raw


def test_comments_and_quoting_survive_a_removal(raw: bytes) -> None:
    after = change(raw, lambda s: s.model_copy(update={"body": s.body[1:]})).decode()
    for kept in ("# 头注", "# 键", 'title: "智慧交通工程"', "- id: '17.2'"):
        assert kept in after


def test_a_wrapped_sentence_that_does_not_change_stays_wrapped() -> None:
    raw = b"key: a\ntitle: b\nbody:\n  - id: c\n    text: |-\n" + (
        "      推进公交\n      基础设施建设。\n      打造枢纽。加强管理。\n      停车。\n".encode()
    )
    after = change(
        raw, lambda s: with_part(s, 0, text="推进公交基础设施建设。打造枢纽。加强管理。智慧停车。")
    )
    assert lines_changed(raw, after) == ["      智慧停车。"]


def test_plain_and_quoted_texts_keep_their_style() -> None:
    first, second = "  - id: c\n    text: 推进。建设。\n", '  - id: d\n    text: "加强。" # 注\n'
    raw = f"key: a\ntitle: b\nbody:\n{first}{second}".encode()
    after = change(
        raw, lambda s: with_part(with_part(s, 0, text="推进。完善。"), 1, text="加强:服务。")
    )
    assert lines_changed(raw, after) == ["    text: 推进。完善。", '    text: "加强:服务。" # 注']
    assert change(after, lambda _: section_of(raw)) == raw


def test_a_key_on_the_line_of_the_dash_can_go() -> None:
    raw = "key: a\ntitle: b\nbody:\n  - text: 推进。\n    id: c\n    heading: 甲\n".encode()
    after = change(raw, lambda s: with_part(s, 0, text=""))
    assert after.decode().endswith("body:\n  - id: c\n    heading: 甲\n")


def test_a_comment_at_the_end_of_an_item_stays_with_it() -> None:
    raw = "key: a\ntitle: b\nbody:\n    -   id: c\n        text: 推进。\n        # 注\n".encode()
    new = Paragraph(id="d", text="新增。")
    after = change(raw, lambda s: s.model_copy(update={"body": (*s.body, new)}))
    assert after.startswith(raw.rstrip(b"\n"))
    assert change(after, lambda _: section_of(raw)) == raw


@pytest.mark.parametrize(
    "units",
    [
        "[甲局, 乙局,  丙局, 戊局]",
        "\n      - 甲局 # 牵头\n      # 配合\n      - 乙局\n      - 丙局\n      - 戊局",
    ],
)
@pytest.mark.parametrize(
    "new",
    [
        ("甲局", "丙局"),
        ("甲局", "乙局", "丙局", "丁局"),
        ("甲局", "丁局"),
        ("乙局",),
        ("丙局",),
        ("丙局", "戊局"),
        ("戊局", "己局"),
    ],
)
def test_names_that_stay_are_left_as_they_are_written(units: str, new: tuple[str, ...]) -> None:
    raw = f"key: a\ntitle: b\nbody:\n  - id: c\n    units: {units}\n    heading: 甲\n".encode()
    after = change(raw, lambda s: with_part(s, 0, units=new)).decode()
    if "#" in units and "甲局" in new:
        assert "- 甲局 # 牵头" in after
    assert after.endswith("heading: 甲\n")


def test_wide_blanks_do_not_collapse_a_block() -> None:
    raw = "key: a\ntitle: b\nbody:\n  - id: c\n    text: |-\n      依托　电子。\n      推进。\n".encode()
    after = change(raw, lambda s: with_part(s, 0, text="依托　电子。推动。"))
    assert lines_changed(raw, after) == ["      推动。"]


def test_a_paragraph_in_braces_gets_lines_when_it_changes() -> None:
    raw = "key: a\ntitle: b\nbody:\n  - {id: c, text: 推进建设。}  # 待核\n".encode()
    after = change(raw, lambda s: with_part(s, 0, text="推动建设。"))
    assert lines_changed(raw, after) == ["  - id: c  # 待核", "    text: |-", "      推动建设。"]


sentence = st.text("甲乙丙建设2万5G,、“”()", min_size=1, max_size=8).map(lambda words: words + "。")
texts = st.lists(sentence, min_size=1, max_size=6).map("".join)


@given(texts, texts, st.sampled_from(sorted(VARIANTS)))
def test_any_text_can_become_any_other_and_back(first: str, second: str, variant: str) -> None:
    start = change(VARIANTS[variant], lambda s: with_part(s, 0, text=first))
    there = change(start, lambda s: with_part(s, 0, text=second))
    assert change(there, lambda s: with_part(s, 0, text=first)) == start
