"""Lists of responsible units as a plan prints them, in words that somebody typed."""

from collections.abc import Sequence

from plancli.core.comments.edits import ChangeUnits, Edit
from plancli.core.locate.corpus import Corpus
from plancli.core.merge.units import units_with
from plancli.core.plan.joints import Joints
from plancli.core.plan.outline import TITLE
from plancli.core.plan.printed import Printed
from plancli.core.text.characters import LIST_MARK
from plancli.core.text.diff import Splice, apply
from plancli.core.text.punctuation import narrow


def list_begins(line: Printed, joints: Joints) -> int | None:
    """Return where the list of responsible units begins, or would; None of a title."""
    for field in line.fields:
        if field.name == TITLE:
            return None
        if field.name == "units":
            return field.start - len(joints.opening)
    return len(line.text)


def is_list(corpus: Corpus, line: Printed, splice: Splice) -> bool:
    """Whether what is put in at the end of a paragraph is a list of units as the plan prints one."""
    joints = corpus.outline.joints
    words = splice.text
    at_end = splice.start == splice.end == len(line.text)
    return at_end and _listed(words, joints) is not None


def units_edit(
    corpus: Corpus, key: str, line: Printed, start: int, splices: Sequence[Splice]
) -> Edit | None:
    """Return what changes the list of units; None where the new words are no such list."""
    if any(splice.start < start for splice in splices):
        return None
    moved = [Splice(one.start - start, one.end - start, one.text) for one in splices]
    words = apply(line.text[start:], moved)
    names = _listed(words, corpus.outline.joints) if words.strip() else ()
    if names is None:
        return None
    before = corpus.outline.units(key)
    added = tuple(name for name in names if name not in before)
    removed = tuple(name for name in before if name not in names)
    if names and units_with(before, added, removed) != names:
        return ChangeUnits(units=key, set=names)
    return ChangeUnits(units=key, add=added, remove=removed)


def listed_apart(words: str, joints: Joints) -> tuple[str, tuple[str, ...] | None]:
    """Return the text of a new paragraph, and the list of responsible units with which it ends."""
    at = narrow(words).rfind(narrow(joints.opening.strip()))
    names = _listed(words[at:], joints) if at > 0 else None
    return (words, None) if names is None else (words[:at].rstrip(), names)


def _listed(words: str, joints: Joints) -> tuple[str, ...] | None:
    """Return the names of a list of units as it is printed, in either width; None of other words."""
    opening, closing = narrow(joints.opening.strip()), narrow(joints.closing.strip())
    bare = narrow(words.strip())
    if not (bare.startswith(opening) and bare.endswith(closing)):
        return None
    inside = bare[len(opening) : len(bare) - len(closing)]
    comma = joints.comma.strip()
    names = [name.strip() for name in inside.replace(LIST_MARK, comma).split(comma)]
    whole = names and all(names) and len(set(names)) == len(names)
    return tuple(names) if whole else None
