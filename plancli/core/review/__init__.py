"""The review page as a value: the plan with its changes, a card for each comment, and what sums them up."""

from collections.abc import Iterable, Sequence

from plancli.core.case import Case
from plancli.core.conflict import OFFICE
from plancli.core.counts import count
from plancli.core.manifest import Manifest
from plancli.core.model import Section
from plancli.core.outline import Outline
from plancli.core.redline import plain, redline, spoken
from plancli.core.review.addresses import comment_addresses, row_addresses
from plancli.core.review.cards import cards, meetings
from plancli.core.review.rows import remark, rows
from plancli.core.review.stands import Stands
from plancli.core.review.sums import bars, replies, strip
from plancli.core.review.values import Review
from plancli.core.said import CHINESE, Said


def uncirculated(manifest: Manifest, sections: Iterable[Section], words: Said = CHINESE) -> Review:
    """Return the page of a plan on which nobody could comment yet."""
    lines = spoken(plain(Outline(sections)), words)
    return Review(manifest, None, (), tuple(rows(lines, row_addresses(lines), {}, {})))


def review(case: Case, rounds: Sequence[str] = (), words: Said = CHINESE) -> Review:
    """Return the page of one round; `rounds` are the names of all drafts that were circulated."""
    lines = spoken(redline(case), words)
    places = row_addresses(lines)
    names = comment_addresses(case.current)
    touched = [at for at, line in enumerate(lines) if OFFICE in line.authors]
    remarks = [remark(case.manifest, lines[at], places[at], n) for n, at in enumerate(touched, 1)]
    office = {at: remark.address for at, remark in zip(touched, remarks, strict=True)}
    stands = Stands(case, lines, places)
    met = meetings(case, names, stands)
    about = list(cards(case, names, stands, met))
    shown = tuple(rows(lines, places, names, office, about))
    return Review(
        case.manifest,
        next(frozen for frozen in case.manifest.drafts if frozen.name == case.draft.draft),
        tuple(rounds),
        shown,
        tuple(about),
        tuple(remarks),
        tuple(met),
        tuple(bars(case.current)),
        tuple(strip(lines, shown, about, met)),
        replies(case),
        count(case.manifest, case.current),
    )
