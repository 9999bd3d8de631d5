"""Our Word files in LibreOffice, an independent reader; skipped where it is not installed."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from bench import corpus
from bench.consultation import consult
from plancli.core.evidence.pieces import accepted
from plancli.core.evidence.redline import plain, redline
from plancli.core.publish.naming import CHINESE_NAMING
from plancli.core.publish.table import feedback_table
from plancli.core.revision.revise import Workspace
from plancli.core.rounds.round import Round
from plancli.papers.word.plan import docx
from plancli.papers.word.tracking import tracking
from plancli.store.files import read_files
from plancli.store.repository import load
from tests.conftest import ROOT, Run

SOFFICE, PYTHON = shutil.which("soffice"), "/usr/bin/python3"
READER = Path(__file__).parent / "accept_or_reject.py"


def has_uno() -> bool:
    done = subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False)
    return done.returncode == 0


pytestmark = pytest.mark.skipif(
    SOFFICE is None or not Path(PYTHON).exists() or not has_uno(),
    reason="needs LibreOffice: apt install libreoffice-writer-nogui libreoffice-calc-nogui python3-uno",
)


class Office:
    """A LibreOffice with a profile of its own below a folder, listening on a pipe."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.start()

    def start(self) -> None:
        self.pipe = f"plancli{uuid4().hex}"
        profile = f"-env:UserInstallation={(self.folder / self.pipe).as_uri()}"
        words = [str(SOFFICE), profile, "--headless", "--norestore", "--nologo"]
        self.server = subprocess.Popen([*words, f"--accept=pipe,name={self.pipe};urp;"])

    def read(self, file: Path) -> dict[str, list[str]]:
        """Return the paragraphs of a file with all its tracked changes accepted, and rejected.

        On a busy machine LibreOffice itself falls over once in some hundred files ("Unspecified
        Application Error"), at files that it reads the next time: then it is asked once more.
        """
        done = self.ask(file)
        if done.returncode and self.fell_over():
            file.with_name(f".~lock.{file.name}#").unlink(missing_ok=True)
            self.start()
            done = self.ask(file)
        assert done.returncode == 0, done.stderr
        found: dict[str, list[str]] = json.loads(done.stdout)
        return found

    def ask(self, file: Path) -> "subprocess.CompletedProcess[str]":
        words = [PYTHON, str(READER), self.pipe, str(file)]
        return subprocess.run(words, capture_output=True, text=True, check=False, timeout=300)

    def fell_over(self) -> bool:
        """Tell whether the process ends without having been told to."""
        try:
            self.server.wait(10)
        except subprocess.TimeoutExpired:
            return False
        return True

    def stop(self) -> None:
        self.server.terminate()
        self.server.wait(60)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    running = Office(tmp_path_factory.mktemp("profiles"))
    yield running
    running.stop()


def in_office(office: Office, round_: Round, folder: Path) -> dict[str, list[str]]:
    """Return what LibreOffice makes of a redline, without the remarks, which crash its interface."""
    rows = [
        row for group in feedback_table(round_.manifest, round_.current, {}) for row in group.rows
    ]
    tracked = tracking(round_, rows, date(2026, 1, 2), CHINESE_NAMING)._replace(remarks={})
    file = folder / "redline.docx"
    file.write_bytes(docx("标题", redline(round_), tracking=tracked))
    return office.read(file)


def holds(round_: Round, found: dict[str, list[str]]) -> None:
    """Check every paragraph of both states."""
    for state, outline in (("accepted", round_.plan), ("rejected", round_.workspace.draft)):
        wanted = [accepted(line.pieces) for line in plain(outline)]
        assert [text for text in found[state] if text] == [
            "标题",
            *(text for text in wanted if text),
        ]


def test_the_real_plan(office: Office, tmp_path: Path) -> None:
    round_ = load(read_files(ROOT)).open_round
    found = in_office(office, round_, tmp_path)
    holds(round_, found)
    assert {"市医保局", "市公安局", "市消防救援支队"} <= set(found["authors"])


def test_500_changes_of_30_units(office: Office, tmp_path: Path) -> None:
    sections = corpus.plan(150_000).sections
    comments = [request.comment for request in consult(sections, 500)]
    assert len({comment.unit for comment in comments}) == 30
    files = corpus.files(sections, comments)
    round_ = load({path: text.encode() for path, text in files.items()}).open_round
    work, revision = round_.workspace, round_.trial
    assert len(revision.record) == 500
    drafted = work.draft.sections.values()
    applied = Workspace(drafted, revision.sections, revision.record, list(round_.comments))
    round_ = Round(round_.manifest, round_.drafts, round_.comments, applied, round_.draft)
    found = in_office(office, round_, tmp_path)
    holds(round_, found)
    assert len(set(found["authors"])) == 30


def test_parts_that_come_go_and_move(
    office: Office, example: Path, run: Run, tmp_path: Path
) -> None:
    edits = """
  - {add: {id: 新1, heading: 新事, text: 新的文字。}, to: 第一章}
  - {remove: 专栏1.1}
  - {move: 第一章.1, to: 第二章}"""
    text = (
        f"unit: 镇财政所\nopinion: 增加、删去、移动。\nedits:{edits}\ndecision:\n  status: 采纳\n"
    )
    (example / "comments/镇财政所/09.yaml").write_text(text, encoding="utf-8")
    assert run(example, "apply", "镇财政所-09").code == 0
    round_ = load(read_files(example)).open_round
    holds(round_, in_office(office, round_, tmp_path))


@pytest.mark.parametrize(
    "edit", ["move: 第一章.3, after: 第一章.1", "move: 第二章, before: 第一章"]
)
def test_what_a_comment_moved(
    office: Office, edit: str, moving: Callable[..., Path], tmp_path: Path
) -> None:
    round_ = load(read_files(moving(edit))).open_round
    found = in_office(office, round_, tmp_path)
    holds(round_, found)
    assert set(found["authors"]) == {"镇财政所"}


WRITTEN = {
    "表.docx": ["report", "-o"],
    "表.xlsx": ["report", "-o"],
    "修订稿.docx": ["export"],
    "规划.docx": ["export", "--clean", "--line-numbers"],
}


def converted(file: Path, seconds: int = 300) -> Path:
    """Return a file as PDF, which LibreOffice only writes of what it can read."""
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    words = [profile, "--headless", "--convert-to", "pdf", "--outdir", str(file.parent), str(file)]
    subprocess.run([str(SOFFICE), *words], capture_output=True, check=True, timeout=seconds)
    return file.with_suffix(".pdf")


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_written_opens(name: str, tmp_path: Path, run: Run) -> None:
    file = tmp_path / name
    assert run(ROOT, *WRITTEN[name], str(file)).code == 0
    assert converted(file).stat().st_size > 10_000


def test_a_ledger_with_a_comment_over_many_pages_opens(
    example: Path, tmp_path: Path, run: Run
) -> None:
    """It took more than a minute before long paragraphs were divided, now about four seconds."""
    text = f"unit: 镇财政所\nopinion: {'非常长的意见,' * 1200}\ndecision:\n"
    text += f"  status: 不采纳\n  reason: {'理由很长,' * 900}\n"
    (example / "comments/镇财政所/09.yaml").write_text(text, encoding="utf-8")
    file = tmp_path / "台账.docx"
    assert run(example, "report", "--preset", "internal", "-o", str(file)).code == 0
    assert converted(file, seconds=60).stat().st_size > 10_000
