"""Shares by decision: the same in every paper that has totals."""

import json
from pathlib import Path

from openpyxl import load_workbook

from plancli.core.rounds.counts import share_of
from tests.conftest import Run


def test_decisions_have_their_shares_wherever_totals_stand(
    consulted: Path, run: Run, tmp_path: Path
) -> None:
    counted = json.loads(run(consulted, "audit", "--json").out)["decisions"]
    whole = sum(each["comments"] for each in counted)
    assert len(counted) > 1
    reports = json.loads(run(consulted, "report", "--json").out)["counts"]
    assert {each["status"]: each["comments"] for each in counted} == reports["statuses"]
    totals = tmp_path / "totals.xlsx"
    run(consulted, "report", "-o", str(totals))
    *_units, sums, shares = load_workbook(totals)["合计"].iter_rows(values_only=True)
    for each in counted:
        share = share_of(each["comments"], whole)
        assert share in shares
        assert f"| {each['comments']} | {share} |" in written(consulted, run, "audit", "md")
        assert f"{each['comments']}({share})" in run(consulted, "cover").out
    assert sums[1] == whole
    assert f"| 合计 | {whole} | 100% |" in written(consulted, run, "audit", "md")


def written(folder: Path, run: Run, command: str, ending: str) -> str:
    file = folder / f"written.{ending}"
    run(folder, command, "-o", str(file))
    return file.read_text(encoding="utf-8")
