"""What a code means, with an example and how to mend it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plancli.core.entry import Entry
from plancli.messages import _, spoken
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
    if not one.case:
        yield _("Example:")
    elif spoken().startswith("zh"):
        yield _("Example, in the plan that plancli init writes: {case}").format(case=one.case)
    else:
        # what is wrong is said in Chinese only, like the plan itself: the finding below says it, too
        yield _("Example, in the plan that plancli init writes:")
    yield from (f"    {_unremarked(line)}" for line in one.example)
    if one.mended:
        yield _("Nothing is found with this:")
        yield from (f"    {line}" for line in one.mended)
    yield ""
    yield _("To mend it: {hint}").format(hint=hint)


_REMARK = re.compile(r"\s+# (?=.*[\u4e00-\u9fff]).*$")


def _unremarked(line: str) -> str:
    """Return a line of an example without its remark where that is in another language than the rest."""
    return line if spoken().startswith("zh") else _REMARK.sub("", line)
