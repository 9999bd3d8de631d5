"""Files that came with comments may lie beside them where these note them, and are held to their digests."""

import hashlib
from pathlib import Path

import pytest

from plancli.core.finding import Code, PlanError
from plancli.store.attachments import LARGEST_ATTACHMENT, attachments_moved, differing, digest_of
from plancli.store.files import read_files

SCAN = b"%PDF scan"
DIGEST = f"sha256:{hashlib.sha256(SCAN).hexdigest()}"
FOLDER = "comments/镇财政所"


def noted(example: Path, *lines: str) -> None:
    """Write a comment that notes files."""
    text = "\n".join(["unit: 镇财政所", "opinion: 见附件。", "attachments:", *lines, ""])
    (example / FOLDER / "03.yaml").write_text(text, encoding="utf-8")


def put(example: Path, name: str, content: bytes = SCAN) -> None:
    (example / name).parent.mkdir(parents=True, exist_ok=True)
    (example / name).write_bytes(content)


def refused(example: Path) -> list[tuple[str, str]]:
    try:
        read_files(example)
    except PlanError as error:
        return [
            (finding.code, str(finding.place and finding.place.file)) for finding in error.findings
        ]
    return []


def test_what_is_noted_may_lie_there_and_is_no_file_of_the_plan(example: Path) -> None:
    noted(example, "  - 来函.pdf", "  - {file: 表.xlsx}")
    names = set(read_files(example))
    for name in ("来函.pdf", "表.xlsx"):
        put(example, f"{FOLDER}/{name}")
    assert set(read_files(example)) == names


@pytest.mark.parametrize(
    "name",
    [
        f"{FOLDER}/另一.pdf",
        f"{FOLDER}/来函.PDF",
        f"{FOLDER}/附件/来函.pdf",
        "comments/镇民政办/来函.pdf",
        "comments/来函.pdf",
        "plan/来函.pdf",
    ],
)
def test_all_else_is_refused_as_before(example: Path, name: str) -> None:
    noted(example, "  - 来函.pdf")
    put(example, name)
    assert refused(example) == [(Code.NOT_READ, name)]


def test_a_link_is_refused_though_it_is_noted(example: Path, tmp_path: Path) -> None:
    noted(example, "  - 来函.pdf")
    (tmp_path / "来函.pdf").write_bytes(SCAN)
    (example / FOLDER / "来函.pdf").symlink_to(tmp_path / "来函.pdf")
    assert refused(example) == [(Code.NOT_A_FILE, f"{FOLDER}/来函.pdf")]


def test_a_name_is_the_same_in_one_character_and_in_two(example: Path) -> None:
    noted(example, "  - caf\u00e9.pdf")
    put(example, f"{FOLDER}/cafe\u0301.pdf")
    assert refused(example) == []


def test_where_a_comment_cannot_be_read_that_is_told_first(example: Path) -> None:
    noted(example, "  - 来函.pdf", "  - {")
    put(example, f"{FOLDER}/来函.pdf")
    assert refused(example) == []


def test_a_file_is_held_to_its_digest_where_it_lies_there(example: Path) -> None:
    noted(example, "  - 甲.pdf", f"  - file: 乙.pdf\n    digest: {DIGEST}")
    files = read_files(example)
    assert differing(example, files) == []
    put(example, f"{FOLDER}/甲.pdf", b"anything")
    put(example, f"{FOLDER}/乙.pdf")
    assert differing(example, files) == []
    put(example, f"{FOLDER}/乙.pdf", b"another")
    (found,) = differing(example, files)
    assert (found.code, found.params["file"]) == (Code.ATTACHMENT_DIFFERS, "乙.pdf")
    assert found.place is not None
    assert (found.place.file, found.place.line) == (f"{FOLDER}/03.yaml", 6)
    assert found.params["digest"] == digest_of(example / FOLDER / "乙.pdf", "乙.pdf") != DIGEST


def test_a_file_without_end_is_not_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert LARGEST_ATTACHMENT > 1 << 30
    monkeypatch.setattr("plancli.store.attachments.LARGEST_ATTACHMENT", 5)
    put(tmp_path, "长.pdf")
    with pytest.raises(PlanError) as caught:
        digest_of(tmp_path / "长.pdf", "长.pdf")
    assert caught.value.findings[0].code == Code.TOO_MUCH


def test_files_move_with_the_unit(example: Path) -> None:
    noted(example, "  - 来函.pdf")
    put(example, f"{FOLDER}/来函.pdf")
    moved = attachments_moved(example, "镇财政所", "镇财政局")
    assert moved == {
        f"{FOLDER}/来函.pdf": (SCAN, None),
        "comments/镇财政局/来函.pdf": (None, SCAN),
    }
    assert attachments_moved(example, "镇民政办", "镇民政局") == {}
