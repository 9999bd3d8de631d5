"""Every text in both languages: nothing untranslated, nothing stale, placeholders kept."""

import ast
import gettext
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hatch_build import compile_catalogues
from plancli.core.finding import Code
from plancli.language import CATALOGUES, choose, languages
from plancli.render.findings.messages import REASONS
from plancli.store import validate
from tests.catalogues import (
    LANGUAGES,
    PACKAGE,
    extracted,
    in_full_width,
    mo_file,
    po_file,
    stored,
)
from tests.conftest import ROOT, Run

MESSAGES_ZH = [message for message in stored("zh") if message.id]


def test_the_catalogue_has_exactly_the_messages_of_the_code() -> None:
    assert {m.id for m in MESSAGES_ZH} == {m.id for m in extracted() if m.id}


def test_every_message_is_translated() -> None:
    assert [m.id for m in MESSAGES_ZH if not m.string or m.fuzzy] == []


def test_translations_keep_the_placeholders() -> None:
    def fields(text: object) -> set[str]:
        return set(re.findall(r"\{(\w+)\}", str(text)))

    assert [m.id for m in MESSAGES_ZH if fields(m.string) != fields(m.id)] == []


def test_marks_between_chinese_words_are_wide() -> None:
    """GB/T 15834; `make messages` sees to it."""
    narrow = {str(m.string) for m in MESSAGES_ZH if in_full_width(str(m.string)) != m.string}
    assert narrow == set()


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (
            "意见{ids}没有决定:请补上(或撤回);共{count}条",
            "意见{ids}没有决定：请补上（或撤回）；共{count}条",
        ),
        ("{id}({status})", "{id}（{status}）"),
        ("写 field: text,或写 in:", "写 field: text，或写 in:"),
        ("{file}:{line} {id}:不是表", "{file}:{line} {id}：不是表"),
        ("写 {{replace: 甲, with: 乙}},一行一处", "写 {{replace: 甲, with: 乙}}，一行一处"),
        ("管道里写作 [作者: 文字],每处 20,000 字", "管道里写作 [作者: 文字]，每处 20,000 字"),
    ],
)
def test_code_in_messages_stays_as_people_type_it(typed: str, printed: str) -> None:
    assert in_full_width(typed) == printed
    assert in_full_width(printed) == printed


def test_the_compiled_catalogue_is_the_written_one() -> None:
    with Path(CATALOGUES, "zh/LC_MESSAGES/plancli.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    assert [m.id for m in MESSAGES_ZH if compiled.gettext(str(m.id)) != m.string] == []


def test_a_build_compiles_every_catalogue(tmp_path: Path) -> None:
    for language in LANGUAGES:
        copy = tmp_path / po_file(language).relative_to(PACKAGE.parent)
        copy.parent.mkdir(parents=True)
        copy.write_bytes(po_file(language).read_bytes())
    compile_catalogues(tmp_path)
    for language in LANGUAGES:
        compiled = tmp_path / mo_file(language).relative_to(PACKAGE.parent)
        assert compiled.read_bytes() == mo_file(language).read_bytes()


def test_what_is_compiled_is_not_in_git() -> None:
    assert "*.mo" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_no_message_hides_where_the_extractor_cannot_see_it() -> None:
    hidden = [
        p
        for p in PACKAGE.rglob("*.py")
        if re.search(r"\{N?_\([\"']", p.read_text(encoding="utf-8"))
    ]
    assert hidden == []


def test_no_text_is_printed_untranslated() -> None:
    """A literal with two words that is printed or yielded must go through the catalogue."""
    pattern = re.compile(r"(?:print|echo|_say)\(\s*f?\"[^\"{]*[A-Za-z]{3,} [A-Za-z]{2,}")
    found = [str(p) for p in PACKAGE.rglob("*.py") if pattern.search(p.read_text(encoding="utf-8"))]
    assert found == []


def test_every_code_without_a_rule_is_used() -> None:
    sources = "".join(
        p.read_text(encoding="utf-8") for p in PACKAGE.rglob("*.py") if p.name != "codes.py"
    )
    assert [code for code in Code if f"Code.{code.name}" not in sources] == []


def test_reasons_of_the_validator_are_translated() -> None:
    assert set(validate._EXPECTED.values()) <= set(REASONS)
    given = {one for room in ("plan", "comments") for one in reasons_in(PACKAGE / "core" / room)}
    assert given - set(REASONS) == set()


def reasons_in(room: Path) -> Iterator[str]:
    """Yield the reasons with which the models of a room refuse a value, as far as they are written out."""
    for file in room.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name("UnfitError" | "ValueError"), args=[*_, ast.Constant(str(said))]
                ):
                    yield said
                case ast.Assign(targets=[ast.Name("reason")], value=ast.Constant(str(said))):
                    yield said


@pytest.mark.parametrize(
    ("environ", "plan", "spoken"),
    [
        ({"PLANCLI_LANG": "en", "LANG": "zh_CN.UTF-8"}, "zh", "en"),
        ({"LANG": "en_US.UTF-8"}, "zh", "zh"),
        ({"LANG": "zh_CN.UTF-8"}, None, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "en", "en"),
        ({"LC_ALL": "C", "LANG": "zh_CN"}, None, "en"),
        ({}, None, "en"),
    ],
)
def test_the_language_is_chosen_in_order(
    environ: dict[str, str], plan: str | None, spoken: str
) -> None:
    assert choose(environ, plan) == spoken


def test_a_language_is_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert choose({"PLANCLI_LANG": "bo"}, "zh") == "en"
    for name in ("bo", "zh"):
        (tmp_path / name).mkdir()
    (tmp_path / "README").touch()
    monkeypatch.setattr("plancli.language.CATALOGUES", str(tmp_path))
    assert languages() == ["bo", "zh"]
    assert choose({"PLANCLI_LANG": "bo_CN.UTF-8"}, "zh") == "bo"
    assert choose({"LANG": "C"}, None) == "en"


def test_both_languages_speak(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "35 sections" in run(ROOT, "check").err
    monkeypatch.setenv("PLANCLI_LANG", "zh")
    assert "35 个章节" in run(ROOT, "check").err


def test_the_table_follows_the_plan_and_not_the_reader(run: Run) -> None:
    assert "| 单位 | 意见建议 | 采纳情况 |" in run(ROOT, "report").out
