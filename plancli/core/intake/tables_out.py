"""Tables that one author took out of a file with their titles, measures, heads, rows and notes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from plancli.core.intake.grouping import ChangedPassage, MatchedText
from plancli.core.intake.rows import ChangedRows
from plancli.core.plan.outline import table_around


class TableOut(NamedTuple):
    """A table by its key, with the lines that it had, and the places of its paragraphs in the file."""

    table: str
    lines: tuple[str, ...]
    places: range

    def takes(self, places: Iterable[int]) -> bool:
        """Whether something of the table stands at one of some places of the file."""
        return any(at in self.places for at in places)

    def is_all_of(self, passage: ChangedPassage) -> bool:
        """Whether a passage does nothing but take out paragraphs of the table."""
        more = [
            wish for wish in passage.wishes if wish.comes or any(one.splices for one in wish.stays)
        ]
        return not more and all(at in self.places for at in passage.gone)


def tables_out(
    text: MatchedText,
    passages: Sequence[ChangedPassage],
    rows: Sequence[ChangedRows],
    lines: Mapping[str, str],
) -> Iterator[TableOut]:
    """Yield the tables of which an author took out every line, and beside which he took out nothing with it.

    One of which anything stays, such as its title, does not go: nobody knows what was meant to become of it.
    """
    going: set[int] = set()
    for one in passages:
        going.update(one.gone)
    for changed in rows:
        going.update(() if changed.comes else changed.places)
    for table in text.corpus.outline.tables:
        out = _whole(text, table, going, lines)
        if out is not None and _goes_alone(out, passages, rows):
            yield out


def _whole(
    text: MatchedText, table: str, going: set[int], lines: Mapping[str, str]
) -> TableOut | None:
    """Return a table of which every line goes, and all that the file has between them; None of others."""
    outline = text.corpus.outline
    own = [key for key in lines if table_around(outline, key) == table]
    places = {text.found[at].key: at for at in going if at in text.found}
    if not own or not places.keys() >= set(own):
        return None
    there = [places[key] for key in own]
    out = TableOut(table, tuple(own), range(min(there), max(there) + 1))
    for at in out.places:
        if at not in going and text.originals[at].text.strip():
            return None
    return out


def _goes_alone(
    out: TableOut, passages: Sequence[ChangedPassage], rows: Sequence[ChangedRows]
) -> bool:
    """Whether nothing else was done in one stroke with it, and no row came into it."""
    beside = [one for one in passages if out.takes(one.gone) and not out.is_all_of(one)]
    mixed = [
        one for one in rows if out.takes(one.places) and (one.comes or not _is_within(one, out))
    ]
    return not beside and not mixed


def _is_within(changed: ChangedRows, out: TableOut) -> bool:
    return all(at in out.places for at in changed.places)
