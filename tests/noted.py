"""A small plan with footnotes, and a reader of Word documents that knows nothing of the program's own."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

PLAN = """\
format: 2
title: 河湾镇供水规划
issuer: 河湾镇政府
units:
  - name: 镇水利站
  - name: 镇财政所
sections:
  - 第一章
"""
CHAPTER = """\
key: 第一章
title: 目标
body:
  - id: "1.1"
    text: |-
      到2028年,集中供水率达到92%以上,管网漏损率降到12%以下。
    notes:
      - id: 注1
        after: 集中供水率
        text: |-
          指由水厂供水的人口的比重。
      - id: 注2
        after: 12%
        text: |-
          2024年为15%。
  - id: "1.2"
    heading: 水源
    text: |-
      划定两处水源保护区,设立界标。
    note: 保护区由县政府批准。
"""
COMMENTS = {
    "镇水利站/01": "- {replace: 92%, with: 95%}\n- {replace: 2024年为15%, with: 2024年为14%}",
    "镇水利站/02": "- add: {note: 界标按国家标准设立。, after: 界标}\n  to: '1.2'\n- {remove: 1.2.注1}",
    "镇财政所/01": "- {replace: 集中供水率, with: 农村集中供水率}\n- {delete: ',管网漏损率降到12%以下'}",
}


def written(folder: Path) -> Path:
    """Write the plan into a folder."""
    (folder / "plan").mkdir(parents=True)
    (folder / "plan/plan.yaml").write_text(PLAN, encoding="utf-8")
    (folder / "plan/第一章.yaml").write_text(CHAPTER, encoding="utf-8")
    return folder


def commented(folder: Path) -> None:
    """Write the comments on its draft, all of them adopted."""
    for name, edits in COMMENTS.items():
        file = folder / f"comments/{name}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        indented = edits.replace("\n", "\n  ")
        file.write_text(
            f"unit: {name.partition('/')[0]}\nopinion: 见修改。\nedits:\n  {indented}\n"
            "decision: {status: 采纳}\n",
            encoding="utf-8",
        )


def read(content: bytes, accept: bool) -> list[str]:
    """Return the paragraphs with all changes accepted, or all refused; a note stands in [] at its mark."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        body = ElementTree.fromstring(packed.read("word/document.xml"))
        notes = ElementTree.fromstring(packed.read("word/footnotes.xml"))
    words = {note.get(f"{_W}id"): "".join(_words(note, {}, accept)).strip() for note in notes}
    lines = ("".join(_words(paragraph, words, accept)) for paragraph in body.iter(f"{_W}p"))
    return [line for line in lines if line]


def _words(element: Any, notes: dict[Any, str], accept: bool) -> Iterator[str]:
    for child in element:
        if child.tag == (f"{_W}del" if accept else f"{_W}ins"):
            continue
        if child.tag in (f"{_W}t", f"{_W}delText"):
            yield child.text or ""
        elif child.tag == f"{_W}footnoteReference":
            yield f"[{notes[child.get(f'{_W}id')]}]"
        else:
            yield from _words(child, notes, accept)
