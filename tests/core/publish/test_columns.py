"""A column of the table is one record: none is without, and every one is translated and described."""

from pathlib import Path

import pytest

from plancli.core.plan.tables import Value
from plancli.core.publish.columns import COLUMNS
from plancli.render.tables.presets import PRESETS, TEXTS
from tests.catalogues import stored
from tests.conftest import ROOT, Run

OWN = "\ntables:\n  全部:\n    group: none\n    heads:\n" + "".join(
    f"      - {{value: {value}}}\n" for value in Value
)


def test_every_value_of_plan_yaml_has_its_record() -> None:
    assert list(COLUMNS) == list(Value)


def test_long_words_begin_at_the_left_and_what_a_handler_keeps_is_internal() -> None:
    assert {value for value, column in COLUMNS.items() if not column.centred} == {
        Value.OPINION,
        Value.DECISION,
        Value.ANSWER,
        Value.PLACE,
        Value.ORIGINAL,
        Value.ASKED,
        Value.BEFORE,
        Value.AFTER,
        Value.NOTE,
    }
    assert {value for value, column in COLUMNS.items() if column.internal} == {
        Value.ID,
        Value.LETTER,
        Value.RECEIVED,
        Value.HANDLER,
        Value.APPROVAL,
        Value.NOTE,
        Value.ATTACHMENTS,
    }


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_every_value_is_described(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    assert [value for value in Value if f"`{value}`" not in text] == []


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_every_table_that_comes_with_plancli_is_described(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    assert [name for name in (*PRESETS, *TEXTS) if f"\n| `{name}` |" not in text] == []


def test_a_table_can_have_all_columns_and_publishes_no_internal_one(
    example: Path, run: Run
) -> None:
    manifest = example / "plan/plan.yaml"
    manifest.write_text(manifest.read_text(encoding="utf-8") + OWN, encoding="utf-8")
    catalogue = {message.id: message.string for message in stored("zh")}
    for words, shown in (([], list(Value)), (["--public"], _published())):
        done = run(example, "report", "--preset", "全部", *words)
        head = next(line for line in done.out.splitlines() if line.startswith("| "))
        assert head.strip("| ").split(" | ") == [catalogue[COLUMNS[one].label] for one in shown]


def _published() -> list[Value]:
    return [value for value, column in COLUMNS.items() if not column.internal]
