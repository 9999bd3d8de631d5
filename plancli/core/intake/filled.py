"""What colleagues decided in a ledger, against what is decided here: only what differs is taken."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from plancli.core.comments.comment import Comment, Decision
from plancli.core.comments.status import Status
from plancli.core.entry import N_
from plancli.core.intake.ledger import Filled, LedgerRow
from plancli.core.intake.replies import decision_of
from plancli.core.intake.ticket import cell_digest, decision_digest, opinion_digest
from plancli.core.meaningful import Meaningful
from plancli.core.plan.tables import Value


class RowProblem(Meaningful):
    """Why a row that was filled in cannot be taken."""

    meaning: str

    UNKNOWN = "unknown", N_("there is no such comment here")
    OPINION = "opinion", N_("its opinion was changed here since the table was exported")
    MOVED = (
        "moved",
        N_("what is read in it is another comment: its hidden cell was not moved with it"),
    )
    TWICE = "twice", N_("another row is about the same comment")
    PARTS = (
        "parts",
        N_("it goes over several rows: one of them is gone, or they say different things"),
    )
    MEANWHILE = "meanwhile", N_("something else was decided here since the table was exported")
    SHARED = "shared", N_("reply and reason share a cell, and cannot be told apart any more")
    POINTS = "points", N_("it has several points: begin a line for each with (1), (2) …")
    STRAY = (
        "stray",
        N_("nothing says which comment it is about: the hidden cell at its end is gone"),
    )


class WrongRow(NamedTuple):
    """A row that cannot be taken, the comment that it names, and why."""

    row: int
    id: str
    problem: RowProblem


class NotedRow(NamedTuple):
    """A row of which something was not taken: words that decide nothing, or the head over changed ones."""

    row: int
    id: str
    words: str


class FilledIn(NamedTuple):
    """What a ledger decides: keys of decisions by comment or point, who works on which comment.

    `rows` say where each of these decisions stands. `undecided` are rows whose words are no decision,
    `unread` those with changes in other columns.
    """

    changes: dict[str, dict[str, Any]]
    handlers: dict[str, str]
    rows: dict[str, int]
    wrong: tuple[WrongRow, ...]
    undecided: tuple[NotedRow, ...]
    unread: tuple[NotedRow, ...]


def filled_in(
    rows: Iterable[LedgerRow], wholes: Mapping[str, Comment], answers: Mapping[str, str]
) -> FilledIn:
    """Return what the rows of ledgers decide.

    `wholes` are the comments by id, compound ones whole; `answers` is what a table prints behind the label,
    by comment and point.
    """
    listed = list(rows)
    about = _by_comment(listed)
    known = {(value, digest) for row in listed for value, digest in row.ticket.cells.items()}
    known |= {(Value.OPINION, cell_digest(one.opinion)) for one in wholes.values()}
    found = FilledIn({}, {}, {}, (), (), ())
    wrong: list[WrongRow] = []
    undecided: list[NotedRow] = []
    for row in (row for row in listed if row.filled):
        name = row.ticket.id
        problem = _problem(row, wholes.get(name), about[name])
        if problem is None and row.telling & known:
            # sorted without its last column: whoever decided read the words, and not the ticket
            problem = RowProblem.MOVED
        if problem is None:
            told = _told(row, wholes[name], answers)
            problem = told if isinstance(told, RowProblem) else None
        if problem is not None:
            wrong.append(WrongRow(row.row, name, problem))
            continue
        assert not isinstance(told, RowProblem)
        found.changes.update(told.changes)
        found.rows.update(dict.fromkeys(told.changes, row.row))
        undecided += [NotedRow(row.row, part, words) for part, words in told.undecided.items()]
        if told.handler is not None:
            found.handlers[name] = told.handler
    unread = [NotedRow(row.row, row.ticket.id, head) for row in listed for head in row.elsewhere]
    return found._replace(wrong=tuple(wrong), undecided=tuple(undecided), unread=tuple(unread))


def _by_comment(rows: Iterable[LedgerRow]) -> dict[str, list[LedgerRow]]:
    """Return the rows about each comment, by its id."""
    found: dict[str, list[LedgerRow]] = {}
    for row in rows:
        found.setdefault(row.ticket.id, []).append(row)
    return found


def _problem(
    row: LedgerRow, comment: Comment | None, about: Sequence[LedgerRow]
) -> RowProblem | None:
    """Return why a row cannot be about its comment any more, of which all these rows are."""
    if comment is None:
        return RowProblem.UNKNOWN
    if row.ticket.opinion != opinion_digest(comment):
        return RowProblem.OPINION
    if not row.complete:
        return RowProblem.PARTS
    return RowProblem.TWICE if _contradict(about, comment) else None


def _contradict(about: Sequence[LedgerRow], comment: Comment) -> bool:
    """Whether nobody can say which of the rows about a comment holds.

    In a table by topics one of several topics has a row under each; these hold where all that are filled in
    say the same. Any other row that is there twice was copied by somebody.
    """
    if len(about) > max(1, len(comment.topics)):
        return True
    said = [row.filled for row in about if row.filled]
    return any(other != said[0] for other in said)


class _Told(NamedTuple):
    """What a row decides, by comment or point; words that are no decision; a new handler."""

    changes: dict[str, dict[str, Any]]
    undecided: dict[str, str]
    handler: str | None


def _told(row: LedgerRow, whole: Comment, answers: Mapping[str, str]) -> _Told | RowProblem:
    by_part = {whole.id: row.filled} if not whole.items else _by_point(row.filled, whole)
    if isinstance(by_part, RowProblem):
        return by_part
    parts = {part.id: part for part in whole.parts}
    told = _Told({}, {}, None)
    for name, filled in by_part.items():
        part = parts[name]
        if _decides_nothing(filled, part):
            told.undecided[name] = filled[Filled.RESULT]
            continue
        changes = _changes(part.decision, filled, answers.get(name, ""))
        if isinstance(changes, RowProblem):
            return changes
        if changes:
            told.changes[name] = changes
    if told.changes and row.ticket.decision != decision_digest(whole):
        return RowProblem.MEANWHILE
    return _with_handler(told, row, whole)


def _with_handler(told: _Told, row: LedgerRow, whole: Comment) -> _Told | RowProblem:
    """Return what a row decides with the name of who works on it, where that is another one."""
    if Filled.HANDLER not in row.filled:
        return told
    name, now = "".join(row.filled[Filled.HANDLER].split("\n")).strip(), whole.handler or ""
    if name == now:
        return told
    if row.ticket.has_changed(Value.HANDLER, now):
        return RowProblem.MEANWHILE
    return told._replace(handler=name)


# --- one decision -------------------------------------------------------------------------------------------


def _decides_nothing(filled: Mapping[Filled, str], part: Comment) -> bool:
    """Whether a cell says something that is no decision; what waits may go on to say so."""
    words = filled.get(Filled.RESULT)
    if words is None or decision_of(words, "").status is not Status.PENDING:
        return False
    waits = part.decision.status is Status.PENDING
    return not (waits and _same(words, str(Status.PENDING), Status.PENDING.meaning.english))


def _changes(
    decision: Decision, filled: Mapping[Filled, str], answer: str
) -> dict[str, Any] | RowProblem:
    """Return the keys of a decision that cells change; a text is taken for what the cell printed before."""
    result, beside = filled.get(Filled.RESULT, ""), filled.get(Filled.ANSWER)
    said = decision_of(result, beside or "")
    status = decision.status if said.status is Status.PENDING else said.status
    words = beside if said.status is Status.PENDING else said.reply or said.reason
    found: dict[str, Any] = {"status": status}
    if words is not None and not _same(words, answer):
        key = _key_of(decision, status, answer)
        if isinstance(key, RowProblem):
            return key
        found[key] = words.strip()
    for column, key in ((Filled.REASON, "reason"), (Filled.REPLY, "reply")):
        if column in filled:
            found[key] = "\n".join(filter(None, (found.get(key), filled[column].strip())))
    if status == decision.status:
        return {key: value for key, value in found.items() if not _says(decision, key, value)}
    return found


def _key_of(decision: Decision, status: Status, answer: str) -> str | RowProblem:
    """Return whether words beside a label are a reply or a reason: what stands there, else what is due."""
    reply, reason = decision.reply or "", decision.reason or ""
    if status == decision.status and answer:
        if _same(answer, reply):
            return "reply"
        return "reason" if _same(answer, reason) else RowProblem.SHARED
    return "reason" if status.meaning.needs_reason or status is Status.PENDING else "reply"


def _says(decision: Decision, key: str, value: object) -> bool:
    """Whether a decision says under a key what a cell says."""
    if key == "status":
        return value is decision.status
    words: str | None = getattr(decision, key)
    return _same(str(value), words or "")


def _same(words: str, *others: str) -> bool:
    """Whether words are others, but for blanks."""
    return cell_digest(words) in map(cell_digest, others)


# --- points -------------------------------------------------------------------------------------------------


def _by_point(
    filled: Mapping[Filled, str], whole: Comment
) -> dict[str, Mapping[Filled, str]] | RowProblem:
    """Return what is filled in for each point: one decision for all that wait, or a line for each."""
    cells: dict[Filled, str] = {
        column: words for column, words in filled.items() if column is not Filled.HANDLER
    }
    if not cells:
        return {}
    lines = [_numbered(words, len(whole.items)) for words in cells.values()]
    numbered = [pieces for pieces in lines if pieces]
    if numbered:
        # the words of a table are label and answer of each point; where two columns have them, once
        pieces = numbered[-1]
        parts = zip(whole.parts, pieces, strict=True)
        return {part.id: {Filled.RESULT: piece} for part, piece in parts}
    status = decision_of(cells.get(Filled.RESULT, ""), "").status
    # those that wait get it; where none does, the row says nothing new if some have it already
    for meant in (Status.PENDING, status):
        found = [part for part in whole.parts if part.decision.status is meant]
        if found and Filled.RESULT in cells:
            return {part.id: cells for part in found}
    return RowProblem.POINTS


def _numbered(words: str, count: int) -> list[str]:
    """Return the lines behind (1), (2) … up to a count; none where these are not there in order."""
    found = list(_LINE.finditer(words))
    if [match[1] for match in found] != [str(number) for number in range(1, count + 1)]:
        return []
    return list(_between(words, found))


def _between(words: str, found: list[re.Match[str]]) -> Iterator[str]:
    ends = [match.start() for match in found[1:]] + [len(words)]
    for match, end in zip(found, ends, strict=True):
        yield words[match.end() : end].strip()


_LINE = re.compile(r"(?m)^\s*[（(]([1-9][0-9]?)[）)]")
