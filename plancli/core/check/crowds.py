"""Findings that have one cause: told in one line, where they would be a crowd."""

from collections.abc import Sequence

from plancli.core.entry import Message
from plancli.core.finding import Finding

_CROWD = 4
"""So many findings of one cause are a crowd: three are still read one by one."""
_NAMED = 3
"""So many of a crowd are named."""

_Cause = tuple[str, ...]


def one_line_each(findings: Sequence[Finding]) -> list[Finding]:
    """Return findings with one in the place of each crowd, where the first of it stood.

    Of one cause are findings of one code that say the same of several comments, and for which the rule has
    words for many.
    """
    crowds: dict[_Cause, list[Finding]] = {}
    for finding in findings:
        if _has_words_for_many(finding):
            crowds.setdefault(_cause(finding), []).append(finding)
    shown: list[Finding] = []
    for finding in findings:
        crowd = crowds.get(_cause(finding), [])
        if len(crowd) < _CROWD:
            shown.append(finding)
        elif finding is crowd[0]:
            shown.append(_together(crowd))
    return shown


def _has_words_for_many(finding: Finding) -> bool:
    return finding.said is not None and bool(finding.said.many)


def _cause(finding: Finding) -> _Cause:
    """Return what findings of one cause have in common: code, weight, and all that they say but the id."""
    said = [f"{key}={value}" for key, value in sorted(finding.params.items()) if key != "id"]
    return finding.code, finding.severity, *said


def _together(crowd: Sequence[Finding]) -> Finding:
    """Return one finding for several, at the place of the first."""
    first = crowd[0]
    names = [finding.params.get("id", "") for finding in crowd]
    more = ["…"] if len(names) > _NAMED else []
    ids = "、".join([*names[:_NAMED], *more])
    params = {**first.params, "ids": ids, "count": str(len(crowd))}
    words = Message(first.said.many, first.said.many_hint) if first.said else None
    return first._replace(params=params, said=words)
