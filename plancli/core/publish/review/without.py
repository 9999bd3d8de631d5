"""What the text would be without a comment, or without two that meet: the merge says it, not the page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice, pairwise
from typing import NamedTuple

from plancli.core.evidence.redline import Line, LineKind, redline
from plancli.core.publish.review.rows import rows
from plancli.core.publish.review.values import Mark, PageChange, PageRow, PageText, Reads, Without
from plancli.core.revision.excerpt import Excerpts
from plancli.core.revision.revise import Workspace
from plancli.core.rounds.counts import wholes
from plancli.core.rounds.round import Round

MOST_LINES = 6_000
"""Lines that are read again at most, over all comments: they bound the time and size of the longest page.

All of 250 comments and of 190 pairs that meet need fewer. What is beyond is not computed, and is said so.
"""
MOST_PAIRS = 2_000
"""Pairs of comments that are tried at most: in a paragraph of 60 comments alone there are as many."""


def texts_without(round_: Round, text: PageText) -> Iterator[Without]:
    """Yield what the text would be without each comment that is in it, then without several that meet."""
    trials = _Trials(round_, text)
    alone = _Alone(round_, text)
    singles: dict[str, Without] = {}
    for name in round_.workspace.recorded:
        found = alone.without(name) or trials.without((name,)) if name in text.names else None
        if found:
            yield found
            singles[name] = found
    for names in _together(round_, singles, text.names):
        found = trials.without(names)
        if found:
            yield found


def _together(
    round_: Round, singles: Mapping[str, Without], names: Mapping[str, str]
) -> Iterator[tuple[str, ...]]:
    """Yield the points of each compound comment, then each two comments that meet, none of them twice.

    Points of which each is known by itself, in rows of its own, are put together by the page.
    """
    compounds: dict[frozenset[str], tuple[str, ...]] = {}
    for items in wholes(round_.current).values():
        points = tuple(item.id for item in items if item.id in round_.workspace.recorded)
        known = [singles[name] for name in points if name in singles]
        if len(points) > 1 and not (len(known) == len(points) and in_rows_of_their_own(known)):
            compounds[frozenset(points)] = points
    yield from (points for points in compounds.values() if names.keys() >= set(points))
    by_row: dict[str, list[str]] = {}
    for name, found in singles.items():
        for row in found.rows:
            by_row.setdefault(row, []).append(name)
    for pair in islice(_meeting(round_, by_row.values()), MOST_PAIRS):
        if frozenset(pair) not in compounds:
            yield pair


def in_rows_of_their_own(trials: Sequence[Without]) -> bool:
    """Whether texts can be put together: each of them comes out, and no row reads otherwise in two."""
    rows = [row for one in trials for row in one.rows]
    return len(set(rows)) == len(rows) and not any(one.stays for one in trials)


def _meeting(round_: Round, groups: Iterable[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Yield each two comments that are in one row, or meet otherwise, once."""
    known = set(round_.workspace.recorded)
    met = (sorted(known.intersection(meeting.authors)) for meeting in round_.trial.meetings)
    seen: set[tuple[str, str]] = set()
    for names in (*groups, *met):
        for one, other in combinations(names, 2):
            if (one, other) not in seen and (other, one) not in seen:
                seen.add((one, other))
                yield one, other


class _Alone:
    """Tells of comments that are alone wherever they are at work: without them it reads as the draft does."""

    def __init__(self, round_: Round, text: PageText) -> None:
        self._round, self._names = round_, text.names
        self._lines: dict[str, list[tuple[Line, str]]] = {}
        for line, row in zip(text.lines, text.rows, strict=True):
            for author in line.authors:
                self._lines.setdefault(author, []).append((line, row.address))

    def without(self, name: str) -> Without | None:
        """Return the text without a comment that nobody meets and that brings, takes and moves no part."""
        workspace = self._round.workspace
        placed = workspace.place(name, workspace.recorded[name])
        lines = self._lines.get(name, [])
        own = {name, *self._round.answered.get(name, ())}
        if placed.rearranged or not lines or not all(_only(line, own) for line, _ in lines):
            return None
        return Without((self._names[name],), dict.fromkeys((at for _, at in lines), Reads.DRAFTED))


def _only(line: Line, own: set[str]) -> bool:
    """Whether nobody else changed a line that stays where it stood, and no footnote is called in it."""
    stays = not line.added and not line.gone and not line.marks and line.kind is not LineKind.PLAN
    return stays and own.issuperset(line.authors)


class _Ground(NamedTuple):
    """Where a trial takes place: the whole plan or an excerpt of it, with the rows that it has now."""

    workspace: Workspace
    rows: Mapping[str, PageRow]
    lines: int


class _Trials:
    """Takes comments out for trial, one after the other; what several of them stand on is made once."""

    def __init__(self, round_: Round, text: PageText) -> None:
        self._round, self._text = round_, text
        self._places = _places(text)
        self._excerpts = Excerpts(round_.workspace)
        self._grounds: dict[frozenset[str], _Ground | None] = {}
        self._left = MOST_LINES
        self._all = {row.address: row for row in text.rows}
        self._order = {address: at for at, address in enumerate(self._all)}

    def without(self, names: tuple[str, ...]) -> Without | None:
        """Return the text without some comments; None where that is not computed."""
        if self._left <= 0:
            return None
        ground = self._ground(names)
        if ground is None or self._left < ground.lines:
            return None
        self._left -= ground.lines
        workspace = ground.workspace
        wanted = {name: p for name, p in workspace.recorded.items() if name not in names}
        revision = workspace.revise(wanted)
        addresses = tuple(self._text.names[name] for name in names)
        if any(name in revision.record for name in names):
            return Without(addresses, stays=True)
        shown = self._rows(workspace.once(revision))
        if shown is None:
            return None
        found = dict(_differing(ground.rows, shown))
        if any(_is_other_picture(row) for row in found.values()):
            return None
        return Without(addresses, found)

    def _ground(self, names: Iterable[str]) -> _Ground | None:
        """Return the smallest ground that some comments stand on which gives the very rows of the page."""
        excerpt = self._excerpts.of(names)
        if excerpt is not None:
            if excerpt.keys not in self._grounds:
                self._grounds[excerpt.keys] = self._part(excerpt.workspace)
            found = self._grounds[excerpt.keys]
            if found is not None:
                return found
        return _Ground(self._round.workspace, self._all, len(self._text.lines))

    def _part(self, workspace: Workspace) -> _Ground | None:
        shown = self._rows(workspace)
        self._left -= len(shown or ())
        if shown is None or any(self._all[name] != row for name, row in shown.items()):
            return None
        return _Ground(workspace, shown, len(shown))

    def _rows(self, workspace: Workspace) -> dict[str, PageRow] | None:
        """Return the rows of a workspace by address; None where one has no place on the page."""
        known = self._round
        about = {name for one in workspace.recorded for name in (one, *known.answered.get(one, ()))}
        comments = {name: known.comments[name] for name in about if name in known.comments}
        lines = redline(known.with_others(comments, workspace))
        places = [self._place(line, lines) for line in lines]
        if "" in places or not self._in_order(places):
            return None
        names = {name: self._text.names[name] for name in comments if name in self._text.names}
        office = {at: name for at, p in enumerate(places) if (name := self._text.office.get(p))}
        shown = rows(lines, places, names, office, (), known.manifest.numbering.footnotes)
        return {row.address: self._as_on_page(row) for row in shown}

    def _in_order(self, places: Sequence[str]) -> bool:
        """Whether lines come one after the other where the page has them.

        What stands in a part that a comment moved would come elsewhere without that comment.
        """
        order = [self._order[address] for address in places]
        return all(one < other for one, other in pairwise(order))

    def _as_on_page(self, row: PageRow) -> PageRow:
        """Return a row with what the page says of it beside its words, which does not change here."""
        on_page = self._all[row.address]
        return row._replace(about=on_page.about, section=on_page.section, level=on_page.level)

    def _place(self, line: Line, lines: Sequence[Line]) -> str:
        """Return the address of a line: that of the page's line with its key, where it stood or stands."""
        known = self._places.get(line.key, {})
        if len(known) == 1 and sum(other.key == line.key for other in lines) == 1:
            return next(iter(known.values()))
        # of a part that moved the page has two: without the move it stands where it stood
        return known.get(_state(line), "" if line.added else known.get(Mark.GONE, ""))


def _places(text: PageText) -> dict[str, dict[Mark, str]]:
    """Return the addresses of the lines of a page by key, and by what became of them."""
    found: dict[str, dict[Mark, str]] = {}
    for line, row in zip(text.lines, text.rows, strict=True):
        found.setdefault(line.key, {})[_state(line)] = row.address
    return found


def _state(line: Line) -> Mark:
    if line.added:
        return Mark.ADDED
    return Mark.GONE if line.gone else Mark.KEPT


def _differing(
    now: Mapping[str, PageRow], then: Mapping[str, PageRow]
) -> Iterator[tuple[str, PageRow | Reads]]:
    """Yield the rows that read otherwise then, by address."""
    for address, row in now.items():
        other = then.get(address)
        if other is None:
            yield address, Reads.ABSENT
        elif other != row:
            yield address, Reads.DRAFTED if _is_as_drafted(other, row) else other


def _is_other_picture(row: PageRow | Reads) -> bool:
    """Whether a picture would stand there that the page has neither of the plan nor of the draft."""
    return isinstance(row, PageRow) and row.kind is LineKind.PICTURE


def _is_as_drafted(row: PageRow, now: PageRow) -> bool:
    """Whether a row would read as the draft has it, which the page shows already: without what came."""
    if row.mark is not Mark.KEPT or now.mark is Mark.ADDED:
        return False
    pairs = ((row.heading, now.heading), (row.text, now.text), (row.units, now.units))
    return all(_is_drafted(then, was) for then, was in pairs)


def _is_drafted(then: Iterable[PageChange], was: Iterable[PageChange]) -> bool:
    marks = {mark for change in then for mark in change.marks}
    noted = any(change.note for change in was)
    return marks <= {Mark.KEPT} and not noted and _drafted(then) == _drafted(was)


def _drafted(changes: Iterable[PageChange]) -> str:
    words = (one for change in changes for one in change.words)
    return "".join(one.text for one in words if one.mark in (Mark.KEPT, Mark.GONE))
