"""Whether what a comment adds can have its keys, and stand in what it goes into."""

from plancli.core.finding import Code, Path
from plancli.core.merge.finder import Finder
from plancli.core.merge.wanted import Addition
from plancli.core.plan.model import Column, Table


def is_free(finder: Finder, new: Addition, path: Path) -> bool:
    """Whether nothing has the keys of an addition yet, and what it goes into can hold it."""
    outline = finder.corpus.outline
    for key in (new.key, *new.holds):
        if outline.knows(key):
            finder.refuse(Code.DUPLICATE_ID, path, key=key)
            return False
    if isinstance(new.new, Column | Table) and new.container not in outline.sections:
        finder.refuse(Code.NO_CONTAINER, path, key=new.container)
        return False
    return True
