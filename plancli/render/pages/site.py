"""The review page: one file of HTML that works from disk, and a page for each comment to send to its unit."""

import base64
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import Markup

from plancli.core.comments.comment import Comment
from plancli.core.comments.status import Status
from plancli.core.evidence.redline import LineKind
from plancli.core.evidence.wordings import Wording
from plancli.core.finding import Finding
from plancli.core.merge.meeting import OFFICE, Level
from plancli.core.plan.day import day
from plancli.core.plan.manifest import Reply
from plancli.core.plan.picture import Picture
from plancli.core.publish.claims import Claim, published
from plancli.core.publish.naming import name_where_it_stands
from plancli.core.publish.review.stretches import (
    PageStretch,
    page_row_of,
    page_stretches,
    title_paths,
    titles_above,
)
from plancli.core.publish.review.values import Bar, Card, PageRow, Review, StripStretch
from plancli.core.publish.told import told
from plancli.core.publish.words import Said
from plancli.core.rounds.borne_out import InText
from plancli.core.rounds.counts import share_of
from plancli.core.rounds.standing import State
from plancli.core.text.characters import printable
from plancli.core.text.in_part import focused
from plancli.core.text.marked import Run
from plancli.messages import N_, _, in_language, language_tag
from plancli.render.findings import messages as finding_words
from plancli.render.pages.audit import FIELDS
from plancli.render.pages.balloons import Balloons
from plancli.render.pages.drawn import kept
from plancli.render.pages.heat import heat_values
from plancli.render.pages.templates import BUILT_IN, template, with_stamp
from plancli.render.pages.ticks import Ticks
from plancli.render.pages.timeline import timeline_values
from plancli.render.pages.words import said, stamp
from plancli.render.tables.report import said_day

Translate = Callable[[str], str]

_SETTLED = N_("settled by a joint wording")
_OLD_PLACE = N_("{title} (old place)")


Shows = Callable[[str], Picture | None]
"""Returns the picture of a name; None where there is none that can be shown."""
_MOST_SHOWN = 100 << 20
"""Bytes of all pictures of a page at most, which has them in itself; behind them the names of files stand."""


_MANY = 2000
"""Cards and lines of a page from which on what is out of view is laid out only when it comes into view."""


class Asked(NamedTuple):
    """A wording that a comment asked for, or got instead of what it asked."""

    adopted: bool
    place: str
    runs: list[Run]


class Look(NamedTuple):
    """How a decision is drawn and called; `value` is what tells it from others in the page.

    `share` is what of the comment is adopted, or that it is in conflict.
    """

    claim: Claim
    label: str
    share: str
    texture: str
    value: str


class Block(NamedTuple):
    """A part of a bar: where it begins and ends, in hundredths of the longest bar."""

    look: Look
    comments: int
    start: float
    width: float


class Site:
    """One review in the plan's language; `version` makes the page reload when the server has another one.

    `shows` gives the pictures of figures, which the page has in itself.
    """

    def __init__(
        self, review: Review, templates: Path, version: str = "", shows: Shows = lambda _name: None
    ) -> None:
        self.review = review
        self._shows = shows
        self._left = _MOST_SHOWN
        self._version = version
        self._template = partial(template, own=templates)
        self._translate = in_language(review.manifest.language).gettext
        self._said = said(review.manifest.language)
        self._stamp = stamp(review.claims, review.manifest.language)

    def page(self, apart: bool) -> str:
        """Return the whole page; `apart` where each comment has a page of its own beside it."""
        self._left = _MOST_SHOWN
        scripts = ["site/script.js", *(["site/reload.js"] if self._version else [])]
        text = self._template("site/page.html")(self._values(scripts, apart=apart))
        return legible(with_stamp(text, self._stamp, "html"))

    def comments(self) -> Iterator[tuple[str, str]]:
        """Yield the address of each comment with the page that shows it by itself."""
        for card in self.review.cards:
            yield card.address, self._comment(card)

    def comment(self, address: str) -> str | None:
        """Return the page of one comment; None where it has no such address."""
        card = next((card for card in self.review.cards if card.address == address), None)
        return self._comment(card) if card else None

    def timeline(self) -> str | None:
        """Return the page of what each draft said; None where there was one round only."""
        if not self.review.histories:
            return None
        text = self._template("site/timeline.html")(self._values([], apart=True))
        return legible(with_stamp(text, self._stamp, "html"))

    @cached_property
    def _comment(self) -> Callable[[Card], str]:
        """Return what makes the page of one comment; what all have in common is found once."""
        fill, values = self._template("site/comment.html"), self._values([], apart=True)
        rows = {row.address: row for row in self.review.rows}

        def page(card: Card) -> str:
            passages = [rows[name] for name in card.rows]
            about = self.review.claims.about([card.comment.id])
            own = stamp(about, self.review.manifest.language)
            text = fill({**values, "card": card, "passages": passages, "stamp": own})
            return legible(with_stamp(text, own, "html"))

        return page

    def _drawn(self, image: str) -> str | None:
        """Return the address of a picture, which holds all of it; None where none can be shown."""
        picture = self._shows(image)
        if picture is None or len(picture.content) > self._left:
            return None
        self._left -= len(picture.content)
        content = base64.b64encode(picture.content).decode()
        return f"data:{picture.kind.media_type};base64,{content}"

    def _title(self, row: PageRow) -> str:
        """Return what a row is called; of what moved its old place is told from its new one."""
        title = row.title or self._named(row.key)
        return self._translate(_OLD_PLACE).format(title=title) if row.left else title

    def _named(self, key: str) -> str:
        return self.review.paper.name(key, self._said.naming)

    def _values(self, scripts: Iterable[str], apart: bool) -> dict[str, Any]:
        review, translate = self.review, self._translate
        sources = [self._template(name)({}) for name in scripts]
        longest = max((bar.total for bar in review.bars), default=0)
        comma = self._said.comma
        names = _names(review, translate)
        return {
            "review": review,
            "manifest": review.manifest,
            "language": language_tag(review.manifest.language),
            "apart": apart,
            "version": self._version,
            "scripts": [Markup(source) for source in sources],
            "allowed": " ".join(_source_hash(source) for source in sources) or "'none'",
            "cards": {card.address: card for card in review.cards},
            **self._stretches(),
            **heat_values(review),
            **timeline_values(review, translate),
            "left": lambda history, step: name_where_it_stands(
                step.left.draft, history.key, self._said.naming
            ),
            "called": lambda history: history.paper.name(history.key, self._said.naming),
            "names": names,
            "titles": {row.address: self._title(row) for row in review.rows},
            "groups": _by_unit(review.cards),
            "signing": dict.fromkeys(u for c in review.cards for u in c.comment.signatories),
            "decided": self._decided(),
            "stamp": self._stamp,
            "counted": counted,
            "digest": digest,
            "bars": [
                (bar, blocks(bar, longest, self._look), share_of(bar.adopted, bar.total))
                for bar in review.bars
            ],
            "together": self._together(),
            "share_of": share_of,
            "strip": strip(review.strip),
            "replied": Reply.NONE not in review.replies and Reply.LAPSED not in review.replies,
            "replies": [
                (translate(reply.meaning.head), units)
                for reply in reversed(Reply)  # the silent ones first
                if reply.meaning.head and (units := review.replies.get(reply))
            ],
            "states": {state: translate(state.meaning.words) for state in State},
            "levels": {level: translate(level.meaning.words) for level in Level},
            "settled": translate(_SETTLED),
            "label": partial(label, said=self._said),
            "tagged": lambda card: drawn_as(card.claim),
            "between": self._said.after,
            "comma": comma,
            "deadline": said_day(review.manifest, day(review.manifest.deadline))
            if review.manifest.deadline
            else "",
            "asked": partial(asked, review=review, translate=translate),
            "cited": partial(cited, review=review, translate=translate),
            "balloons": Balloons(review, names, comma),
            "ticks": Ticks(review),
            "named": self._named,
            "is_kept": is_kept,
            "drawn": self._drawn,
            "OFFICE": OFFICE,
            "_": translate,
        }

    def _stretches(self) -> dict[str, Any]:
        """Return the text of the plan title by title, how it is laid out, and how much is shown at first."""
        review = self.review
        parts = list(page_stretches(review.parts))
        section_of = {row.address: row.section for row in review.rows}
        return {
            "stretches": parts,
            "below": partial(titles_above, section_of=section_of, above=title_paths(parts)),
            "many": len(review.cards) + len(review.rows) > _MANY,
            "room": room,
            "passages": sum(
                page_row_of(part).kind is not LineKind.SECTION for part in review.parts
            ),
            "whole_cards": sum(not card.whole for card in review.cards),
        }

    def _decided(self) -> list[tuple[Look, int]]:
        """Return how many comments there are of each decision, and how it is drawn."""
        if self.review.counts is None:
            return []
        return [(self._look(claim), number) for claim, number in published(self.review.counts)]

    def _together(self) -> Bar:
        """Return all units as if they were one: each comment is counted once."""
        found: Counter[Claim] = Counter()
        for bar in self.review.bars:
            found.update(bar.statuses)
        return Bar((), found)

    def _look(self, claim: Claim) -> Look:
        """Return how a decision is drawn and called."""
        texture = claim.status.meaning.texture
        return Look(claim, self._said.figure(claim), drawn_as(claim), texture, _value(claim))


def error_page(found: Iterable[Finding], version: str) -> str:
    """Return what the server shows while the plan cannot be read, in the reader's language."""
    fill, source = template("site/error.html", BUILT_IN), template("site/reload.js", BUILT_IN)({})
    lines = [list(finding_words.lines(finding)) for finding in found]
    values = {"lines": lines, "version": version, "scripts": [Markup(source)], "_": _}
    return legible(fill({**values, "allowed": _source_hash(source)}))


# --- what the templates show --------------------------------------------------------------------------------


def asked(card: Card, review: Review, translate: Translate) -> list[Asked]:
    """Return what a comment asked for, and the other words that were adopted."""
    naming = said(review.manifest.language).naming
    wanted = [wording for wording in card.compared.wordings if wording.asked != wording.draft]
    draft = review.paper.draft
    shown = [(wording, False) for wording in told(wanted, draft)]
    if card.comment.meaning.merges:
        shown += [(wording, True) for wording in told(card.compared.differing, draft)]
    return [
        _asked(review.paper.wording(wording, naming), adopted, translate)
        for wording, adopted in shown
    ]


def _asked(wording: Wording, adopted: bool, translate: Translate) -> Asked:
    runs = focused(wording.changed_to(wording.adopted if adopted else wording.asked))
    return Asked(adopted, _place(wording.paragraph, wording.field, translate), runs)


def _place(paragraph: str, field: str, translate: Translate) -> str:
    return f"{paragraph} {translate(FIELDS[field])}" if field in FIELDS else paragraph


def cited(comment: Comment, review: Review, translate: Translate) -> str:
    """Return the place that a comment cites, in its own words where it has some."""
    at = comment.at
    if at.cites:
        return at.cites
    section = review.paper.name(at.section or "", said(review.manifest.language).naming)
    page = translate(N_("page {page}")).format(page=at.page) if at.page else ""
    line = translate(N_("line {line}")).format(line=at.line) if at.line else ""
    return " · ".join(part for part in (section, page, line) if part)


def is_kept(cell: PageRow) -> bool:
    """Whether a cell of a table is so short that it stays in one piece."""
    return bool(kept(run for change in cell.text for run in change.runs))


def drawn_as(claim: Claim) -> str:
    """Return the look of a decision: what of the comment is adopted, or that it is in conflict."""
    return str(claim.in_text if claim.in_text is InText.CONFLICT else claim.share)


def label(card: Card, said: Said) -> str:
    """Return the decision as it is counted; for what was joined, also how it was decided."""
    own = said.figure(card.claim)
    joined = card.comment.decision.status is Status.JOINED is not card.status
    return f"{said.labels[Status.JOINED]} · {own}" if joined else own


def digest(words: str) -> str:
    """Return what tells whether a card still says what it said when somebody ticked it as seen."""
    return hashlib.blake2b(words.encode(), digest_size=6).hexdigest()


def counted(card: Card) -> str:
    """Return the decision under which a comment is counted, as the page's choice of decisions has it."""
    return _value(card.counted)


def _value(claim: Claim) -> str:
    return f"{claim.status}{claim.in_text.meaning.sign}"


def blocks(bar: Bar, longest: int, look: Callable[[Claim], Look]) -> list[Block]:
    """Return the parts of a bar from left to right."""
    looks = map(look, bar.statuses)
    widths = [100 * count / longest for count in bar.statuses.values()]
    starts = accumulate([0.0, *widths])
    return [
        Block(*each) for each in zip(looks, bar.statuses.values(), starts, widths, strict=False)
    ]


class Cell(NamedTuple):
    """A section in the strip, in hundredths of its width and of the highest column.

    `label` names a chapter where it is wide enough for its name.
    """

    stretch: StripStretch
    start: float
    width: float
    height: float
    label: str


def strip(stretches: Iterable[StripStretch]) -> list[Cell]:
    """Return the sections side by side, each as wide as it is long and as high as it has comments."""
    stretches = list(stretches)
    whole = sum(stretch.size for stretch in stretches) or 1
    most = max((stretch.comments for stretch in stretches), default=0) or 1
    starts = accumulate([0, *(stretch.size for stretch in stretches)])
    labels = _labels(stretches, whole)
    return [
        Cell(
            s,
            100 * start / whole,
            100 * s.size / whole,
            100 * s.comments / most,
            labels.get(s.row, ""),
        )
        for s, start in zip(stretches, starts, strict=False)
    ]


_LINE, _LEAD, _GAP = 42, 1.75, 0.7
"""Characters of a line, its height, and the space around a paragraph, in rem."""


def room(stretch: PageStretch) -> int:
    """Return about how high a stretch is, in rem: what is kept free until it comes into view."""
    return round(stretch.size / _LINE * _LEAD + len(stretch.parts) * (_LEAD / 2 + _GAP)) + 2


_ROOM = 0.08
"""The share of the strip that the name of a chapter needs on a telephone."""


def _labels(stretches: Iterable[StripStretch], whole: int) -> dict[str, str]:
    """Return the names of the chapters that are long enough to be named, by row."""
    sizes: dict[str, int] = {}
    names: dict[str, str] = {}
    chapter = ""
    for stretch in stretches:
        if stretch.level == 1:
            chapter = stretch.row
            names[chapter] = stretch.title.partition(" ")[0]
        sizes[chapter] = sizes.get(chapter, 0) + stretch.size
    return {row: name for row, name in names.items() if sizes[row] >= _ROOM * whole}


def _by_unit(cards: Iterable[Card]) -> list[tuple[tuple[str, ...], list[Card]]]:
    """Return the cards of each unit, or of those that sign together, in the order of their first ones."""
    groups: dict[tuple[str, ...], list[Card]] = {}
    for card in cards:
        groups.setdefault(card.comment.signatories, []).append(card)
    return list(groups.items())


def _names(review: Review, translate: Translate) -> Mapping[str, str]:
    """Return how the page calls what has an address."""
    office = translate(N_("the drafting office"))
    names = {card.address: card.comment.id for card in review.cards}
    return {**names, **{remark.address: office for remark in review.remarks}, OFFICE: office}


# --- safety -------------------------------------------------------------------------------------------------

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\n\t"} | {
    0x7F: "␡"
}


def legible(text: str) -> str:
    """Return a document in which what controls a terminal or turns the reading direction is to be seen."""
    return printable(text.translate(_PICTURES))


def _source_hash(source: str) -> str:
    """Return the name under which the page's policy lets one script run, and no other."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"
