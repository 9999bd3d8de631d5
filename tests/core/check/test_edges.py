"""Where a rule of check begins and ends: cases beside the one pair of each code in plancli/cases.

The cases are files in `edges`, named by code: {case, steps, at}, with steps as in plancli/cases. `at` lists
the places of all findings with the code, as file:line or file:line:column; none where check is silent.
`says` are words that the findings have, `never` words that they have not.
"""

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from ruamel.yaml import YAML

from plancli.cli.cases import steps_of
from tests.conftest import Run
from tests.core.check.test_rules import change


class Edge(NamedTuple):
    """One case of one code."""

    code: str
    case: dict[str, Any]


def edges() -> list[Edge]:
    files = sorted((Path(__file__).parent / "edges").glob("*.yaml"))
    read = YAML(typ="safe").load
    return [
        Edge(path.stem, case) for path in files for case in read(path.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("edge", edges(), ids=lambda edge: f"{edge.code} {edge.case['case']}")
def test_a_rule_speaks_only_where_it_should(edge: Edge, example: Path, run: Run) -> None:
    change(example, steps_of(edge.case["steps"]), run)
    printed = json.loads(run(example, "check", "--json", "--today", "2030-01-01").out)["findings"]
    found = [finding for finding in printed if finding["code"] == edge.code]
    places = [f"{finding['file']}:{finding['line']}:{finding['column']}" for finding in found]
    wanted = edge.case["at"]
    assert len(places) == len(wanted), places
    for place, expected in zip(places, wanted, strict=True):
        assert f"{place}:".startswith(f"{expected}:")
    said = str(found)
    assert [words for words in edge.case.get("says", ()) if words not in said] == []
    assert [words for words in edge.case.get("never", ()) if words in said] == []
