"""GitLab: the code quality report, a JSON list."""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from plancli.core.finding import Finding, Severity
from plancli.render.findings.messages import hint, message_with_places
from plancli.render.formats import FindingsFormat, Scope

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def written(findings: Sequence[Finding], scope: Scope) -> str:
    """Return the report; fingerprints stay when lines move, and equal findings are counted."""
    seen: Counter[str] = Counter()
    entries = []
    for finding in findings:
        same = same_finding(finding, scope)
        seen[same] += 1
        entries.append(_entry(finding, scope, fingerprint(f"{same}\0{seen[same]}")))
    return json.dumps(entries, ensure_ascii=True, indent=2) + "\n"


def same_finding(finding: Finding, scope: Scope) -> str:
    """Return what makes a finding the same one when lines move."""
    params = "\0".join(f"{key}={value}" for key, value in sorted(finding.params.items()))
    return "\0".join((str(finding.code), scope.path(finding), params))


def fingerprint(text: str) -> str:
    """Return the SHA-256 of a text, also of one that cannot be encoded."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _entry(finding: Finding, scope: Scope, mark: str) -> dict[str, Any]:
    line = finding.place.line if finding.place else 0
    return {
        "description": f"{finding.code} {message_with_places(finding)} → {hint(finding)}",
        "check_name": str(finding.code),
        "fingerprint": mark,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": scope.path(finding), "lines": {"begin": max(line, 1)}},
    }


FORMAT = FindingsFormat(written)
