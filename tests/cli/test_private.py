"""What is private is not published: it is named, blacked out, and stays in the house."""

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.papers.reading import from_xlsx, with_parts_joined

FILE = "comments/镇财政所/02.yaml"
NUMBER = "13912345678"


@pytest.fixture
def private(example: Path) -> Path:
    """The example with a telephone number in an opinion."""
    path = example / FILE
    text = path.read_text(encoding="utf-8")
    words = "建议在厨房设备中"
    assert words in text
    path.write_text(text.replace(words, f"联系人{NUMBER}。{words}"), encoding="utf-8")
    return example


PUBLIC = [
    ["report", "--public"],
    ["report", "--json", "--public"],
    ["report", "--public", "-o", "a.xlsx"],
    ["compare", "--public", "-o", "a.md"],
    ["export", "a.docx", "--public"],
    ["site", "--public", "-o", "a.html"],
]


@pytest.mark.parametrize("words", PUBLIC, ids=" ".join)
def test_what_is_private_is_named_and_not_written(
    words: list[str], private: Path, run: Run
) -> None:
    done = run(private, *words)
    assert (done.code, done.out) == (1, "")
    assert f"{FILE}:" in done.err
    assert f"P506 What would be published holds contact or identity data: {NUMBER}" in done.err
    assert list(private.glob("a.*")) == []
    assert run(private, "blacken", "镇财政所-02", NUMBER).code == 0
    assert run(private, *words).code == 0


def test_the_house_reads_it_all_and_the_public_does_not(private: Path, run: Run) -> None:
    before = (private / FILE).read_text(encoding="utf-8")
    done = run(private, "blacken", "镇财政所-02", NUMBER)
    assert done.out.startswith("联系人███████████。建议")
    after = (private / FILE).read_text(encoding="utf-8")
    # only the key comes to the file
    assert after.replace(f'blacken: ["{NUMBER}"]\n', "") == before
    assert NUMBER not in run(private, "report", "--public").out
    assert "联系人███████████。" in run(private, "report", "--public").out
    assert NUMBER in run(private, "report").out
    assert run(private, "check").out.count("P506") == 0
    assert run(private, "blacken", "镇财政所-02", "--none").code == 0
    assert (private / FILE).read_text(encoding="utf-8") == before


def test_words_that_do_not_stand_in_the_opinion_are_refused(private: Path, run: Run) -> None:
    before = (private / FILE).read_bytes()
    done = run(private, "blacken", "镇财政所-02", "13912345679")
    assert (done.code, "P511" in done.err) == (1, True)
    assert (private / FILE).read_bytes() == before
    # nor are they when somebody types them into the file
    typed = before + b'blacken: ["13912345679"]\n'
    (private / FILE).write_bytes(typed)
    assert "P511" in run(private, "check").out
    assert "P511" in run(private, "report", "--public").err


def test_more_words_come_to_those_that_are_black(private: Path, run: Run) -> None:
    run(private, "blacken", "镇财政所-02", NUMBER)
    assert run(private, "blacken", "镇财政所-02", "联系人", "--dry-run").out.startswith("█" * 14)
    assert "联系人" in run(private, "report", "--public").out
    run(private, "blacken", "镇财政所-02", "联系人", NUMBER)
    assert "联系人" not in run(private, "report", "--public").out


@pytest.mark.parametrize(
    ("words", "code"), [([], "P034"), (["字", "--none"], "P034")], ids=["neither", "both"]
)
def test_words_or_none(words: list[str], code: str, private: Path, run: Run) -> None:
    done = run(private, "blacken", "镇财政所-02", *words)
    assert (done.code, code in done.err) == (2, True)
    assert "P003" in run(private, "blacken", "没有-01", "字").err


def test_what_one_cell_of_excel_cannot_hold_goes_on_below(example: Path, run: Run) -> None:
    path = example / FILE
    text = path.read_text(encoding="utf-8")
    long = "".join(f"第{number}条。" for number in range(6_000))
    path.write_text(text.replace("建议", f"{long}建议"), encoding="utf-8")
    assert run(example, "report", "--internal", "-o", "a.xlsx").code == 0
    rows = with_parts_joined(example / "a.xlsx")
    assert any(long in cell for row in rows for cell in row)
    assert max(len(cell) for row in from_xlsx(example / "a.xlsx") for cell in row) < 10_000


def test_the_library_refuses_as_the_commands_do(private: Path) -> None:
    import plancli

    repository = plancli.open_repository(str(private))
    with pytest.raises(plancli.PlanError) as error:
        plancli.rows(repository, public=True)
    assert [str(finding.code) for finding in error.value.findings] == ["P506"]
    assert any(NUMBER in row.opinion for row in plancli.rows(repository))


def test_a_plan_that_asks_for_less_is_told_of(example: Path, run: Run) -> None:
    file = example / "plan/plan.yaml"
    assert "P506" not in run(example, "report", "--public").err
    file.write_text(file.read_text("utf-8") + "rules: {P506: off}\n", encoding="utf-8")
    assert (
        "less than an error, and they hold up nothing: P506\n"
        in run(example, "report", "--public").err
    )
    assert "P506" not in run(example, "report").err
