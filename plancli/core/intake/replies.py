"""What a cell answers without an opinion, and what the office decided as a cell says it."""

import re
from functools import cache

from plancli.core.comments.comment import Decision
from plancli.core.comments.nothing import says_nothing
from plancli.core.comments.status import Status
from plancli.core.text.characters import BREAKS, SENTENCE_MARKS

_NO_WORDS = "—–-－/／\\无没有×"
"""What stands in a cell for: nothing."""
_SEPARATORS = f"{SENTENCE_MARKS}{BREAKS}（( \t\n\u3000—"
"""What may follow a label: words that belong to the decision, and not to its name."""


def is_no_opinion(cell: str) -> bool:
    """Whether a cell answers that there is no opinion: 无意见, 同意, 无, —."""
    words = cell.strip().rstrip(SENTENCE_MARKS)
    return bool(words) and (not words.strip(_NO_WORDS) or says_nothing(words))


def decision_of(result: str, answer: str) -> Decision:
    """Return what two cells say of a decision: the result, and why or what was changed.

    A status is taken only where the result is a known label or begins with one and a separator, and no
    other label follows. Anything else decides nothing: its words stay with the office as they are.
    """
    words = result.strip()
    label = _label(words) if words else None
    if label is None:
        return Decision()
    rest = words[len(label) :].lstrip(_SEPARATORS).strip()
    if rest.endswith(("）", ")")) and rest.count("）") + rest.count(")") > _opened(rest):
        rest = rest[:-1]  # 采纳(已修改)
    status = _labels()[label]
    said = "\n".join(filter(None, (rest, answer.strip()))) or None
    if status.meaning.needs_reason:
        return Decision(status=status, reason=said)
    return Decision(status=status, reply=said)


def _opened(words: str) -> int:
    return words.count("（") + words.count("(")


def _label(words: str) -> str | None:
    """Return the label with which a cell begins, if it is the only one in it."""
    for label in _labels():
        if words == label:
            return label
        if not words.startswith(label) or words[len(label)] not in _SEPARATORS:
            continue
        rest = words[len(label) :].lower()
        return None if _says_otherwise(rest, _labels()[label]) else label
    return None


def _says_otherwise(rest: str, status: Status) -> bool:
    """Whether the words behind a label, in small letters, say that it does not hold, or not for all."""
    pattern = _TAKES_BACK if status is Status.ADOPTED else _OTHERWISE
    return pattern.search(rest) is not None


_OTHERWISE = re.compile("采纳|adopted")
"""What makes words behind a label another verdict, on another part: 采纳(1)(2),未采纳(3)."""
_TAKES_BACK = re.compile(
    f"{_OTHERWISE.pattern}|[?？]|^.(?:(?:大|小)?部分|多数|一半|但|除|仅|只|待|暂|存疑)"
    "|(?:其余|其他|第.{1,3}[条点项])[^。]{0,8}[不未]"
)
"""What makes an adoption one of a part only, or none yet: 采纳(部分), 采纳,但…, 采纳?"""


@cache
def _labels() -> dict[str, Status]:
    """Return the status that each label says, the longest first; 待定 decides nothing."""
    found: dict[str, Status] = {}
    for status in Status:
        if status is Status.PENDING:
            continue
        meaning = status.meaning
        for label in (str(status), meaning.label, meaning.english, *meaning.intended):
            if label and label not in _UNCLEAR:
                found.setdefault(label, status)
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


_UNCLEAR = ("待核实", "To be verified")
"""What is published of a decision that the text does not prove: it says that nobody knows yet."""
