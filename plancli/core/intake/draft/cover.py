"""What stands ahead of the first heading: the cover with title, issuer and date, the contents, a preface."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plancli.core.intake.body import BlockKind, BodyBlock
from plancli.core.intake.draft.drafted import CoverPage
from plancli.core.text.characters import ends_sentence
from plancli.core.text.numerals import DIGITS, ORDINALS

_NAMES = "征求意见稿|送审稿|报批稿|审议稿|讨论稿|论证稿|公示稿|修改稿|草案|初稿|草稿"
_NAME = re.compile(rf"[(（〔\[]?\s*((?:{_NAMES})[{DIGITS}{ORDINALS}]?)\s*[)）〕\]]?")
_TITLE_ENDS = re.compile(
    r"(?:规划|纲要|方案|计划|意见|办法|规定|细则|条例|要点|措施|行动|设计|指南|"
    r"(?i:plan|programme|program|scheme|strategy))\Z"
)
_DATE = re.compile(
    rf"[{DIGITS}{ORDINALS}\s]{{4,}}年\s*[{DIGITS}{ORDINALS}]{{1,3}}\s*月(?:.{{0,4}}日|.?旬)?"
)
_ISSUER = re.compile(
    r"(?:局|委|委员会|办|办公室|人民政府|政府|厅|部|院|中心|公司|管委会|指挥部|小组)(?:编制?|制|起草)?\Z"
)
_LONGEST = 60
"""Characters of a line of a cover."""


class Ahead(NamedTuple):
    """What stands ahead of the first heading: the cover, lines of it that say none of that, running text."""

    cover: CoverPage
    others: tuple[BodyBlock, ...]
    text: tuple[BodyBlock, ...]


def ahead_of(blocks: Sequence[BodyBlock]) -> Ahead:
    """Return what the blocks ahead of the first heading are."""
    lines = [block for block in blocks if _can_be_of_cover(block)]
    text = [block for block in blocks if not _can_be_of_cover(block)]
    title, used = _title(lines)
    cover = CoverPage(title=title)
    others: list[BodyBlock] = []
    for block in lines:
        if block in used:
            cover = _with_name(cover, block.words)
            continue
        cover, is_known = _with_line(cover, block.words.strip())
        others += [] if is_known else [block]
    return Ahead(cover._replace(title=_without_name(title)), tuple(others), tuple(text))


def says_issue(line: str) -> bool:
    """Whether a line says nothing but who issues a draft, when, or which draft it is."""
    cover, is_known = _with_line(CoverPage(), line.strip())
    return is_known and cover != CoverPage()


def _can_be_of_cover(block: BodyBlock) -> bool:
    is_line = block.kind is BlockKind.TEXT and len(block.words) <= _LONGEST
    return is_line and not ends_sentence(block.words)


def _title(lines: Sequence[BodyBlock]) -> tuple[str, list[BodyBlock]]:
    """Return the title with its lines: those with its style, else up to where a title ends."""
    styled = [block for block in lines if block.level == 0]
    if styled:
        return _joined(block.words for block in styled), styled
    begun: list[BodyBlock] = []
    for block in lines:
        words = _without_name(block.words)
        if not words or _DATE.fullmatch(words):
            continue
        begun.append(block)
        if _TITLE_ENDS.search(words):
            # what stands ahead and is not centred is no line of a title: 附件, a number of a document
            own = [each for each in begun if each.centred or each is block]
            return _joined(each.words for each in own), own
    return "", []


def _joined(lines: Iterable[str]) -> str:
    """Return lines as one; words of letters stay apart."""
    found = ""
    for line in lines:
        apart = found[-1:].isascii() and line[:1].isascii() and bool(found)
        found += f" {line}" if apart else line
    return found


def _without_name(title: str) -> str:
    """Return a title without the name of the draft behind it."""
    return _NAME.sub("", title).strip()


def _with_name(cover: CoverPage, line: str) -> CoverPage:
    """Return a cover with the name of the draft, where a line says it first."""
    name = _NAME.search(line)
    return cover if name is None or cover.draft else cover._replace(draft=name[1])


def _with_line(cover: CoverPage, line: str) -> tuple[CoverPage, bool]:
    """Return a cover with what one line says, and whether that is all that it says."""
    cover = _with_name(cover, line)
    rest = _NAME.sub("", line).strip()
    if _DATE.fullmatch(rest):
        return cover._replace(date=cover.date or "".join(rest.split())), True
    if _ISSUER.search(rest) and not cover.issuer and not _TITLE_ENDS.search(rest):
        issuer = re.sub(r"(?:编制?|制|起草)\Z", "", rest)
        return cover._replace(issuer=issuer), True
    return cover, not rest
