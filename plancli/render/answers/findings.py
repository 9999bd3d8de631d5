"""Findings for programs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from plancli.core.finding import Finding, Severity
from plancli.render.answers.answer import Answer
from plancli.render.findings import messages


@dataclass(frozen=True)
class RelatedEntry:
    """Another place that a finding is about; `commit` where it is not in the files as they are."""

    file: str
    line: int | None
    column: int | None
    commit: str | None = None


@dataclass(frozen=True)
class FindingEntry:
    """One finding in the reader's language; line and column count from 1, 0 where they are unknown."""

    code: str
    severity: Severity
    message: str
    hint: str
    file: str | None
    line: int | None
    column: int | None
    params: dict[str, str]
    related: list[RelatedEntry]


@dataclass(frozen=True)
class CheckAnswer(Answer):
    """What `check` found."""

    format: ClassVar = "plancli check"
    findings: list[FindingEntry]


def finding_entries(findings: Iterable[Finding]) -> list[FindingEntry]:
    return [_entry(finding) for finding in findings]


def _entry(finding: Finding) -> FindingEntry:
    place = finding.place
    return FindingEntry(
        code=str(finding.code),
        severity=finding.severity,
        message=messages.message(finding),
        hint=messages.hint(finding),
        file=place.file if place else None,
        line=place.line if place else None,
        column=place.column if place else None,
        params=dict(finding.params),
        related=list(_related_entries(finding)),
    )


def _related_entries(finding: Finding) -> Iterator[RelatedEntry]:
    for one in finding.related:
        if one.place is not None:
            file, line, column = one.place
            yield RelatedEntry(file, line or None, column or None, one.commit or None)
