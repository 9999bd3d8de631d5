"""The redline: all changes accepted it is the plan, all rejected it is the draft, whatever was done to it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plancli.core.evidence.pieces import Piece, accepted, rejected
from plancli.core.evidence.redline import Line, LineKind, _without_islands, plain, redline
from plancli.core.rounds.round import Round
from plancli.store.files import read_files
from plancli.store.repository import load
from tests.conftest import CHAPTER, ROOT, Run


def case_of(folder: Path) -> Round:
    return load(read_files(folder)).open_round


def holds(round_: Round) -> None:
    """Check both states against the lines of draft and plan."""
    lines = redline(round_)
    for state, outline, word in (
        (rejected, round_.workspace.draft, "added"),
        (accepted, round_.plan, "gone"),
    ):
        wanted = [(line.kind, line.key, accepted(line.pieces)) for line in plain(outline)]
        found = [
            (line.kind, line.key, state(line.pieces)) for line in lines if not getattr(line, word)
        ]
        assert found == wanted
    stand_below_their_titles(round_, lines)


def stand_below_their_titles(round_: Round, lines: list[Line]) -> None:
    """Check that whoever reads on from a title reads what is in that section, in draft or plan."""
    title = ""
    for line in lines:
        outline = round_.workspace.draft if line.gone else round_.plan
        if line.kind is LineKind.SECTION:
            title = line.key
        elif line.kind is not LineKind.PLAN:
            above = (key for key in outline.ancestry(line.key) if key in outline.sections)
            assert next(above) == title, line.key


def by_key(lines: list[Line]) -> dict[str, Line]:
    return {line.key: line for line in lines}


def test_the_real_plan() -> None:
    round_ = case_of(ROOT)
    holds(round_)
    line = by_key(redline(round_))["19.1"]
    assert line.authors == ("市医保局-01",)
    assert Piece("、线上购药", gone=("市医保局-01",)) in line.text
    units = by_key(redline(round_))["2.1"].units
    assert accepted(units) == "(责任单位:市数管局、金安区人民政府)"


def test_without_comments_nothing_is_marked(circulated: Path) -> None:
    lines = redline(case_of(circulated))
    assert not any(line.authors for line in lines)


CHANGES = {
    "its own words": ("plan/第四章/17-智慧交通工程.yaml", "探索网约车等", "探索网约车、顺风车等"),
    "words that a unit brought": (
        "plan/第四章/17-智慧交通工程.yaml",
        "加强公交安保智能防控系统建设,",
        "",
    ),
    "a title": (
        "plan/第四章/17-智慧交通工程.yaml",
        "title: 智慧交通工程",
        "title: 智慧交通体系工程",
    ),
    "a heading": ("plan/第四章/17-智慧交通工程.yaml", "heading: ", "heading: 全面"),
    "units": (
        "plan/第四章/17-智慧交通工程.yaml",
        "市数管局, 市交通局",
        "市交通局, 市数管局, 市大数据公司",
    ),
    "a column's title": ("plan/第四章/17-智慧交通工程.yaml", "智慧交通重点工作", "智慧交通工作"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_the_office_changed_is_its_own(what: str, adopted: Path) -> None:
    file, old, new = CHANGES[what]
    path = adopted / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    round_ = case_of(adopted)
    holds(round_)
    assert "编制单位" in {by for line in redline(round_) for by in line.authors}


STRUCTURE = """
unit: 镇财政所
opinion: 增加、删去、移动。
edits:
{edits}
decision:
  status: 采纳
"""

EDITS = {
    "a paragraph comes": "  - {add: {id: 新1, heading: 新事, text: 新的文字。}, to: 第一章}",
    "a paragraph goes": "  - {remove: 专栏1.1}",
    "a section comes": """
  - add: {key: 第九章, title: 新章, body: [{id: 九.1, text: 文字。}]}
    after: 第二章""",
    "a section goes": "  - {remove: 第二章}",
    "a column comes": """
  - add: {column: 专栏9, title: 新栏, items: [{id: 栏.1, text: 文字。}]}
    to: 第一章""",
}


@pytest.mark.parametrize("what", EDITS)
def test_parts_that_come_and_go(what: str, example: Path, run: Run) -> None:
    (example / "comments/镇财政所/09.yaml").write_text(
        STRUCTURE.format(edits=EDITS[what]), encoding="utf-8"
    )
    assert run(example, "apply", "镇财政所-09").code == 0
    round_ = case_of(example)
    holds(round_)
    whole = [line for line in redline(round_) if line.added or line.gone]
    assert whole
    assert {by for line in whole for by in line.authors} == {"镇财政所-09"}


def test_a_part_that_moves_goes_and_comes(example: Path, run: Run) -> None:
    edits = "  - {move: 第一章.1, to: 第二章}"
    (example / "comments/镇财政所/09.yaml").write_text(
        STRUCTURE.format(edits=edits), encoding="utf-8"
    )
    assert run(example, "apply", "镇财政所-09").code == 0
    round_ = case_of(example)
    holds(round_)
    moved = [line for line in redline(round_) if line.key == "第一章.1"]
    assert [(line.container, bool(line.added), bool(line.gone)) for line in moved] == [
        ("第一章", False, True),
        ("第二章", True, False),
    ]
    assert moved[0].kind is LineKind.PARAGRAPH


MOVES = {
    "move: 第一章.3, after: 第一章.1": ["第一章.3"],
    "move: 第一章.1, after: 第一章.2": ["第一章.1"],
    "move: 第二章.3, before: 第二章.1": ["第二章.3"],
    "move: 第二章.1, to: 第一章": ["第二章.1"],
    "move: 第一章栏.2, before: 第一章栏.1": ["第一章栏.2"],
    "move: 第一章/专栏1, before: 第一章.1": ["第一章/专栏1", "第一章栏.1", "第一章栏.2"],
    "move: 第二章, before: 第一章": [
        *("第二章", "第二章.1", "第二章.2", "第二章.3"),
        *("第二章/专栏1", "第二章栏.1", "第二章栏.2"),
    ],
}


@pytest.mark.parametrize("edit", MOVES)
def test_what_a_comment_moved_is_what_moves(edit: str, moving: Callable[..., Path]) -> None:
    round_ = case_of(moving(edit))
    holds(round_)
    lines = redline(round_)
    assert {by for line in lines for by in line.authors} == {"镇财政所-09"}
    assert [line.key for line in lines if line.gone] == MOVES[edit]
    assert [line.key for line in lines if line.added] == MOVES[edit]


BLOCKS = CHAPTER.format("第二章").replace(
    "  - {id: 第二章.1, heading: 甲段, text: 甲段的文字在这里。}",
    "  - id: 第二章.1\n    heading: 甲段\n    text: |-\n      甲段的文字在这里。",
)


def test_what_another_comment_deletes_in_a_part_that_moves_is_its_own(
    moving: Callable[..., Path], run: Run
) -> None:
    folder = moving("move: 第二章.1, to: 第一章")
    assert run(folder, "revert", "镇财政所-09").code == 0
    edits = "  - {rewrite: 第二章.1, with: 甲段的文字。}"
    (folder / "comments/镇财政所/10.yaml").write_text(
        STRUCTURE.format(edits=edits), encoding="utf-8"
    )
    (folder / "plan/第二章.yaml").write_text(BLOCKS, encoding="utf-8")
    assert run(folder, "apply", "--all").code == 0
    round_ = case_of(folder)
    holds(round_)
    gone = next(line for line in redline(round_) if line.gone)
    assert gone.gone == ("镇财政所-09",)
    assert Piece("在这里", gone=("镇财政所-10", "镇财政所-09")) in gone.text


def test_a_moved_part_whose_words_another_changed_has_its_number_from_the_mover(
    moving: Callable[..., Path], run: Run
) -> None:
    folder = moving("move: 第一章/专栏1, before: 第一章.1")
    assert run(folder, "revert", "镇财政所-09").code == 0
    edits = "  - {title: 第一章/专栏1, with: 用具}\n  - {move: 第一章/专栏1, before: 第一章.1}"
    for number, edit in zip(("09", "10"), reversed(edits.split("\n")), strict=True):
        (folder / f"comments/镇财政所/{number}.yaml").write_text(
            STRUCTURE.format(edits=edit), encoding="utf-8"
        )
    assert run(folder, "apply", "--all").code == 0
    round_ = case_of(folder)
    holds(round_)
    (line,) = [line for line in redline(round_) if line.key == "第一章/专栏1" and line.added]
    assert line.heading == (
        Piece("专栏1 ", added=("镇财政所-09",)),
        Piece("用具", added=("镇财政所-10",)),
    )
    assert run(folder, "export", "修订.docx", "--internal").code == 0


def test_a_moved_paragraph_of_which_another_wrote_every_word_is_noted_in_word(
    moving: Callable[..., Path], run: Run
) -> None:
    folder = moving("move: 第二章.1, to: 第一章")
    assert run(folder, "revert", "镇财政所-09").code == 0
    edits = "  - {title: 第二章.1, with: 口粮}\n  - {rewrite: 第二章.1, with: 每户三袋}"
    (folder / "comments/镇财政所/10.yaml").write_text(
        STRUCTURE.format(edits=edits), encoding="utf-8"
    )
    (folder / "plan/第二章.yaml").write_text(BLOCKS, encoding="utf-8")
    assert run(folder, "apply", "--all").code == 0
    assert run(folder, "export", "修订.docx", "--internal").code == 0


NEW = "add: {id: 新增, text: 新增的文字。}"
BEHIND = {
    "a section": (
        "move: 第二章, before: 第一章",
        "add: {column: 专栏9, title: 新栏, items: [{id: 新增, text: 新增的文字。}]}, to: 第一章",
    ),
    "a column": ("remove: 第二章", f"{NEW}, to: 第一章/专栏1"),
}


@pytest.mark.parametrize("what", BEHIND)
def test_what_comes_to_the_end_of_a_part_stands_before_what_goes_behind_it(
    what: str, moving: Callable[..., Path]
) -> None:
    round_ = case_of(moving(*BEHIND[what]))
    holds(round_)
    lines = redline(round_)
    gone = {line.key for line in lines if line.gone}
    came = [at for at, line in enumerate(lines) if line.added and line.key not in gone]
    assert lines[came[-1] + 1].gone


def test_a_title_stays_where_only_the_part_below_it_moves(moving: Callable[..., Path]) -> None:
    """The chapter lost all its parts: what moved is not the title."""
    gone = [f"remove: 第二章{part}" for part in (".2", ".3", "/专栏1")]
    round_ = case_of(moving("move: 第二章.1, to: 第一章", *gone))
    holds(round_)
    assert not by_key(redline(round_))["第二章"].authors


def test_what_the_office_moved_back_stays(moving: Callable[..., Path]) -> None:
    folder = moving("move: 第一章.3, after: 第一章.1")
    (folder / "plan/第一章.yaml").write_text(CHAPTER.format("第一章"), encoding="utf-8")
    round_ = case_of(folder)
    holds(round_)
    assert not any(line.authors for line in redline(round_))


@pytest.fixture
def edited(adopted: Path) -> Callable[[str, str, str], None]:
    def edit(file: str, old: str, new: str) -> None:
        path = adopted / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")

    return edit


def test_words_that_came_and_went_name_both(
    adopted: Path, edited: Callable[[str, str, str], None]
) -> None:
    edited("plan/第四章/17-智慧交通工程.yaml", "加强公交安保智能防控系统建设,", "")
    text = by_key(redline(case_of(adopted)))["17.1"].text
    assert Piece("加强公交安保智能防控系统建设,", ("市公安局-02",), ("编制单位",)) in text


@pytest.mark.parametrize(
    ("between", "behind", "joined"),
    [
        ("堤", "甲-01", True),
        ("堤坝", "甲-01", False),  # two characters may be a word that stays
        (",", "甲-01", False),  # a mark parts changes
        ("堤", "乙-01", False),  # changes of two authors are never one
    ],
)
def test_one_character_between_two_changes_of_one_author_goes_and_comes_with_them(
    between: str, behind: str, joined: bool
) -> None:
    before, after = Piece("河", gone=("甲-01",)), Piece("渠", added=(behind,))
    found = list(_without_islands([before, Piece(between), after]))
    shown = [Piece(between, gone=("甲-01",)), Piece(between, added=("甲-01",))]
    assert found == [before, *(shown if joined else [Piece(between)]), after]
    assert accepted(found) == between + "渠"


def test_a_character_beside_only_one_change_stays() -> None:
    for pieces in ([Piece("堤"), Piece("河", gone=("甲-01",))], [Piece("堤")]):
        assert list(_without_islands(pieces)) == pieces
