"""The real consultation: 26 comments become the plan and the table that the city published."""

import itertools
import json
import random
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from plancli.core.plan.model import Column, Part
from plancli.core.plan.outline import Outline
from plancli.store.files import read_files
from plancli.store.repository import Repository, load
from tests.conftest import ROOT, Run, plan_files
from tests.papers.reading import READERS, with_parts_joined

DATA = Path(__file__).parent / "data"


def outline(folder: Path) -> Outline:
    return Outline(load(read_files(folder)).sections)


def text_of(folder: Path) -> str:
    spots = outline(folder).spots.values()
    return "\n".join(f"{spot.paragraph.heading}{spot.paragraph.text}" for spot in spots)


def published_rows() -> list[tuple[str, str, str]]:
    """Read the published table: three cells a row; a unit's further rows have two and an empty one."""
    lines = (DATA / "公布的采纳情况表.txt").read_text(encoding="utf-8").splitlines()
    cells = [line.rstrip().removesuffix("|").strip() for line in lines][3:]
    rows: list[tuple[str, str, str]] = []
    for at in range(0, len(cells), 3):
        first, second, third = [*cells[at : at + 3], ""][:3]
        rows.append((first, second, third) if third else (rows[-1][0], first, second))
    return rows


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def comment_ids(folder: Path) -> list[str]:
    return [c.id for c in load(read_files(folder)).comments.values() if c.merges]


def test_the_structure_is_the_records(adopted: Path) -> None:
    sections = outline(adopted).sections
    chapters = [key for key in sections if re.fullmatch("第.章", key)]
    tasks = [key for key in sections if re.fullmatch("第四章/[一二三四五六]", key)]
    projects = {
        key: section for key, section in sections.items() if re.fullmatch(r"第四章/\d+", key)
    }
    assert (len(chapters), len(tasks), len(projects)) == (5, 6, 24)
    assert [int(key.split("/")[1]) for key in projects] == list(range(1, 25))
    titles = {
        19: "医疗健康工程",
        12: "智慧城管工程",
        14: "应急管理工程",
        23: "传统产业转型升级工程",
    }
    assert {number: projects[f"第四章/{number}"].title for number in titles} == titles
    columns = [column.column for column in outline(adopted).columns.values()]
    assert columns == ["专栏3", "专栏7", "专栏10", "专栏12", "专栏15", "专栏20"]


def test_every_comment_of_the_record_is_there_word_for_word(adopted: Path) -> None:
    comments = load(read_files(adopted)).comments.values()
    rows = [row for row in published_rows() if row[1] != "无"]
    assert len(rows) == 26
    assert [(c.unit, squeezed(c.opinion)) for c in comments] == [
        (u, squeezed(o)) for u, o, _ in rows
    ]


def test_the_adopted_wordings_are_in_the_text(circulated: Path, run: Run) -> None:
    before = text_of(circulated)
    assert "城铁通" in before
    assert "线上购药" in before
    assert run(circulated, "apply", "--all").code == 0
    text, spots = text_of(circulated), outline(circulated).spots
    assert "推广普及医保电子凭证" in text
    for gone in ("线上购药", "城铁通", "车路协同", "依托电子社保卡", "电子医保凭证", "集约推广"):
        assert gone not in text
    assert spots["2.1"].paragraph.units == ("市数管局", "金安区人民政府")
    assert "市金融监管局" in (spots["23.1"].paragraph.units or ())
    assert spots["7.1"].paragraph.units == ("市数管局", "各县区人民政府")
    assert spots["12.1"].paragraph.heading == "提升城市住房建设监管和服务能力"
    assert "加强公交治安管理" in spots["17.1"].paragraph.text
    assert "农村交通运输综合信息服务平台建设" in spots["17.1"].paragraph.text
    assert "专栏15.1" not in spots
    assert spots["专栏15.2"].container == "第四章/17/专栏15"


def test_the_plan_says_what_the_reading_says_after_adoption(adopted: Path) -> None:
    text = text_of(adopted)
    for passage in (DATA / "解读-采纳后.txt").read_text(encoding="utf-8").splitlines():
        assert passage in text


def quoted_wordings() -> list[tuple[str, str]]:
    """Yield what the published replies quote as new wording, whole stretches between “”, with nesting."""
    found = []
    for number, (unit, _, decision) in enumerate(published_rows()):
        depth, start = 0, 0
        for at, char in enumerate(decision):
            if char == "“":
                start, depth = (at + 1 if depth == 0 else start), depth + 1
            elif char == "”" and depth:
                depth -= 1
                if depth == 0 and at - start >= 30:
                    found.append((f"{unit}-{number}", decision[start:at]))
    return found


@pytest.mark.parametrize(("comment", "words"), quoted_wordings())
def test_long_quotations_of_the_replies_are_in_the_plan_or_in_the_draft(
    comment: str, words: str
) -> None:
    repository = load(read_files(ROOT))
    pieces = [piece.strip("。.") for piece in re.split("…+", re.sub(r"\(责任单位.*?\)", "", words))]
    spots = [
        s
        for part in (repository.draft().sections, repository.sections)
        for s in Outline(part).spots.values()
    ]
    texts = [squeezed(f"{spot.paragraph.heading}。{spot.paragraph.text}") for spot in spots]
    for piece in pieces:
        assert any(squeezed(piece) in text for text in texts), (comment, piece)


@pytest.mark.parametrize("seed", range(4))
def test_any_order_gives_the_committed_bytes(circulated: Path, run: Run, seed: int) -> None:
    ids = comment_ids(circulated)
    random.Random(seed).shuffle(ids)
    for start in range(0, len(ids), 7):
        assert run(circulated, "apply", *ids[start : start + 7]).code == 0
    assert plan_files(circulated) == plan_files(ROOT)


def test_applying_twice_changes_nothing(adopted: Path, run: Run) -> None:
    before = plan_files(adopted)
    assert json.loads(run(adopted, "apply", "--all", "--json").out)["files"] == []
    assert plan_files(adopted) == before


@pytest.mark.parametrize("seed", range(3))
def test_reverting_in_any_order_gives_the_draft_back(adopted: Path, run: Run, seed: int) -> None:
    ids = comment_ids(adopted)
    random.Random(seed).shuffle(ids)
    for name in ids:
        assert run(adopted, "revert", name).code == 0
    repository = load(read_files(adopted))
    assert not repository.record.comments
    plain = [
        section.model_copy(update={"body": tuple(_without_pages(part) for part in section.body)})
        for section in repository.draft().sections
    ]
    assert list(repository.sections) == plain
    bytes_now = plan_files(adopted)
    assert run(adopted, "apply", "--all").code == 0
    assert run(adopted, "revert", "--all").code == 0
    assert plan_files(adopted) == bytes_now


def _without_pages(part: Part) -> Part:
    if isinstance(part, Column):
        return part.model_copy(update={"items": tuple(map(_without_pages, part.items))})
    return part.model_copy(update={"page": None, "line": None})


def test_check_names_every_adopted_comment_until_it_is_applied(circulated: Path, run: Run) -> None:
    found = json.loads(run(circulated, "check", "--json").out)["findings"]
    found = [finding for finding in found if finding["severity"] == "error"]
    assert {finding["code"] for finding in found} == {"P401"}
    assert {finding["params"]["id"] for finding in found} == set(comment_ids(circulated))


FACTS = {
    ("P421", "市商务局-01"), ("P421", "市城管局-01"), ("P421", "市城管局-02"), ("P421", "市住建局-01"),
    ("P421", "市交通运输局-01"), ("P421", "市交通运输局-02"), ("P421", "市交通运输局-03"),
    ("P421", "市投创中心-03"), ("P421", "市消防救援支队-01"), ("P422", "市商务局-01"),
    ("P422", "市投创中心-03"), ("P425", "市自然资源局-02"), ("P426", "皖西学院-01"), ("P508", None),
}  # fmt: skip
"""What the public record itself shows; the README explains each."""


def test_what_remains_on_this_repository_are_facts_of_the_record(run: Run) -> None:
    done = run(ROOT, "check", "--json", "--today", "2021-01-01")
    found = json.loads(done.out)["findings"]
    assert done.code == 0
    assert {finding["severity"] for finding in found} == {"warning"}
    assert {(finding["code"], finding["params"].get("id")) for finding in found} == FACTS
    assert run(ROOT, "check", "--strict").code == 1


def test_replies_that_quote_what_is_not_there(adopted: Path, run: Run) -> None:
    found = json.loads(run(adopted, "check", "--json").out)["findings"]
    quotes = [finding["params"]["quote"] for finding in found if finding["code"] == "P426"]
    assert quotes == ["六安市推进新型智慧城市建设的指导性文件、基本以及和行动指南", "设计架构"]


class _Cells(HTMLParser):
    """Collect the rows of the body as (text, rowspan) cells."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[tuple[str, int]]] = []
        self.open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.open = True
            self.rows[-1].append(("", int(dict(attrs).get("rowspan") or 1)))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self.open = False

    def handle_data(self, data: str) -> None:
        if self.open:
            text, span = self.rows[-1][-1]
            self.rows[-1][-1] = (text + data, span)


@pytest.mark.parametrize("template", ["table", "结果反馈"])
def test_the_html_table_is_the_published_one(adopted: Path, run: Run, template: str) -> None:
    assert run(adopted, "report", "-o", "t.html", "--template", template).code == 0
    parser = _Cells()
    parser.feed((adopted / "t.html").read_text(encoding="utf-8"))
    rows, unit = [], ""
    spans: list[int] = []
    for cells in parser.rows[1:]:
        if len(cells) == 3:
            unit = cells[0][0]
            spans.append(cells[0][1])
        rows.append((unit, squeezed(cells[-2][0]), squeezed(cells[-1][0])))
    assert rows == [(u, squeezed(o), squeezed(d)) for u, o, d in published_rows()]
    counts = [
        len(list(group)) for _, group in itertools.groupby(published_rows(), key=lambda row: row[0])
    ]
    assert spans == counts
    assert len(spans) == 15


@pytest.mark.parametrize("ending", ["docx", "xlsx", "csv", "json"])
def test_the_table_of_an_office_program_is_the_published_one(
    ending: str, adopted: Path, run: Run
) -> None:
    file = adopted / f"t.{ending}"
    assert run(adopted, "report", "-o", str(file)).code == 0
    _head, *rows = with_parts_joined(file) if ending == "xlsx" else READERS[ending](file)
    found = [tuple(map(squeezed, row)) for row in rows]
    assert found == [tuple(map(squeezed, row)) for row in published_rows()]


def test_the_markdown_table_is_the_published_one(adopted: Path, run: Run) -> None:
    assert run(adopted, "report", "-o", "t.md").code == 0
    lines = (adopted / "t.md").read_text(encoding="utf-8").splitlines()
    table = [re.split(r"(?<!\\)\|", line)[1:-1] for line in lines if line.startswith("| ")][2:]
    rows, unit = [], ""
    for cells in table:
        unit = cells[0].strip() or unit
        rows.append(
            (unit, *(squeezed(re.sub(r"<br>|\\(?=[\\|*_`\[<])", "", cell)) for cell in cells[1:]))
        )
    assert rows == [(u, squeezed(o), squeezed(d)) for u, o, d in published_rows()]


def test_one_comment_touches_only_its_sentences(circulated: Path, run: Run) -> None:
    path = circulated / "plan/第四章/19-医疗健康工程.yaml"
    path.write_text("# 编辑:王\n" + path.read_text(encoding="utf-8") + "# 完\n", encoding="utf-8")
    before = plan_files(circulated)
    assert run(circulated, "apply", "市医保局-01").code == 0
    after = plan_files(circulated)
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"plan/第四章/19-医疗健康工程.yaml", "plan/applied.yaml"}
    old, new = (
        files["plan/第四章/19-医疗健康工程.yaml"].decode().splitlines() for files in (before, after)
    )
    assert [a == b for a, b in zip(old, new, strict=True)].count(False) == 2
    assert new[0] == "# 编辑:王"
    assert new[-1] == "# 完"


def test_the_comment_that_adopts_nothing_new_says_where_it_stands(adopted: Path, run: Run) -> None:
    comment = load(read_files(adopted)).comments["皖西学院-01"]
    assert comment.decision.edits == ()
    assert not comment.merges
    path = adopted / "plan/第五章-保障措施.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("组建工作专班", "组成工作专班"), encoding="utf-8"
    )
    found = json.loads(run(adopted, "check", "--json").out)["findings"]
    assert {f["code"] for f in found if f["severity"] == "error"} == {"P408", "P405"}


def test_the_repository_reads_without_findings() -> None:
    assert Repository(read_files(ROOT)).findings == []
