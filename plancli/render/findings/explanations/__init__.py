"""What each code means, with an example; how to mend it says its hint in `findings`."""

from collections.abc import Iterator
from typing import Any

from plancli.core.finding import SEVERITIES, Code, Severity
from plancli.messages import N_, _
from plancli.render.findings.explanations.adoption import ADOPTION
from plancli.render.findings.explanations.files import FILES
from plancli.render.findings.explanations.quotations import QUOTATIONS
from plancli.render.findings.explanations.references import REFERENCES
from plancli.render.findings.explanations.text import TEXT
from plancli.render.findings.explanations.usage import USAGE
from plancli.render.findings.messages import plain

EXPLANATIONS = {**USAGE, **FILES, **REFERENCES, **QUOTATIONS, **ADOPTION, **TEXT}

SEVERITY_NAMES = {
    Severity.ERROR: N_("error"),
    Severity.WARNING: N_("warning"),
    Severity.NOTE: N_("note"),
}


def lines(code: Code) -> Iterator[str]:
    """Yield the entry of a code for people: what it says, what it means, an example, how to mend it."""
    message, hint = plain(code)
    known = EXPLANATIONS[code]
    yield f"{code} ({_(SEVERITY_NAMES[severity(code)])}) {message}"
    yield ""
    yield _(known.meaning)
    yield ""
    yield _("Example:")
    yield from (f"    {line}" for line in known.example.splitlines())
    yield ""
    yield _("To mend it: {hint}").format(hint=hint)


def as_json(code: Code) -> dict[str, Any]:
    """Return the entry of a code for programs."""
    message, hint = plain(code)
    known = EXPLANATIONS[code]
    return {
        "code": str(code),
        "severity": str(severity(code)),
        "message": message,
        "meaning": _(known.meaning),
        "example": known.example,
        "hint": hint,
    }


def severity(code: Code) -> Severity:
    """Return what a code weighs where plan.yaml says nothing else."""
    return SEVERITIES.get(code, Severity.ERROR)
