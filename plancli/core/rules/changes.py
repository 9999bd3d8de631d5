"""Every change of the plan has a comment or a drafting note behind it."""

from collections.abc import Iterator

from plancli.core.case import Case
from plancli.core.diff import marked, readable
from plancli.core.finding import Code, Finding
from plancli.core.outline import Spot
from plancli.core.printed import printed


def unexplained(case: Case) -> Iterator[Finding]:
    """Every difference from draft and record has a drafting note."""
    noted = {note.paragraph for note in case.manifest.notes}
    for name in case.office_changes:
        expected, actual = case.expected.spots.get(name), case.plan.spots.get(name)
        spot = actual or expected
        if name in noted:
            continue
        assert spot is not None
        params = {"paragraph": name, "change": _change(expected, actual)}
        subject, path = case.subject(spot)
        yield Finding(Code.UNEXPLAINED, params, subject, (*path, *case.plan.path(name)))


def _change(expected: Spot | None, actual: Spot | None) -> str:
    """Return the office's change in plain marks, without the sentences that stay."""
    old = printed(expected).text if expected else ""
    new = printed(actual).text if actual else ""
    return marked(run for run in readable(old, new) if run.op != "=")
