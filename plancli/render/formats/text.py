"""For people: what is wrong and what to do, finding by finding."""

from collections.abc import Sequence

from plancli.core.finding import Finding
from plancli.render.findings.messages import lines
from plancli.render.formats import FindingsFormat, Scope


def _written(findings: Sequence[Finding], _scope: Scope) -> str:
    return "".join(f"{line}\n" for finding in findings for line in lines(finding))


FORMAT = FindingsFormat(_written, on_host=False, counted=True)
