"""The references that renumbering leaves as they stand, as people read them."""

from collections.abc import Iterable, Iterator

from plancli.core.revision.renumber import LeftIn
from plancli.core.revision.rewriting import Left
from plancli.messages import N_, _

_WHY = {
    Left.GONE: N_("{part}: {words} is left as it stands, {parts} is no longer there"),
    Left.NOTHING: N_("{part}: {words} is left as it stands, nothing has this number"),
    Left.SEVERAL: N_("{part}: {words} is left as it stands, it may be {parts}"),
    Left.MOVED: N_(
        "{part}: {words} is left as it stands, it means {parts} and would be read otherwise"
    ),
    Left.UNREAD: N_("{part}: {words} is left as it stands, as it was before"),
}


def lines(left: Iterable[LeftIn]) -> Iterator[str]:
    """Yield a line for each reference that is left: where it stands, its words, and why."""
    for one in left:
        reference = one.reference
        parts = "、".join(reference.parts)
        yield _(_WHY[reference.why]).format(part=one.key, words=reference.words, parts=parts)
