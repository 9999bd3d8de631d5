"""Citations as people write them, read into values: 第38页16-20行, 三、(二)3., 第19项“医疗健康工程”."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from plancli.core.plan.mention import Kind
from plancli.core.plan.span import Span, page_span
from plancli.core.text.characters import NARROW
from plancli.core.text.numerals import CITED, TENS, WEIGHTS, chinese, is_number, number

_RANK = {kind: rank for rank, kind in enumerate(Kind)}
_PRINTED = (Kind.PAGE, Kind.LINE)
_LABELLED = (
    Kind.ANNEX,
    Kind.APPENDIX,
    Kind.ANNEXED_TABLE,
    Kind.ANNEXED_FIGURE,
    Kind.COLUMN,
    Kind.TABLE,
    Kind.FIGURE,
    Kind.LISTING,
    Kind.FORMULA,
    Kind.EXAMPLE,
    Kind.NOTE,
)
"""Kinds whose name stands before their number: 附件2, 图3."""
_SHOWN = set(_LABELLED) - {Kind.ANNEX, Kind.APPENDIX, Kind.COLUMN}
"""What a paper shows beside its text."""
_WHOLE = (*_LABELLED, Kind.CHAPTER, Kind.CLAUSE)
"""Kinds that stand by themselves: two of them in a list are two places."""
_LEVELS = (Kind.ITEM, Kind.SUBITEM, Kind.ENTRY, Kind.SUBENTRY)
"""Levels of a text, each inside the one before: 第三条第二款第一项 is one place."""
_HOLDS_ENTRIES = (Kind.COLUMN, Kind.PARAGRAPH, Kind.ITEM, Kind.SUBITEM, Kind.POINT)
"""Kinds in which 第3项 is a level of its own; elsewhere it is the part that is numbered 3. in the plan."""


class Step(NamedTuple):
    """One number of a citation, or a range of them; -1 is the last one.

    Numbers are plain digits; a clause keeps its points (3.2.7), a page its own series (iv).
    """

    kind: Kind
    first: str
    last: str

    def __str__(self) -> str:
        if self.kind in _LABELLED:
            return f"{self.kind}{self.label}"
        match self.kind:
            case Kind.CLAUSE:
                return self.label
            case Kind.LEVEL_1 | Kind.LEVEL_2:
                # as people write it: (三) is another level than (3)
                numerals = re.sub("[0-9]+", lambda digits: chinese(int(digits[0])), self.label)
                return self.kind.replace("一", numerals)
            case Kind.LEVEL_3:
                return f"{self.label}{self.kind[-1]}"
            case Kind.LEVEL_4:
                return f"({self.label})"
            case Kind.ROW:
                return f"表格{Step(Kind.LINE, self.first, self.last)}"
            case Kind.INNER_LINE:
                return f"{Step(Kind.LINE, self.first, self.last)}"
        if self.first.startswith("-") and self.last.startswith("-"):
            return f"倒数第{self._from_behind}{self.kind}"
        return f"第{self.label}{self.kind}"

    @property
    def _from_behind(self) -> str:
        """The number as it is counted from behind: lines -8 to -7 are 倒数第7-8行."""
        return self._replace(first=self.last[1:], last=self.first[1:]).label

    @property
    def label(self) -> str:
        """The number, or the range with a dash."""
        if self.first == self.last:
            return self.first
        return f"{self.first}-{self.last}"


class Reference(NamedTuple):
    """One place: the steps that lead to it, and the words beside them, which may be titles."""

    steps: tuple[Step, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def page(self) -> Span | None:
        """Printed pages, as the paper numbers them: 38, iv, 附3."""
        return self._span(Kind.PAGE)

    @property
    def line(self) -> Span | None:
        """Printed lines; negative ones count from the foot of the page."""
        return self._span(Kind.LINE)

    def _span(self, kind: Kind) -> Span | None:
        """Return a step as a range; None where it is missing, or no range (第5行至倒数第2行)."""
        for step in self.steps:
            if step.kind is kind:
                return _span_of(step)
        return None


def _span_of(step: Step) -> Span | None:
    """Return the pages or lines of a step; None where it is no range."""
    try:
        return page_span(step.label)
    except ValueError:
        return None


class Citation(NamedTuple):
    """A citation: its words as written, and the places read in them."""

    raw: str
    references: tuple[Reference, ...]


_NUMERAL = f"[0-9{CITED}]{{1,6}}"
_DASH = r"\s*[-—~至到]+\s*"
_RANGE = rf"{_NUMERAL}(?:{_DASH}{_NUMERAL})?"
_MORE = r"\s*[、,和及]\s*"
_MOST = 20
"""How many numbers a list has at most; more are no citation, and would take long to look through."""
_ORDINALS = rf"{_NUMERAL}(?:(?:{_DASH}|{_MORE})(?:第\s*)?{_NUMERAL}){{0,{_MOST}}}"
_NUMBERS = rf"\(?({_ORDINALS})\)?"
_BARE = rf"(?:[0-9]{{1,6}}|[{CITED}]{{0,3}}[{WEIGHTS}][{CITED}]{{0,3}})"
"""A number without 第: 三项 and 一行 are how many, and never which one."""
_BARE_NUMBERS = rf"({_BARE}(?:{_DASH}{_BARE})?(?:{_MORE}{_BARE}(?:{_DASH}{_BARE})?){{0,{_MOST}}})"
_SEVERAL = rf"([2-9]|[0-9]{{2,4}}|[{TENS}两]{{1,3}})"
_DOTTED = r"\d{1,3}(?:[.-]\d{1,3}){1,4}"
"""The number of a figure or table as papers print it: 3.2, 3-2."""
_LABEL = rf"({_DOTTED}|\d{{1,3}})(?![0-9A-Z])"
_APART = r"(?<![\w.])"
_BEHIND_STEP = "(?<=[页行段条款项点节章篇编卷分栏])"
_BEGINS = f"(?:{_APART}|{_BEHIND_STEP}|(?<=[在从自见如及和与或至到中原附对将把由]))"
"""Where a place can begin that is named without 第: not in the midst of words (代表1) or numbers (112.)."""
_COUNTED = f"(?:{_APART}|{_BEHIND_STEP}|(?<=[文其]中)|(?<=在))"
"""Where a bare number can be a place: elsewhere it says how many (增加3行, 产业和5项工程)."""
_FROM_BELOW = "倒数|下数|从下往上数?|自下而上数?"


_NTH = (
    rf"(?:上数|正数|从上往下数?|自上而下数?)?第\s*{_NUMBERS}\s*"
    r"(页|行(?![业动政为程])|列|卷|编(?![号码制辑])|篇|[大个]?部分|章(?!程)|小?节(?![点能])|个?(?:自然)?段落?|句话?"
    r"|条(?![件例])|款|项|目(?![标的录])|点)"
)
"""Which one of what has a name of one character, its kind: 第38页, 第二个自然段."""
_FROM_END = rf"({_FROM_BELOW})第?\s*({_ORDINALS})\s*([条款项点])|(最?末|最后)[一1]([条款项点])"
"""Which one of what is counted inside a part, from its end: 专栏3倒数第2条."""
_LABELS = (
    rf"(附[件录表图]|(?:{_BEGINS}|(?<=[0-9]))(?:表|插?图))\s*({_DOTTED}(?:{_MORE}{_DOTTED}){{0,{_MOST}}}(?![0-9A-Z])"
    rf"|{_RANGE}(?:{_MORE}{_RANGE}){{0,{_MOST}}}(?![0-9A-Z.])|[A-Z](?![A-Za-z]))"
)
"""What has its name before its number, which papers may count by chapters: 附件2, 图3-2."""
_OF_NOUN = "大个小自然落话插"
"""What may stand round the name of a kind."""


def _counting(noun: str, again: str) -> str:
    """Return how units of a text are counted without 第: from behind, the first two, the first, the last.

    Behind one of them again (第12行前2行) these are counted from there.
    """
    return (
        rf"({_FROM_BELOW})第?\s*({_ORDINALS})\s*{noun}"
        rf"|(?<!{again})(前|头|末|最后){_SEVERAL}\s*{noun}|(首){noun}|(最?末|最后)[一1]?{noun}"
    )


_PATTERNS = (
    (Kind.PAGE, r"第?\s*([附A-OQ-Z]-?\d{1,6})\s*页|[Pp]\.?\s*(附\d{1,6})"),
    (
        Kind.PAGE,
        rf"(?<![A-Za-z])(?:[Pp]ages?|[Pp]{{1,2}})\.?\s*({_RANGE}(?:、\s*{_RANGE}(?!\s*[0-9项章节条段行.])){{0,{_MOST}}})(?![A-Za-z])\s*页?",
    ),
    (Kind.PAGE, r"(?<![A-Za-z])[Pp]\.?\s*([ivxlc]{1,7})(?![a-z])\s*页?|第\s*([ivxlc]{1,7})\s*页"),
    (Kind.PAGE, rf"{_COUNTED}{_BARE_NUMBERS}\s*页"),
    (Kind.PAGE, rf"(?<!\w)页\s*([0-9]{{1,6}}(?:{_DASH}[0-9]{{1,6}})?)(?![0-9])"),
    (Kind.ROW, rf"表格?[中内里的]?(?:({_FROM_BELOW})第?\s*({_ORDINALS})|第\s*{_NUMBERS})\s*行"),
    (
        Kind.LINE,
        rf"{_counting('行(?![业动政为程])', '行')}|{_COUNTED}{_BARE_NUMBERS}\s*行(?![业动政为程])"
        rf"|(?<![A-Za-z])(?:[Ll]ines?|[Ll])\.?\s*({_RANGE})",
    ),
    (
        Kind.COLUMN,
        rf"专栏\s*({_RANGE}(?:\s*[、,和及]\s*{_RANGE}(?!\s*[0-9项章节条段行.])){{0,{_MOST}}})",
    ),
    (Kind.LISTING, rf"(?:代码|程序)清单\s*{_LABEL}"),
    (Kind.FORMULA, rf"(?:公式|{_BEGINS}式)\s*\(?{_LABEL}\)?"),
    (Kind.EXAMPLE, rf"{_BEGINS}例\s*{_LABEL}"),
    (Kind.NOTE, rf"(?:脚注|尾注|{_BEGINS}注释?)\s*{_LABEL}"),
    (Kind.PARAGRAPH, _counting("个?(?:自然)?段落?", "段")),
    (Kind.SENTENCE, _counting("句话?", "句")),
    (
        Kind.ENTRY,
        rf"(?:{_APART}|{_BEHIND_STEP})([0-9]{{1,4}}(?:{_DASH}[0-9]{{1,4}})?)\s*项(?!目)",
    ),
    (
        Kind.CLAUSE,
        r"(?<![\d.])第?\s*(\d{1,4}(?:\.\d{1,4}){1,6}(?:[-~至]\d{1,4}(?:\.\d{1,4}){1,6})?)(?!\.?\d)"
        r"\s*(?:小?节|[条款项段章])?(?![万亿%元个倍米公吨户人版])",
    ),
    (Kind.LEVEL_2, rf"\(([{TENS}]{{1,3}})\)"),
    (Kind.LEVEL_4, r"\((\d{1,2})\)"),
    (Kind.LEVEL_1, rf"{_BEGINS}([{TENS}]{{1,3}})、"),
    (Kind.LEVEL_3, r"(?<![\d.])(\d{1,2})[.、](?!\d)"),
)
"""How places are written; of those that begin at one character the first counts.

What is read without 第, or with a word that titles have too, is guarded: what is left unread is asked about,
what is read wrongly finds a wrong place.
"""
_KEY = r"第[^\s/]{1,4}章(?:/[^\s/,，、;；:。“”]+)+"
"""A key as it stands in the files: 第四章/17/专栏15."""
_BESIDE = (
    r"(?<!最)[前后上下][一1][行段页节章条款项点句]"
    rf"|(?<=行)[前后][0-9{CITED}]{{1,3}}行|(?<=段)[前后][0-9{CITED}]{{1,3}}段"
)
"""What is beside another place, and which one that is depends on it: 前一行, 第12行后2行. It stays unread."""
_BECOMES = "(?:改为|改成|改至|调整为|变更为|变为|移至|移到|移入|并入|合并为).*"
"""What follows says where something comes to be, not where it is: 将第二条改为第三条. It stays unread."""
_FIRST = "第前后上下首头末最倒正从自附表图插页专公式代程例脚尾注改调变移并合"
_STARTS = rf"(?=[\sA-Za-z\d({CITED}{WEIGHTS}{_FIRST}])"
"""Asked first, because it is false of most characters: a place, or what stays unread, may begin here."""
_QUOTED = re.compile('[“"「『《]([^“”"「」『』《》]+)[”"」』》]')
_DASHED = re.compile(_DASH)
_LISTING = re.compile(r"\s*[、,;和及]\s*")
_JOINT = re.compile(rf"{_DASHED.pattern}|{_LISTING.pattern}")
"""What stands between two steps and joins them to a range or a list."""
_MARKS = r"[\s,，、;；:：。.()（）]"
_LEAD = re.compile(rf"(?:{_MARKS}|就?征求意见稿中?|送审稿|总体规划|原文|正文|文中|建议|关于)*")
_ONE = "一[段节章条项句处]话?"
_FILLER = re.compile(
    rf"(?:{_MARKS}|就|对|在|从|将|把|请|由|其?中|的|以及|和|及|与|或|处|内容|部分|方面|内|里|规划|原|这|该|等"
    rf"|[如见]|所示|原稿|文件|章名|节名|末尾|末|开头|相关|章节|[章节条段项句]"
    rf"|表述|文字|字样|{_ONE})*"
)
_TAIL = re.compile(
    rf"(?:[这该]?(?:部分|方面|{_ONE})(?:的?(?:内容|表述|文字|字样))?(?:之?中|里|内)?|(?<=....)中)$"
)
"""What stands behind the title of a place and is none of it: 科技创新部分, 保障措施中."""
_IN = re.compile("^(?:在|从|对|就|将|把)")
_NARROW = NARROW | {ord("〜"): "~", ord("―"): "—"}


_LONGEST = 1000
"""Characters of a citation at most; in public tables the longest have a hundred. More stays unread."""


_REMEMBERED = 256
"""So many citations stay read: several rules ask for the same ones, and every edit of a comment does."""


def parse(raw: str) -> Citation:
    """Read a citation whole: every part becomes a step, or stays as words beside the steps."""
    return _parse(raw)


@lru_cache(_REMEMBERED)
def _parse(raw: str) -> Citation:
    if len(raw) > _LONGEST:
        return Citation(raw, (Reference(words=(raw[:_LONGEST],)),))
    references = [Reference()]
    words: list[list[str]] = [[]]
    before = ""
    text = " ".join(raw.translate(_NARROW).split())
    for token in _tokens(text):
        if isinstance(token, Step):
            _take(references, token, before)
            if len(words) < len(references):
                words.append([])
            before = ""
            continue
        before = token
        if not _JOINT.fullmatch(token):
            words[-1].append(token)
    said: list[Reference] = []
    for reference, beside in zip(references, words, strict=True):
        if reference.steps or beside:
            said.append(reference._replace(words=tuple(beside)))
    return Citation(raw, tuple(said))


def _take(references: list[Reference], step: Step, mark: str) -> None:
    """Add a step to the last place; a kind that it has begins the next place, or ends a range.

    `mark` is what stands before the step: a dash, the mark of a list, other words, or nothing.
    """
    current = references[-1]
    step = _in_context(current, step)
    kinds = [taken.kind for taken in current.steps]
    if _ends_range(current, step, mark):
        *others, last = current.steps
        joined = Step(step.kind, *_rising(last.first, step.last))
        references[-1] = current._replace(steps=(*others, joined))
    elif step.kind in kinds:
        references.append(Reference((*_wider(current, step), step)))
    elif _begins_next(current, step, mark):
        references.append(Reference((step,)))
    else:
        references[-1] = current._replace(steps=(*current.steps, step))


def _in_context(current: Reference, step: Step) -> Step:
    """Return a step as what stands before it makes it.

    Lines are counted on a page, but those of 表3 are its rows, and those of 第二段 are counted in that: read
    as lines of the page they would find another place.
    """
    kinds = [taken.kind for taken in current.steps]
    if step.kind is Kind.ENTRY:
        level = not set(kinds).isdisjoint(_HOLDS_ENTRIES)
        numbered = Kind.LEVEL_2 if isinstance(step, _Bracketed) else Kind.LEVEL_3
        return Step(step.kind if level else numbered, step.first, step.last)
    if step.kind is not Kind.LINE or not kinds:
        return step
    if kinds[-1] in _TABLES:
        return step._replace(kind=Kind.ROW)
    if kinds[-1] in _COUNT_LINES:
        return step._replace(kind=Kind.INNER_LINE)
    return step


class _Bracketed(Step):
    """A step whose numeral stands in brackets: 第(四)项 is (四), where 第4项 is 4."""


_BRACKETED = re.compile(rf"第\s*\([{TENS}]+\)\s*项$")


_TABLES = (Kind.TABLE, Kind.ANNEXED_TABLE, Kind.ROW)
_COUNT_LINES = (Kind.PARAGRAPH, Kind.INNER_LINE, *_LEVELS, Kind.POINT)


def _ends_range(current: Reference, step: Step, mark: str) -> bool:
    """Whether a step is the other end of the one before it: 第3条至第5条.

    One that is a range already has its end: of 第3-5条-第7条 the last is a place of its own.
    """
    if not current.steps or not _DASHED.fullmatch(mark):
        return False
    last = current.steps[-1]
    return last.kind is step.kind and last.first == last.last


def _begins_next(current: Reference, step: Step, mark: str) -> bool:
    """Whether a step of another kind than the ones before is the next place of a list: 专栏3、附件2.

    Kinds that stand in others are no places by themselves: 第四章、第2节 is one. What is wider than the step
    before it cannot stand in that: 第2款、第3条 are two, and so are 第5条、第四章.
    """
    if not current.steps or step.kind in _PRINTED:
        return False
    last = current.steps[-1]
    listed = _LISTING.fullmatch(mark) is not None
    if last.kind in _LEVELS and _RANK[step.kind] < _RANK[last.kind]:
        # 第5条(第四章) says of the fifth where it stands
        return listed
    both_whole = last.kind in _WHOLE and step.kind in _WHOLE
    return listed and both_whole


def _wider(reference: Reference, step: Step) -> Iterator[Step]:
    """Yield what the next place of a list shares with the one before: 第38页第5行、第8行.

    The paper and the plan each have an order of their own: a page is not wider than an item.
    """
    on_paper = step.kind in _PRINTED
    for other in reference.steps:
        if (other.kind in _PRINTED) is not on_paper:
            continue
        if _RANK[other.kind] < _RANK[step.kind]:
            yield other


def _tokens(text: str) -> Iterator[Step | str]:
    """Yield steps, and the words between them without fillers; quoted titles are read inside too."""
    done = 0
    for quoted in _QUOTED.finditer(text):
        if quoted.start() < done:
            continue  # it stands in the title that was read before it
        title = _title_round(text[done : quoted.start()], quoted)
        if title is not None:
            before, words, behind = title
            yield from _plain(text[done : quoted.start() - before])
            yield from _words(words)
            done = quoted.end() + behind
            continue
        yield from _plain(text[done : quoted.start()])
        yield from _inside(quoted[1])
        done = quoted.end()
    yield from _plain(text[done:])


def _inside(title: str) -> Iterator[Step | str]:
    """Yield what a quoted title says; numbers in its midst belong to its words: “十四五”规划."""
    if _PAPER.search(title):
        return
    if _NUMBERED.match(title):
        yield from _plain(title)
    else:
        yield from _words(title)


_PAPER = re.compile("(?:征求意见|送审|讨论)稿[)）]?$")
"""How the title of the paper ends in which everything is cited: 《规划(征求意见稿)》."""
_NUMBERED = re.compile(r"\s*(?:专栏|第|\d+[.、项])")
"""How a quoted title begins that carries its own number: “专栏10 智慧城管重点工作”."""
_BREAKS = r"\s,，、;；:：。.()（）“”\"「」『』《》"
_BREAK = re.compile(f"[{_BREAKS}]")
_RUN = re.compile(f"[^{_BREAKS}]+")
_NOT_TITLE = re.compile("[中里内的等一部方之后前处章节项条款段句]")
"""How words behind a quoted title begin that say something of it, and do not go on with it."""


class _Title(NamedTuple):
    """A title with quoted words in its midst, and how many characters stand before and behind these."""

    before: int
    words: str
    behind: int


def _title_round(before: str, quoted: re.Match[str]) -> _Title | None:
    """Return the title in whose midst quoted words stand: 深化“放管服”改革; None where they are a title.

    That is so where plain words touch them on both sides, and neither side is a number or leads to one.
    """
    left = _BREAK.split(before)[-1]
    right = _RUN.match(quoted.string, quoted.end())
    if not left or right is None or _NOT_TITLE.match(right[0]):
        return None
    if list(_plain(left)) != [left]:
        return None
    behind = [type(token) for token in _plain(right[0])]
    if behind != [str]:
        return None
    words = left + quoted[0] + right[0]
    return _Title(len(left), words, len(right[0]))


@cache
def _ways() -> re.Pattern[str]:
    """Return all ways to write a place as one pattern, compiled when the first citation is read.

    One pattern goes through a text once; where several ways begin at one character the first listed counts.
    A key comes before its numbers. Each way is a group that is named by its place in `_PATTERNS`.
    """
    ways = [
        f"(?P<words>{_KEY}|{_BESIDE}|{_BECOMES})",
        f"(?P<nth>{_NTH})",
        f"(?P<labelled>{_LABELS})",
        f"(?P<behind>{_FROM_END})",
    ]
    for at, (_, pattern) in enumerate(_PATTERNS):
        ways.append(f"(?P<way{at}>{pattern})")
    return re.compile(f"{_STARTS}(?:{'|'.join(ways)})")


def _plain(text: str) -> Iterator[Step | str]:
    """Yield the steps of words outside quotes, and what stands between them."""
    done = 0
    for match in _ways().finditer(text):
        yield from _words(text[done : match.start()])
        yield from _read(match)
        done = match.end()
    yield from _words(text[done:])


def _read(match: re.Match[str]) -> Iterator[Step | str]:
    """Yield the steps of one match, or its words as they are where these are no place by themselves."""
    # the group that closes last is that of the way, and those behind it are inside it or took no part
    way, whole = match.lastgroup or "", match.lastindex or 1
    said = [group for group in match.groups()[whole:] if group]
    if way == "words":
        yield match[0]
    elif way in ("nth", "behind"):
        *counted, noun = said
        steps = _steps(Kind(noun.strip(_OF_NOUN)), counted)
        yield from map(_Bracketed._make, steps) if _BRACKETED.search(match[0]) else steps
    elif way == "labelled":
        noun, numbers = said
        yield from _steps(Kind(noun.strip(_OF_NOUN)), [numbers])
    else:
        kind, _ = _PATTERNS[int(way.removeprefix("way"))]
        yield from _steps(kind, said)


def _words(text: str) -> Iterator[str]:
    """Yield what is left of the words between two steps, or the mark that joins them.

    Words that only lead from one step to the other (文中, 的, 处) are left out: they are no titles.
    """
    if _JOINT.fullmatch(text):
        yield text
        return
    words = _LEAD.sub("", text, count=1).strip(" ,，、;；:：。.()（）")
    if _FILLER.fullmatch(words):
        return
    title = _TAIL.sub("", words)
    if title and title != words:
        # 在 stands before what 部分 or 中 stands behind, and is else the beginning of a title: 在建项目
        title = _IN.sub("", title) or title
        words = title
    yield words


def _steps(kind: Kind, groups: list[str]) -> Iterator[Step]:
    """Yield the steps of one match: numbers and ranges in a list, or what is counted from an end."""
    said = groups[0].replace("第", "")
    if re.fullmatch(_FROM_BELOW, said):
        for numbers in re.split(_MORE, groups[1].replace("第", "")):
            yield _from_below(kind, numbers)
        return
    if len(groups) > 1:
        yield _several(kind, said, number(groups[1]))
        return
    if said in ("末", "最末", "最后"):
        yield Step(kind, "-1", "-1")
        return
    for numbers in re.split(_MORE, said):
        if kind in _SHOWN and not set(numbers).isdisjoint(".-"):
            # as papers number what they show in each chapter: 图3-2 is one, and no range
            yield Step(kind, numbers, numbers)
            continue
        ends = [_plain_number(kind, end) for end in re.split(_DASH, numbers)]
        yield Step(kind, *_rising(ends[0], ends[-1]))


def _from_below(kind: Kind, numbers: str) -> Step:
    """Return what is counted from behind: of 倒数第7-8行 line 8 is the first, and of 倒数第8-7行, too."""
    ends = sorted(number(end) for end in re.split(_DASH, numbers))
    return Step(kind, f"-{ends[-1]}", f"-{ends[0]}")


def _several(kind: Kind, side: str, count: int) -> Step:
    """Return the first few, or the last: 前2行, 最后三段."""
    if side in ("前", "头"):
        return Step(kind, "1", str(count))
    return Step(kind, f"-{count}", "-1")


def _plain_number(kind: Kind, numeral: str) -> str:
    """Return a number in plain digits; clauses (3.2.7) and labels (页iv, 附录B) as they are."""
    if numeral == "首":
        return "1"
    if kind is Kind.CLAUSE or not is_number(numeral):
        return numeral
    return str(number(numeral))


def _rising(first: str, last: str) -> tuple[str, str]:
    """Return the ends of a range, the lower one first: 第20至16行 is a slip of the pen."""
    if not first.isdecimal() or not last.isdecimal():
        return first, last
    if int(last) < int(first):
        return last, first
    return first, last
