"""For programs: the answer of `check --json`."""

from collections.abc import Sequence

from plancli.core.finding import Finding
from plancli.render.answers.answer import as_text
from plancli.render.answers.findings import CheckAnswer, finding_entries
from plancli.render.formats import FindingsFormat, Scope


def _written(findings: Sequence[Finding], _scope: Scope) -> str:
    return as_text(CheckAnswer(finding_entries(findings)))


FORMAT = FindingsFormat(_written, on_host=False)
