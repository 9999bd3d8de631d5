"""Whether what a comment adds can have its keys, and stand in what it goes into."""

from plancli.core.finding import Code, Path
from plancli.core.merge.finder import Finder
from plancli.core.merge.lists import is_shallow
from plancli.core.merge.wanted import Addition
from plancli.core.plan.model import Column, Figure, Footnote, Paragraph, Table
from plancli.core.plan.outline import Outline


def is_free(finder: Finder, new: Addition, path: Path) -> bool:
    """Whether nothing has the keys of an addition yet, and what it goes into can hold it."""
    outline = finder.corpus.outline
    named: set[str] = set()
    for key in (new.key, *new.holds):
        if outline.knows(key) or key in named:
            finder.refuse(Code.DUPLICATE_ID, path, key=key)
            return False
        named.add(key)
    if not _can_hold(outline, new):
        finder.refuse(Code.NO_CONTAINER, path, key=new.container)
        return False
    return True


def _can_hold(outline: Outline, new: Addition) -> bool:
    """Whether what an addition goes into holds parts of its kind; lists in lists go so deep and no deeper."""
    match new.new:
        case Column() | Table() | Figure():
            return new.container in outline.sections
        case Footnote():
            return True
        case Paragraph(items=items):
            return is_shallow(outline, new.container, items)
    return True
