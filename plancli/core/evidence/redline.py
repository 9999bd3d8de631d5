"""The draft with every change in it, by its author: all accepted it is the plan, all rejected the draft."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from plancli.core.evidence.attribution import adders, moved, movers, removers
from plancli.core.merge.meeting import OFFICE
from plancli.core.merge.words import Taken
from plancli.core.plan.joints import Joints
from plancli.core.plan.model import Column, Paragraph
from plancli.core.plan.outline import Outline, column_key
from plancli.core.plan.printed import enclosed, fields_of, headline
from plancli.core.rounds.round import Round
from plancli.core.text.diff import splices
from plancli.core.text.order import interleaved

Authors = tuple[str, ...]
"""Ids of comments, or the drafting office; empty: the draft itself."""


class Piece(NamedTuple):
    """Words with who brought them in and who took them out; words that came and went have both."""

    text: str
    added: Authors = ()
    gone: Authors = ()


class LineKind(StrEnum):
    """What a line of the plan is."""

    SECTION = "section"
    COLUMN = "column"
    PARAGRAPH = "paragraph"
    ITEM = "item"


class Line(NamedTuple):
    """A title, paragraph or item; `added` and `gone` say who brought or took the whole of it.

    `container` is the section or column in which it stands. `heading` has the words of a title too; `level`
    of a title: 1 a chapter, 2 and 3 what stands below it. `separator` is what is printed behind the heading;
    `units` are the names with what is printed round them.
    """

    kind: LineKind
    key: str
    container: str
    level: int
    heading: tuple[Piece, ...]
    separator: tuple[Piece, ...] = ()
    text: tuple[Piece, ...] = ()
    units: tuple[Piece, ...] = ()
    added: Authors = ()
    gone: Authors = ()

    @property
    def headed(self) -> tuple[Piece, ...]:
        """The heading with what is printed behind it, one piece where one author has both."""
        return tuple(
            Piece("".join(piece.text for piece in same), *by)
            for by, same in groupby((*self.heading, *self.separator), key=lambda piece: piece[1:])
        )

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All words in the order in which they are printed."""
        return (*self.headed, *self.text, *self.units)

    @property
    def authors(self) -> Authors:
        """Everybody who changed something in it."""
        words = (by for piece in self.pieces for by in (*piece.added, *piece.gone))
        return tuple(dict.fromkeys([*words, *self.added, *self.gone]))


def accepted(pieces: Iterable[Piece]) -> str:
    """Return the words with every change made."""
    return "".join(piece.text for piece in pieces if not piece.gone)


def rejected(pieces: Iterable[Piece]) -> str:
    """Return the words without any change: those of the draft."""
    return "".join(piece.text for piece in pieces if not piece.added)


def redline(round_: Round) -> list[Line]:
    """Return the lines of draft and plan in one reading order.

    A part that moves goes at its old place and comes at its new one; what a comment moved is what moves.
    A change is also that of the comments which it answers: joined to its own, or settled by it.
    """
    old, new = (
        {_name(line): line for line in plain(outline)}
        for outline in (round_.workspace.draft, round_.plan)
    )
    found: list[Line] = []
    for op, name in interleaved(list(old), list(new), _moving(round_, old)):
        if op == "-":
            found.append(_gone(round_, old[name]))
        else:
            found.append(_kept(round_, new[name]) if op == "=" else _come(round_, new[name]))
    shared = _shared(round_)
    return [_credited(line, shared) for line in found] if shared else found


def _shared(round_: Round) -> dict[str, list[str]]:
    """Return the adopted comments that others answer, by what answers them."""
    shared: dict[str, list[str]] = {}
    for name, comment in round_.current.items():
        for answer in round_.answers(comment) if comment.meaning.adopted else ():
            if answer.id != name:
                shared.setdefault(answer.id, []).append(name)
    return shared


def _credited(line: Line, shared: Mapping[str, Sequence[str]]) -> Line:
    """Return a line in which each author stands with those that share the change."""

    def all_of(by: Authors) -> Authors:
        return tuple(
            dict.fromkeys(name for author in by for name in (author, *shared.get(author, ())))
        )

    line = _each(
        line, lambda f: (Piece(p.text, all_of(p.added), all_of(p.gone)) for p in getattr(line, f))
    )
    return line._replace(added=all_of(line.added), gone=all_of(line.gone))


def _moving(round_: Round, lines: Mapping[str, Line]) -> set[str]:
    """Return the names of the lines that a comment moved, with what holds them or by themselves."""
    parts = moved(round_)
    outlines = round_.workspace.draft, round_.plan
    return {
        name
        for name, line in lines.items()
        if parts and parts.intersection(*(outline.ancestry(line.key) for outline in outlines))
    }


def within(lines: Iterable[Line], key: str, *outlines: Outline) -> list[Line]:
    """Return the lines of a section, column or paragraph, as far as one of the states has them in it."""
    return [
        line for line in lines if any(key in outline.ancestry(line.key) for outline in outlines)
    ]


def plain(outline: Outline) -> Iterator[Line]:
    """Yield the lines of a draft or plan as they are."""
    for section in outline.sections.values():
        title = (Piece(headline(section.key, section.title)),)
        yield Line(LineKind.SECTION, section.key, "", len(outline.ancestry(section.key)), title)
        for part in section.body:
            if isinstance(part, Column):
                key = column_key(section, part)
                yield Line(
                    LineKind.COLUMN,
                    key,
                    section.key,
                    0,
                    (Piece(headline(part.column, part.title)),),
                )
                yield from (
                    _paragraph(LineKind.ITEM, item, key, section.joints) for item in part.items
                )
            else:
                yield _paragraph(LineKind.PARAGRAPH, part, section.key, section.joints)


def _name(line: Line) -> str:
    """Return what tells a line from all others, of whatever kind."""
    return f"{line.kind} {line.key}"


def _paragraph(kind: LineKind, paragraph: Paragraph, container: str, joints: Joints) -> Line:
    fields = fields_of(paragraph, joints)
    words = (fields.heading, fields.separator, fields.text, fields.listed)
    heading, separator, text, units = map(_pieces, words)
    return Line(kind, paragraph.id, container, 0, heading, separator, text, units)


def _pieces(text: str) -> tuple[Piece, ...]:
    return (Piece(text),) if text else ()


# --- lines that changed -------------------------------------------------------------------------------------


def _each(line: Line, pieces: Callable[[str], Iterable[Piece]]) -> Line:
    """Return a line with other pieces in each of its fields."""
    heading, separator, text, units = (
        tuple(pieces(field)) for field in ("heading", "separator", "text", "units")
    )
    return line._replace(heading=heading, separator=separator, text=text, units=units)


def _kept(round_: Round, line: Line) -> Line:
    """Return a line that stands where it stood, with the changes of its words."""
    return _each(line, lambda field: _legible(_changed(round_, line, field)))


def _gone(round_: Round, line: Line) -> Line:
    """Return a line of the draft that the plan does not have, or has elsewhere.

    What comments deleted in a part that moved is theirs, too.
    """
    moves = _stands(round_.plan, line)
    asked = movers if moves else _nobody if _stands(round_.expected, line) else removers
    by = asked(round_, line.key) or (OFFICE,)
    gone = _each(
        line, lambda f: _left(round_, line, f, by) if moves else _taken_out(getattr(line, f), by)
    )
    return gone._replace(gone=by)


def _come(round_: Round, line: Line) -> Line:
    """Return a line of the plan that the draft does not have, or has elsewhere.

    What comments changed in a part that moved stays theirs.
    """
    drafted = _stands(round_.workspace.draft, line)
    asked = movers if drafted else adders if _stands(round_.expected, line) else _nobody
    by = asked(round_, line.key) or (OFFICE,)
    come = _each(
        line, lambda f: _moved(round_, line, f, by) if drafted else _added(round_, line, f, by)
    )
    return come._replace(added=by)


def _nobody(_case: Round, _key: str) -> Authors:
    return ()


def _changed(round_: Round, line: Line, field: str) -> list[Piece]:
    """Return a field of a line that draft and plan have, with who changed what.

    What is printed behind a heading depends on it: who changed the heading changed that too.
    """
    draft, expected, plan = round_.workspace.draft, round_.expected, round_.plan
    taken = _taken(round_, line, field)
    causes = _taken(round_, line, "heading") if field == "separator" else taken
    authors = tuple(dict.fromkeys(by for one in causes for by in one.by)) or (OFFICE,)
    pieces = _overlaid(_pieces(_printed(draft, line, field)), taken)
    pieces = _reworded(pieces, _printed(expected, line, field), authors)
    if field == "units":
        names = _units(expected, line.key), _units(plan, line.key)
        pieces = _overlaid(pieces, _renamed(*names, lambda _unit: (OFFICE,), plan.joints))
    return _reworded(pieces, _printed(plan, line, field), (OFFICE,))


def _taken(round_: Round, line: Line, field: str) -> list[Taken]:
    """Return what comments changed in a field of the draft."""
    if field == "units":
        before, after = (
            _units(outline, line.key) for outline in (round_.workspace.draft, round_.expected)
        )
        joints = round_.expected.joints
        return _renamed(before, after, lambda unit: _askers(round_, line.key, unit), joints)
    merged = round_.workspace.before.merges.get((line.key, field))
    return merged.taken if merged else []


def _moved(round_: Round, line: Line, field: str, by: Authors) -> list[Piece]:
    """Return a field at its new place, without what went."""
    return [Piece(p.text, p.added or by) for p in _changed(round_, line, field) if not p.gone]


def _left(round_: Round, line: Line, field: str, by: Authors) -> Iterator[Piece]:
    """Yield a field at its old place: all goes with what moves, some was also deleted by others."""
    drafted = [piece for piece in _changed(round_, line, field) if not piece.added]
    return _legible([Piece(p.text, gone=tuple(dict.fromkeys((*p.gone, *by)))) for p in drafted])


def _taken_out(pieces: Iterable[Piece], by: Authors) -> Iterator[Piece]:
    return (piece._replace(gone=by) for piece in pieces)


def _added(round_: Round, line: Line, field: str, by: Authors) -> list[Piece]:
    """Return a field of a line that was added, with what the office changed in it since."""
    expected, plan = (_printed(outline, line, field) for outline in (round_.expected, round_.plan))
    return _reworded([Piece(expected, by)] if expected else [], plan, (OFFICE,))


_ISLAND = 1
"""So few characters that stay between two changes of one author are marked with them."""


def _legible(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the changes of one author that stand together as one: what goes, then what comes."""
    for by, group in groupby(_without_islands(pieces), key=_by):
        own = list(group)
        if not by:
            yield from own
            continue
        gone = Piece("".join(piece.text for piece in own if piece.gone), gone=by)
        come = Piece("".join(piece.text for piece in own if piece.added), added=by)
        yield from (piece for piece in (gone, come) if piece.text)


def _without_islands(pieces: Sequence[Piece]) -> Iterator[Piece]:
    for before, piece, after in zip([None, *pieces], pieces, [*pieces[1:], None], strict=False):
        by = _by(before) if before and after and _by(before) == _by(after) else ()
        alone = (
            not piece.added
            and not piece.gone
            and len(piece.text) <= _ISLAND
            and piece.text.isalnum()
        )
        if by and alone:
            yield from (Piece(piece.text, gone=by), Piece(piece.text, added=by))
        else:
            yield piece


def _by(piece: Piece) -> Authors:
    """Return whose change a piece is; words that came and went are not one change."""
    return () if piece.added and piece.gone else piece.added or piece.gone


def _printed(outline: Outline, line: Line, field: str) -> str:
    """Return a field of a line as one state of the plan prints it; nothing where it does not stand there."""
    if line.kind is LineKind.SECTION:
        section = outline.sections.get(line.key)
        return headline(section.key, section.title) if section and field == "heading" else ""
    if line.kind is LineKind.COLUMN:
        column = outline.columns.get(line.key)
        return headline(column.column, column.title) if column and field == "heading" else ""
    spot = outline.spots.get(line.key)
    if spot is None:
        return ""
    fields = fields_of(spot.paragraph, spot.section.joints)
    return fields.listed if field == "units" else str(getattr(fields, field))


def _stands(outline: Outline, line: Line) -> bool:
    match line.kind:
        case LineKind.SECTION:
            return line.key in outline.sections
        case LineKind.COLUMN:
            return line.key in outline.columns
        case _:
            return line.key in outline.spots


def _overlaid(pieces: Sequence[Piece], taken: Iterable[Taken]) -> list[Piece]:
    """Put changes of what stands, given by its characters, over it."""
    found: list[Piece] = []
    rest, at = list(pieces), 0
    for start, end, text, by in taken:
        kept, rest = _split(rest, start - at)
        cut, rest = _split(rest, end - start)
        found += [*kept, *(piece if piece.gone else piece._replace(gone=by) for piece in cut)]
        found += [Piece(text, by)] if text else []
        at = end
    return found + rest


def _reworded(pieces: Sequence[Piece], wanted: str, by: Authors) -> list[Piece]:
    """Give what stands another wording, of which one author is the cause."""
    return _overlaid(pieces, [Taken(*splice, by) for splice in splices(accepted(pieces), wanted)])


def _split(pieces: list[Piece], size: int) -> tuple[list[Piece], list[Piece]]:
    """Split behind `size` characters that stand."""
    for at, piece in enumerate(pieces):
        if size <= 0:
            return pieces[:at], pieces[at:]
        if piece.gone:
            continue
        if size < len(piece.text):
            head, tail = (
                piece._replace(text=piece.text[:size]),
                piece._replace(text=piece.text[size:]),
            )
            return [*pieces[:at], head], [tail, *pieces[at + 1 :]]
        size -= len(piece.text)
    return pieces, []


# --- responsible units --------------------------------------------------------------------------------------


def _units(outline: Outline, paragraph: str) -> tuple[str, ...]:
    """Return the responsible units that one state of the plan gives a paragraph."""
    spot = outline.spots.get(paragraph)
    return spot.paragraph.units or () if spot else ()


def _askers(round_: Round, paragraph: str, unit: str) -> Authors:
    """Return the comments that wanted a unit in, or out."""
    changes = (
        c
        for placed in round_.workspace.recorded_places
        for c in placed.units
        if c.paragraph == paragraph
    )
    return tuple(
        dict.fromkeys(
            c.by for c in changes if unit in (*c.added, *c.removed) or c.whole is not None
        )
    )


def _renamed(
    old: Sequence[str], new: Sequence[str], by: Callable[[str], Authors], joints: Joints
) -> list[Taken]:
    """Return what turns one printed list of units into another: whole names, each with who wanted it so."""
    if not old or not new:
        was_there, comes = (enclosed(names, joints) for names in (old, new))
        everybody = tuple(dict.fromkeys(author for unit in (*old, *new) for author in by(unit)))
        return [Taken(0, len(was_there), comes, everybody)] if old or new else []
    found: list[Taken] = []
    at, last, ahead = len(joints.opening), Authors(), {"-": False, "+": False}
    for op, name in interleaved(old, new):
        last = by(name) if op != "=" else last
        gap = joints.comma * (ahead["-"] and op != "+"), joints.comma * (ahead["+"] and op != "-")
        words = name if op != "+" else "", name if op != "-" else ""
        for was, stands in (gap, words):
            if was != stands:
                found.append(Taken(at, at + len(was), stands, last))
            at += len(was)
        ahead = {sign: ahead[sign] or op in ("=", sign) for sign in ahead}
    return found
