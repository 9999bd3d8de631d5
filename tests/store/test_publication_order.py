"""The order of publication: units as in the roster, of each the comments by their numbers."""

from pathlib import Path

from plancli.store.files import read_files
from plancli.store.repository import load, publication_order
from tests.conftest import Run

COMMENT = """unit: {0}
opinion: 第{1}条。
edits:
  - {{insert: 第{1}句。, into: "1"}}
decision: {{status: 采纳}}
"""


def test_the_hundredth_comment_follows_the_ninety_ninth(tmp_path: Path, run: Run) -> None:
    files = {
        "plan/plan.yaml": "title: 林\nissuer: 乡\nunits: [{name: 林站}, {name: 护林队}]\nsections: [一]\n",
        "plan/一.yaml": 'key: 一\ntitle: 林\nbody:\n  - id: "1"\n    text: |-\n      植树。\n',
    }
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    assert run(tmp_path, "freeze", "初稿").code == 0
    numbers = ["09", "10", "11", "99", "100", "101"]
    for unit, own in (("护林队", ["2", "10"]), ("林站", numbers)):
        for number in own:
            path = tmp_path / f"comments/{unit}/{number}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(COMMENT.format(unit, number), encoding="utf-8")
    wanted = [*(f"林站-{number}" for number in numbers), "护林队-2", "护林队-10"]
    repository = load(read_files(tmp_path))
    assert list(repository.comments) == wanted
    assert publication_order(repository.manifest, sorted(repository.files, reverse=True)) == wanted
    table = run(tmp_path, "report", "--preset", "internal").out
    assert sorted(wanted, key=lambda name: table.index(f"| {name} |")) == wanted
    done = run(tmp_path, "new", "--unit", "林站", "--opinion", "再改。", "--dry-run")
    assert (done.code, "林站-102" in done.out + done.err) == (0, True)


def test_additions_at_one_place_stand_in_that_order(tmp_path: Path, run: Run) -> None:
    manifest = "title: 林\nissuer: 乡\nunits: [{name: 林站}]\nsections: [一]\n"
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan/plan.yaml").write_text(manifest, encoding="utf-8")
    section = 'key: 一\ntitle: 林\nbody:\n  - id: "1"\n    text: |-\n      植树。\n'
    (tmp_path / "plan/一.yaml").write_text(section, encoding="utf-8")
    assert run(tmp_path, "freeze", "初稿").code == 0
    (tmp_path / "comments/林站").mkdir(parents=True)
    for number in ("99", "100"):
        words = f"edits:\n  - {{add: {{text: 第{number}段。}}, to: 一}}\n"
        path = tmp_path / f"comments/林站/{number}.yaml"
        path.write_text(f"unit: 林站\nopinion: 加。\n{words}decision: {{status: 采纳}}\n")
    assert run(tmp_path, "apply", "--all").code == 0
    text = (tmp_path / "plan/一.yaml").read_text(encoding="utf-8")
    assert text.index("第99段") < text.index("第100段")
    record = (tmp_path / "plan/applied.yaml").read_text(encoding="utf-8")
    assert record.index("林站-99") < record.index("林站-100")
