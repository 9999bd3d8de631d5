"""What is published of one round agrees with itself: comparison, redline, page, letters and tables."""

import csv
import os
import re
import signal
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from zipfile import ZipFile

import pytest

from plancli.core.plan.manifest import Reply
from plancli.core.publish.words import CHINESE
from plancli.messages import in_language
from plancli.render.pages import bounds, templates
from plancli.render.pages.words import said
from plancli.render.tables.presets import PRESETS
from plancli.store.files import read_files
from plancli.store.repository import load
from tests.conftest import ROOT, Run

Moving = Callable[..., Path]


def of_docx(path: Path, part: str) -> str:
    """Return a part of a Word document, "" where it has none."""
    with ZipFile(path) as parts:
        return parts.read(part).decode() if part in parts.namelist() else ""


def test_a_move_is_published_as_its_units(moving: Moving, run: Run) -> None:
    folder = moving("move: 第一章.3, after: 第一章.1")
    shown = run(folder, "compare").out
    assert shown.count("| 镇财政所-09 |") == 1
    assert "编制单位" not in shown
    assert run(folder, "export", "修订稿.docx").code == 0
    assert 'w:author="镇财政所"' in of_docx(folder / "修订稿.docx", "word/document.xml")
    assert "编制单位" not in of_docx(folder / "修订稿.docx", "word/document.xml")
    assert "镇财政所-09" in of_docx(folder / "修订稿.docx", "word/comments.xml")
    assert run(folder, "site", "-o", "页.html").code == 0
    assert 'href="#office-1"' not in (folder / "页.html").read_text(encoding="utf-8")


MOVES = {
    "move: 第一章.3, to: 第二章": (
        "第二章 题<br>丙段(移动)",
        "(原在第一章“题”中“乙段”之后)",
        "(移至第二章“题”专栏1“设备”之后)",
    ),
    "move: 第二章, before: 第一章": (
        "第二章 题(移动)",
        "(原在第一章“题”之后)",
        "(移至第一章“题”之前)",
    ),
    "move: 第一章/专栏1, before: 第一章.1": (
        "第一章 题<br>专栏1 设备(移动)",
        "(原在第一章“题”中“丙段”之后)",
        "(移至第一章“题”中“甲段”之前)",
    ),
}


@pytest.mark.parametrize("edit", MOVES)
def test_a_move_is_one_row_that_says_from_where_to_where(
    edit: str, moving: Moving, run: Run
) -> None:
    """What moved with it is not told again, and no word that stayed is marked as new."""
    rows = [row for row in run(moving(edit), "compare").out.splitlines() if "镇财政所-09" in row]
    assert [tuple(row.strip("| ").split(" | ")) for row in rows] == [(*MOVES[edit], "镇财政所-09")]


def in_manifest(folder: Path, lines: str) -> None:
    """Add lines to plan.yaml."""
    path = folder / "plan/plan.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}\n{lines}\n", encoding="utf-8")


@pytest.mark.parametrize(
    "title", ["台账{x}", "{", "{0}", "{title.__class__}", "{{draft}}", "{title}"]
)
def test_the_title_of_an_own_table_is_words(title: str, example: Path, run: Run) -> None:
    in_manifest(example, f'tables: {{台账: {{title: "{title}", heads: [{{value: opinion}}]}}}}')
    done = run(example, "report", "--preset", "台账")
    assert done.code == 0
    assert done.out.splitlines()[0].replace("\\", "") == f"# {title}"


PLAN = {
    "plan/plan.yaml": """
        title: Canteens
        issuer: Council
        language: en
        deadline: 2026-03-31
        units:
          - {name: Health Office}
          - {name: Water Office}
          - {name: Roads Office}
          - {name: Parks Office, reply: 无意见}
          - {name: The public, kind: 公众, reply: 无意见}
        sections: [Aims]
        """,
    "plan/aims.yaml": """
        key: Aims
        title: What is to be done
        body:
          - id: Aims.1
            heading: Number
            text: There will be 6 canteens.
            units: [Health Office, Roads Office]
          - id: Aims.2
            heading: Place
            text: They stand in the villages.
          - column: Box
            title: Equipment
            items:
              - id: Box.1
                text: A refrigerator.
        """,
    "comments/Health Office/01.yaml": """
        unit: Health Office
        opinion: Eight of them.
        edits:
          - {replace: 6 canteens, with: 8 canteens}
          - {units: Aims.1, add: [Water Office]}
          - {remove: Aims/Box}
        decision: {status: 采纳, reply: Done.}
        """,
    "comments/Water Office/01.yaml": """
        unit: Water Office
        opinion: Two things.
        items:
          - opinion: Eight too.
            decision: {status: 合并, into: Health Office-01}
          - opinion: And a well.
            decision: {status: 不采纳, reason: There is one.}
        """,
    "comments/Roads Office/01.yaml": """
        unit: Roads Office
        opinion: A road.
        decision: {status: 待定}
        """,
}


@pytest.fixture
def english(tmp_path: Path, run: Run) -> Path:
    """A plan in English after its consultation."""
    folder = tmp_path / "english"
    for name in sorted(PLAN, key=lambda name: not name.startswith("plan")):
        if name.startswith("comments") and not (folder / "plan/drafts").exists():
            assert run(folder, "freeze", "first-draft").code == 0
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(dedent(PLAN[name]).lstrip(), encoding="utf-8")
    assert run(folder, "apply", "--all").code == 0
    return folder


PUBLISHED = {
    **{name: ["report", "--preset", name] for name in [*PRESETS, "narrative"]},
    "summary": ["report", "--summary"],
    "letters": ["reply"],
    "comparison": ["compare"],
    "tasks": ["tasks"],
    "duties": ["tasks", "--by-unit"],
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_an_english_plan_is_published_in_english(name: str, english: Path, run: Run) -> None:
    done = run(english, *PUBLISHED[name])
    # one unit has a comment that is not decided, so it gets no letter yet
    assert done.code == (name == "letters")
    assert re.findall(r"[^\x00-\x7f“”…⋯–—]+", done.out) == []


@pytest.mark.parametrize("words", [[], ["--clean"], ["--draft-only"]])
def test_an_english_plan_is_exported_in_english(words: list[str], english: Path, run: Run) -> None:
    assert run(english, "export", "a.md", *words).code == 0
    assert "Health Office, " in (english / "a.md").read_text(encoding="utf-8")
    assert run(english, "export", "a.docx", *words).code == 0
    for part in ("word/document.xml", "word/comments.xml"):
        shown = re.sub("<[^>]*>", "", of_docx(english / "a.docx", part))
        assert re.findall(r"[^\x00-\x7f]+", shown) == []


def test_the_page_of_an_english_plan_is_english(english: Path, run: Run) -> None:
    assert run(english, "site", "-o", "page.html").code == 0
    page = (english / "page.html").read_text(encoding="utf-8")
    body = re.sub(r"(?s)<(style|script).*?</\1>|<[^>]*>", "", page)
    assert re.findall("[\u3000-\u9fff\uff00-\uffef]+", body) == []


def test_what_english_letters_and_accounts_say(english: Path, run: Run) -> None:
    letter = run(english, "reply", "Health Office").out
    assert "Thank you for your comment." in letter
    assert "Decision: Adopted. Done. Water Office made the same comment." in letter
    assert "(Struck text was removed, underlined text is new.)" in letter
    assert "Thank you for your 2 comments." not in run(english, "reply", "Water Office").out
    summary = run(english, "report", "--summary").out
    assert "Decisions: Adopted 1, Partly adopted 1, Not yet decided 1." in summary
    assert "The public was consulted: The public: no comments." in summary


def test_the_catalogue_has_the_words_of_chinese_tables() -> None:
    assert said("zh") == CHINESE
    assert [in_language("zh").gettext(reply.meaning.words) for reply in Reply] == list(Reply)


MISTAKES = {
    "{{ 1/0 }}": "ZeroDivisionError",
    "{{ lead + 1 }}": "TypeError",
    "{{ lead() }}": "TypeError",
    "{% for n in range(10**9) %}{% endfor %}": "OverflowError",
    "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}": "RecursionError",
    "{{ '{0'.format(1) }}": "ValueError",
    "{{ '%d' % lead }}": "TypeError",
    "{{ ''.__class__.__mro__ }}": "unsafe",
    "{% if %}": "",
    "{{ nothing.at.all }}": "there is no nothing here",
    "{{ lede }}": "there is no lede here; did you mean lead?",
    "{{ sheet.titel }}": "there is no titel here; did you mean title?",
    "{% if sheet.blokcs %}甲{% endif %}": "there is no blokcs here; did you mean blocks?",
    "{% for row in rows %}{{ row }}{% endfor %}": "there is no rows here",
    "{{ lipsum() }}": "there is no lipsum here",
    "{% include 'nowhere.j2' %}": "nowhere.j2: not found",
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_in_a_template_is_told_with_its_line(
    mistake: str, example: Path, run: Run
) -> None:
    (example / "templates/mine.md.j2").write_text(f"一\n二\n{mistake}\n", encoding="utf-8")
    done = run(example, "report", "--template", "mine", "-o", "a.md")
    assert done.code == 2
    assert done.err.startswith(
        "templates/mine.md.j2:3: P010 The template mine.md.j2 cannot be used: "
    )
    assert MISTAKES[mistake] in done.err


TAKING = {
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}": "2 seconds",
    "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(99) }}": (
        "2 seconds"
    ),
    "{{ 9 ** (9 ** 9) }}": "2 seconds",
    "{{ '甲'|center(3000000000) }}": "memory",
    "{{ '甲'.ljust(3000000000) }}": "memory",
    "{{ '%3000000000d' % 1 }}": "memory",
    "{% set s %}甲{% endset %}" + "{% set s %}{{ s }}{{ s }}{% endset %}" * 40: "memory",
    "{{ ['甲'] * 3000000000 }}": "memory",
}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="bounds need a process of its own")
@pytest.mark.parametrize("taking", TAKING)
def test_what_a_template_takes_is_bounded(
    taking: str, example: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "SECONDS", 2)
    monkeypatch.setattr(templates, "SECONDS", 2)
    (example / "templates/mine.md.j2").write_text(taking, encoding="utf-8")
    done = run(example, "report", "--template", "mine", "-o", "a.md")
    assert (done.code, TAKING[taking] in done.err) == (2, True), done.err
    assert not (example / "a.md").exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="bounds need a process of its own")
def test_a_process_that_the_system_ends_is_no_crash(
    example: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ended(*_: object) -> str:
        os.kill(os.getpid(), signal.SIGKILL)
        return ""

    monkeypatch.setattr(templates, "_attempt", ended)
    (example / "templates/mine.md.j2").write_text("{{ lead }}", encoding="utf-8")
    done = run(example, "report", "--template", "mine", "-o", "a.md")
    assert (done.code, "templates/mine.md.j2: P010" in done.err, "memory" in done.err) == (
        2,
        True,
        True,
    )


def test_a_template_may_ask_for_what_is_not_there(example: Path, run: Run) -> None:
    words = "{{ nothing is defined }} {{ sheet.none|default('无') }}"
    (example / "templates/mine.md.j2").write_text(words, encoding="utf-8")
    assert run(example, "report", "--template", "mine", "-o", "a.md").code == 0
    assert (example / "a.md").read_text(encoding="utf-8") == "False 无"


def test_only_templates_are_offered(example: Path, run: Run) -> None:
    done = run(example, "report", "--template", "none", "-o", "a.md")
    assert "P010 The template none.md.j2 cannot be used: not found" in done.err
    assert "table.md.j2" in done.err
    assert not re.findall("README|site/|css", done.err)


def test_a_template_that_is_not_utf_8_is_named(example: Path, run: Run) -> None:
    (example / "templates/mine.md.j2").write_bytes("标题".encode("gbk"))
    done = run(example, "report", "--template", "mine", "-o", "a.md")
    assert (done.code, done.err.startswith("templates/mine.md.j2: P010 ")) == (2, True)


def test_a_mistake_in_a_template_of_the_page(example: Path, run: Run) -> None:
    (example / "templates/site").mkdir()
    (example / "templates/site/page.html.j2").write_text("一\n{{ 1/0 }}", encoding="utf-8")
    assert run(example, "site", "-o", "a.html").err.startswith(
        "templates/site/page.html.j2:2: P010 "
    )


def test_a_joined_comment_shares_the_change(english: Path, run: Run) -> None:
    assert "| Health Office-01<br>Water Office-01.1 |" in run(english, "compare").out
    run(english, "export", "a.docx")
    found = re.findall('w:author="([^"]*)"', of_docx(english / "a.docx", "word/document.xml"))
    # who takes the name of the issue from the title
    office, *authors = found
    assert office == load(read_files(english)).manifest.issuer
    assert authors
    assert all("Health Office" in author and "Water Office" in author for author in authors)
    assert "Water Office-01.1 (Treated together" in of_docx(english / "a.docx", "word/comments.xml")
    old, new = "status: 合并, into: Health Office-01", "status: 不采纳, reason: No."
    path = english / "comments/Water Office/01.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert "Water" not in re.sub(r"\(responsible[^)]*\)", "", run(english, "compare").out)


@pytest.mark.parametrize("status", ["采纳", "不采纳"])
def test_what_a_joint_wording_settles_shares_it_if_adopted(
    status: str, example: Path, run: Run
) -> None:
    head = (
        "unit: {}\nopinion: 改。\nedits:\n  - {{replace: 6个, with: {}}}\ndecision:\n  status: {}\n"
    )
    joint = head.format("镇财政所", "8个", "采纳") + "  settles: [镇民政办-09]\n"
    (example / "comments/镇财政所/09.yaml").write_text(joint, encoding="utf-8")
    settled = head.format("镇民政办", "9个", status) + "  reason: 八个即可。\n"
    (example / "comments/镇民政办/09.yaml").write_text(settled, encoding="utf-8")
    assert run(example, "apply", "镇财政所-09").code == 0
    assert ("镇民政办-09" in run(example, "compare").out) == (status == "采纳")


MOVED_CHAPTER = ["第二章“题”(移动):(原在第一章“题”之后)(移至第一章“题”之前)"]
LETTERS = {
    "remove: 第一章/专栏1": [
        "第一章“题”专栏1“设备”:[-专栏1 设备-]",
        "第一章“题”专栏1“设备”中第1段:[-配备冷藏柜。-]",
        "第一章“题”专栏1“设备”中第2段:[-配备消毒柜。-]",
    ],
    "remove: 第一章.3": ["第一章“题”中“丙段”:[-丙段。丙段的文字。-]"],
    "move: 第一章.3, after: 第一章.1": [
        "第一章“题”中“丙段”(移动):(原在第一章“题”中“乙段”之后)(移至第一章“题”中“甲段”之后)",
    ],
    "move: 第一章.3, after: 第一章.1; in: 第一章.3, replace: 丙段的文字, with: 丙段的新文字": [
        "第一章“题”中“丙段”:丙段的{+新+}文字。",
        "第一章“题”中“丙段”(移动):(原在第一章“题”中“乙段”之后)(移至第一章“题”中“甲段”之后)",
    ],
    "move: 第二章, before: 第一章": MOVED_CHAPTER,
    "add: {id: 新, heading: 新事, text: 新的文字。}, after: 第一章.1, to: 第一章": [
        "第一章“题”中“新事”:{+新事。新的文字。+}"
    ],
}


@pytest.mark.parametrize("edit", LETTERS)
def test_a_letter_shows_what_came_went_and_moved(edit: str, moving: Moving, run: Run) -> None:
    shown = run(moving(*edit.split("; ")), "reply", "镇财政所").out
    assert [line.strip() for line in shown.splitlines() if line.startswith("    ")] == LETTERS[edit]
    assert _explained(shown) == ("[-" in shown, "{+" in shown)


def _explained(letter: str) -> tuple[bool, bool]:
    """Which looks of words a letter explains: struck, underlined."""
    legend = [
        line for line in letter.splitlines() if re.fullmatch("[(（](删除线|下划线).*[)）]", line)
    ]
    return any("删除线" in line for line in legend), any("下划线" in line for line in legend)


def test_a_letter_shows_only_what_its_unit_moved(moving: Moving, run: Run) -> None:
    folder = moving("move: 第二章, before: 第一章")
    assert run(folder, "revert", "--all").code == 0
    other = "unit: 镇民政办\nopinion: 移。\nedits: [{move: 第二章.3, before: 第二章.1}]\n"
    (folder / "comments/镇民政办").mkdir()
    path = folder / "comments/镇民政办/01.yaml"
    path.write_text(other + "decision: {status: 采纳, reply: 已移。}\n", encoding="utf-8")
    assert run(folder, "apply", "--all").code == 0
    letters = [run(folder, "reply", unit).out for unit in ("镇财政所", "镇民政办")]
    shown = [[x.strip() for x in text.splitlines() if x.startswith("    ")] for text in letters]
    assert shown[0] == MOVED_CHAPTER
    assert [line.partition(":")[0] for line in shown[1]] == ["第二章“题”中“丙段”(移动)"]


STAMP = "内部稿,不得对外公布:拟采纳而尚未写入文本的意见{number}条"
MADE = [
    *(
        ["report"],
        ["report", "--json"],
        ["report", "--preset", "narrative"],
        ["report", "--public"],
    ),
    *(
        ["compare"],
        ["export", "a.md"],
        ["export", "a.md", "--clean"],
        ["reply", "镇民政办"],
        ["tasks"],
    ),
    *(["site", "-o", "a.html"], ["audit", "-o", "a.html"]),
]


@pytest.mark.parametrize("words", MADE, ids=" ".join)
def test_what_is_made_without_adopted_comments_says_so(
    words: list[str], example: Path, run: Run
) -> None:
    before = run(example, *words)
    assert (before.code, "not in the text" in before.err) == (0, False)
    assert run(example, "revert", "--all").code == 0
    done = run(example, *words)
    assert done.code == 1
    assert "Adopted comments that are not in the text: 1. The paper is internal.\n" in done.err
    assert "    → Merge: plancli apply 镇民政办-01\n" in done.err
    assert "--internal" in done.err
    paper = done.out
    if "a.html" in words or "a.md" in words:
        paper = next(example.glob("a.*")).read_text(encoding="utf-8")
    assert STAMP.format(number=1) in paper
    # in the house it may be used as it is, and stays marked
    kept = run(example, *words, "--internal")
    assert (kept.code, "--internal" in kept.err) == (0, False)
    assert kept.out == done.out


def test_the_draft_alone_lacks_nothing(example: Path, run: Run) -> None:
    run(example, "revert", "--all")
    assert run(example, "export", "a.md", "--draft-only").err == "written: a.md\n"


@pytest.mark.parametrize("preset", ["reasons", "channels", "standard", "topics"])
def test_only_comments_are_numbered(preset: str, run: Run, tmp_path: Path) -> None:
    """The real roster begins with 公众, without a comment; the lead says that there are 26 comments."""
    assert run(ROOT, "report", "--preset", preset, "-o", str(tmp_path / "a.csv")).code == 0
    _, *rows = csv.reader(
        (tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines(keepends=True)
    )
    assert [row[0] for row in rows if row[0]] == [str(number) for number in range(1, 27)]
    assert ["无" in row for row in rows].count(True) == 1
    assert all("无" in row for row in rows if not row[0])


@pytest.mark.parametrize("written", ["2026-03-31", "2026/3/31", "2026年3月31日"])
@pytest.mark.parametrize(
    "words", [["--summary"], ["--preset", "narrative"], ["--preset", "notice"]]
)
def test_the_deadline_is_said_in_the_plans_language(
    written: str, words: list[str], example: Path, run: Run
) -> None:
    in_manifest(example, f"deadline: '{written}'")
    if "notice" in words:
        run(example, "revert", "--all")
        for path in (example / "comments").rglob("*.yaml"):
            path.unlink()
    assert "截止时间为2026年3月31日" in run(example, "report", *words).out


def test_the_deadline_of_an_english_plan(english: Path, run: Run) -> None:
    assert "until 2026-03-31;" in run(english, "report", "--summary").out


def test_a_unit_without_comments_gets_no_letter(example: Path, run: Run) -> None:
    done = run(example, "reply", "镇文化站")
    assert (done.code, done.out) == (2, "")
    assert "P032 镇文化站 has no comment on 征求意见稿, so there is nothing to answer." in done.err
    assert "镇财政所、镇民政办" in done.err
    assert "P003" in run(example, "reply", "没有局").err


@pytest.mark.parametrize("folder", ["复函/", "复函"])
def test_a_letter_to_one_unit_in_a_folder(folder: str, example: Path, run: Run) -> None:
    assert run(example, "reply", "镇民政办", "-o", folder).code == 0
    assert [path.name for path in (example / "复函").iterdir()] == ["镇民政办.docx"]


def test_letters_to_all_are_not_one_file(example: Path, run: Run) -> None:
    done = run(example, "reply", "-o", "a.docx")
    assert (done.code, "P033 a.docx is one file" in done.err) == (2, True)
    assert not (example / "a.docx").exists()
    (example / "第1.5版").mkdir()
    decided = ("decide", "镇财政所-02", "--status", "不采纳", "--reason", "已有安排。")
    assert run(example, *decided).code == 0
    assert run(example, "reply", "-o", "第1.5版").code == 0
    assert len(list((example / "第1.5版").iterdir())) == 2


def test_an_undecided_comment_has_no_letter(example: Path, run: Run) -> None:
    alone = run(example, "reply", "镇财政所", "-o", "复函", "--internal")
    assert (alone.code, alone.out) == (1, "")
    assert "P035 There is no letter to 镇财政所 yet: 镇财政所-02 is not decided." in alone.err
    assert not (example / "复函").exists()
    # the others get theirs
    all_ = run(example, "reply", "-o", "复函")
    assert (all_.code, "P035" in all_.err) == (1, True)
    assert [path.name for path in (example / "复函").iterdir()] == ["镇民政办.docx"]


def test_what_is_joined_to_an_undecided_comment_has_no_letter(example: Path, run: Run) -> None:
    joined = "unit: 镇文化站\nopinion: 同意。\ndecision: {status: 合并, into: 镇财政所-02}\n"
    (example / "comments/镇文化站").mkdir()
    (example / "comments/镇文化站/01.yaml").write_text(joined, encoding="utf-8")
    # the other one is to be decided
    assert "镇财政所-02 is not decided" in run(example, "reply", "镇文化站").err


@pytest.fixture
def silent(example: Path, run: Run) -> Path:
    """What `plancli init` writes, without its comments."""
    assert run(example, "revert", "--all").code == 0
    for path in (example / "comments").rglob("*.yaml"):
        path.unlink()
    return example


def test_without_comments_there_are_no_letters(silent: Path, run: Run) -> None:
    assert run(silent, "reply") == (0, "", "There are no comments, so there are no letters.\n")


def test_the_account_of_a_silent_round_has_no_empty_part(silent: Path, run: Run) -> None:
    shown = run(silent, "report", "--preset", "narrative").out
    assert "一、征求意见的基本情况" in shown
    assert "二、意见及采纳情况" not in shown


def test_the_plan_is_exported_clean_or_as_the_draft(example: Path, run: Run) -> None:
    done = run(example, "export", "a.md", "--clean", "--draft-only")
    assert (done.code, "P034 --clean and --draft-only exclude each other." in done.err) == (2, True)
    assert not (example / "a.md").exists()


def test_the_page_has_an_ending_of_any_case(example: Path, run: Run) -> None:
    assert run(example, "site", "-o", "x.HTML").code == 0
    assert (example / "x.HTML").is_file()


def test_only_endings_that_work_are_offered(example: Path, run: Run) -> None:
    done = run(example, "report", "-o", "x.doc")
    assert "P009" in done.err
    offered = done.err.rpartition("Use one of: ")[2].strip().split(", ")
    assert offered == ["csv", "docx", "html", "json", "md", "pdf", "xlsx"]
    assert "P009" in run(example, "report", "-o", "x.txt").err
    (example / "templates/mine.txt.j2").write_text("{{ lead }}", encoding="utf-8")
    assert run(example, "report", "--template", "mine", "-o", "x.txt").code == 0


CHINESE_WORDS = {
    "tables: {坏: {heads: []}}": "这里至少要有一项",
    "tables: {坏: {heads: [{value: opinion, width: 0}]}}": "这个数太小",
    "tables: {坏: {foot: 或许, heads: [{value: opinion}]}}": "这里应为 true 或 false",
    "totals: {units: [1]}": "这里应为整数",
}


@pytest.mark.parametrize("lines", CHINESE_WORDS)
def test_what_does_not_fit_is_told_in_chinese(
    lines: str, example: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANCLI_LANG", "zh")
    in_manifest(example, lines)
    said = run(example, "check").out
    assert CHINESE_WORDS[lines] in said, said
    assert not re.findall("[a-z]+_[a-z]+", said)


def test_what_the_system_says_is_told_in_chinese(
    example: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANCLI_LANG", "zh")
    (example / "文件").write_text("", encoding="utf-8")
    done = run(example, "export", "文件/a.md")
    assert "P015" in done.err
    assert not re.findall("[A-Za-z]{4,}", done.err)


def test_the_next_command_can_be_copied(tmp_path: Path, run: Run) -> None:
    done = run(tmp_path, "init", "我的 规划/甲")
    assert "plancli -C '我的 规划/甲' check" in done.err


@pytest.mark.parametrize("more", [["--json"], ["--preset", "narrative"], ["--preset", "standard"]])
def test_the_standard_paragraph_is_nothing_else(more: list[str], example: Path, run: Run) -> None:
    done = run(example, "report", "--summary", *more)
    assert (done.code, done.out) == (2, "")
    assert f"P034 --summary and {' '.join(more)} exclude each other." in done.err


def test_an_unknown_table_is_answered_with_all_of_them(example: Path, run: Run) -> None:
    done = run(example, "report", "--preset", "没有")
    assert done.code == 2
    assert all(name in done.err for name in ("P027", *PRESETS, "narrative", "notice"))


@pytest.mark.parametrize("name", ["feedback", "narrative", "notice"])
def test_a_table_of_the_plan_comes_before_what_plancli_brings(
    name: str, example: Path, run: Run
) -> None:
    manifest = example / "plan/plan.yaml"
    own = f"tables:\n  {name}: {{title: 本单位的表, heads: [{{value: id}}]}}\n"
    manifest.write_text(manifest.read_text(encoding="utf-8") + own, encoding="utf-8")
    assert run(example, "report", "--preset", name).out.startswith("# 本单位的表\n")


BOTH = {
    "comments/镇民政办/03.yaml": "{replace: 和消毒柜, with: 、消毒柜和蒸箱}",
    "comments/镇文化站/02.yaml": "{replace: 和消毒柜, with: 、消毒柜和烤箱}",
}


def test_what_settles_a_conflict_works_as_it_is_told(example: Path, run: Run) -> None:
    for file, edit in BOTH.items():
        path = example / file
        path.parent.mkdir(exist_ok=True)
        unit = path.parent.name
        text = f"unit: {unit}\nopinion: 建议改。\nedits:\n  - {edit}\ndecision: {{status: 采纳}}\n"
        path.write_text(text, encoding="utf-8")
    assert run(example, "apply", "--all").code == 1
    done = run(example, "report")
    assert done.code == 1
    assert STAMP.format(number=2) in done.out
    assert [line.count("拟采纳 |") for line in done.out.splitlines() if "建议改。" in line] == [
        1,
        1,
    ]
    assert "apply --all" not in done.err
    told = re.search(r"plancli (decide .*) --edit '", done.err)
    assert told is not None
    joint = "{replace: 和消毒柜, with: 、消毒柜、蒸箱和烤箱}"
    assert run(example, *told[1].split(), "--edit", joint).code == 0
    waiting = run(example, "report").err
    told = re.search(r"plancli (apply .*)", waiting)
    assert told is not None
    assert run(example, *told[1].split()).code == 0
    settled = run(example, "report")
    assert (settled.code, "拟采纳" in settled.out, "内部稿" in settled.out) == (0, False, False)


@pytest.mark.parametrize("ending", ["html", "md", "txt"])
def test_a_template_that_leaves_the_stamp_out_bears_it_all_the_same(
    ending: str, example: Path, run: Run
) -> None:
    run(example, "revert", "--all")
    (example / "templates").mkdir(exist_ok=True)
    body = (
        "<html><body class=x><p>{{ title }}</p></body></html>"
        if ending == "html"
        else "{{ title }}"
    )
    (example / f"templates/短.{ending}.j2").write_text(body, encoding="utf-8")
    (example / "templates/reply.txt.j2").write_text("# {{ title }}", encoding="utf-8")
    assert run(example, "report", "--template", "短", "-o", f"a.{ending}").code == 1
    text = (example / f"a.{ending}").read_text(encoding="utf-8")
    stamp = STAMP.format(number=1)
    assert text.count(stamp) == 1
    assert text.index(stamp) < text.index("示例镇社区食堂建设方案")
    if ending == "html":
        assert text.startswith("<html><body class=x>")
    letter = run(example, "reply", "镇民政办").out
    assert letter.splitlines()[0] == stamp


@pytest.mark.parametrize("ending", ["csv", "json", "docx", "xlsx", "html", "md"])
def test_every_format_bears_the_stamp(ending: str, example: Path, run: Run) -> None:
    run(example, "revert", "--all")
    file = example / f"a.{ending}"
    assert run(example, "report", "-o", str(file)).code == 1
    raw = file.read_bytes()
    if ending in ("docx", "xlsx"):
        with ZipFile(file) as parts:
            raw = b"".join(parts.read(name) for name in parts.namelist())
    text = raw.decode("utf-8", "replace")
    assert (STAMP.format(number=1) in text, "拟采纳" in text, "已采纳" in text) == (
        True,
        True,
        False,
    )


def test_an_english_plan_says_it_in_english(english: Path, run: Run) -> None:
    run(english, "revert", "--all")
    done = run(english, "report")
    assert done.code == 1
    assert "INTERNAL PAPER, not for publication." in done.out
    assert "To be adopted" in done.out
    assert "| Adopted" not in done.out
    # names of more than one word are one word of the command
    assert "plancli apply 'Health Office-01'" in done.err


def test_that_nothing_came_is_a_sentence_and_no_count_of_none(example: Path, run: Run) -> None:
    for file in (example / "comments").rglob("*.yaml"):
        file.unlink()
    for paper in ("report", "cover"):
        told = run(example, paper, "-o", str(example / "表.md"), "--internal")
        lines = (example / "表.md").read_text("utf-8") if told.code in (0, 1) else told.err
        assert ("征求意见稿没有收到意见建议。" in lines, "0条" in lines) == (True, False), lines


def test_a_plan_that_never_went_out_has_no_comments_of_a_draft(tmp_path: Path, run: Run) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan/plan.yaml").write_text(
        "title: 方案\nissuer: 镇政府\nunits: []\nsections: []\n", "utf-8"
    )
    assert run(tmp_path, "report", "-o", str(tmp_path / "表.md")).code == 0
    told = (tmp_path / "表.md").read_text("utf-8")
    assert ("还没有稿件印发" in told, "—没有" in told) == (True, False)
