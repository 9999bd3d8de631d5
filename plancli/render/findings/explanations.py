"""What a code means, with an example and how to mend it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plancli.core.entry import Entry
from plancli.messages import _
from plancli.render.findings.messages import SEVERITY_NAMES, plain


class Explanation(NamedTuple):
    """A code with its words and its example, as lines; `mended` is the same without the finding.

    `case` says in words what is wrong in the example; it is empty where the example needs no words.
    """

    code: str
    known: Entry
    case: str
    example: Sequence[str]
    mended: Sequence[str] = ()


def lines(one: Explanation) -> Iterator[str]:
    """Yield the entry for people: what it says, what it means, an example, how to mend it."""
    message, hint = plain(one.known)
    yield f"{one.code} ({_(SEVERITY_NAMES[one.known.weight])}) {message}"
    yield ""
    yield _(one.known.meaning)
    yield ""
    if one.case:
        yield _("Example, in the plan that plancli init writes: {case}").format(case=one.case)
    else:
        yield _("Example:")
    yield from (f"    {line}" for line in one.example)
    if one.mended:
        yield _("Nothing is found with this:")
        yield from (f"    {line}" for line in one.mended)
    yield ""
    yield _("To mend it: {hint}").format(hint=hint)
