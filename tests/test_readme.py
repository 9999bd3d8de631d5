"""Both READMEs say what plancli does: the transcript runs, and every command, key and status is there."""

import json
import re
import shlex
from collections import Counter
from pathlib import Path

import pytest

from plancli.__main__ import main
from plancli.cli.overview import COMMANDS
from plancli.core.check.register import all_codes
from plancli.core.comments.edits import VERBS
from plancli.core.comments.status import Status
from plancli.core.plan.manifest import Weight
from plancli.core.plan.model import Model
from plancli.store.schema import KINDS
from tests.conftest import ROOT, Run
from tests.returned import lay_out

READMES = {"README.md": "en", "README.zh-CN.md": "zh"}


def transcript(readme: str, number: int) -> list[tuple[list[str], list[str]]]:
    """Return the commands of a console block with the lines that they show."""
    blocks = re.findall(
        r"```console\n(.*?)```", (ROOT / readme).read_text(encoding="utf-8"), re.DOTALL
    )
    steps: list[tuple[list[str], list[str]]] = []
    for line in blocks[number].splitlines():
        if line.startswith("$ plancli "):
            steps.append((shlex.split(line)[2:], []))
        else:
            steps[-1][1].append(line)
    return steps


def matches(shown: list[str], written: list[str]) -> bool:
    """Whether the lines are those written, where "..." stands for any lines."""
    pattern = "".join(r"(?:.*\n)*" if line == "..." else re.escape(line) + "\n" for line in written)
    return re.fullmatch(pattern, "".join(line + "\n" for line in shown)) is not None


@pytest.fixture
def disputed(example: Path, run: Run) -> Path:
    """The example in which two units want different numbers in one sentence, as the demo makes it."""
    reply = "第二章“选址”中相关内容已修改。"
    asked = ["--replace", "不小于80平方米", "--with", "不小于100平方米"]
    opinion = "人口较多的村用餐的老人多,建议面积改为不小于100平方米。"
    adopted = ["--status", "采纳", "--reply", reply]
    assert run(example, "decide", "镇财政所-01", *adopted, "--reason", "").code == 0
    assert run(example, "new", "--unit", "镇民政办", "--opinion", opinion, *asked).code == 0
    assert run(example, "decide", "镇民政办-02", *adopted).code == 0
    return example


@pytest.mark.parametrize("readme", READMES)
def test_a_conflict_is_settled_as_the_first_screen_says(
    readme: str,
    disputed: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("PLANCLI_LANG", READMES[readme])
    monkeypatch.chdir(disputed)
    steps = transcript(readme, 0)
    commands = [words[0] for words, _ in steps]
    assert commands == ["conflicts", "decide", "apply", "diff", "report", "check"]
    shows_what_is_written(steps, capsys)


@pytest.mark.parametrize("readme", READMES)
def test_the_transcript_is_what_happens(
    readme: str,
    circulated: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("PLANCLI_LANG", READMES[readme])
    monkeypatch.chdir(circulated)
    steps = transcript(readme, 1)
    assert [words[0] for words, _ in steps] == ["apply", "check", "diff", "report"]
    shows_what_is_written(steps, capsys)


@pytest.mark.parametrize("readme", READMES)
def test_the_way_from_returned_files_is_what_happens(
    readme: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("PLANCLI_LANG", READMES[readme])
    lay_out(ROOT, tmp_path)
    (tmp_path / "录入").mkdir()
    monkeypatch.chdir(tmp_path / "录入")
    steps = transcript(readme, 2)
    assert [words[0] for words, _ in steps] == [*["intake"] * 4, "decide", "apply"]
    shows_what_is_written(steps, capsys)


@pytest.mark.parametrize("readme", READMES)
def test_what_the_engine_shows(
    readme: str, adopted: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PLANCLI_LANG", READMES[readme])
    monkeypatch.chdir(adopted)
    steps = transcript(readme, 3)
    assert [words[0] for words, _ in steps] == ["locate", "blame", "ripple"]
    shows_what_is_written(steps, capsys)


def shows_what_is_written(
    steps: list[tuple[list[str], list[str]]], capsys: pytest.CaptureFixture[str]
) -> None:
    for words, written in steps:
        capsys.readouterr()
        main(words)
        out, err = capsys.readouterr()
        assert matches((out + err).splitlines(), written), words


@pytest.mark.parametrize("readme", READMES)
def test_every_command_key_and_status_is_described(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"`plancli {name}" not in text] == []
    assert [verb for verb in VERBS if f"{{{verb}:" not in text] == []
    assert [status for status in Status if f"| {status} |" not in text] == []
    models = [model for model in Model.__subclasses__() if model.__module__.startswith("plancli.")]
    keys = {field.alias or name for model in models for name, field in model.model_fields.items()}
    missing = {key for key in keys if not re.search(rf"[`.{{ ]{key}[`:,}}\]]", text)}
    assert missing - {"comments", "sections", "part_of"} == set()  # part_of is never in a file


@pytest.mark.parametrize("readme", READMES)
def test_the_examples_of_the_formats_are_valid(readme: str) -> None:
    from plancli.store.validate import validate
    from plancli.store.yaml.strict import parse

    text = (ROOT / readme).read_text(encoding="utf-8")
    section, comment, everywhere = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert validate(KINDS["section"][0], parse("README", section.encode()))
    document = parse("README", comment.encode())
    assert validate(KINDS["comment"][0], document, {**document.data, "id": "市医保局-01"})
    document = parse("README", everywhere.encode())
    whole = {
        **document.data,
        "id": "市农业农村局-01",
        "unit": "市农业农村局",
        "opinion": "统一用词。",
    }
    assert validate(KINDS["comment"][0], document, whole)


def test_both_have_the_same_parts() -> None:
    parts = [
        re.findall(
            r"^(#+|```\w*|\| ---.*)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE
        )
        for name in READMES
    ]
    assert parts[0] == parts[1]


@pytest.mark.parametrize("readme", READMES)
def test_every_finding_on_the_real_plan_is_explained(
    readme: str, adopted: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(adopted)
    assert main(["check", "--json"]) == 0
    found = Counter(finding["code"] for finding in json.loads(capsys.readouterr().out)["findings"])
    text = (ROOT / readme).read_text(encoding="utf-8")
    assert found == {
        code: int(count)
        for code, count in re.findall(r"^\| (P\d+) \| (\d+) \|", text, re.MULTILINE)
    }


@pytest.mark.parametrize("readme", READMES)
def test_links_lead_somewhere(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    linked = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    assert [name for name in linked if not (ROOT / name).exists()] == []


PAPERS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.name)
def test_every_code_that_is_named_is_there(path: Path) -> None:
    named = set(re.findall(r"\bP[0-6][0-9]{2}\b", path.read_text(encoding="utf-8")))
    assert named <= set(all_codes())


@pytest.mark.parametrize("readme", READMES)
def test_every_weight_of_a_rule_is_named(readme: str) -> None:
    (row,) = re.findall(
        r"^\| `rules` \|.*$", (ROOT / readme).read_text(encoding="utf-8"), re.MULTILINE
    )
    assert [weight for weight in Weight if str(weight) not in row] == []
