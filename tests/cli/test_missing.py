"""What is gone is still reported at a line that somebody can open."""

import json
from pathlib import Path

from tests.conftest import Run


def test_a_section_without_its_file_is_reported_where_it_is_listed(adopted: Path, run: Run) -> None:
    (adopted / "plan/第四章/17-智慧交通工程.yaml").unlink()
    found = json.loads(run(adopted, "check", "--json").out)["findings"]
    lines = (adopted / "plan/plan.yaml").read_text(encoding="utf-8").splitlines()
    line = lines.index("  - 第四章/17") + 1
    places = {(finding["code"], finding["file"], finding["line"]) for finding in found}
    assert {("P202", "plan/plan.yaml", line), ("P405", "plan/plan.yaml", line)} <= places
    assert all(finding["file"] and finding["line"] and finding["column"] for finding in found)
