"""A comment that waits for a person: its opinion, why it asks, what may be made of it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.text import Text

from plancli.core.comments.edits import Edit
from plancli.core.evidence.rewordings import Rewording
from plancli.core.instructions.grammar.verdict import Certainty, Doubt, RoleSpan, WordRole
from plancli.core.intake.proposals import WhyAsked
from plancli.core.intake.review import OpinionReview
from plancli.core.plan.arrival import Arrival
from plancli.core.plan.joints import Joints
from plancli.core.publish.naming import Naming
from plancli.core.text.characters import printable
from plancli.core.text.diff import readable
from plancli.core.text.marked import shortened
from plancli.messages import _, colon, semicolon
from plancli.render.terminal.arrivals import file_name
from plancli.render.terminal.columns import line_starts
from plancli.render.terminal.edits import edit_in_words
from plancli.render.terminal.passages import candidate_lines, paragraph_lines
from plancli.render.terminal.wording import coloured_runs, rewording_lines


class Look(NamedTuple):
    """How a terminal shows a page: in so many cells, with colours or with marks, in the words of a plan."""

    width: int
    coloured: bool
    naming: Naming
    joints: Joints


class ReviewPage(NamedTuple):
    """What is shown of a comment at once: the `number`-th of `total`, with its proposal `at`, if it has any.

    `rewordings` are what that proposal changes, `written` the edits that the comment has by now.
    """

    number: int
    total: int
    review: OpinionReview
    at: int
    rewordings: Sequence[Rewording]
    written: tuple[Edit, ...] = ()


def page_lines(page: ReviewPage, look: Look) -> Iterator[Text]:
    """Yield the lines of a page, as wide as the terminal at most."""
    for line in _lines(page, look):
        yield from _fitted(line, look.width)


def _lines(page: ReviewPage, look: Look) -> Iterator[Text]:
    comment = page.review.comment
    head = [f"[{page.number}/{page.total}]", comment.id, comment.signed(), _whence(comment.source)]
    yield Text(" ".join(part for part in head if part), style="bold")
    if comment.at.cites:
        yield Text(_("cites {place}").format(place=printable(comment.at.cites)))
    yield from _opinion(page.review, look.coloured)
    yield Text()
    verdict = _(page.review.verdict.meaning)
    if page.review.verdict is Certainty.TAKEN:
        verdict = _("it was read wholly, and nobody has taken it yet")
    yield Text(_("Why it asks: {reason}").format(reason=verdict), style="bold")
    yield from _reasons(page.review.asked, look.coloured)
    if page.review.proposals:
        yield from _proposal(page, look)
    else:
        yield from _places(page)
    if page.written:
        words = semicolon().join(edit_in_words(edit, look.joints) for edit in page.written)
        yield Text(_("Written: {edits}").format(edits=printable(words)))


def _whence(source: Arrival | None) -> str:
    """Return the file and row from which a comment came: 汇总.xlsx 二!5."""
    if source is None:
        return ""
    sheet = f"{source.sheet}!" if source.sheet else ""
    row = "" if source.row is None else str(source.row)
    return printable(f"{file_name(source.file)} {sheet}{row}".strip())


# --- the opinion --------------------------------------------------------------------------------------------


def _opinion(review: OpinionReview, coloured: bool) -> Iterator[Text]:
    """Yield the lines of an opinion with what its words are for, and which colour means what."""
    spans = sorted(review.spans)
    shown = Text()
    done = 0
    for span in spans:
        if span.start < done:
            continue
        shown.append(printable(review.comment.opinion[done : span.start]))
        shown.append_text(_marked(review.comment.opinion, span, coloured))
        done = span.end
    shown.append(printable(review.comment.opinion[done:]))
    for line in shown.split("\n"):
        yield Text.assemble("  ", line)
    roles = [role for role in WordRole if any(span.role is role for span in spans)]
    if coloured and roles:
        yield Text("  ").append_text(
            Text(" · ").join(Text(_(role.meaning.words), role.meaning.colours) for role in roles)
        )


def _marked(opinion: str, span: RoleSpan, coloured: bool) -> Text:
    words = printable(opinion[span.start : span.end])
    if coloured:
        return Text(words, style=span.role.meaning.colours)
    return Text(f"[{_(span.role.meaning.words)}: {words}]")


# --- why it asks, and what may be meant ---------------------------------------------------------------------


def _reasons(
    asked: Iterable[WhyAsked], coloured: bool, told: Sequence[WhyAsked] = ()
) -> Iterator[Text]:
    """Yield each reason once, with the words that it is about, and what the draft has instead of them.

    What was not understood is marked in the opinion itself, and what was `told` above is not told again.
    """
    known = {_told(one) for one in told}
    for one in asked:
        reason = _told(one)
        if reason not in known:
            about = f"{colon()}“{shortened(_flat(reason.quote), _QUOTED)}”" if reason.quote else ""
            yield Text(f"  {_(reason.why.meaning)}{about}")
        known.add(reason)
        if one.real:
            runs = coloured_runs(readable(_flat(one.quote), _flat(one.real)), coloured)
            yield Text.assemble("    ", _("in the draft"), colon(), runs)


def _told(one: WhyAsked) -> WhyAsked:
    """Return a reason as a line tells it."""
    return one._replace(real="", quote="" if one.why in _MARKED else one.quote)


_MARKED = (Doubt.NOT_READ, Doubt.NO_WORDS)
_QUOTED = 60
"""So many characters of words that stand in the opinion above tell which they are."""


def _proposal(page: ReviewPage, look: Look) -> Iterator[Text]:
    """Yield the proposal that is shown: its edits, what it leaves out, what becomes of the draft."""
    proposals = page.review.proposals
    proposal = proposals[page.at]
    yield Text()
    said = _("Proposal {number} of {count}").format(number=page.at + 1, count=len(proposals))
    yield Text(said, style="bold")
    for edit in proposal.edits:
        words = _flat(edit_in_words(edit, look.joints))
        yield Text(f"  {shortened(words, 2 * look.width)}")
    yield from _reasons(proposal.asked, look.coloured, page.review.asked)
    for words in proposal.left:
        yield Text("  " + _("without “{words}”").format(words=_flat(words)))
    for line in rewording_lines(page.rewordings, look.naming, look.coloured):
        yield Text.assemble("  ", line)


def _places(page: ReviewPage) -> Iterator[Text]:
    """Yield what the draft says where nothing can be proposed: nearest to what is quoted, and where cited."""
    for refusal in page.review.missing:
        yield Text()
        yield Text(f"  “{_flat(refusal.quote)}”")
        for line in candidate_lines(refusal):
            yield Text(printable(line))
    for spot in page.review.there:
        yield Text()
        for line in paragraph_lines(spot):
            yield Text(f"  {printable(line)}")


def _flat(words: str) -> str:
    return printable(" ".join(words.split()))


# --- keys ---------------------------------------------------------------------------------------------------


def key_lines(keys: Iterable[tuple[str, str]], width: int) -> list[Text]:
    """Return what the keys do; none is parted from what it does."""
    lines = [Text()]
    for key, label in keys:
        if lines[-1].cell_len + cell_len(f"  {key} {label}") > width and lines[-1]:
            lines.append(Text())
        gap = "  " if lines[-1] else ""
        lines[-1] = Text.assemble(lines[-1], gap, (key, "bold"), f" {label}")
    return lines


# --- as wide as the terminal --------------------------------------------------------------------------------


def _fitted(line: Text, width: int) -> Iterator[Text]:
    """Yield a line in pieces that fit, between characters and not in a word; all are indented alike."""
    indent = len(line.plain) - len(line.plain.lstrip(" "))
    body = line[indent:]
    if not body:
        yield Text()
        return
    for piece in body.divide(line_starts(body.plain, max(width - indent, _NARROWEST))):
        piece.rstrip()
        if piece:
            yield Text.assemble(" " * indent, piece)


_NARROWEST = 10
"""Cells of a line that is written whatever the terminal says of itself."""
