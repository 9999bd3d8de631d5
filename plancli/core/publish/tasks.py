"""Who is responsible for what: the tasks of the plan by project, and the duties of each unit."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from plancli.core.evidence.attribution import paragraph_pieces
from plancli.core.evidence.pieces import Authors, Piece, lead_authors
from plancli.core.plan.outline import Outline, Spot, number_of
from plancli.core.plan.printed import ahead, headline
from plancli.core.rounds.round import Round
from plancli.core.text.marked import shortened


class Task(NamedTuple):
    """A paragraph with responsible units: the first one leads; `units` as printed, also what is left out.

    `title` is that of its section with its number; `task` the heading, or how the text begins, and `number`
    what is printed before it.
    """

    section: str
    title: str
    paragraph: str
    task: str
    units: tuple[str, ...]
    number: str = ""

    @property
    def lead(self) -> str:
        """The unit that leads (牵头)."""
        return self.units[0]

    @property
    def others(self) -> tuple[str, ...]:
        """The units that take part (配合)."""
        return self.units[1:]


class Shift(NamedTuple):
    """A task that came to a unit or went from it, by whom; `lead`: it is the lead (牵头) that it got or lost.

    A unit that leads where it took part, or takes part where it led, has got or lost only that.
    """

    task: Task
    lead: bool
    by: Authors


class Duties(NamedTuple):
    """What one unit leads and takes part in, and what of it came or went against the draft."""

    unit: str
    leads: tuple[Task, ...]
    joins: tuple[Task, ...]
    come: tuple[Shift, ...]
    gone: tuple[Shift, ...]


def tasks(outline: Outline) -> list[Task]:
    """Return the tasks in reading order."""
    spots = outline.spots.values()
    return [_task(spot) for spot in spots if spot.paragraph.units]


def _task(spot: Spot) -> Task:
    """Return a paragraph as a task: called by its heading, else by how it begins."""
    paragraph = spot.paragraph
    section = spot.section
    task = paragraph.heading or shortened(paragraph.text, _SHOWN)
    published = section.joints.published
    number = ahead(number_of(paragraph), task)
    called = published(number + task)
    return Task(
        section=section.key,
        title=published(headline(section)),
        paragraph=paragraph.id,
        task=called[len(number) :] or published(section.title),
        units=paragraph.units or (),
        number=called[: len(number)],
    )


_SHOWN = 24
"""So many characters of a paragraph without a heading say what the task is, in two lines of a cell."""


def duties(round_: Round) -> list[Duties]:
    """Return the duties of every unit, in the order in which the plan names them, then the draft.

    A unit that is printed under an alias is counted under its name.
    """
    aliases = round_.manifest.aliases
    old = _named(round_.workspace.draft, aliases)
    new = _named(round_.paper, aliases)
    found: list[Duties] = []
    for unit in _units((*new, *old)):
        duty = Duties(
            unit=unit,
            leads=tuple(named.task for named in new if named.lead == unit),
            joins=tuple(named.task for named in new if unit in named.joining),
            come=tuple(_shifts(round_, unit, new, old)),
            gone=tuple(_shifts(round_, unit, old, new)),
        )
        found.append(duty)
    return found


def _units(tasks_: Iterable["_Named"]) -> list[str]:
    """Return the units of tasks by name, each once."""
    found: dict[str, None] = {}
    for named in tasks_:
        found.update(dict.fromkeys(named.units))
    # …… stands for names of a list that is not known whole: it is nobody.
    return [unit for unit in found if unit.strip("…")]


class _Named(NamedTuple):
    """A task with its units by their names, each once; the first one leads."""

    task: Task
    units: tuple[str, ...]

    @property
    def lead(self) -> str:
        """The name of the unit that leads."""
        return self.units[0]

    @property
    def joining(self) -> tuple[str, ...]:
        """The names of the units that take part."""
        return self.units[1:]


def _named(outline: Outline, aliases: Mapping[str, str]) -> list[_Named]:
    """Return the tasks of one state in reading order, with their units by name."""
    found: list[_Named] = []
    for task in tasks(outline):
        # Two aliases of one unit are one name.
        names = dict.fromkeys(aliases.get(unit, unit) for unit in task.units)
        found.append(_Named(task, tuple(names)))
    return found


def _shifts(
    round_: Round, unit: str, here: Iterable[_Named], there: Iterable[_Named]
) -> Iterator[Shift]:
    """Yield the tasks that a unit has in one state only, or leads in one state only."""
    others: dict[str, _Named] = {}
    for named in there:
        others[named.task.paragraph] = named
    for named in here:
        if unit not in named.units:
            continue
        paragraph = named.task.paragraph
        leads = named.lead == unit
        pieces = paragraph_pieces(round_, paragraph).units
        other = others.get(paragraph)
        # Who is new to a list has got the whole task; who was in it only the lead, if that.
        if other is None or unit not in other.units:
            by = _authors(round_, unit, pieces)
            yield Shift(named.task, leads, by)
        elif leads and other.lead != unit:
            yield Shift(named.task, leads, lead_authors(pieces))


def _authors(round_: Round, unit: str, units: Iterable[Piece]) -> Authors:
    """Return who brought a unit into a list or took it out, under whatever name it is printed there."""
    aliases = round_.manifest.aliases
    for piece in units:
        name = aliases.get(piece.text, piece.text)
        if name == unit:
            return piece.authors
    return ()
