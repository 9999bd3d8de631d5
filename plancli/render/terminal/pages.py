"""Pages and lines of a draft that were taken from a PDF."""

import math
from collections.abc import Iterator

from plancli.core.intake.laid import LaidOut, UnlaidParagraph
from plancli.core.intake.paper import PagedPaper
from plancli.messages import _, colon


def pages_lines(paper: PagedPaper, laid: LaidOut) -> Iterator[str]:
    """Yield the sums, then a line for each paragraph that got no page, and for pages that say nothing."""
    said = _("{share} of the draft's words stand in the PDF ({found} of {words})")
    yield said.format(share=percent(laid.share), found=laid.found, words=laid.words)
    counts = {"paragraphs": len(laid.layouts), "pages": len(paper.pages)}
    yield _("{paragraphs} paragraphs have their lines, on {pages} pages").format(**counts)
    if paper.numbered:
        yield _("lines are cited by the numbers printed beside them; those without one have none")
    for one in laid.unlaid:
        yield difference(one)
    if paper.empty:
        sheets = "、".join(map(str, paper.empty))
        yield _("pages of the PDF without characters, blank or pictures: {sheets}").format(
            sheets=sheets
        )


def percent(share: float) -> str:
    """Return a share, never more than it is: 99 % of 1,000 words but one are no 100 %."""
    return f"{math.floor(share * 1000) / 10:g} %"


def difference(one: UnlaidParagraph) -> str:
    """Return which paragraph got no page, why, and what differs first."""
    line = one.id + colon() + _(one.why.meaning)
    if not one.said and not one.paper:
        return line
    said, paper = one.said or "—", one.paper or "—"
    words = _("the draft has “{said}”, the PDF “{paper}”").format(said=said, paper=paper)
    return line + colon() + words
