"""The plan as a tree: which paragraph stands where, in reading order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from plancli.core.model import Column, Paragraph, Part, Section
from plancli.core.text import fold


class Spot(NamedTuple):
    """A paragraph with the section and, for an item, the column that hold it."""

    paragraph: Paragraph
    section: Section
    column: Column | None

    @property
    def container(self) -> str:
        """Key of the section or column whose list the paragraph stands in."""
        return column_key(self.section, self.column) if self.column else self.section.key


class Outline:
    """Sections in reading order with their paragraphs by id; ids that come twice keep their first place."""

    def __init__(self, sections: Iterable[Section]) -> None:
        self.sections = {section.key: section for section in sections}
        self.columns = {
            column_key(section, part): part
            for section in self.sections.values()
            for part in section.body
            if isinstance(part, Column)
        }
        self.spots: dict[str, Spot] = {}
        for spot, _ in self.places():
            self.spots.setdefault(spot.paragraph.id, spot)

    def places(self) -> Iterator[tuple[Spot, tuple[str | int, ...]]]:
        """Yield every paragraph, also one whose id came before, with its path in the section's file."""
        for section in self.sections.values():
            for at, part in enumerate(section.body):
                if isinstance(part, Column):
                    for position, item in enumerate(part.items):
                        yield Spot(item, section, part), ("body", at, "items", position)
                else:
                    yield Spot(part, section, None), ("body", at)

    def path(self, paragraph: str) -> tuple[str | int, ...]:
        """Return the path of a paragraph in its section's file, () where it does not stand."""
        return next((path for spot, path in self.places() if spot.paragraph.id == paragraph), ())

    def ancestry(self, key: str | None) -> list[str]:
        """Return `key` and the keys of the sections above it, nearest first."""
        found: list[str] = []
        while key and key not in found:
            found.append(key)
            section = self.sections.get(key)
            key = section.above if section else key.rpartition("/")[0]
        return found

    def covers(self, key: str, spot: Spot) -> bool:
        """Whether the paragraph is `key` or stands below it."""
        return key == spot.paragraph.id or key == spot.container or key in self.ancestry(spot.section.key)

    def keys_named(self, name: str) -> list[str]:
        """Return the keys of sections, columns and paragraphs that a person calls `name`."""
        if name in self.sections or name in self.columns or name in self.spots:
            return [name]
        titles, headings = self._names
        return titles.get(fold(name)) or headings.get(fold(name), [])

    @cached_property
    def _names(self) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        """Keys by folded name: of sections and columns by title, of paragraphs by heading."""
        titles: dict[str, list[str]] = defaultdict(list)
        headings: dict[str, list[str]] = defaultdict(list)
        for key, section in self.sections.items():
            titles[fold(section.title)].append(key)
        for key, column in self.columns.items():
            for name in _column_names(column):
                titles[name].append(key)
        for key, spot in self.spots.items():
            headings[fold(spot.paragraph.heading)].append(key)
        return titles, headings


def column_key(section: Section, column: Column) -> str:
    """Return the key of a column, such as 第四章/17/专栏15."""
    return f"{section.key}/{column.column}"


def part_name(part: Part) -> str:
    """Return what tells a paragraph or column from the others in its list."""
    return part.column if isinstance(part, Column) else part.id


def _column_names(column: Column) -> set[str]:
    return {fold(name) for name in (column.column, column.title, column.column + column.title) if name}
