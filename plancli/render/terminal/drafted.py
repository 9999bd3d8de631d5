"""What was made of a draft that others wrote, and what somebody should look at in it."""

from collections.abc import Iterator, Mapping

from plancli.core.intake.draft.drafted import Drafted, NotClear, Unclear
from plancli.core.text.marked import LEFT_OUT_BRIEFLY, shortened
from plancli.messages import _

_MOST = 8
"""So many places of one kind are named; a draft may have hundreds of tables."""
_SHORT = 24
"""So many characters tell which paragraph it is."""


def drafted_lines(
    plan: Drafted, title: str, draft: str, counts: Mapping[str, int]
) -> Iterator[str]:
    """Yield what the plan is and has, then what is not clear, then what was left out."""
    yield _("{title} ({draft})").format(title=title, draft=draft)
    said = _(
        "chapters: {chapters}, sections below them: {sections}, columns: {columns}, "
        "tables: {tables}, paragraphs: {paragraphs}, units: {units}"
    )
    figures = _("figures: {figures}").format(**counts) if counts["figures"] else ""
    yield _(", ").join(filter(None, (said.format(**counts), figures)))
    for kind in Unclear:
        places = [one for one in plan.not_clear if one.what is kind]
        if places:
            yield f"{len(places):>4}  {_(kind.meaning)}"
            yield from (f"      {_place(one)}" for one in places[:_MOST])
            if len(places) > _MOST:
                yield "      …"
    if plan.left_out:
        counted = [f"{_(kind.meaning)} {count}" for kind, count in plan.left_out.items()]
        yield _("left out: {kinds}").format(kinds="、".join(counted))


def _place(one: NotClear) -> str:
    words = shortened(one.words, _SHORT, LEFT_OUT_BRIEFLY)
    where = _("paragraph {number}").format(number=one.place)
    if one.page is not None:
        where = _("page {page}, paragraph {number}").format(page=one.page, number=one.place)
    why = f": {_(one.why)}" if one.why else ""
    return f"{where}  {words}{why}".rstrip()
