"""Where parts stand in the files of their sections."""

import pytest

from plancli.core.plan.in_files import InFile, in_files, listed_in
from plancli.core.plan.model import Section
from plancli.core.plan.outline import Outline

HARBOUR = Outline(
    [
        Section.model_validate(
            {
                "key": "第一章",
                "title": "码头",
                "body": [
                    {
                        "id": "甲",
                        "text": "分两期。",
                        "items": [{"id": "甲1", "text": "先修老埠。"}],
                    },
                    {"id": "乙", "text": "汛期停航。", "note": "五月至九月。"},
                    {
                        "table": "表1",
                        "unit": "单位:个",
                        "columns": ["名称", {"key": "今年", "head": "泊位|今年"}],
                        "rows": [["老埠", "3"], {"id": "新", "cells": ["新埠", "4"]}],
                        "notes": [{"id": "表注", "text": "不含渔港。"}],
                    },
                    {"column": "专栏1", "items": [{"id": "栏1", "text": "岸灯。"}]},
                    {"image": "figures/图1.png", "alt": "码头"},
                ],
            }
        )
    ]
)


@pytest.mark.parametrize(
    ("key", "path", "listed"),
    [
        ("第一章", (), ("body",)),
        ("甲", ("body", 0), ("items",)),
        ("甲1", ("body", 0, "items", 0), ()),
        ("乙.注1", ("body", 1, "notes", 0), ()),
        ("第一章/表1", ("body", 2), ("rows",)),
        ("第一章/表1/|", ("body", 2, "columns"), ()),
        ("第一章/表1/今年", ("body", 2, "columns", 1), ()),
        ("新", ("body", 2, "rows", 1), ()),
        ("新/今年", ("body", 2, "rows", 1, "cells", 1), ()),
        ("表1/unit", ("body", 2, "unit"), ()),
        ("表注", ("body", 2, "notes", 0), ()),
        ("第一章/专栏1", ("body", 3), ("items",)),
        ("第一章/图1", ("body", 4), ()),
        ("图1/alt", ("body", 4, "alt"), ()),
    ],
)
def test_every_part_has_a_path(
    key: str, path: tuple[str | int, ...], listed: tuple[str, ...]
) -> None:
    assert in_files(HARBOUR)[key] == InFile("第一章", path)
    assert listed_in(HARBOUR, key) == listed
