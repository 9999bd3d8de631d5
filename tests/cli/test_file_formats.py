"""A format of a file is one record: help, refusals, READMEs and what can be written follow from it."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from plancli.cli import formats
from plancli.cli.commands import audit, compare, export, intake_form, reply, report, tasks
from tests.conftest import ROOT, Run

TOY = """
from plancli.cli.formats import FileFormat


def _table(paper):
    from plancli.core.publish.sheet import text_of

    rows = [row for block in paper.sheet.blocks for row in block.rows]
    lines = ["\\t".join(text_of(cell).replace("\\n", " ") for cell in row) for row in rows]
    return "".join(f"{line}\\n" for line in lines).encode()


FORMAT = FileFormat("tsv", table=_table)
"""


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One more format, in a module of its own; nothing else of plancli knows of it."""
    (tmp_path / "tsv.py").write_text(TOY, encoding="utf-8")
    monkeypatch.setattr(formats, "__path__", [*formats.__path__, str(tmp_path)])
    formats.known.cache_clear()
    yield
    formats.known.cache_clear()
    sys.modules.pop("plancli.cli.formats.tsv")


@pytest.mark.usefixtures("toy")
def test_a_format_is_one_module(example: Path, run: Run) -> None:
    assert run(example, "report", "-o", "表.tsv").code == 0
    assert "\t采纳\t" not in (example / "表.tsv").read_text(encoding="utf-8")
    assert "镇财政所\t" in (example / "表.tsv").read_text(encoding="utf-8")
    assert run(example, "tasks", "-o", "分工.TSV").code == 0
    assert ", tsv, xlsx." in " ".join(run(example, "report", "--help").out.split())
    assert "pdf, tsv, xlsx" in run(example, "compare", "-o", "x.doc").err
    refused = run(example, "report", "--template", "mine", "-o", "x.tsv").err
    assert "not for csv, json, pdf, tsv, xlsx, --summary" in refused


@pytest.mark.usefixtures("toy")
def test_a_format_writes_only_what_it_can_hold(example: Path, run: Run) -> None:
    for words in (["reply", "镇民政办", "-o"], ["export"], ["audit", "-o"]):
        refused = run(example, *words, "x.tsv")
        assert refused.code == 2
        assert "P009" in refused.err
        assert "tsv, " not in refused.err
    assert not (example / "x.tsv").exists()


@pytest.mark.parametrize("command", [audit, compare, export, intake_form, reply, report, tasks])
def test_help_lists_what_the_records_say(command: object, example: Path, run: Run) -> None:
    name = command.__name__.rpartition(".")[2]  # type: ignore[attr-defined]
    kind = command.KIND  # type: ignore[attr-defined]
    shown = " ".join(run(example, *name.split("_"), "--help").out.split())
    assert ", ".join(formats.holding(kind)) in shown


def test_a_record_is_named_like_its_module() -> None:
    assert {name: record.ending for name, record in formats.known().items()} == {
        name: name for name in formats.known()
    }


def test_what_is_missing_says_what_to_install(
    example: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)  # as where it is not installed
    for words in (["report", "-o", "x.pdf"], ["reply", "镇民政办", "-o", "x.pdf"]):
        refused = run(example, *words)
        assert refused.code == 2
        assert 'pip install "plancli[typeset]"' in refused.err


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_readme_has_every_format(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \|((?:[^|\n]*\|){7})$", text, re.MULTILINE)
    written = {ending: [cell.strip() for cell in cells.split("|")[:-1]] for ending, cells in rows}
    assert list(written) == list(formats.known())
    for ending, record in formats.known().items():
        kinds = record.table, record.text, record.plan, record.reading, record.form
        holds = ["✓" if writer else "" for writer in kinds]
        templates = "✓" if record.templates else ""
        extra = f"`plancli[{record.extra}]`" if record.extra else ""
        assert written[ending] == [*holds, templates, extra]
