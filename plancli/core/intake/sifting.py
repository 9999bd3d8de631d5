"""What of files that came back is new, and what is in already; the new is read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any, NamedTuple

from plancli.core.comments.comment import Comment, Decision, Item, ReadAs
from plancli.core.instructions.grammar.reading import OpinionReader
from plancli.core.instructions.grammar.verdict import Certainty
from plancli.core.intake.asked_before import AskedBefore
from plancli.core.intake.entries import signing_units
from plancli.core.intake.known import Key, RowKey, key_of, known_keys, known_rows
from plancli.core.intake.opinions import Received, RowOpinion
from plancli.core.intake.reading import (
    Spoken,
    Understanding,
    confirmed,
    read,
    sentences_apart,
    stand_alone,
)
from plancli.core.intake.taken import Known, Silent, Whence
from plancli.core.intake.together import ReadPoint, held_together
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.arrival import Arrival
from plancli.core.text.characters import LIST_MARK


class Before(NamedTuple):
    """What there is before files are taken in: the draft, the units, and the comments, compound ones whole.

    `names` are the units of the roster, also by their short names; `replies` what each of them answered.
    `on_draft` are the comments on the draft that is open, `every` those on earlier drafts too.
    """

    corpus: Corpus
    names: Mapping[str, str]
    replies: Mapping[str, str | None]
    on_draft: Sequence[Comment]
    every: Sequence[Comment]


class NewOpinion(NamedTuple):
    """An opinion that is new, its units by their names on the roster, how its points were understood."""

    whence: Whence
    digest: str
    entry: RowOpinion
    units: tuple[str, ...]
    readings: tuple[Understanding, ...]

    @property
    def points(self) -> list[ReadPoint]:
        """Its points with how each is understood, or the whole where it has none."""
        entry = self.entry
        words = entry.points or (entry.said.opinion,)
        pairs = zip(words, self.readings, strict=True)
        return [ReadPoint(said, entry.at, reading) for said, reading in pairs]


def sifted(files: Sequence[Received], before: Before) -> tuple[list[NewOpinion], list[Known]]:
    """Return the opinions that are new, each with how it is understood, and those that are in already."""
    present, rows = known_keys(before.on_draft), known_rows(before.every)
    new: list[NewOpinion] = []
    known: list[Known] = []
    met: dict[Key, set[_Met]] = {}
    asked = AskedBefore(before.corpus, before.on_draft)
    for whence, digest, entry in _opinions(files):
        units = signing_units(before.names, entry.unit)
        key = key_of(LIST_MARK.join(units), entry.at, entry.opinion, entry.shown or ())
        # words before rows: of a letter that says 一是, 二是 on one line each has its own comment
        there = present.get(key)
        if there is None:
            there = rows.get(RowKey(digest, whence.sheet, whence.row, whence.author))
        if there is None and entry.shown:
            there = asked.as_comment(units, entry.at, entry.shown)
        if there is not None:
            known.append(Known(whence, there))
        elif _is_repeated(entry, digest, met.get(key, set())):
            known.append(Known(whence, ""))
        else:
            met.setdefault(key, set()).add(_Met(digest, entry.row))
            new.append(_read(NewOpinion(whence, digest, entry, units, ()), before))
    limited = {
        (file.digest, part.sheet) for file in files for part in file.parts if part.said_of_all
    }
    return _held_together(new, limited, before.corpus), known


def _held_together(
    new: Sequence[NewOpinion], limited: Set[tuple[str, str]], corpus: Corpus
) -> list[NewOpinion]:
    """Return opinions, each held against what its unit says beside it in the same part of a file."""
    papers: dict[tuple[str, str, tuple[str, ...]], list[int]] = {}
    for at, one in enumerate(new):
        # what a file shows as edits limits nothing else that it shows
        if one.entry.shown is None:
            papers.setdefault((one.digest, one.whence.sheet, one.units), []).append(at)
    found = list(new)
    for (digest, sheet, _), places in papers.items():
        is_limited = (digest, sheet) in limited
        if len(places) == 1 and not is_limited:
            continue
        together = held_together([new[at].points for at in places], is_limited, corpus)
        for at, readings in zip(places, together, strict=True):
            found[at] = new[at]._replace(readings=tuple(readings))
    return found


class _Met(NamedTuple):
    """Where an opinion was met that comes in with the same files."""

    digest: str
    row: int


def _is_repeated(entry: RowOpinion, digest: str, met: Set[_Met]) -> bool:
    """Whether an opinion says again what was met before.

    In a table the same words in two rows are one opinion. In a draft that came back each stands beside the
    words that it is about: in two paragraphs of one file they are two, unless their edits are the same.
    """
    stands_in_draft = bool(entry.author) or entry.shown is not None
    if stands_in_draft and not entry.shown:
        in_file = {one.row for one in met if one.digest == digest}
        return entry.row in in_file or len(in_file) < len(met)
    return bool(met)


def _opinions(files: Iterable[Received]) -> Iterator[tuple[Whence, str, RowOpinion]]:
    for file in files:
        for part in file.parts:
            for entry in part.opinions:
                whence = Whence(file.name, part.sheet, entry.row, entry.author)
                yield whence, file.digest, entry


def _read(new: NewOpinion, before: Before) -> NewOpinion:
    """Return an opinion with its points, and how each of them is understood."""
    if new.entry.shown is not None:
        doubt = new.entry.doubt
        verdict = Certainty.REFUSED if doubt else Certainty.TAKEN
        return new._replace(readings=(Understanding(verdict, new.entry.shown, doubt),))
    reader = OpinionReader(before.corpus, new.units[0], frozenset(before.replies))
    entry = new.entry
    said = entry.said._replace(at=entry.at)
    if entry.points and not stand_alone(said, entry.points, reader):
        # a person sees them together: laid apart each would say what it is not meant to
        together = entry._replace(points=())
        return new._replace(entry=together, readings=(confirmed(read(said, reader)),))
    entry = _pointed(entry, reader)
    return new._replace(entry=entry, readings=tuple(_readings(entry, reader)))


def _pointed(entry: RowOpinion, reader: OpinionReader) -> RowOpinion:
    """Return an opinion with its sentences as points, where some are taken and others wait."""
    if entry.points or entry.decision != Decision():
        return entry
    return entry._replace(points=sentences_apart(entry.said, reader))


def _readings(entry: RowOpinion, reader: OpinionReader) -> Iterator[Understanding]:
    """Yield how each point of an opinion is understood, or the whole where it has none."""
    if not entry.points:
        yield read(entry.said, reader)
    for point in entry.points:
        yield read(Spoken(point, entry.at), reader)


def comment_of(opinion: NewOpinion, intake: int) -> Comment:
    """Return a comment as it will be written, of the run that has a number; of its edits those taken."""
    entry, whence = opinion.entry, opinion.whence
    source = Arrival(
        file=whence.file,
        digest=opinion.digest,
        sheet=whence.sheet or None,
        row=whence.row,
        author=whence.author or None,
        channel=entry.channel,
        intake=intake,
    )
    comment = Comment(
        id="new",
        unit=opinion.units[0],
        units=opinion.units if len(opinion.units) > 1 else None,
        received=entry.received,
        letter=entry.letter,
        at=entry.at,
        opinion=entry.opinion,
        decision=entry.decision,
        source=source,
    )
    if not entry.points:
        return comment.model_copy(update=_read_edits(opinion.readings[0]))
    pairs = zip(entry.points, opinion.readings, strict=True)
    items = tuple(Item(opinion=point, **_read_edits(reading)) for point, reading in pairs)
    return comment.model_copy(update={"items": items})


def _read_edits(reading: Understanding) -> dict[str, Any]:
    """Return what is written of a reading: the edits only where nothing of them is doubted."""
    if reading.verdict is not Certainty.TAKEN:
        return {}
    return {"read": ReadAs.TAKEN, "edits": reading.edits}


def answers_without(
    files: Iterable[Received], before: Before, commenting: Iterable[str]
) -> Iterator[Silent]:
    """Yield the units that answer that they have no opinion; only where nothing else speaks it is new.

    `commenting` are the units whose opinions come in with the same files.
    """
    speaking = {*commenting}
    for comment in before.on_draft:
        speaking.update(comment.signatories)
    met: set[str] = set()
    for file in files:
        for part in file.parts:
            for answered in part.nothing:
                whence = Whence(file.name, part.sheet, answered.row)
                for unit in signing_units(before.names, answered.unit):
                    is_new = before.replies[unit] is None and unit not in speaking | met
                    met.add(unit)
                    yield Silent(whence, file.digest, unit, is_new, before.replies[unit] or "")
