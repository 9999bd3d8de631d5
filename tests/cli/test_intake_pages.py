"""Pages and lines from the PDF that was circulated, into a frozen draft."""

import json
from pathlib import Path
from typing import Any

import pytest

from bench.typed import Typed, pdf
from plancli.core.plan.outline import Outline
from plancli.core.plan.printed import printed, printed_title
from plancli.library.opening import open_repository
from tests.conftest import ROOT, Run
from tests.papers.paged.made import Setting, Where, set_paper

PAPER = ROOT / "tests/data/intake/paper.pdf"


def spoken(folder: Path) -> tuple[list[str | None], list[str]]:
    """Return the paragraphs of the draft by their ids, None for titles, and all of it as it is printed."""
    draft = open_repository(folder).draft()
    ids: list[str | None] = []
    words: list[str] = []
    for section in draft.sections:
        ids.append(None)
        words.append(printed_title(section).text)
        for spot in Outline([section]).spots.values():
            ids.append(spot.paragraph.id)
            words.append(printed(spot).text)
    return ids, words


def circulated(folder: Path, how: Setting = Setting(lines=7)) -> tuple[str, dict[str, list[Where]]]:  # noqa: B008
    """Write the PDF of the draft; return its name, and where each line of each paragraph begins."""
    ids, words = spoken(folder)
    made = set_paper(words, how)
    file = folder.parent / "印发稿.pdf"
    file.write_bytes(made.content)
    where = {id_: each for id_, each in zip(ids, made.where, strict=True) if id_}
    return str(file), where


def asked(folder: Path, run: Run, *words: str) -> dict[str, Any]:
    done = run(folder, "intake", "pages", *words, "--json")
    assert done.code == 0, done.err
    found: dict[str, Any] = json.loads(done.out)
    return found


def draft_file(folder: Path) -> bytes:
    return (folder / "plan/drafts/征求意见稿.yaml").read_bytes()


@pytest.mark.parametrize("numbers", [False, True])
def test_every_line_is_cited_as_it_is_printed(example: Path, run: Run, numbers: bool) -> None:
    file, where = circulated(example, Setting(lines=7, numbers=numbers, first=8))
    found = asked(example, run, file)
    assert (found["share"], found["unlaid"], found["numbered"]) == (1, [], numbers)
    for entry in found["paragraphs"]:
        wanted = [f"{at} P{page + 7} L{line}" for at, page, line in where[entry["id"]]]
        assert entry["layout"] == wanted
    assert run(example, "check").code == 0
    # a citation is resolved by what the paper says
    repository = open_repository(example)
    id_, lines = next((id_, lines) for id_, lines in where.items() if len(lines) > 1)
    words = printed(Outline(repository.draft().sections).spots[id_]).text
    second = words[lines[1].at :]
    shown = run(example, "locate", f"第{lines[1].page + 7}页第{lines[1].line}行")
    assert second[:6] in shown.out
    assert id_ in shown.out
    # once is enough
    before = draft_file(example)
    assert asked(example, run, file)["files"] == []
    assert draft_file(example) == before


def test_a_dry_run_writes_nothing(example: Path, run: Run) -> None:
    file, _ = circulated(example)
    before = draft_file(example)
    assert asked(example, run, file, "--dry-run")["files"] == ["plan/drafts/征求意见稿.yaml"]
    assert draft_file(example) == before
    assert run(example, "intake", "pages", file).code == 0
    assert draft_file(example) != before


def test_another_paper_is_refused_with_the_places_that_differ(example: Path, run: Run) -> None:
    """What was mistyped in the draft is mended, as the hint says; then it is the paper."""
    _, words = spoken(example)
    file = example.parent / "印发稿.pdf"
    file.write_bytes(set_paper([each.replace("消毒柜", "消毒橱具") for each in words]).content)
    before = draft_file(example)
    done = run(example, "intake", "pages", str(file))
    assert (done.code, done.err.count("P071")) == (2, 1)
    assert "专栏1.1: its words are not on the paper: the draft has “柜”, the PDF “橱具”" in done.err
    assert draft_file(example) == before
    mend = ("mend", "--replace", "消毒柜", "--with", "消毒橱具", "--reason", "误录。")
    assert run(example, *mend).code == 0
    assert asked(example, run, str(file))["share"] == 1


def test_a_word_that_was_mistyped_leaves_its_paragraph_without_a_page(
    example: Path, run: Run
) -> None:
    _, words = spoken(example)
    long = max(range(len(words)), key=lambda at: len(words[at]))
    words[long] = words[long][:15] + "吗" + words[long][15:]
    words += ["附注:" + "本方案由镇人民政府解释。" * 40]
    file = example.parent / "印发稿.pdf"
    file.write_bytes(set_paper(words).content)
    done = run(example, "intake", "pages", str(file))
    assert done.code == 1
    assert "“吗”" in done.out


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "it is no PDF"),
        (b"PK\x03\x04 ...", "it is no PDF"),
        (b"%PDF-1.7\nnothing", "it is broken"),
        (pdf([[]]), "a scan"),
        (pdf([[Typed(80, 200, 16, "村道")]], named=False), "fonts"),
    ],
)
def test_what_cannot_be_read_is_refused(example: Path, run: Run, content: bytes, said: str) -> None:
    file = example.parent / "坏.pdf"
    file.write_bytes(content)
    before = draft_file(example)
    done = run(example, "intake", "pages", str(file))
    assert (done.code, done.err.count("P070")) == (2, 1)
    assert said in done.err
    assert draft_file(example) == before


def test_a_file_that_is_not_there_is_named(example: Path, run: Run) -> None:
    done = run(example, "intake", "pages", "无.pdf")
    assert done.code == 2
    assert "无.pdf: P015" in done.err


def test_a_pdf_alone_is_a_draft_with_its_pages(tmp_path: Path, run: Run, example: Path) -> None:
    """The PDF is LibreOffice's, of the draft that `plancli init` writes, with numbers beside its lines."""
    done = run(tmp_path, "intake", "draft", str(PAPER), "--into", "新", "--json")
    assert done.code == 0, done.err
    found = json.loads(done.out)
    assert (found["title"], found["draft"], found["unlaid"]) == (
        "示例镇社区食堂建设方案",
        "征求意见稿",
        [],
    )
    new, old = open_repository(tmp_path / "新").draft(), open_repository(example).draft()
    assert asked(example, run, str(PAPER))["numbered"]
    laid = open_repository(example).draft()
    for one, other, with_pages in zip(
        *(Outline(each.sections).spots.values() for each in (new, old, laid)), strict=True
    ):
        assert printed(one).text == printed(other).text
        assert one.paragraph.layout == with_pages.paragraph.layout
    assert run(tmp_path / "新", "check").code == 0


def test_a_footnote_of_our_own_paper_is_found_and_keeps_no_lines(example: Path, run: Run) -> None:
    pytest.importorskip("typst", reason='PDF needs the extra "typeset"')
    chapter = example / "plan/第一章-目标.yaml"
    noted = "    note: 早餐在七点以前供应。\n    text: |-"
    chapter.write_text(chapter.read_text("utf-8").replace("    text: |-", noted, 1), "utf-8")
    assert run(example, "freeze", "送审稿", "--circulate").code == 0
    paper = str(example.parent / "送审稿.pdf")
    assert run(example, "export", paper, "--draft-only").code == 0
    found = asked(example, run, paper)
    assert (found["share"], found["unlaid"]) == (1, [])
    assert not any("注" in entry["id"] for entry in found["paragraphs"])
    again = open_repository(example).draft()
    assert [spot.paragraph.page is not None for spot in Outline(again.sections).spots.values()][:1]
