"""Quotations with an ellipsis: their fragments, where these stand in order, and what is left out between."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plancli.core.locate.quoting import is_fragment
from plancli.core.text.characters import BREAKS, SENTENCE_MARKS
from plancli.core.text.matchkey import fold

_GAP = 1000
"""How many characters an ellipsis may leave out.

About what a printed page holds: up to there somebody has seen beginning and end of a passage together. What
lies further apart stands in order by chance, since fragments are often common words, and is not found.
"""

_WORD = 6
"""How many characters behind a gap are looked at for a word that only begins like a negation.

The longest of these, 不一而足, reaches three behind its first character; a few more do no harm.
"""

_HARMLESS = {
    "不": (
        "断(?![水电气供档流航线链网交路裂])|同(?![意步工]|时(?![期段间点代]))|仅|但|动产|见面|限(?!制)|锈|良"
        "|足(?![以取道够])|少(?![于得了])|均|懈|忘|定期|一而足|论|管(?!理|护|控)|惜|竭|移(?!动|交|送)|渝|息"
    ),
    "未": "来(?!得|不|函|电|访|信)|成年|雨绸缪",
    "无": (
        "人(?=[机区岛船车艇化]|驾驶|值守|配送|零售|超市|商店|农场|工厂|码头|货柜|巡检|植保|系统|装备|直升)"
        "|线(?!索)|障碍|纸化|缝|偿|害化|烟煤|疑|论(?!据|文)|形(?!状)|穷|锡|为而治|机[物盐肥]|菌|损检|限期"
    ),
    "非": (
        "遗|公有|公经济|公企业|公党建|公领域|物质|常(?![规住态设任务委驻])|凡|机动|营利|盈利|洲|金属|税收|化石"
        "|线性"
    ),
    "莫": "大(?!意)|过于",
    "毋": "庸|宁|忘",
    "没": "收|落",
}
"""By the character that denies, how words go on that only begin with it, as a dictionary has them: whole.

未来 is one, and 未来得及 is none; so what follows tells, wherever a longer word denies after all.
"""
_DENYING = "|".join(f"{char}(?!{words})" for char, words in _HARMLESS.items())

_NEGATION = re.compile(
    f"(?<![淹埋吞湮覆])(?:{_DENYING})"
    "|勿|否|禁止|禁[用售采伐捕牧猎建养行放入停令绝购运燃]|严禁|停止|停[办建用产运工业售发征缴]|关停|叫停|中止|终止"
    "|暂停|暂缓|缓[建办征交缴付议]|取消|取缔|废止|废除|撤[销消回并除]|除外|免除|免于|免予|免[征收缴罚责]|豁免|减免"
    "|拒[不绝]|谢绝|否决|驳回|难以|难于|之外|以外"
)
"""Words that may turn the meaning of all that is quoted round them, but for those that only begin alike.

One too many here costs a person a look; one too few lets a quotation say the opposite of the draft.
"""

_EXCEPT = re.compile(
    f"(?<![消清排解拆扣免删剔铲])除(?![尘夕草虫湿臭霜])[^{re.escape(fold(SENTENCE_MARKS + BREAKS))}]{{1,30}}?"
    "(?:[之以]外|(?<![海国境户室校对涉内郊野课域意例])外)"
)
"""What is excepted: 除…之外. Its two halves may stand on either side of what is left out."""
_REACH = 34
"""So many characters has the longest of these that is looked for."""

_REVERSAL = re.compile(
    "防止|避免|限制|反对|杜绝|拒绝|切忌|减少|压减|严控|严格控制|从严控制|遏制|制止|阻止|严防|谨防|抵制|削减"
    "|缩减|压缩|裁减|降低|下调"
)
"""Verbs that turn the meaning of their own clause only: 防止重复建设 says nothing about the next clause."""

_CLAUSE_END = re.compile(f"[{re.escape(fold(SENTENCE_MARKS + BREAKS))}]")
"""What ends a clause, as the match key has it; an item of a list is still in its clause."""


class Fragments(NamedTuple):
    """Where fragments stand in order: `start:end` from the first to the last, and the gaps between them."""

    start: int
    end: int
    gaps: tuple[tuple[int, int], ...]


def fragments_of(wanted: str) -> list[str]:
    """Return the fragments of an ellipsis quote in the match key; none where it has no ellipsis.

    What stands between two ellipses and has no letter or digit is no fragment: marks alone stand anywhere.
    """
    if "…" not in wanted:
        return []
    return [part for part in wanted.split("…") if is_fragment(part)]


def beginnings(text: str, words: str, low: int, high: int) -> Iterator[int]:
    """Yield where words begin in `text[low:high]`, also where they overlap; nowhere if there are none."""
    at = text.find(words, low, high) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1, high)


def stretches(text: str, fragments: Sequence[str], low: int, high: int) -> Iterator[Fragments]:
    """Yield the stretches of `text[low:high]` that hold the fragments in order, one for each beginning.

    Where the last fragment stands once more behind the last stretch, that is another stretch: which one is
    meant, nobody can tell. Each place only moves on, so the search ends in time however often the text
    repeats itself.
    """
    places = [-1] * len(fragments)
    found: list[int] = []
    for start in beginnings(text, fragments[0], low, high):
        places[0] = start
        if not _followed(text, fragments, places, high):
            break  # nor is there anything behind a later beginning
        found = places[:]
        yield from _bounded(found, fragments)
    if len(found) < 2:
        return
    again = text.find(fragments[-1], found[-1] + 1, high)
    if again >= 0:
        yield from _bounded([*found[:-1], again], fragments)


def _followed(text: str, fragments: Sequence[str], places: list[int], high: int) -> bool:
    """Move each place on to where its fragment stands behind the one ahead; False where one does not."""
    for at in range(1, len(fragments)):
        behind = places[at - 1] + len(fragments[at - 1])
        if places[at] < behind:
            places[at] = text.find(fragments[at], behind, high)
        if places[at] < 0:
            return False
    return True


def _bounded(places: Sequence[int], fragments: Sequence[str]) -> Iterator[Fragments]:
    """Yield the stretch of some places unless an ellipsis leaves out too much.

    `places` are where the fragments begin, one for each.
    """
    ends = [place + len(fragment) for place, fragment in zip(places, fragments, strict=True)]
    gaps = tuple(zip(ends[:-1], places[1:], strict=True))
    if all(end - start <= _GAP for start, end in gaps):
        yield Fragments(places[0], ends[-1], gaps)


def leaves_out_negation(text: str, low: int, high: int) -> bool:
    """Whether the gap `text[low:high]` holds a negation, or a reversal in a clause of which a part is quoted.

    What follows the gap tells 不动产 from 不动. An exception may begin before the gap or end behind it: it is
    left out where any of it lies in the gap.
    """
    for match in _NEGATION.finditer(text, low, high + _WORD):
        if match.start() < high:
            return True
    if _leaves_out_exception(text, low, high):
        return True
    clause_ends = [match.start() for match in _CLAUSE_END.finditer(text, low, high)]
    if not clause_ends:
        # what stands before and behind the gap is one clause
        clause_ends = [high]
    for match in _REVERSAL.finditer(text, low, high):
        # the clauses that lie in the gap whole are nobody's
        if not clause_ends[0] <= match.start() <= clause_ends[-1]:
            return True
    return False


def _leaves_out_exception(text: str, low: int, high: int) -> bool:
    """Whether the gap `text[low:high]` holds an exception, or one half of it.

    Of one that stands before the gap or behind it whole nothing is left out.
    """
    first = max(low - _REACH, 0)
    for match in _EXCEPT.finditer(text, first, high + _REACH):
        begins_before_the_end = match.start() < high
        if begins_before_the_end and low < match.end():
            return True
    return False
