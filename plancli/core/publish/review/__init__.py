"""The review page as a value: the plan with its changes, a card for each comment, and what sums them up."""

from collections.abc import Iterable, Sequence

from plancli.core.evidence.printed_lines import printed_plain, printed_redline
from plancli.core.merge.meeting import OFFICE
from plancli.core.plan.manifest import Manifest
from plancli.core.plan.model import Section
from plancli.core.plan.outline import Outline
from plancli.core.publish.claims import claims
from plancli.core.publish.naming import Paper
from plancli.core.publish.review.addresses import comment_addresses, row_addresses
from plancli.core.publish.review.cards import cards, meetings
from plancli.core.publish.review.rows import remark, rows
from plancli.core.publish.review.stands import Stands
from plancli.core.publish.review.sums import bars, replies_by_unit, strip
from plancli.core.publish.review.tables import page_parts
from plancli.core.publish.review.values import PageText, Review
from plancli.core.publish.review.without import texts_without
from plancli.core.rounds.counts import count
from plancli.core.rounds.round import Round


def uncirculated(manifest: Manifest, sections: Iterable[Section]) -> Review:
    """Return the page of a plan on which nobody could comment yet."""
    outline = Outline(sections)
    lines = printed_plain(outline)
    shown = tuple(rows(lines, row_addresses(lines), {}, {}, (), manifest.numbering.footnotes))
    parts = tuple(page_parts(lines, shown))
    return Review(manifest, Paper(outline, outline), None, (), shown, parts=parts)


def review(round_: Round, rounds: Sequence[str] = ()) -> Review:
    """Return the page of one round; `rounds` are the names of all drafts that were circulated."""
    lines = printed_redline(round_)
    places = row_addresses(lines)
    names = comment_addresses(round_.current)
    found = claims(round_)
    touched = [at for at, line in enumerate(lines) if OFFICE in line.authors]
    remarks = [remark(round_.manifest, lines[at], places[at], n) for n, at in enumerate(touched, 1)]
    office = {at: remark.address for at, remark in zip(touched, remarks, strict=True)}
    stands = Stands(round_, lines, places)
    met = meetings(round_, names, stands)
    counted = round_.manifest.numbering.footnotes
    about = list(cards(round_, found, names, stands, met))
    shown = tuple(rows(lines, places, names, office, about, counted))
    text = PageText(lines, shown, names, {remark.row: remark.address for remark in remarks})
    return Review(
        round_.manifest,
        Paper.of(round_),
        next(frozen for frozen in round_.manifest.drafts if frozen.name == round_.draft.draft),
        tuple(rounds),
        shown,
        tuple(about),
        tuple(remarks),
        tuple(met),
        tuple(bars(round_.current, found)),
        tuple(strip(lines, shown, about, met)),
        replies_by_unit(round_),
        count(round_.manifest, round_.current, found.unborne),
        found,
        tuple(page_parts(lines, shown)),
        recorded=frozenset(names[one] for one in round_.workspace.recorded if one in names),
        without=tuple(texts_without(round_, text)),
    )
