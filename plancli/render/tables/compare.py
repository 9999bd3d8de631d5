"""The comparison table (修订对照表): each changed place before and after, with its ground."""

from collections.abc import Callable, Iterable

from plancli.core.evidence.changed_line import ChangedLine
from plancli.core.evidence.compare import ChangedTable
from plancli.core.evidence.pieces import each_once
from plancli.core.plan.cells import heads_list
from plancli.core.publish.drawn import Drawing, drawn
from plancli.core.publish.happened import ChangesTold
from plancli.core.publish.naming import Paper, place_lines
from plancli.core.publish.sheet import Block, Cell, Head, Sheet
from plancli.core.rounds.round import Round
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
_ROWS = 8
"""A table with more rows is shown in part."""


def comparison(round_: Round, changes: Iterable[ChangedLine | ChangedTable]) -> Sheet:
    """Return the table of the changes of a round; a table among them is one row, drawn before and after."""
    translate = in_language(round_.manifest.language).gettext
    heads = (
        Head(translate(N_("Place")), 14, listed=True),
        Head(translate(N_("Original ({draft})")).format(draft=round_.draft.draft), 35),
        Head(translate(N_("Revised")), 35),
        Head(translate(N_("Ground")), 16),
    )
    found = list(changes)
    words = said(round_.manifest.language)
    telling = ChangesTold(Paper.of(round_), words.naming, words.happened, moved_among(found))
    rows = tuple(_Writer(round_, telling, translate).rows(found))
    called = round_.manifest.joints.published(round_.plan.title or round_.manifest.title)
    title = translate(TITLE).format(title=called)
    lead = [translate(KEY) if rows else translate(_NONE)]
    if any(isinstance(one, ChangedTable) and len(one.table.rows) > _ROWS for one in found):
        lead.append(translate(KEY_OF_TABLES))
    blocks = (Block(rows),) if rows else ()
    return Sheet(title, heads, blocks, tuple(lead), language=round_.manifest.language)


class _Writer:
    """Writes changes as rows, in the language of the plan."""

    def __init__(
        self, round_: Round, telling: ChangesTold, translate: Callable[[str], str]
    ) -> None:
        self._telling, self._translate = telling, translate
        self._grounds = Grounds(round_, translate)

    def rows(self, changes: Iterable[ChangedLine | ChangedTable]) -> Iterable[tuple[Cell, ...]]:
        """Yield a row for each change; that a table moved is told ahead of what changed in it."""
        for one in changes:
            if isinstance(one, ChangedLine):
                yield self._line(one)
                continue
            lines = one.lines
            if one.table.title.moved:
                title, *inside = lines
                yield self._line(title)
                lines = tuple(inside)
            if lines:
                yield self._table(one._replace(lines=lines))

    def _line(self, change: ChangedLine) -> tuple[Cell, ...]:
        before, after = self._telling.sides(change)
        return self._place(change), before, after, self._grounds.of(change.key, change.by)

    def _table(self, change: ChangedTable) -> tuple[Cell, ...]:
        """Return a table before and after, with all grounds and what each is the ground of.

        Each side has its own order of rows and columns.
        """
        key, draft = change.table.title.key, self._telling.paper.draft
        drafted = change.table.in_order_of(draft.children(key), draft.children(heads_list(key)))
        before = drawn(drafted, Drawing.DRAFT, _ROWS)
        after = drawn(change.table, Drawing.PLAN, _ROWS)
        *above, name = self._names(key)
        title = change.lines[0]
        name = self._telling.named(title, name) if title.key == key else name
        nothing = self._telling.sides(title)
        sides = before or nothing[0], after or nothing[1]
        return "\n".join([*above, name]), *sides, self._all_grounds(change)

    def _all_grounds(self, change: ChangedTable) -> str:
        """Return a line for each change of a table: what changed, and who is the ground."""
        found: list[str] = []
        for one in change.lines:
            ground = self._grounds.of(one.key, one.by).replace("\n", self._translate(N_(", ")))
            what = self._telling.named(one, self._names(one.key)[-1])
            found.append(self._translate(_OF).format(what=what, ground=ground))
        return "\n".join(each_once(found))

    def _names(self, key: str) -> list[str]:
        return place_lines(*self._telling.paper, key, self._telling.naming)

    def _place(self, change: ChangedLine) -> str:
        """Return where a change stands, from the section on, and on which page of the draft."""
        *above, name = self._names(change.key)
        lines = [
            *above,
            self._telling.named(change, name),
            self._telling.naming.on_paper(change.position),
        ]
        return "\n".join(lines).strip()


def moved_among(changes: Iterable[ChangedLine | ChangedTable]) -> set[str]:
    """Return the keys of what moved by itself, rows and columns of tables among them."""
    found: set[str] = set()
    for one in changes:
        lines = (one,) if isinstance(one, ChangedLine) else one.lines
        found.update(line.key for line in lines if line.moved)
    return found
