"""docs/FORMAT.md describes every key of every file, and no other; its examples are a plan in order."""

import json
import re
import shutil
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from plancli.core.plan.manifest import FIRST, FORMAT
from plancli.store.comments import edit_given
from plancli.store.schema import KINDS, schema
from tests.conftest import ROOT, Run

TEXT = (ROOT / "docs/FORMAT.md").read_text(encoding="utf-8")
FORMATS = ROOT / "tests/data/formats"


class Row(NamedTuple):
    """What the page says of a key."""

    kind: str
    default: str
    since: str
    meaning: str


def described() -> dict[str, dict[str, Row]]:
    """Return the tables of the page by the name in brackets behind their heading."""
    found: dict[str, dict[str, Row]] = {}
    for name, section in re.findall(
        r"^#{2,3} [^\n]*\(`(\w+)`\)\n(.*?)(?=^#{2,3} |\Z)", TEXT, re.MULTILINE | re.DOTALL
    ):
        rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in section.split("\n") if "|" in line]
        cells = [[cell.strip() for cell in row] for row in rows if row]
        assert name not in found
        found[name] = {row[0].strip("`"): Row(*row[1:]) for row in cells if row[0].startswith("`")}
    return found


def defined() -> dict[str, dict[str, Any]]:
    """Return the definitions of all schemas by name; those of several kinds of files are the same in each."""
    found: dict[str, dict[str, Any]] = {}
    for kind, (model, _files) in KINDS.items():
        whole = schema(kind)
        for name, definition in [(model.__name__, whole), *whole["$defs"].items()]:
            known = found.setdefault(name, definition)
            assert known.get("properties") == definition.get("properties")
    return found


DESCRIBED, DEFINED = described(), defined()
WITH_KEYS = {name: made["properties"] for name, made in DEFINED.items() if "properties" in made}
KEYS = [(name, key) for name, keys in DESCRIBED.items() for key in keys]


def test_every_key_is_described_and_every_key_described_exists() -> None:
    assert {name: sorted(keys) for name, keys in DESCRIBED.items()} == {
        name: sorted(keys) for name, keys in WITH_KEYS.items()
    }


@pytest.mark.parametrize(("name", "key"), KEYS)
def test_what_is_said_of_a_key_is_so(name: str, key: str) -> None:
    row, made = DESCRIBED[name][key], WITH_KEYS[name][key]
    assert (row.default == "required") == (key in DEFINED[name].get("required", ()))
    default = made.get("default")
    if default not in (None, "", []):
        assert row.default == f"`{json.dumps(default) if default is False else default}`"
    one_of = [made, *made.get("anyOf", ())]
    assert row.kind.startswith("list of ") == any(one.get("type") == "array" for one in one_of)
    assert row.kind.startswith("map of ") == ("additionalProperties" in made)
    whole = {"integer"} == {one.get("type") for one in one_of if "pattern" not in one} - {
        None,
        "null",
    }
    assert (row.kind == "number") == (whole and row.kind not in ("pages", "lines"))
    assert row.meaning


@pytest.mark.parametrize(("name", "key"), KEYS)
def test_what_a_key_holds_is_named(name: str, key: str) -> None:
    """Words that may be chosen are all there, and no others; what has keys of its own is named."""
    kind, made = DESCRIBED[name][key].kind, WITH_KEYS[name][key]
    named = set(re.findall(r"`([^`]+)`", kind))
    if made.get("type") == "boolean":
        assert named == {"true", "false"}
        return
    wanted: set[str] = set()
    for target in re.findall(r"#/\$defs/(\w+)", json.dumps(made)):
        wanted |= set(DEFINED[target].get("enum", ())) or {target}
    one_of = [made, *made.get("anyOf", ())]
    wanted |= {word for one in one_of for word in one.get("enum", ())}
    edits = {target for target in wanted if kind == "list of edits" and target in EDITS}
    assert named == wanted - edits


EDITS = {
    reference.rpartition("/")[2]
    for reference in (one["$ref"] for one in WITH_KEYS["Comment"]["edits"]["items"]["oneOf"])
}


# --- formats -----------------------------------------------------------------------------------------------


def keys_of(number: int) -> dict[str, set[str]]:
    """Return the keys that a format had when the next one came, by definition."""
    told = json.loads((FORMATS / f"{number}.json").read_text(encoding="utf-8"))
    return {name: set(keys) for name, keys in told.items()}


@pytest.mark.parametrize("number", range(FIRST, FORMAT))
def test_no_key_of_an_earlier_format_is_gone(number: int) -> None:
    for name, keys in keys_of(number).items():
        assert keys <= WITH_KEYS[name].keys()


@pytest.mark.parametrize(("name", "key"), KEYS)
def test_a_key_came_with_the_format_that_is_said(name: str, key: str) -> None:
    earlier = range(FIRST, FORMAT)
    had = [number for number in earlier if key in keys_of(number).get(name, set())]
    assert DESCRIBED[name][key].since == str(min(had, default=FORMAT))


def test_every_format_is_told() -> None:
    numbers = re.findall(r"^\| (\d+) \|", TEXT, re.MULTILINE)
    assert numbers == [str(number) for number in range(FIRST, FORMAT + 1)]


# --- examples ----------------------------------------------------------------------------------------------


def examples() -> dict[str, str]:
    """Return the files of the page by path."""
    found = re.findall(r"^`([^`\n]+\.yaml)`:\n\n```yaml\n(.*?)```", TEXT, re.MULTILINE | re.DOTALL)
    assert len(found) == len(dict(found))
    return dict(found)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The plan of which the page shows every file."""
    for path, text in examples().items():
        file = tmp_path / "plan of the page" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "tests/data/figures", tmp_path / "plan of the page/plan/figures")
    return tmp_path / "plan of the page"


def test_every_example_is_a_file_or_an_edit() -> None:
    assert TEXT.count("```yaml") == len(examples()) + 1
    assert TEXT.count("```") == 2 * TEXT.count("```yaml")
    kinds = {path.split("/")[-1] for path in examples()}
    assert {"plan.yaml", "applied.yaml", "01.yaml", "征求意见稿.yaml"} <= kinds


def test_the_examples_are_a_plan_that_is_in_order(plan: Path, run: Run) -> None:
    done = run(plan, "check", "--strict", "--each")
    assert (done.code, done.out) == (0, "")
    assert "2 sections, 2 comments, 2 in the text: clean" in done.err


def test_the_examples_have_the_newest_format(plan: Path, run: Run) -> None:
    assert run(plan, "upgrade").out == f"The plan has format {FORMAT} already.\n"


def test_the_record_is_what_apply_writes(plan: Path, run: Run) -> None:
    before = (plan / "plan/applied.yaml").read_bytes()
    assert run(plan, "revert", "--all").code == 0
    assert run(plan, "apply", "--all").code == 0
    assert (plan / "plan/applied.yaml").read_bytes() == before


def edits() -> list[str]:
    """Return the edits of the page, each as it is written."""
    (block,) = re.findall(r"^```yaml\n(- .*?)```", TEXT, re.MULTILINE | re.DOTALL)
    return [f"- {edit}" for edit in block.removeprefix("- ").split("\n- ")]


def test_there_is_an_edit_of_each_verb_and_part() -> None:
    read = [edit_given("page", edit.removeprefix("- ").replace("\n  ", "\n")) for edit in edits()]
    assert {type(edit).__name__ for edit in read} == EDITS
    added = {type(getattr(edit, "add", None)).__name__ for edit in read}
    assert {"NewParagraph", "NewColumn", "NewSection"} <= added


@pytest.mark.parametrize("edit", edits(), ids=lambda edit: edit[2:14])
def test_each_edit_can_be_made(edit: str, plan: Path, run: Run) -> None:
    assert run(plan, "revert", "--all").code == 0
    lines = "\n".join(f"  {line}" for line in edit.rstrip().split("\n"))
    comment = f"unit: 石桥村\nopinion: 请改。\nedits:\n{lines}\ndecision: {{status: 采纳}}\n"
    file = plan / "comments/石桥村/01.yaml"
    file.parent.mkdir()
    file.write_text(comment, encoding="utf-8")
    done = run(plan, "apply", "石桥村-01")
    assert (done.code, "in the text" in done.out) == (0, True)


def test_a_key_that_nobody_knows_is_refused_in_each_file(plan: Path, run: Run) -> None:
    for path in examples():
        file = plan / path
        text = file.read_text(encoding="utf-8")
        file.write_text(f"{text}novelty: 甲\n", encoding="utf-8")
        done = run(plan, "check")
        assert done.code == 1
        assert f"{path}:" in done.out
        assert "P108" in done.out
        file.write_text(text, encoding="utf-8")


def test_the_readme_leads_here() -> None:
    for readme in ("README.md", "README.zh-CN.md"):
        assert "docs/FORMAT.md" in (ROOT / readme).read_text(encoding="utf-8")
