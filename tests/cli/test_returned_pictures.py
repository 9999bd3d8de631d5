"""A Word file that came back with another picture: a person is asked, and nothing is changed."""

import io
import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

from tests.conftest import Run
from tests.drawn import png


@pytest.fixture
def plan(tmp_path: Path, run: Run) -> Path:
    """A plan with a figure, circulated."""
    (tmp_path / "plan/figures").mkdir(parents=True)
    (tmp_path / "plan/figures/图1.png").write_bytes(png())
    (tmp_path / "plan/plan.yaml").write_text(
        "format: 2\ntitle: 渡口规划\nissuer: 青石镇\nunits:\n  - name: 渡运站\nsections:\n  - 第一章\n",
        encoding="utf-8",
    )
    (tmp_path / "plan/第一章.yaml").write_text(
        "key: 第一章\ntitle: 渡运\nbody:\n  - id: 第一章.1\n    text: 渡口两处,见图1,每日往返十六班。\n"
        "  - image: figures/图1.png\n    title: 布局\n    alt: 两处\n",
        encoding="utf-8",
    )
    assert run(tmp_path, "freeze", "征求意见稿").code == 0
    assert run(tmp_path, "export", "稿.docx", "--draft-only").code == 0
    return tmp_path


def returned(plan: Path, run: Run, file: str) -> str:
    done = run(plan, "intake", "returned", file, "--unit", "渡运站", "--dry-run")
    assert done.code == 0
    return done.out + done.err


def test_a_picture_that_came_back_as_it_went_is_not_told(plan: Path, run: Run) -> None:
    assert "none of the draft" not in returned(plan, run, "稿.docx")


def test_another_picture_is_for_a_person_to_compare(plan: Path, run: Run) -> None:
    word = Document(str(plan / "稿.docx"))
    (shape,) = word.inline_shapes
    embedded = shape._inline.graphic.graphicData.pic.blipFill.blip.embed
    word.part.related_parts[embedded]._blob = png(colour=b"\0\0\0")
    out = io.BytesIO()
    word.save(out)
    (plan / "改.docx").write_bytes(out.getvalue())
    assert "this picture is none of the draft" in returned(plan, run, "改.docx")


def taken_out(plan: Path, *paragraphs: str) -> str:
    """Return the name of a copy in which paragraphs are taken out with tracked changes, by what they hold."""
    author = 'w:id="7" w:author="渡运站"'
    with ZipFile(plan / "稿.docx") as sent, ZipFile(plan / "删.docx", "w") as back:
        xml = sent.read("word/document.xml").decode()
        for held in paragraphs:
            found = re.findall(r"<w:p>(?:(?!</w:p>).)*</w:p>", xml)
            old = next(one for one in found if held in one)
            runs = re.sub("<(/?)w:t(?=[ >])", r"<\1w:delText", old)
            runs = re.sub(r"<w:r>.*?</w:r>", rf"<w:del {author}>\g<0></w:del>", runs)
            mark = f"<w:rPr><w:del {author}/></w:rPr></w:pPr>"
            xml = xml.replace(old, runs.replace("</w:pPr>", mark, 1), 1)
        for name in sent.namelist():
            back.writestr(name, xml if name == "word/document.xml" else sent.read(name))
    return "删.docx"


def test_a_figure_that_goes_with_its_title_is_one_edit(plan: Path, run: Run) -> None:
    said = returned(plan, run, taken_out(plan, "<w:drawing>", "布局</w:t>"))
    assert "read: remove 第一章/图1" in said
    assert "1 comments of 1 units" in said


@pytest.mark.parametrize("held", ["<w:drawing>", "布局</w:t>"])
def test_a_figure_of_which_the_picture_or_the_title_stays_is_asked(
    held: str, plan: Path, run: Run
) -> None:
    said = returned(plan, run, taken_out(plan, held))
    assert "to be read by a person" in said
    assert "remove 第一章/图1" not in said


def test_brackets_in_what_a_picture_shows_end_no_link_of_markdown(plan: Path, run: Run) -> None:
    file = plan / "plan/第一章.yaml"
    text = file.read_text(encoding="utf-8").replace("alt: 两处", 'alt: "两](处]a"')
    file.write_text(text, encoding="utf-8")
    assert run(plan, "export", "稿.md", "--clean", "--internal").code == 0
    assert r"![两\](处\]a](<plan/figures/图1.png>)" in (plan / "稿.md").read_text(encoding="utf-8")
