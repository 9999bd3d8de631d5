"""What turns the text of one merge into that of another merge of the same base."""

from collections.abc import Iterator, Sequence

from plancli.core.merge.words import Merge
from plancli.core.text import diff


def between(old: Merge, new: Merge) -> list[diff.Splice]:
    """Return the splices that turn `old.text` into `new.text`, in `old`'s coordinates.

    Made from what each merge took, and not by comparing the two texts, so that a passage that stands twice
    is never mistaken for its twin.
    """
    before, after = _splices(old), _splices(new)
    in_both = set(before) & set(after)
    found: list[diff.Splice] = []
    shift = 0  # how much longer the old merge is before this place than the base
    for start, end in _hulls([*before, *after]):
        inside_before = _within(before, start, end)
        inside_after = _within(after, start, end)
        was = _applied(old.base, inside_before, start, end)
        becomes = _applied(old.base, inside_after, start, end)
        alike = in_both.issuperset([*inside_before, *inside_after])
        if was != becomes and not alike:
            at = start + shift
            found.append(diff.Splice(at, at + len(was), becomes))
        shift += len(was) - (end - start)
    return found


def _splices(merged: Merge) -> list[diff.Splice]:
    return [diff.Splice(taken.start, taken.end, taken.text) for taken in merged.taken]


def _hulls(splices: Sequence[diff.Splice]) -> Iterator[tuple[int, int]]:
    """Yield the spans of the base that splices cover, as (start, end), those that touch joined to one."""
    ordered = sorted(splices)
    if not ordered:
        return
    start, end = ordered[0].start, ordered[0].end
    for splice in ordered[1:]:
        if splice.start > end:
            yield start, end
            start, end = splice.start, splice.end
        else:
            end = max(end, splice.end)
    yield start, end


def _within(splices: Sequence[diff.Splice], start: int, end: int) -> list[diff.Splice]:
    return [splice for splice in splices if start <= splice.start and splice.end <= end]


def _applied(base: str, inside: Sequence[diff.Splice], start: int, end: int) -> str:
    """Return the words of a stretch of the base with the splices in it applied."""
    own = [diff.Splice(s.start - start, s.end - start, s.text) for s in inside]
    return diff.apply(base[start:end], own)
