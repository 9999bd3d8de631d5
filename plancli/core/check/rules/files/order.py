"""The pages of a draft rise as it is read."""

from collections.abc import Iterator

from plancli.core.check.rule import PlanRule
from plancli.core.entry import N_, Severity
from plancli.core.finding import Finding, Subject
from plancli.core.plan.model import Draft
from plancli.core.plan.outline import Spot, spots_of
from plancli.core.plan.printed import printed
from plancli.core.plan.span import Span
from plancli.core.rounds.round import Round


def pages_rise(round_: Round) -> Iterator[Finding]:
    """No paragraph of a draft begins on an earlier page than the one before it."""
    for draft in round_.drafts.values():
        yield from _falling(draft)


def _falling(draft: Draft) -> Iterator[Finding]:
    """Yield the paragraphs that begin before the last one of which the page is known.

    A foreword and an annex count their pages for themselves. What is wrong is found once: the next paragraph
    is compared with this one, and not with the one before.
    """
    last: dict[str, tuple[str, Span]] = {}
    for at, section in enumerate(draft.sections):
        for spot, path in spots_of(section):
            page = _page(spot)
            if page is None or spot.noted is not None:
                continue  # a footnote stands at the foot of the page of its words
            before, earlier = last.get(page.series, ("", page))
            if page.first < earlier.first:
                params = {
                    "paragraph": spot.paragraph.id,
                    "page": str(page),
                    "before": before,
                    "other": str(earlier),
                }
                key = "page" if spot.paragraph.page else "layout"
                where = ("sections", at, *path, key)
                yield Finding(FALLING_PAGES.code, params, Subject("draft", draft.draft), where)
            last[page.series] = spot.paragraph.id, page


def _page(spot: Spot) -> Span | None:
    """Return the page on which a paragraph begins; None where that is not known."""
    line = printed(spot)
    return line.positions(0, len(line.text))[0].page


FALLING_PAGES = PlanRule(
    code="P240",
    find=pages_rise,
    order=45,
    weight=Severity.WARNING,
    message=N_("{paragraph} stands on page {page}, but {before} before it on page {other}."),
    hint=N_("Mend the page of one of them in plan/drafts/; pages belong to no digest."),
    meaning=N_(
        "A paragraph of a draft begins on an earlier page than the one before it. One of the two pages is "
        "wrong, or the paragraphs stand in another order than on paper; what units cite would be looked for "
        "on the wrong page."
    ),
)
