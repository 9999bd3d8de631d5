"""SARIF 2.1.0 (OASIS): one run with the rules that spoke and their results."""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from plancli import __version__
from plancli.core.check.register import entry
from plancli.core.finding import Finding, Severity
from plancli.messages import _
from plancli.render.findings.messages import hint, message, plain, related_lines
from plancli.render.formats import FindingsFormat, Scope
from plancli.render.formats.gitlab import fingerprint, same_finding

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def written(findings: Sequence[Finding], scope: Scope) -> str:
    """Return the log; columns count Unicode characters, paths are below the repository's root."""
    codes = sorted({finding.code for finding in findings})
    run = {
        "tool": {
            "driver": {
                "name": "plancli",
                "version": __version__,
                "rules": [_rule(code) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"description": {"text": scope.title}}},
        "results": [_result(finding, codes, scope) for finding in findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=True, indent=2) + "\n"


def _rule(code: str) -> dict[str, Any]:
    said, mend = plain(entry(code))
    return {
        "id": str(code),
        "shortDescription": {"text": said},
        "fullDescription": {"text": _(entry(code).meaning)},
        "help": {"text": mend},
        "defaultConfiguration": {"level": _LEVELS[entry(code).weight]},
    }


def _result(finding: Finding, codes: list[str], scope: Scope) -> dict[str, Any]:
    return {
        "ruleId": str(finding.code),
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{message(finding)} → {hint(finding)}"},
        "locations": [{"physicalLocation": _location(finding, scope)}],
        **_related(finding, scope),
        "partialFingerprints": {"plancli/v1": fingerprint(same_finding(finding, scope))},
    }


def _related(finding: Finding, scope: Scope) -> dict[str, Any]:
    """Return the other places, each with the words that say which; a host shows what it has of them."""
    there = [one for one in finding.related if one.place]
    if not there:
        return {}
    found: list[dict[str, Any]] = []
    for number, (one, line) in enumerate(zip(there, related_lines(finding), strict=True)):
        place = _location(finding._replace(place=one.place), scope)
        found.append({"id": number, "physicalLocation": place, "message": {"text": line}})
    return {"relatedLocations": found}


def _location(finding: Finding, scope: Scope) -> dict[str, Any]:
    path = quote(scope.path(finding).encode("utf-8", "replace"))
    found: dict[str, Any] = {"artifactLocation": {"uri": path, "uriBaseId": "ROOT"}}
    if finding.place and finding.place.line:
        found["region"] = {
            "startLine": finding.place.line,
            "startColumn": max(finding.place.column, 1),
        }
    return found


FORMAT = FindingsFormat(written)
