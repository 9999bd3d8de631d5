"""Before anything was circulated, `check` reads the plan itself: what is frozen cannot be mended."""

import json
from pathlib import Path

from tests.conftest import Run

MANIFEST = """
title: 示例镇社区食堂建设方案
issuer: 示例镇人民政府
language: zh
sections: [第一章, 第三章]
"""
FIRST = """
key: 第一章
title: 目标
body:
  - id: 第一章.1
    text: 建成食堂6个。。详见第九章,联系 a@example.cn。
"""
THIRD = """
key: 第三章
title: 保障
body:
  - {id: 第三章.1, text: 加强领导。}
"""


def plan(folder: Path) -> Path:
    (folder / "plan").mkdir()
    for name, content in (("plan", MANIFEST), ("第一章", FIRST), ("第三章", THIRD)):
        (folder / f"plan/{name}.yaml").write_text(content.lstrip(), encoding="utf-8")
    return folder


def test_the_text_is_read_before_it_is_frozen(tmp_path: Path, run: Run) -> None:
    done = run(plan(tmp_path), "check", "--json")
    found = {(finding["code"], finding["file"]) for finding in json.loads(done.out)["findings"]}
    first = "plan/第一章.yaml"
    assert found == {
        ("P503", first),
        ("P506", first),
        ("P509", first),
        ("P508", "plan/第三章.yaml"),
    }
    assert done.code == 1


def test_rules_of_the_plan_can_be_weighed(tmp_path: Path, run: Run) -> None:
    folder = plan(tmp_path)
    manifest = folder / "plan/plan.yaml"
    rules = "rules: {P503: off, P506: off, P508: off, P509: warning, P999: off}\n"
    manifest.write_text(manifest.read_text(encoding="utf-8") + rules, encoding="utf-8")
    found = json.loads(run(folder, "check", "--json").out)["findings"]
    assert [(finding["code"], finding["severity"]) for finding in found] == [
        ("P509", "warning"),
        ("P217", "error"),
        *[("P231", "note")] * 3,
    ]
    hidden = [finding["params"]["rule"] for finding in found[2:]]
    assert hidden == ["P503", "P506", "P508"]
