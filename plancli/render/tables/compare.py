"""The comparison table (修订对照表): each changed place before and after, with its ground."""

from collections import Counter
from collections.abc import Callable, Iterable

from plancli.core.evidence.changed_line import ChangedLine
from plancli.core.evidence.compare import ChangedTable
from plancli.core.evidence.pieces import each_once
from plancli.core.publish.drawn import Drawing, drawn
from plancli.core.publish.naming import Naming, Paper, formerly, place_lines
from plancli.core.publish.sheet import Block, Cell, Head, Sheet
from plancli.core.rounds.round import Round
from plancli.core.text.marked import Run
from plancli.messages import N_, in_language
from plancli.render.pages.words import said
from plancli.render.tables.grounds import Grounds

TITLE = N_("{title}: comparison of the wording")
KEY = N_(
    "Left: what is struck was deleted. Right: what is bold and underlined is new. "
    "⋯ stands for sentences that stay."
)
KEY_OF_TABLES = N_("Of a long table only the rows are shown in which something changed.")
_NONE = N_("Nothing was changed.")
_OF = N_("{what}: {ground}")

_NEW, _DELETED = N_("(new)"), N_("(deleted)")
_FROM, _TO = N_("(moved here)"), N_("(moved elsewhere)")
"""What stands on the side that has no words: nobody takes it for one that was forgotten."""
_ROWS = 8
"""A table with more rows is shown in part."""


def comparison(round_: Round, changes: Iterable[ChangedLine | ChangedTable]) -> Sheet:
    """Return the table of the changes of a round; a table among them is one row, drawn before and after."""
    translate = in_language(round_.manifest.language).gettext
    writer = _Writer(round_, said(round_.manifest.language).naming, translate)
    heads = (
        Head(translate(N_("Place")), 14, listed=True),
        Head(translate(N_("Original ({draft})")).format(draft=round_.draft.draft), 35),
        Head(translate(N_("Revised")), 35),
        Head(translate(N_("Ground")), 16),
    )
    found = list(changes)
    rows = tuple(writer.rows(found))
    called = round_.manifest.joints.published(round_.plan.title or round_.manifest.title)
    title = translate(TITLE).format(title=called)
    lead = [translate(KEY) if rows else translate(_NONE)]
    if any(isinstance(one, ChangedTable) and len(one.table.rows) > _ROWS for one in found):
        lead.append(translate(KEY_OF_TABLES))
    blocks = (Block(rows),) if rows else ()
    return Sheet(title, heads, blocks, tuple(lead), language=round_.manifest.language)


class _Writer:
    """Writes changes as rows, in the language of the plan."""

    def __init__(self, round_: Round, naming: Naming, translate: Callable[[str], str]) -> None:
        self._naming, self._translate = naming, translate
        self._grounds = Grounds(round_, translate)
        self._paper = Paper.of(round_)

    def rows(self, changes: Iterable[ChangedLine | ChangedTable]) -> Iterable[tuple[Cell, ...]]:
        """Yield a row for each change; what stands at two places of a table has moved."""
        found = list(changes)
        places = Counter(one.key for one in found if isinstance(one, ChangedLine))
        for one in found:
            if isinstance(one, ChangedTable):
                yield self._table(one)
            else:
                moved = places[one.key] > 1
                before, after = _sides(one, self._naming)
                yield (
                    self._place(one, moved),
                    before or self._translate(_FROM if moved else _NEW),
                    after or self._translate(_TO if moved else _DELETED),
                    self._grounds.of(one.key, one.by),
                )

    def _table(self, change: ChangedTable) -> tuple[Cell, ...]:
        """Return a table before and after, with all grounds and what each is the ground of."""
        title = change.table.title
        names = self._names(title.key)
        before = drawn(change.table, Drawing.DRAFT, _ROWS)
        after = drawn(change.table, Drawing.PLAN, _ROWS)
        return "\n".join(names), before or "", after or "", self._all_grounds(change)

    def _all_grounds(self, change: ChangedTable) -> str:
        """Return a line for each change of a table: what changed, and who is the ground."""
        found: list[str] = []
        places = Counter(one.key for one in change.lines)
        for one in change.lines:
            ground = self._grounds.of(one.key, one.by).replace("\n", self._translate(N_(", ")))
            what = self._called(one, places[one.key] > 1)
            found.append(self._translate(_OF).format(what=what, ground=ground))
        return "\n".join(each_once(found))

    def _called(self, change: ChangedLine, moved: bool) -> str:
        """Return what a part of a table is called, and whether it came or went as a whole."""
        name = self._names(change.key)[-1]
        return self._grounds.happened(change, name, moved)

    def _names(self, key: str) -> list[str]:
        return place_lines(self._paper.draft, self._paper.plan, key, self._naming)

    def _left(self, key: str) -> list[str]:
        return place_lines(self._paper.draft, self._paper.draft, key, self._naming)

    def _place(self, change: ChangedLine, moved: bool) -> str:
        """Return where a change stands, from the section on, and on which page of the draft.

        Words that moved away are told where the draft has them, not where they went.
        """
        left = moved and not change.after
        *above, name = self._left(change.key) if left else self._names(change.key)
        lines = [
            *above,
            self._grounds.happened(change, name, moved),
            self._naming.on_paper(change.position),
        ]
        return "\n".join(lines).strip()


def _sides(change: ChangedLine, naming: Naming) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return the words before and after; another number is told, not marked: 专栏2(原专栏3)."""
    if change.number is None:
        return change.before, change.after
    old, new = change.number
    before = (Run("=", old), *change.before[1:])
    after = (Run("=", formerly(new, old, naming)), *change.after[1:])
    return before, after
