"""The edit that gives a part the title for which an opinion asks."""

import re

from plancli.core.comments.edits import Retitle
from plancli.core.instructions.demands import Demand
from plancli.core.locate.citation import parse
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.model import PLAN
from plancli.core.plan.outline import Outline
from plancli.core.text.matchkey import fold


def retitling(draft: Corpus, demand: Demand) -> Retitle | None:
    """Return the edit that gives a part the title that is demanded; None where it is not clear which part.

    It is the part that is named nearest before the title, else the only one that has the old one.
    """
    named = _part_named(draft, demand.titled) or _part_titled(draft.outline, demand.old)
    if named is None:
        return None
    return Retitle.model_validate({"title": named, "with": demand.new})


def _part_named(draft: Corpus, words: str) -> str | None:
    """Return the part that is named last in words such as 第四章第17项工程的标题, if it is one."""
    named = _NOUN.sub("", words)
    if _OF_PLAN.fullmatch(named):
        return PLAN if draft.outline.title is not None else None
    places = draft.names.places(parse(named)) if named else []
    keys = places[-1].keys if places else ()
    if len(keys) != 1 or places[-1].unread:
        return None
    return keys[0]


_NOUN = re.compile("(?:的?(?:大?标题|题目|题名|名称)|[章节]名|(?<=专栏)名)$")
"""What a title is called behind the part that has it."""
_OF_PLAN = re.compile("本?(?:规划|纲要|方案)")


def _part_titled(draft: Outline, title: str) -> str | None:
    """Return the only part that has a title or heading."""
    headings = {name: spot.paragraph.heading for name, spot in draft.spots.items()}
    found: list[str] = []
    for key, words in {**draft.titles, **headings}.items():
        if words and fold(words) == fold(title):
            found.append(key)
    return found[0] if len(found) == 1 else None
