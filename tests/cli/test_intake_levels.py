"""A Word draft whose lists say by their levels alone what holds what."""

from pathlib import Path

from plancli.core.plan.model import Paragraph
from plancli.library.opening import open_repository
from tests.conftest import Run
from tests.papers.bodies.packages import counted, level, package, paragraph

LEVELS = "".join(level(at, "decimal", f"%{at + 1}.") for at in range(5))
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
ENTRIES = ((0, "河道清淤。"), (1, "先干流。"), (1, "后支流。"), (0, "岸线整治。"))


def test_entries_stand_in_the_list_of_the_one_above_and_what_is_too_deep_is_told(
    tmp_path: Path, run: Run
) -> None:
    deep = ((1, "先测量。"), (2, "定桩。"), (3, "设牌。"), (4, "编号。"))
    body = paragraph("第一章 任务", '<w:outlineLvl w:val="0"/>')
    body += "".join(paragraph(words, counted(1, at)) for at, words in (*ENTRIES, *deep))
    file = tmp_path / "稿.docx"
    file.write_bytes(package(body, numbering=NUMBERING))
    done = run(tmp_path, "intake", "draft", str(file), "--into", str(tmp_path / "plan"))
    assert done.code == 0, done.err
    (section,) = open_repository(tmp_path / "plan").sections
    assert [shown(part) for part in section.body if isinstance(part, Paragraph)] == [
        "1河道清淤。<1先干流。 2后支流。>",
        "2岸线整治。<1先测量。<1定桩。<1设牌。 1编号。>>>",
    ]
    assert done.out.count("deeper in a list than lists go here") == 1
    assert run(tmp_path / "plan", "check").code == 0


def shown(part: Paragraph) -> str:
    inside = f"<{' '.join(map(shown, part.items))}>" if part.items else ""
    return f"{part.number or ''}{part.text}{inside}"
