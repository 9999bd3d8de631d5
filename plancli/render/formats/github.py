"""GitHub: workflow commands that become annotations, of each kind as many as are shown."""

from collections.abc import Iterator, Sequence

from plancli.core.finding import Finding, Severity
from plancli.messages import _
from plancli.render.findings.messages import hint, message_with_places
from plancli.render.formats import FindingsFormat, Scope, Summary
from plancli.render.formats.md import bounded
from plancli.render.formats.md import written as markdown

SHOWN = 10
"""More annotations of a kind GitHub drops from a step."""
_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def written(findings: Sequence[Finding], scope: Scope) -> str:
    """Return one command a line, errors first; the last line says how many are not shown."""
    return "".join(f"{line}\n" for line in _lines(findings, scope))


def _lines(findings: Sequence[Finding], scope: Scope) -> Iterator[str]:
    left = 0
    for severity, kind in _KINDS.items():
        own = [finding for finding in findings if finding.severity is severity]
        left += len(own[SHOWN:])
        for finding in own[:SHOWN]:
            said = _data(f"{message_with_places(finding)}\n{hint(finding)}")
            yield f"::{kind} {_properties(finding, scope)}::{said}"
    last = [scope.verdict]
    if left:
        last.append(_more(scope).format(count=left))
    yield " ".join(filter(None, last))


def _more(scope: Scope) -> str:
    if scope.summary:
        return _("{count} more are in the job summary")
    return _("{count} more are not shown here")


def _properties(finding: Finding, scope: Scope) -> str:
    line, column = finding.place[1:] if finding.place else (0, 0)
    given = {"file": scope.path(finding), "line": line, "col": column, "title": str(finding.code)}
    return ",".join(f"{key}={_property(str(value))}" for key, value in given.items() if value)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


_SUMMARY = 1_000_000
"""Bytes of a job summary; GitHub drops one over 1 MiB."""


def _summary(findings: Sequence[Finding], scope: Scope) -> str:
    """Return the whole list for the job summary."""
    return bounded(markdown(findings, scope), _SUMMARY)


FORMAT = FindingsFormat(written, summary=Summary("GITHUB_STEP_SUMMARY", _summary))
