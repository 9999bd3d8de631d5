"""What templates of the user's own are filled with, and the standard paragraph on a consultation."""

from datetime import date
from pathlib import Path
from typing import Any

from plancli.core.plan.day import day
from plancli.core.plan.manifest import Manifest, UnitKind
from plancli.core.publish.claims import published
from plancli.core.publish.prose import Prose, stamped
from plancli.core.publish.table import Row
from plancli.messages import N_, language_tag
from plancli.render.pages.prose import prose
from plancli.render.pages.templates import rendered, with_stamp
from plancli.render.pages.words import said
from plancli.render.tables.feedback import Report


def values(report: Report) -> dict[str, Any]:
    """Return what a template can use; README lists the same names."""
    manifest, words = report.manifest, said(report.manifest.language)
    return {
        "title": report.title,
        "issuer": manifest.issuer,
        "draft": report.draft,
        "language": language_tag(manifest.language),
        "lead": report.lead,
        "counts": report.counts,
        "labels": [(words.figure(claim), number) for claim, number in published(report.counts)],
        "stamp": report.stamp,
        "deadline": said_day(manifest, day(manifest.deadline)) if manifest.deadline else None,
        "public": _public(report),
        "table": report.table,
        "commented": [group for group in report.table if group.rows[0].id],
        "refused": _refused(report),
        "_": report.translate,
    }


def _refused(report: Report) -> list[Row]:
    """Return what was not adopted, comment by comment; of a compound one the points that were not."""
    rows = (row for group in report.table for row in group.rows)
    return [point for row in rows for point in row.decided if point.refused]


def summary(report: Report, templates: Path) -> str:
    """Return the standard paragraph on the consultation, from the template summary.txt."""
    return rendered("summary.txt", templates, values(report), report.manifest.language)


def stamped_summary(report: Report, templates: Path) -> str:
    """Return the standard paragraph as it is published by itself: under its stamp, if it has one."""
    return with_stamp(summary(report, templates), report.stamp, "txt")


def _public(report: Report) -> str:
    """Return what the public answered, where the roster has it."""
    found = [unit for unit in report.manifest.units if unit.kind is not UnitKind.UNIT]
    answer = report.translate(N_("{unit}: {reply}"))
    words = [
        answer.format(unit=unit.name, reply=report.translate(unit.reply.meaning.words))
        for unit in found
        if unit.reply
    ]
    return said(report.manifest.language).comma.join(words)


def account(name: str, report: Report, templates: Path, today: date) -> Prose:
    """Return an account without a table: narrative, or the notice that nothing was received."""
    told = summary(report, templates).strip()
    own = {"summary": told, "today": said_day(report.manifest, today)}
    language = report.manifest.language
    return stamped(prose(name, templates, {**values(report), **own}, language), report.stamp)


def said_day(manifest: Manifest, when: date) -> str:
    """Return a day as people write it in the plan's language."""
    chinese = manifest.language.startswith("zh")
    return f"{when.year}年{when.month}月{when.day}日" if chinese else when.isoformat()
