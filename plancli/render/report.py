"""The feedback table in every format: templates for html and md, the standard library for csv and json."""

import csv
import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from plancli.core.comment import MEANINGS, Status
from plancli.core.counts import Counts
from plancli.core.model import Manifest, UnitKind
from plancli.core.table import UnitRows
from plancli.messages import N_, in_language
from plancli.render.layouts import known, laid_out

UNIT, OPINION, DECISION = N_("Unit"), N_("Opinion"), N_("Decision")
LEAD = N_("Draft: {draft}. {comments} comments were received from {units} units.")


class Report(NamedTuple):
    """What the table of one round is made from; `templates` is the folder of the user's own layouts."""

    manifest: Manifest
    draft: str
    table: Sequence[UnitRows]
    counts: Counts
    templates: Path


def render(report: Report, ending: str, name: str) -> str:
    """Return the table as html, md, csv or json; any other ending needs a template of the user's."""
    if ending == "csv":
        return as_csv(report)
    if ending == "json":
        return as_json(report)
    return laid_out(f"{name}.{ending}", report.templates, _values(report))


def known_endings(report: Report) -> list[str]:
    """Return the endings of file names that a table can be written to."""
    return sorted({"csv", "json"} | {name.rpartition(".")[2] for name in known(report.templates)})


def header(manifest: Manifest) -> tuple[str, str, str]:
    """Return the column titles in the plan's language."""
    translate = in_language(manifest.language).gettext
    return translate(UNIT), translate(OPINION), translate(DECISION)


def lead(report: Report) -> str:
    """Return the sentence with the totals, in the plan's language."""
    translate = in_language(report.manifest.language).gettext
    counts, text = report.counts, translate(LEAD)
    return text.format(draft=report.draft or "—", comments=counts.comments, units=counts.commented)


def summary(report: Report) -> str:
    """Return the standard paragraph on the consultation, from the layout summary.txt."""
    return laid_out("summary.txt", report.templates, _values(report))


def as_csv(report: Report) -> str:
    """Return the table with the unit in every row and a mark by which spreadsheets know UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header(report.manifest))
    writer.writerows((g.unit, row.opinion, row.decision) for g in report.table for row in g.rows)
    return "\ufeff" + out.getvalue()


def as_json(report: Report) -> str:
    """Return the table for programs."""
    rows = [{"unit": group.unit, **row._asdict()} for group in report.table for row in group.rows]
    counts = {**report.counts._asdict(), "adopted": report.counts.adopted, "declined": report.counts.declined}
    whole = {"title": report.manifest.title, "counts": counts, "rows": rows}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _labels(counts: Counts) -> list[tuple[str, int]]:
    """Return the published labels with how many comments have each, in the order of the statuses."""
    return [
        (MEANINGS[status].label, counts.statuses[status]) for status in Status if status in counts.statuses
    ]


def _public(report: Report) -> str:
    """Return what the public answered, where the roster has it."""
    found = [unit for unit in report.manifest.units if unit.kind is not UnitKind.UNIT and unit.reply]
    return "、".join(f"{unit.name}{unit.reply}" for unit in found)


def _values(report: Report) -> dict[str, Any]:
    """Return what a layout can use; README lists the same names."""
    manifest = report.manifest
    translate: Callable[[str], str] = in_language(manifest.language).gettext
    return {
        "title": manifest.title,
        "issuer": manifest.issuer,
        "draft": report.draft,
        "language": "zh-CN" if manifest.language.startswith("zh") else manifest.language,
        "lead": lead(report),
        "counts": report.counts,
        "labels": _labels(report.counts),
        "deadline": manifest.deadline,
        "public": _public(report),
        "table": report.table,
        "_": translate,
    }
