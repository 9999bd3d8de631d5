"""Changes at places of the draft as edits that quote: with as few words as have one place, and no others."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pydantic import ValidationError

from plancli.core.comments.edits import (
    Delete,
    Edit,
    Insert,
    Replace,
    Retitle,
    Rewrite,
)
from plancli.core.intake.quotation import ANCHOR, Quoting
from plancli.core.intake.unit_lists import is_list, list_begins, listed_apart, units_edit
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.joints import Joints
from plancli.core.plan.printed import Field, Printed
from plancli.core.text.atoms import made_whole
from plancli.core.text.diff import Splice, apply
from plancli.core.text.words import edges


class Manner(NamedTuple):
    """How changes are put: `beside`: nothing is put in without replacing a word; `whole`: fields anew."""

    beside: bool = False
    whole: bool = False


MANNERS = (Manner(), Manner(beside=True), Manner(whole=True))
"""From the one that says least besides the change itself to the one that always can."""


def edits_of(
    corpus: Corpus, key: str, splices: Sequence[Splice], manner: Manner
) -> list[Edit] | None:
    """Return edits that make changes in what the draft prints of a part; None where no edit can.

    Numbers and what is printed between the fields are nobody's words to change.
    """
    try:
        return _edits_of(corpus, key, splices, manner)
    except ValidationError:
        return None  # nothing would be left of a title, or only blanks be put in


def _edits_of(
    corpus: Corpus, key: str, splices: Sequence[Splice], manner: Manner
) -> list[Edit] | None:
    line = corpus.line(key)
    in_units = list_begins(line, corpus.outline.joints)
    found: list[Edit] = []
    by_field: dict[Field, list[Splice]] = {}
    of_units: list[Splice] = []
    for splice in _by_field(line, in_units, corpus.outline.joints, splices):
        field = _field(line, splice)
        if in_units is not None and (splice.end > in_units or is_list(corpus, line, splice)):
            of_units.append(splice)
        elif field is not None:
            by_field.setdefault(field, []).append(splice)
        elif _begins_text(corpus, line, splice):
            found.append(Insert(insert=splice.text.strip(), into=key))
        else:
            return None
    for field, own in by_field.items():
        words = line.text[field.start : field.end]
        inside = [Splice(one.start - field.start, one.end - field.start, one.text) for one in own]
        found += _in_field(corpus, key, field.name, words, inside, manner)
    if of_units and in_units is not None:
        change = units_edit(corpus, key, line, in_units, of_units)
        if change is None:
            return None
        found.append(change)
    return found


def _by_field(
    line: Printed, in_units: int | None, joints: Joints, splices: Iterable[Splice]
) -> Iterator[Splice]:
    """Yield changes; what is taken out of several fields is parted, and what is printed between goes."""
    spans = [(field.start, field.end) for field in line.fields if field.name != "units"]
    if in_units is not None:
        spans.append((in_units, len(line.text)))
    for splice in _lists_apart(line, joints, splices):
        held = any(start <= splice.start and splice.end <= end for start, end in spans)
        if splice.text or held:
            yield splice
            continue
        for start, end in spans:
            low, high = max(start, splice.start), min(end, splice.end)
            if low < high:
                yield Splice(low, high, "")


def _lists_apart(line: Printed, joints: Joints, splices: Iterable[Splice]) -> Iterator[Splice]:
    """Yield changes; words put in behind a paragraph are parted from the list of units that ends them."""
    end = len(line.text)
    for splice in splices:
        words, names = listed_apart(splice.text, joints)
        if names is None or splice.end < end or line.fields[-1].name == "units":
            yield splice
        else:
            yield splice._replace(text=words)
            yield Splice(end, end, splice.text[len(words) :])


def _field(line: Printed, splice: Splice) -> Field | None:
    """Return the heading, text or title that holds a change."""
    for field in line.fields:
        if field.name != "units" and field.start <= splice.start and splice.end <= field.end:
            return field
    return None


def _begins_text(corpus: Corpus, line: Printed, splice: Splice) -> bool:
    """Whether words come behind the heading of a paragraph that has no text."""
    names = [field.name for field in line.fields]
    key = line.spot.paragraph.id
    alone = key in corpus.outline.spots and names[:1] == ["heading"] and "text" not in names
    return alone and splice.start == splice.end == len(line.text) and "units" not in names


def quoted_alone(words: str, splices: Sequence[Splice]) -> list[Edit]:
    """Return changes of words that are none of the draft as edits that only say what they are."""
    found: list[Edit] = []
    ends = sorted(edges(words))
    for start, end, new in _in_words(words, splices, Manner()):
        old = words[start:end].strip()
        before = [at for at in ends if at <= max(start - ANCHOR, 0)]
        anchor = words[before[-1] if before else 0 : start].strip()
        if old and new.strip():
            found.append(Replace.model_validate({"replace": old, "with": new}))
        elif old:
            found.append(Delete(delete=old))
        elif anchor and new.strip():
            found.append(Insert(insert=new, after=anchor))
        elif new.strip() and words[end:].strip():
            found.append(Insert(insert=new, before=words[end : end + ANCHOR * 2].strip()))
    return found


# --- words of a field ---------------------------------------------------------------------------------------


def _in_field(
    corpus: Corpus, key: str, field: str, words: str, splices: Sequence[Splice], manner: Manner
) -> Iterator[Edit]:
    """Yield edits of one field; in the way that always can, its new words."""
    if manner.whole:
        new = apply(words, splices)
        yield (
            Rewrite.model_validate({"rewrite": key, "with": new})
            if field == "text"
            else (Retitle.model_validate({"title": key, "with": new}))
        )
        return
    quoting = Quoting(corpus, key, field, words)
    for splice in _in_words(words, splices, manner):
        yield quoting.edit(splice)


def _in_words(words: str, splices: Iterable[Splice], manner: Manner) -> list[Splice]:
    """Return changes widened to whole words; those that meet then are one."""
    ends = sorted(edges(words))
    spans: list[tuple[int, int]] = []
    members: list[list[Splice]] = []
    for splice in splices:
        start, end = _widened(words, ends, splice, manner)
        if spans and start < spans[-1][1]:
            spans[-1] = spans[-1][0], max(spans[-1][1], end)
            members[-1].append(splice)
        else:
            spans.append((start, end))
            members.append([splice])
    found: list[Splice] = []
    for (start, end), own in zip(spans, members, strict=True):
        moved = [Splice(one.start - start, one.end - start, one.text) for one in own]
        found.append(Splice(start, end, apply(words[start:end], moved)))
    return found


def _widened(words: str, ends: Sequence[int], splice: Splice, manner: Manner) -> tuple[int, int]:
    start, end, text = splice
    if start == end and start in ends and not manner.beside and text.strip() == text:
        return start, end
    start = max(at for at in ends if at <= start)
    end = min(at for at in ends if at >= end)
    whole = made_whole(words, start, end)
    if whole[0] == whole[1] or _has_edge(words, whole, splice):
        before = [at for at in ends if at < whole[0]]
        behind = [at for at in ends if at > whole[1]]
        if before:
            return before[-1], whole[1]
        return whole[0], behind[0] if behind else whole[1]
    return whole


def _has_edge(words: str, span: tuple[int, int], splice: Splice) -> bool:
    """Whether blanks stand at the edge of old or new words: they are no words that can be quoted alone."""
    old = words[span[0] : span[1]]
    new = words[span[0] : splice.start] + splice.text + words[splice.end : span[1]]
    return old.strip() != old or new.strip() != new
