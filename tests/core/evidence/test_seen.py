"""No key of a part changes in the plan alone unseen: it is a change of the office, or of a declaration."""

from copy import deepcopy
from typing import Any

import pytest

from plancli.core.evidence.declared import weakened
from plancli.core.plan.model import (
    Column,
    Figure,
    Footnote,
    Paragraph,
    Section,
    Table,
    TableHead,
    TableRow,
)
from plancli.core.plan.outline import Outline
from plancli.core.rounds.unexplained import office_changes

SEEN: dict[type, dict[str, Any]] = {
    Section: {"number": "第九章", "title": "岸线", "parent": "第二章", "body": []},
    Paragraph: {
        "id": "9",
        "formula": True,
        "number": "（九）",
        "heading": "引桥",
        "separator": "：",
        "text": "修两座。",
        "notes": [],
        "units": ["航道处"],
        "items": [],
    },
    Column: {"column": "专栏9", "number": "专栏9", "title": "船闸", "items": []},
    Table: {
        "table": "表9",
        "number": "表9",
        "title": "船闸",
        "unit": "单位:艘",
        "columns": ["泊位", "今年", "明年"],
        "rows": [],
        "joined": [],
        "sums": [],
        "shares": [],
        "notes": [],
    },
    TableHead: {"key": "后年", "head": "泊位|今年"},
    TableRow: {"id": "表1.9", "cells": ["东岸", "9", "90%"]},
    Figure: {
        "image": "figures/图9.png",
        "figure": "图9",
        "number": "图9",
        "title": "船闸",
        "alt": "船闸的位置",
    },
    Footnote: {"id": "注9", "text": "另行核定。", "after": "三座", "nth": 2},
}
NOT_SEEN: dict[type, dict[str, str]] = {
    Section: {"key": "a section of another key is another one"},
    Paragraph: {
        "page": "of a draft alone",
        "line": "of a draft alone",
        "layout": "of a draft alone",
        "source": "says how a wording is known, and is not published",
    },
    Column: {},
    Table: {},
    TableHead: {},
    TableRow: {
        "across": "written by plancli where one column is left",
        "page": "of a draft alone",
        "line": "of a draft alone",
    },
    Figure: {"digest": "of a draft alone"},
    Footnote: dict.fromkeys(
        ("formula", "number", "heading", "separator", "notes", "units", "items", "source"),
        "a footnote has none",
    )
    | dict.fromkeys(("page", "line", "layout"), "of a draft alone"),
}
NOTE = {"id": "注1", "after": "泊位", "nth": 1, "text": "含在建。"}
PLAIN = {
    "id": "1",
    "number": "（一）",
    "heading": "泊位",
    "text": "泊位建三座,泊位归港务局。",
    "units": ["港务局"],
    "notes": [NOTE],
    "items": [{"id": "1.1", "text": "东岸一座。"}],
}
TABLE = {
    "table": "表1",
    "title": "泊位",
    "unit": "单位:座",
    "columns": ["泊位", "今年", {"key": "占比", "head": "今年|占比"}],
    "rows": [["东岸", "1", "33%"], ["西岸", "2", "67%"], ["合计", "3", "100%"]],
    "joined": ["泊位"],
    "sums": [{"row": "表1.3", "of": ["表1.1", "表1.2"]}],
    "shares": [{"column": "占比", "of": "今年", "total": "表1.3"}],
    "notes": [{"id": "表1.注1", "text": "年末数。"}],
}
BOX = {"column": "专栏1", "title": "船只", "items": [{"id": "2", "text": "拖轮两艘。"}]}
PICTURE = {"image": "figures/图1.png", "title": "泊位", "alt": "泊位的位置"}
WAY: dict[type, tuple[str | int, ...]] = {
    Section: (),
    Paragraph: ("body", 0),
    Footnote: ("body", 0, "notes", 0),
    Table: ("body", 1),
    TableHead: ("body", 1, "columns", 2),
    TableRow: ("body", 1, "rows", 0),
    Column: ("body", 2),
    Figure: ("body", 3),
}


def written() -> dict[str, Any]:
    """Return a section with one part of each kind, as its file has it."""
    rows = [{"id": f"表1.{at}", "cells": cells} for at, cells in enumerate(TABLE["rows"], 1)]
    body = [PLAIN, {**TABLE, "rows": rows}, BOX, PICTURE, {"id": "式1", "text": "R = A / B"}]
    return deepcopy({"key": "第一章", "title": "港口", "body": body})


def told(values: dict[str, Any]) -> bool:
    """Whether a change of a section is told: as one of the office, or of what a table declares."""
    before, now = (Section.model_validate(one) for one in (written(), values))
    if office_changes(Outline([before]), Outline([now])):
        return True
    tables = zip(before.body, now.body, strict=True)
    return any(
        isinstance(old, Table) and isinstance(new, Table) and list(weakened(old, new))
        for old, new in tables
    )


def test_a_plan_that_is_the_draft_tells_nothing() -> None:
    assert not told(written())


@pytest.mark.parametrize("model", SEEN, ids=lambda model: model.__name__)
def test_of_each_key_it_is_known_whether_it_is_seen(model: Any) -> None:
    assert SEEN[model].keys() | NOT_SEEN[model].keys() == set(model.model_fields)


@pytest.mark.parametrize(
    ("model", "key"),
    [(model, key) for model, keys in SEEN.items() for key in keys],
    ids=lambda one: one if isinstance(one, str) else one.__name__,
)
def test_a_key_that_changes_in_the_plan_alone_is_told(model: Any, key: str) -> None:
    values = written()
    owner: Any = values
    for step in ("body", 4) if key == "formula" else WAY[model]:
        owner = owner[step]
    owner[key] = SEEN[model][key]
    if key == "after":  # the words are there once
        owner.pop("nth")
    if key == "rows":  # what names them goes with them
        owner.update(sums=[], shares=[])
    assert told(values)
