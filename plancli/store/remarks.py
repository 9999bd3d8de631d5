"""What plancli writes for people at the head of files that it owns, in the language of the plan.

They stand in the files and follow neither the reader nor the catalogue: the same bytes for everybody.
"""

from typing import NamedTuple


class _Remarks(NamedTuple):
    record: str
    draft: str
    manifest: str
    section: str


_ENGLISH = _Remarks(
    "Written by plancli apply and revert: the edits that are in the text. Do not edit.",
    "Frozen as circulated: never edited. Only pages and lines may be added.",
    """\
What the plan is called, who is consulted (units), and its sections in reading order.
A unit is added with: plancli unit NAME --add""",
    """\
Under body: paragraph by paragraph; an id never changes. Lines of a text are joined without a blank.
body:
  - id: {key}.1
    heading: A heading
    text: |-
      The first sentence. The second sentence.
    units: [Who is responsible]
When the text is ready to be sent out: plancli freeze NAME""",
)
_CHINESE = _Remarks(
    "由 plancli apply 和 revert 写入：已并入文本的修改。请勿手工改动。",
    "印发时固定的文本：不得改动，只可补充页和行。",
    """\
规划的名称、编制单位、被征求意见的单位（units）、按阅读顺序排列的章节（sections）。
增加单位：plancli unit 单位名称 --add""",
    """\
在 body: 之下逐段写；id 永远不变，text 一句一行，例如：
body:
  - id: {key}.1
    heading: 小标题
    text: |-
      第一句。
      第二句。
    units: [责任单位]
文本可以印发时：plancli freeze 征求意见稿""",
)


def of_record(language: str) -> str:
    """Return what stands at the head of plan/applied.yaml."""
    return _of(language).record


def of_draft(language: str) -> str:
    """Return what stands at the head of a frozen draft."""
    return _of(language).draft


def of_manifest(language: str) -> str:
    """Return what stands at the head of the plan.yaml of a new plan."""
    return _of(language).manifest


def of_section(language: str, key: str) -> str:
    """Return what stands at the head of a chapter that has no text yet."""
    return _of(language).section.format(key=key)


def _of(language: str) -> _Remarks:
    return _CHINESE if language.startswith("zh") else _ENGLISH
