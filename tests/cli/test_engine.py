"""What people see of the engine: conflicts, blame, misquotes, ripple, and structure on disk."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from plancli.store.files import read_files
from plancli.store.repository import load
from tests.conftest import ROOT, Run, plan_files


@pytest.fixture
def plan(tmp_path: Path, run: Run) -> Path:
    """A small plan of two chapters with a column."""
    files = {
        "plan/plan.yaml": (
            "title: 示例\nissuer: 甲市\nlanguage: en\nunits:\n  - name: 甲局\n  - name: 乙局\n"
            "sections:\n  - 第一章 # 第一\n  - 第二章\n  - 第三章\n"
        ),
        "plan/第一章-目标.yaml": (
            'key: 第一章\ntitle: 目标\nbody:\n  - id: "1"\n    heading: 基础设施 # 注\n    text: |-\n'
            "      建成5G基站2万个。\n      由市级牵头。\n    units: [甲局, 丙局]\n"
            '  # 第二段的注\n  - id: "2"\n    text: 推广电子医保凭证。\n'
            "  - column: 专栏1\n    title: 重点工作\n    items:\n"
            '      - id: "z1"\n        text: 新建5G基站2万个。\n'
            '      - id: "z2"\n        text: 发放电子医保凭证。\n'
        ),
        "plan/第二章-保障.yaml": 'key: 第二章\ntitle: 保障\nbody:\n  - id: "3"\n    text: 加强领导。\n',
        "plan/第三章-附则.yaml": (
            'key: 第三章\ntitle: 附则\nbody:\n  - id: "4"\n    text: 本规划自发布之日起施行。\n'
        ),
    }
    for name, text in files.items():
        path = tmp_path / "plan-repository" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    folder = tmp_path / "plan-repository"
    assert run(folder, "freeze", "征求意见稿").code == 0
    return folder


def comment(folder: Path, name: str, *edits: str, more: str = "", at: str = "") -> None:
    unit, _, number = name.rpartition("-")
    path = folder / "comments" / unit / f"{number}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"  - {edit}\n" for edit in edits)
    text = f"unit: {unit}\n{at}opinion: 意见。\nedits:\n{lines}decision:\n  status: 采纳\n{more}"
    path.write_text(text, encoding="utf-8")


def test_a_conflict_is_shown_as_a_person_would_settle_it(plan: Path, run: Run) -> None:
    comment(plan, "甲局-01", "{replace: 2万个, with: 2.5万个, in: '1'}")
    comment(plan, "乙局-01", "{replace: 2万个, with: 3万个, in: '1'}")
    done = run(plan, "conflicts")
    assert done.code == 1
    assert done.out.splitlines() == [
        "in conflict: they cannot all stand (1)",
        "  1",
        "    the draft      2万个",
        "    甲局-01        2.5万个",
        "    乙局-01        3万个",
        "    joint wording  none yet: write it into decision.edits of one of them, with settles: [乙局-01]",
    ]
    found = json.loads(run(plan, "conflicts", "--json").out)
    (meeting,) = found["meetings"]
    assert meeting["sides"] == {"甲局-01": "2.5万个", "乙局-01": "3万个"}


def test_soft_and_same_meetings_and_the_matrix(plan: Path, run: Run) -> None:
    comment(plan, "甲局-01", "{replace: 建成, with: 建设}", "{delete: 推广}")
    comment(plan, "乙局-01", "{replace: 2万个, with: 3万个, in: '1'}", "{delete: 推广}")
    done = run(plan, "conflicts")
    assert done.code == 0
    assert "to be read once more: several units changed one passage (1)" in done.out
    assert "joint wording  建设5G基站3万个。" in done.out
    assert "agreed: the same change (1)" in done.out
    matrix = run(plan, "conflicts", "--matrix").out.splitlines()
    assert matrix[:3] == ["      1  2", "甲局  ○  =", "乙局  ○  ="]
    assert matrix[4:6] == ["1  1", "2  2"]


def test_a_joint_wording_settles_and_check_proves_that_it_covers(plan: Path, run: Run) -> None:
    comment(
        plan,
        "甲局-01",
        "{replace: 2万个, with: 2.5万个, in: '1'}",
        more="  settles: [乙局-01]\n  edits:\n    - {replace: 2万个, with: 2.8万个, in: '1'}\n",
    )
    comment(plan, "乙局-01", "{replace: 2万个, with: 3万个, in: '1'}")
    assert run(plan, "apply", "--all").code == 0
    assert run(plan, "check").code == 0
    shown = run(plan, "conflicts").out
    assert "甲局-01 settles 乙局-01" in shown
    assert "joint wording: replace “2万个” by “2.8万个”" in shown
    comment(plan, "乙局-01", "{replace: 2万个, with: 3万个, in: '1'}", "{delete: 推广}")
    done = run(plan, "check")
    assert done.code == 1
    assert "comments/甲局/01.yaml:" in done.out
    assert "P412 甲局-01 settles 乙局-01, but its joint wording does not touch" in done.out


def test_blame_credits_everybody_and_never_the_wrong_one(plan: Path, run: Run) -> None:
    comment(
        plan,
        "甲局-01",
        "{replace: 2万个, with: 2.5万个, in: '1'}",
        '{units: "1", add: [丁局], remove: [丙局]}',
    )
    comment(plan, "乙局-01", "{replace: 2万个, with: 2.5万个, in: '1'}")
    assert run(plan, "apply", "--all").code == 0
    path = plan / "plan/第一章-目标.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("由市级牵头", "由市级部门牵头"), encoding="utf-8"
    )
    shown = run(plan, "blame", "1").out
    assert (
        "建成5G基站[乙局-01、甲局-01: [-2万个-]2.5万个]。由市级[the drafting office: 部门]牵头。"
        in shown
    )
    assert "responsible units: 甲局, [甲局-01: [-丙局-]], [甲局-01: 丁局]" in shown
    (found,) = json.loads(run(plan, "blame", "1", "--json").out)["paragraphs"]
    assert "".join(part["text"] for part in found["text"]) == "建成5G基站2.5万个。由市级部门牵头。"
    assert [part["kind"] for part in found["text"]] == [
        "draft",
        "comment",
        "draft",
        "office",
        "draft",
    ]


@pytest.mark.parametrize("key", ["第一章", "专栏1", "z1"])
def test_blame_takes_sections_columns_and_paragraphs(plan: Path, run: Run, key: str) -> None:
    assert "新建5G基站2万个" in run(plan, "blame", key).out


def test_blame_of_the_real_plan_spells_the_plan(run: Run) -> None:
    repository = load(read_files(ROOT))
    spots = repository.open_round.plan.spots
    for chapter in ("第二章", "第四章", "第五章"):
        for found in json.loads(run(ROOT, "blame", chapter, "--json").out)["paragraphs"]:
            if found["paragraph"] not in spots:
                assert not any(part["text"] for part in found["text"])
                assert {by for part in found["heading"] for by in part["by"]} == {"市交通运输局-02"}
                continue
            paragraph = spots[found["paragraph"]].paragraph
            assert "".join(part["text"] for part in found["text"]) == paragraph.text
            assert {part["text"] for part in found["units"]} - {""} == set(paragraph.units or ())
            by = {name for part in found["text"] for name in part["by"]}
            assert by <= set(repository.comments)


def test_misquotes_are_listed_with_what_the_draft_says(plan: Path, run: Run) -> None:
    comment(plan, "甲局-01", "{replace: 推广电子医疗凭证, with: 推广医保码}")
    comment(plan, "乙局-01", "{delete: 加强领导}", at="at: {section: 第一章}\n")
    done = run(plan, "misquotes")
    assert done.code == 1
    assert done.out.splitlines() == [
        "甲局-01  cites —",
        "  “推广电子医疗凭证”",
        "    ✗ not found",
        "      2 (88%): 推广电子医保凭证",
        "        推广电子[-医疗-]{+医保+}凭证",
        "      z2 (62%): 发放电子医保凭证",
        "        [-推广电子医疗-]{+发放电子医保+}凭证",
        "乙局-01  cites 第一章",
        "  “加强领导”",
        "    → 第二章 保障 3: word for word",
        "      The citation names another place.",
    ]
    assert run(plan, "misquotes", "乙局").out.startswith("乙局-01")
    found = json.loads(run(plan, "misquotes", "--json").out)["misquotes"]
    assert [misquote["comment"] for misquote in found] == ["甲局-01", "乙局-01"]
    assert found[0]["quotation"]["candidates"][0]["runs"] == [
        ["=", "推广电子"],
        ["-", "医疗"],
        ["+", "医保"],
        ["=", "凭证"],
    ]
    assert run(ROOT, "misquotes").code == 0


def test_ripple_lists_where_the_old_form_still_stands(plan: Path, run: Run) -> None:
    comment(plan, "甲局-01", "{replace: 推广电子医保凭证, with: 推广医保电子凭证}")
    comment(plan, "乙局-01", "{replace: 2万个, with: 2.5万个, in: '1'}")
    done = run(plan, "ripple")
    assert done.code == 0
    assert (
        "甲局-01 changed “电子医保” to “医保电子” in 2; still there:\n  z2: 发放电子医保凭证。"
        in done.out
    )
    assert (
        "乙局-01 changed “基站2万个” to “基站2.5万个” in 1; still there:\n  z1: 新建5G基站2万个。"
        in done.out
    )
    assert run(plan, "ripple", "甲局").out.count("still there") == 1
    assert json.loads(run(plan, "ripple", "--json").out)["ripples"][0]["places"]


def test_a_citation_in_words_narrows_and_what_is_not_understood_is_said(
    plan: Path, run: Run
) -> None:
    comment(
        plan,
        "甲局-01",
        "{replace: 基站2万个, with: 基站3万个}",
        at="at:\n  cites: 专栏1“重点工作”第1条\n",
    )
    assert run(plan, "apply", "甲局-01").out.split() == ["甲局-01", "in", "the", "text", "z1"]
    comment(plan, "乙局-01", "{delete: 加强领导}", at="at:\n  cites: 封面\n")
    assert "P306" in run(plan, "check").out
    shown = run(plan, "locate", "第二章“不存在”").out
    assert "# 第2章 · 第二章" in shown
    assert "not understood: 不存在" in shown


def files(folder: Path) -> Iterator[str]:
    yield from sorted(plan_files(folder))


def test_sections_and_columns_are_added_and_removed_on_disk(plan: Path, run: Run) -> None:
    before = plan_files(plan)
    comment(
        plan,
        "甲局-01",
        "{add: {key: 第二章/1, title: 组织/领导, body: [{text: 成立专班。}]}, after: 第二章}",
        "{remove: 第三章}",
    )
    comment(
        plan,
        "乙局-01",
        "{add: {column: 专栏2, title: 试点, items: [{text: 开展试点。}]}, to: 第二章}",
    )
    done = run(plan, "apply", "--all")
    assert done.code == 0, done.out
    assert "plan/第二章/1-组织-领导.yaml" in set(files(plan))
    assert "plan/第三章-附则.yaml" not in set(files(plan))
    manifest = (plan / "plan/plan.yaml").read_text(encoding="utf-8")
    assert manifest.endswith("sections:\n  - 第一章 # 第一\n  - 第二章\n  - 第二章/1\n")
    assert run(plan, "check").code == 0
    assert "开展试点" in run(plan, "show", "第二章/专栏2").out
    assert run(plan, "revert", "--all").code == 0
    after = plan_files(plan)
    assert after["plan/plan.yaml"] == before["plan/plan.yaml"]
    assert after["plan/第二章-保障.yaml"] == before["plan/第二章-保障.yaml"]
    assert "本规划自发布之日起施行" in run(plan, "show", "4").out


def test_a_part_that_moves_keeps_its_lines(plan: Path, run: Run) -> None:
    before = plan_files(plan)
    comment(plan, "甲局-01", '{move: "1", to: 第二章}', "{move: z2, before: z1}")
    assert run(plan, "apply", "--all").code == 0
    moved = plan_files(plan)["plan/第二章-保障.yaml"].decode()
    assert (
        '  - id: "1"\n    heading: 基础设施 # 注\n    text: |-\n      建成5G基站2万个。\n' in moved
    )
    first = plan_files(plan)["plan/第一章-目标.yaml"].decode()
    assert first.index("z2") < first.index("z1")
    assert run(plan, "check").code == 0
    assert run(plan, "apply", "--all").err.strip().endswith("files written: 0")
    assert run(plan, "revert", "--all").code == 0
    after = plan_files(plan)
    assert after["plan/第二章-保障.yaml"] == before["plan/第二章-保障.yaml"]
    assert sorted(after["plan/第一章-目标.yaml"].decode().split("\n")) == sorted(
        before["plan/第一章-目标.yaml"].decode().split("\n")
    )


def texts(folder: Path) -> dict[str, tuple[str, str]]:
    spots = load(read_files(folder)).open_round.plan.spots
    return {name: (spot.paragraph.heading, spot.paragraph.text) for name, spot in spots.items()}


@pytest.mark.parametrize(
    ("edit", "heading", "text"),
    [
        (
            "{replace: 基础设施建成5G基站, with: 基本设施建设5G基站}",
            "基本设施",
            "建设5G基站2万个。由市级牵头。",
        ),
        (
            "{replace: 基础设施。建成, with: 基础的设施。建成}",
            "基础的设施",
            "建成5G基站2万个。由市级牵头。",
        ),
        ("{replace: 基础设施 建成, with: 设施 建成}", "设施", "建成5G基站2万个。由市级牵头。"),
    ],
)
def test_a_quotation_over_heading_and_text_changes_what_it_says(
    plan: Path, run: Run, edit: str, heading: str, text: str
) -> None:
    comment(plan, "甲局-01", edit)
    assert run(plan, "apply", "--all").code == 0
    assert texts(plan)["1"] == (heading, text)


def test_an_insertion_between_heading_and_text_is_no_guess(plan: Path, run: Run) -> None:
    comment(plan, "甲局-01", "{replace: 基础设施建成, with: 基础设施新建成}")
    done = run(plan, "apply", "--all")
    assert done.code == 1
    assert "P304" in done.out
    assert texts(plan)["1"] == ("基础设施", "建成5G基站2万个。由市级牵头。")


def test_a_rewrite_in_the_units_own_width_changes_only_what_it_says(plan: Path, run: Run) -> None:
    path = plan / "plan/第二章-保障.yaml"
    draft = plan / "plan/drafts/征求意见稿.yaml"
    for file in (path, draft):
        text = file.read_text(encoding="utf-8").replace(
            "加强领导。", "加强领导,落实责任,完善机制。"
        )
        file.write_text(text, encoding="utf-8")
    comment(plan, "甲局-01", '{rewrite: "3", with: "加强领导，落实责任，健全机制。"}')
    comment(plan, "乙局-01", '{replace: "领导,落实", with: "领导,压实"}')
    assert run(plan, "apply", "--all").code == 0
    assert texts(plan)["3"][1] == "加强领导,压实责任,健全机制。"


@pytest.mark.parametrize("cites", ["非第3页第1行", "第3页除第1行外", "第3页不知何处"])
def test_a_citation_that_is_half_understood_chooses_nothing(
    plan: Path, run: Run, cites: str
) -> None:
    draft = plan / "plan/drafts/征求意见稿.yaml"
    text = draft.read_text(encoding="utf-8").replace(
        "id: z1\n", "id: z1\n            page: 3\n            line: 1\n"
    )
    assert "page: 3" in text
    draft.write_text(text, encoding="utf-8")
    comment(plan, "甲局-01", "{replace: 2万个, with: 3万个}", at=f"at:\n  cites: {cites}\n")
    done = run(plan, "apply", "--all")
    assert done.code == 1
    assert "left out: words in several places" in done.out
    assert "P306" in run(plan, "check").out
    comment(plan, "甲局-01", "{replace: 2万个, with: 3万个}", at="at:\n  cites: 第3页首行\n")
    assert run(plan, "apply", "--all").code == 0
    assert "3万个" in texts(plan)["z1"][1]


def test_a_section_moves_before_its_sister(plan: Path, run: Run) -> None:
    for number in (1, 2):
        name = f"第二章/{number}"
        comment(
            plan,
            f"甲局-0{number}",
            f"{{add: {{key: {name}, title: 第{number}节, body: [{{text: 内容{number}。}}]}}}}",
        )
    assert run(plan, "apply", "--all").code == 0
    assert run(plan, "freeze", "送审稿", "--circulate").code == 0
    comment(plan, "乙局-01", "{move: 第二章/2, before: 第二章/1}")
    assert run(plan, "apply", "乙局-01").code == 0
    assert load(read_files(plan)).manifest.sections == (
        "第一章",
        "第二章",
        "第二章/2",
        "第二章/1",
        "第三章",
    )
    assert run(plan, "check").code == 0
    comment(plan, "乙局-02", "{move: 专栏1, to: 第二章}")
    assert "P215" in run(plan, "check").out


def test_what_one_unit_removes_and_another_changes(plan: Path, run: Run) -> None:
    comment(plan, "甲局-01", "{remove: z1}")
    comment(plan, "乙局-01", "{replace: 2万个, with: 3万个, in: z1}")
    shown = run(plan, "conflicts").out
    assert "乙局-01        新建5G基站3万个。" in shown
    assert "甲局-01        (delete)" in shown


def test_a_removed_paragraph_is_still_blamed(plan: Path, run: Run) -> None:
    comment(plan, "甲局-01", "{remove: z1}")
    assert run(plan, "apply", "--all").code == 0
    assert "[甲局-01: [-新建5G基站2万个。-]]" in run(plan, "blame", "专栏1").out
    assert "甲局-01" in run(plan, "blame", "z1").out


def test_a_settled_comment_points_to_the_joint_wording_everywhere(plan: Path, run: Run) -> None:
    comment(
        plan,
        "甲局-01",
        "{replace: 2万个, with: 2.5万个, in: '1'}",
        more="  settles: [乙局-01]\n  edits:\n    - {replace: 2万个, with: 2.8万个, in: '1'}\n",
    )
    comment(plan, "乙局-01", "{replace: 2万个, with: 3万个, in: '1'}")
    assert run(plan, "apply", "--all").code == 0
    rows = json.loads(run(plan, "report", "--json").out)["rows"]
    assert [row["decision"] for row in rows] == [
        "Adopted",
        "Adopted. Worded together with the comment of 甲局.",
    ]


@pytest.mark.parametrize(
    ("layout", "code"),
    [
        ("[27 L4, 0 L3]", "P216"),
        ("[0 P3 L3, 200 L4]", "P216"),
        ("[0 P9 L3]", "P216"),
        ("[0 P3 L3, 4 L4]", None),
        ("[3 三]", "P110"),
    ],
)
def test_a_layout_fits_its_paragraph(plan: Path, run: Run, layout: str, code: str | None) -> None:
    draft = plan / "plan/drafts/征求意见稿.yaml"
    text = draft.read_text(encoding="utf-8")
    draft.write_text(
        text.replace("id: z1\n", f"id: z1\n            page: 3\n            layout: {layout}\n"),
        encoding="utf-8",
    )
    done = run(plan, "check")
    assert (code in done.out + done.err) if code else done.code == 0


def test_ripples_of_two_unrelated_terms_in_one_sentence_are_both_listed(
    plan: Path, run: Run
) -> None:
    path, draft = plan / "plan/第二章-保障.yaml", plan / "plan/drafts/征求意见稿.yaml"
    for file in (path, draft):
        text = file.read_text(encoding="utf-8")
        file.write_text(
            text.replace("加强领导。", "发放电子医保凭证,建设5G基站2万个。"), encoding="utf-8"
        )
    comment(
        plan,
        "甲局-01",
        "{replace: 推广电子医保凭证, with: 推广医保电子凭证}",
        "{replace: 2万个, with: 3万个, in: '1'}",
    )
    shown = run(plan, "ripple").out
    assert "changed “电子医保” to “医保电子”" in shown
    assert "changed “基站2万个” to “基站3万个”" in shown


def test_units_taken_out_and_put_in_again_by_one_comment(plan: Path, run: Run) -> None:
    comment(
        plan, "甲局-01", '{units: "1", add: [丁局]}', '{units: "1", add: [戊局], remove: [丁局]}'
    )
    assert run(plan, "apply", "--all").code == 0
    assert load(read_files(plan)).open_round.plan.spots["1"].paragraph.units == (
        "甲局",
        "丙局",
        "戊局",
    )
