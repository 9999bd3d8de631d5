"""What each code means, with an example; how to mend it says its hint in `findings`."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from plancli.core.finding import SEVERITIES, Code, Severity
from plancli.messages import N_, _
from plancli.render.findings import plain


class Explanation(NamedTuple):
    """What a code means, and a case in which it comes, as the file or the command line shows it."""

    meaning: str
    example: str


EXPLANATIONS: dict[Code, Explanation] = {
    Code.UNKNOWN_RULE: Explanation(
        N_(
            "plan.yaml gives a rule another weight, or a comment waives one, but no rule of check has this "
            "code. Codes that say that a file cannot be read are not rules: they cannot be turned off."
        ),
        "rules:\n  P999: warning",
    ),
    Code.IDLE_WAIVER: Explanation(
        N_(
            "A comment waives a rule that finds nothing on it. A waiver that stays would hide the finding "
            "when it comes back for another reason."
        ),
        "waivers:\n  - {rule: P404, reason: 理由另行公布}",
    ),
}

_SEVERITIES = {Severity.ERROR: N_("error"), Severity.WARNING: N_("warning"), Severity.NOTE: N_("note")}


def lines(code: Code) -> Iterator[str]:
    """Yield the entry of a code for people: what it says, what it means, an example, how to mend it."""
    message, hint = plain(code)
    known = EXPLANATIONS[code]
    yield f"{code} ({_(_SEVERITIES[severity(code)])}) {message}"
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
