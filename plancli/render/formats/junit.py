"""JUnit: every rule is a test case; errors are failures, warnings and notes are output of a case that passes.

A host that reads JUnit knows only pass and fail, and check fails on errors alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from plancli.core.check.register import RULES, entry
from plancli.core.finding import Finding, Severity
from plancli.render.findings.messages import lines, message, plain
from plancli.render.formats import FindingsFormat, Scope

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def written(findings: Sequence[Finding], scope: Scope) -> str:
    """Return one test suite; a rule with several errors has a case for each."""
    cases = list(_cases(findings, scope))
    failed = sum(finding.severity is Severity.ERROR for finding in findings)
    head = f'name="plancli check" tests="{len(cases)}" failures="{failed}" errors="0" skipped="0"'
    title = quoteattr(_valid(scope.title))
    body = "\n".join(["<testsuites>", f"<testsuite {head}>", _property(title), *cases])
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n</testsuite>\n</testsuites>\n'


def _property(title: str) -> str:
    return f'<properties><property name="plan" value={title}/></properties>'


def _cases(findings: Sequence[Finding], scope: Scope) -> Iterator[str]:
    for code in sorted(RULES.keys() | {finding.code for finding in findings}):
        own = [finding for finding in findings if finding.code == code]
        errors = [finding for finding in own if finding.severity is Severity.ERROR]
        for finding in errors:
            yield _case(code, scope.path(finding), _failure(finding))
        if not errors:
            yield _case(code, scope.folder + "plan", _output(own))


def _case(code: str, file: str, inside: str) -> str:
    name = quoteattr(_valid(f"{code} {plain(entry(code))[0]}"))
    return f"<testcase classname={quoteattr(_valid(file))} name={name}>{inside}</testcase>"


def _failure(finding: Finding) -> str:
    said = escape(_valid("\n".join(lines(finding))))
    attributes = (
        f"type={quoteattr(str(finding.code))} message={quoteattr(_valid(message(finding)))}"
    )
    return f"<failure {attributes}>{said}</failure>"


def _output(findings: Iterable[Finding]) -> str:
    said = escape(_valid("\n".join(line for finding in findings for line in lines(finding))))
    return f"<system-out>{said}</system-out>" if said else ""


def _valid(text: str) -> str:
    """Return text without what XML 1.0 cannot say."""
    return _NOT_XML.sub("\ufffd", text)


FORMAT = FindingsFormat(written)
