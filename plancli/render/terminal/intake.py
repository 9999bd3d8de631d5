"""What was taken in of files that came back."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from plancli.core.comments.unread import is_unread
from plancli.core.instructions.grammar.verdict import Certainty
from plancli.core.intake.reading import Understanding
from plancli.core.intake.taken import Intake, TakenIn, Whence
from plancli.core.plan.joints import Joints
from plancli.core.text.marked import LEFT_OUT_BRIEFLY, on_one_line, shortened
from plancli.messages import _, colon, in_brackets
from plancli.render.terminal.arrivals import file_name
from plancli.render.terminal.columns import aligned
from plancli.render.terminal.edits import edit_in_brief
from plancli.render.terminal.waiting import waiting_line


def intake_lines(intake: Intake, joints: Joints) -> Iterator[str]:
    """Yield a line for each row that somebody may look at, what was left out, then the sums."""
    rows: list[tuple[str, str, str]] = []
    for taken in intake.taken:
        rows += _rows(taken, joints)
    for known in intake.known:
        if not known.id:
            rows.append((_place(known.whence), "", _("stands here twice")))
    for one in intake.silent:
        rows.append((_place(one.whence), one.unit, _silent(one.new, one.roster)))
    for whence, noted in intake.noted:
        if not noted.remark.meaning.formal:
            said = _(noted.remark.meaning.words)
            rows.append((_place(whence), "", f"{said}{colon()}“{_short(noted.words)}”"))
    yield from aligned(rows)
    yield from _formal(intake)
    personal = _("{file}: left out, with personal data: {heads}")
    yield from _left_out(personal, intake.left_out)
    unknown = _("{file}: left out, what they hold is not known: {heads}")
    yield from _left_out(unknown, intake.unknown)
    if intake.gone:
        yield _("in the file no more, and still here: {ids}").format(ids="、".join(intake.gone))
    yield from _sums(intake)


def _formal(intake: Intake) -> Iterator[str]:
    """Yield what of each letter is no opinion, with the numbers of its lines."""
    letters: dict[str, dict[str, list[str]]] = {}
    for whence, noted in intake.noted:
        if noted.remark.meaning.formal:
            parts = letters.setdefault(whence.file, {})
            parts.setdefault(_(noted.remark.meaning.words), []).append(str(whence.row))
    for file, parts in letters.items():
        told: list[str] = []
        for part, lines in parts.items():
            told.append(part + in_brackets(_(", ").join(dict.fromkeys(lines))))
        yield _("{file}: left out by line: {parts}").format(
            file=file_name(file), parts=_(", ").join(told)
        )


def _left_out(said: str, files: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield which columns of each file were left out."""
    for name, heads in files.items():
        if heads:
            yield said.format(file=file_name(name), heads="、".join(heads))


def _rows(taken: TakenIn, joints: Joints) -> Iterator[tuple[str, str, str]]:
    """Yield a row for each point: from where, its id, how it was understood."""
    for part, reading in zip(taken.comment.parts, taken.readings, strict=True):
        said = [_understood(reading)]
        if not reading.edits:
            said.append(f"“{_short(part.opinion)}”")
        said += [edit_in_brief(edit, joints) for edit in reading.edits]
        yield _place(taken.whence), part.id, " ".join(said)


def _understood(reading: Understanding) -> str:
    verdict = _(reading.verdict.meaning)
    if reading.why is None:
        return f"{verdict}:"
    return verdict + in_brackets(_(reading.why.meaning)) + colon().rstrip()


def _silent(new: bool, roster: str) -> str:
    if new:
        return _("no opinion: noted on the roster")
    if roster:
        return _("no opinion; the roster says: {reply}").format(reply=roster)
    return _("no opinion, but others of it: its comments speak")


def _place(whence: Whence) -> str:
    """Return the row of a sheet of a file, or the paragraph and its author: 意见汇总.xlsx 汇总!5."""
    sheet = f"{whence.sheet}!" if whence.sheet else ""
    author = f" {whence.author}" if whence.author else ""
    return f"{file_name(whence.file)} {sheet}{whence.row}{author}"


_LONGEST = 40
"""So many characters of an opinion tell which one it is."""


def _short(words: str) -> str:
    return shortened(on_one_line(words), _LONGEST, LEFT_OUT_BRIEFLY)


def _sums(intake: Intake) -> Iterator[str]:
    counts: Counter[Certainty] = Counter()
    for taken in intake.taken:
        counts.update(reading.verdict for reading in taken.readings)
    comments = len(intake.taken)
    units = len({unit for taken in intake.taken for unit in taken.comment.signatories})
    yield _("{comments} comments of {units} units").format(comments=comments, units=units)
    present = sum(bool(known.id) for known in intake.known)
    if present:
        already = _("in already")
        yield f"  {present:>4}  {already}"
    for verdict in Certainty:
        if counts[verdict]:
            yield f"  {counts[verdict]:>4}  {_(verdict.meaning)}"
    asked = sum(counts[verdict] for verdict in _ASKED)
    waiting = sum(_waits(taken) for taken in intake.taken)
    if waiting < asked:
        yield _("{count} of them came in decided, and wait no more").format(count=asked - waiting)
    if waiting:
        yield waiting_line(waiting)


_ASKED = (Certainty.PROPOSED, Certainty.REFUSED)
"""What a person is asked about."""


def _waits(taken: TakenIn) -> int:
    """Return how many points of a comment wait for a person; what came in decided waits no more."""
    pairs = zip(taken.comment.parts, taken.readings, strict=True)
    return sum(is_unread(part) and reading.verdict in _ASKED for part, reading in pairs)
