"""The tables of both READMEs, from what `make bench` measured: `python -m bench.readme` writes them.

With --check nothing is written; the exit code is 1 where a README says something else.
"""

import argparse
import re
import sys
from pathlib import Path

from bench.measure import ROOT
from bench.results import SPEED, Fault, Result, amount, figure, missed, owed, read
from bench.rows import GROUPS, ROWS, Row, Said

READMES = {"en": ROOT / "README.md", "zh": ROOT / "README.zh-CN.md"}
START, END = "<!-- python -m bench.readme writes from here -->", "<!-- to here -->"
_MADE = re.compile(f"{re.escape(START)}\n.*?{re.escape(END)}", re.DOTALL)
_HEAD = Said(
    "| what | beside | measured | owed |\n| --- | --- | --: | --- |",
    "| 项目 | 与之相比 | 测得 | 应达到 |\n| --- | --- | --: | --- |",
)
_MISSED = Said(": missed", "：未达到")
_UNMEASURED = Said("not measured", "未测")
_FAULTS = {
    Fault.FAILED: Said("failed", "出错"),
    Fault.SLOW: Said("did not end", "未能结束"),
}


def tables(results: dict[str, Result], language: str) -> str:
    """Return all tables as Markdown in a language, "en" or "zh"."""
    parts = []
    for group in GROUPS.values():
        lines = [_row(row, results.get(key), key, language) for key, row in group.rows.items()]
        parts.append("\n".join([_said(group.said, language), "", _said(_HEAD, language), *lines]))
    return "\n\n".join(parts)


def _row(row: Row, result: Result | None, key: str, language: str) -> str:
    what = _said(row.what, language).format(amount=amount(result, language))
    cells = [what, _said(row.beside, language), _measured(row, result, language)]
    promised = "" if row.owed is None else _promised(row, key, result, language)
    return f"| {' | '.join([*cells, promised])} |".replace("|  |", "| |").replace("|  |", "| |")


def _measured(row: Row, result: Result | None, language: str) -> str:
    if result is None:
        return _said(_UNMEASURED, language)
    if result.measured is None:
        return _said(_FAULTS[result.fault], language)
    shown = figure(row, result)
    # 10,000 is 10000 in the Chinese README
    return shown if language == "en" else shown.replace(",", "")


def _promised(row: Row, key: str, result: Result | None, language: str) -> str:
    at_most = owed(row)
    return at_most + (_said(_MISSED, language) if missed(key, result) else "")


def _said(said: Said, language: str) -> str:
    return said.en if language == "en" else said.zh


def renewed(readme: str, results: dict[str, Result], language: str) -> str:
    """Return a README with its tables written anew; one without the marks is an error."""
    if not _MADE.search(readme):
        raise ValueError(f"no {START} … {END}")
    made = f"{START}\n\n{tables(results, language)}\n\n{END}"
    return _MADE.sub(lambda _: made, readme)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say whether they are up to date")
    parser.add_argument("--results", type=Path, default=SPEED, help="what was measured")
    options = parser.parse_args()
    results = read(options.results)
    stale = False
    for language, path in READMES.items():
        old = path.read_text(encoding="utf-8")
        new = renewed(old, results, language)
        if new != old:
            stale = True
            print(f"{path.name}: other figures than {options.results.name}")
            if not options.check:
                path.write_text(new, encoding="utf-8")
    without = [key for key in ROWS if key not in results]
    print(f"not measured: {', '.join(without)}" if without else "every row is measured")
    return 1 if stale and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
