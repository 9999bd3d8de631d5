"""Carry the drafting office's own changes over: the plan is one more side of the merge.

There are three trees: `old`, what comments made of the draft so far; `plan`, what the office made of that;
and `new`, what comments make of the draft now. What differs between old and new is brought into the plan:
first what goes, then sections and columns that come, then what moves, then paragraphs that come, then words.
"""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from plancli.core.merge.compose import Composition
from plancli.core.plan.footnotes import mark, note_following
from plancli.core.plan.model import PLAN, Footnote, Paragraph, Section, Table
from plancli.core.plan.outline import TITLE, Outline
from plancli.core.plan.tree import Tree, rearranged
from plancli.core.plan.wording import heading_of, same_part, words_inside
from plancli.core.revision.paragraph import Merges, merged_words, rebased_paragraph
from plancli.core.revision.three import Three

_Claim = TypeVar("_Claim")


def rebase(
    old: Composition, new: Composition, plan: Sequence[Section]
) -> tuple[tuple[Section, ...], set[str]]:
    """Bring the difference between `old` and `new` into `plan`, which the office made from `old`.

    Returns the plan's sections and the ids of paragraphs (columns, sections) where office and comments
    collide; those stay as they are in `plan`.
    """
    if old is new:
        return tuple(plan), set()
    return _Rebaser(old, new, plan).result()


class _Rebaser:
    """Changes the tree of the plan step by step, and collects the parts where that cannot be done."""

    def __init__(self, old: Composition, new: Composition, plan: Sequence[Section]) -> None:
        self.base = old.base
        self.merges = Merges(old.merges, new.merges)
        self.old = Tree(Outline(old.sections))
        self.new = Tree(Outline(new.sections))
        self.plan = Tree(Outline(plan))
        self.moved = _moved(old, new, self.old, self.new)
        self.clashing: set[str] = set()
        self.fresh: set[str] = set()
        """Sections and columns that are new, and take their place when the others have theirs."""

    def result(self) -> tuple[tuple[Section, ...], set[str]]:
        """Return what `rebase` promises."""
        for key in self.old.home:
            if key not in self.new.home:
                self._remove(key)
        # a part may move into a section that comes, and a paragraph may come behind one that moves
        holders, paragraphs = self._coming()
        self._add_holders(holders)
        self._move()
        for key in paragraphs:
            self._add(key)
        changed = self._merge_paragraphs()
        changed |= self._merge_marks(changed)
        titles = self._merge_titles()
        numbers = self._merge_numbers()
        self._merge_claims()
        self._find_homeless()
        return self.plan.sections(changed, titles, numbers), self.clashing

    def _coming(self) -> tuple[list[str], list[str]]:
        """Return what comments add, in order: sections and columns, and paragraphs."""
        holders: list[str] = []
        paragraphs: list[str] = []
        for key in self.new.home:
            if key in self.old.home:
                continue
            if isinstance(self.new.nodes[key], Paragraph):
                paragraphs.append(key)
            else:
                holders.append(key)
        return holders, paragraphs

    # --- what goes ------------------------------------------------------------------------------------------

    def _remove(self, key: str) -> None:
        """Take out what comments remove, unless the office changed something in it."""
        if key not in self.plan.home:
            return  # the office took it out, too
        holder = self.old.home[key]
        if holder and not self.new.has_list(holder):
            return  # it goes with what holds it
        if not self.new.home.keys() >= self.old.columns_around(key):
            return  # so does a cell with its column, which may have to stay
        if self._untouched(key):
            self.plan.remove(key)
        else:
            self.clashing.add(key)

    def _untouched(self, key: str) -> bool:
        """Whether a part is as comments had made it: it says the same, and holds nothing new or changed."""
        if not self._unchanged(key):
            return False
        for other in self.plan.home:
            if key not in self.plan.above(other):
                continue
            if other not in self.old.home and _is_blank(self.plan, other):
                continue  # the office put a row or column across it, and nothing where they cross
            # what the office put into it, or moved there, would go with it
            if other not in self.old.home or key not in self.old.above(other):
                return False
            if not self._unchanged(other):
                return False
        return True

    def _unchanged(self, key: str) -> bool:
        """Whether the office left the words of a part itself as comments had made them."""
        return same_part(self.old.nodes.get(key), self.plan.nodes[key])

    # --- what comes -----------------------------------------------------------------------------------------

    def _add_holders(self, keys: Sequence[str]) -> None:
        """Put in sections and columns, and note those that did not come with what holds them."""
        for key in keys:
            if key not in self.plan.home:
                self.fresh.add(key)
            self._add(key)

    def _add(self, key: str) -> None:
        """Put in a part; it clashes with another one of that key, and where its list is gone."""
        node, container = self.new.nodes[key], self.new.home[key]
        if key in self.plan.home:
            # office and comments added it both, or it came with what holds it
            if not same_part(node, self.plan.nodes[key]):
                self.clashing.add(key)
        elif self._has_room(key, container):
            if isinstance(node, Footnote):
                self.plan.say_in(key, self.new.said_in(key))
            self.plan.insert(key, node, container, self._ahead(key))
        elif not _is_blank(self.new, key):
            self.clashing.add(key)

    def _has_room(self, key: str, container: str) -> bool:
        """Whether the plan has the list into which a part comes; of a cell its row and its column."""
        columns = self.new.columns_around(key)
        return self.plan.home.keys() >= columns and self.plan.fits(key, container)

    def _ahead(self, key: str) -> str | None:
        """Return the nearest part before `key` in the new text that the plan has in the same list.

        None, for the beginning of the list, where the office has removed or moved all of those.
        """
        container = self.new.home[key]
        listed = self.new.lists[container]
        if key not in listed:
            return None  # a cell, which has no place of its own
        for other in reversed(listed[: listed.index(key)]):
            if self.plan.home.get(other) == container:
                return other
        return None

    # --- what moves -----------------------------------------------------------------------------------------

    def _move(self) -> None:
        """Move what comments move, those first that come first, unless the office moved it too.

        What is fresh moves with it: it was put in beside neighbours that had not moved yet.
        """
        elsewhere = rearranged(self.old, self.plan)
        moving = self.moved & self.old.home.keys() & self.plan.home.keys()
        moving |= self.fresh
        for key, container in self.new.home.items():
            if key not in moving:
                continue
            if key in elsewhere or not self._has_room(key, container):
                self.clashing.add(key)
            else:
                self.plan.move(key, container, self._ahead(key))

    # --- what is worded otherwise ---------------------------------------------------------------------------

    def _merge_paragraphs(self) -> dict[str, Paragraph]:
        """Return the paragraphs of the plan in which comments change words or units."""
        found: dict[str, Paragraph] = {}
        for key in self.plan.home:
            versions = self._versions(key)
            if versions is None:
                continue
            spot = self.base.spots.get(key)
            drafted = spot.paragraph.units if spot else None
            rebased = rebased_paragraph(versions, self.merges, drafted)
            if rebased.clash:
                self.clashing.add(key)
            elif rebased.paragraph is not versions.ours:
                found[key] = rebased.paragraph
        return found

    def _merge_marks(self, changed: Mapping[str, Paragraph]) -> dict[str, Paragraph]:
        """Return the footnotes of the plan whose marks are to stand where the new state has them.

        Most marks go where the words go that they stand behind, which nobody has to ask for.
        """
        found: dict[str, Paragraph] = {}
        for key in self.plan.home:
            versions = self._notes(key)
            if versions is not None and self._takes_mark(key, versions):
                self.plan.say_in(key, self.new.said_in(key))
                update = {"after": versions.theirs.after, "nth": versions.theirs.nth}
                found[key] = changed.get(key, versions.ours).model_copy(update=update)
        return found

    def _notes(self, key: str) -> Three[Footnote] | None:
        """Return a footnote in all three trees; None of any other part, and where one does not have it."""
        found: list[Footnote] = []
        for tree in (self.plan, self.old, self.new):
            node = tree.nodes.get(key)
            if not isinstance(node, Footnote):
                return None
            found.append(node)
        ours, old, new = found
        return Three(old, ours, new)

    def _takes_mark(self, key: str, versions: Three[Footnote]) -> bool:
        """Whether a mark is to stand where the new state has it; where both sides moved it, they clash."""
        old, ours, new = versions
        if mark(new) == mark(old):
            return False
        if mark(ours) == mark(old):
            return True
        text = self.old.said_in(key)
        if mark(note_following(old, text, self.new.said_in(key))) == mark(new):
            return False
        if mark(note_following(old, text, self.plan.said_in(key))) == mark(ours):
            return True
        self.clashing.add(key)
        return False

    def _merge_titles(self) -> dict[str, str]:
        """Return the titles that comments change: of the plan, its sections and columns."""
        found: dict[str, str] = {}
        for key in (PLAN, *self.plan.home):
            titles = self._titles(key)
            if titles is None:
                continue
            merged = merged_words((key, TITLE), titles, self.merges)
            if merged is None:
                self.clashing.add(key)
            elif merged != titles.ours:
                found[key] = merged
        return found

    def _merge_numbers(self) -> dict[str, str | None]:
        """Return the numbers that the plan is to have instead of its own.

        No comment changes a number, so that those of the plan stay; two branches may each have changed it.
        """
        found: dict[str, str | None] = {}
        for key, node in self.plan.nodes.items():
            old, new = self.old.nodes.get(key), self.new.nodes.get(key)
            if key not in self.plan.home or old is None or new is None:
                continue
            if new.number in (old.number, node.number):
                continue
            if node.number == old.number:
                # where both changed it each branch keeps its own, and git shows the two
                found[key] = new.number
        return found

    def _merge_claims(self) -> None:
        """Let the tables of the plan declare what two branches declare to be counted.

        What both changed stands twice, as each branch has it: `check` counts all of it again.
        """
        for key, node in self.plan.nodes.items():
            old, new = self.old.nodes.get(key), self.new.nodes.get(key)
            if not (isinstance(node, Table) and isinstance(old, Table) and isinstance(new, Table)):
                continue
            says: dict[str, object] = {
                "joined": _declared(Three(old.joined, node.joined, new.joined)),
                "sums": _declared(Three(old.sums, node.sums, new.sums)),
                "shares": _declared(Three(old.shares, node.shares, new.shares)),
            }
            if says != {name: getattr(node, name) for name in says}:
                self.plan.nodes[key] = node.model_copy(update=says)

    def _titles(self, key: str) -> Three[str] | None:
        """Return the title of a section or column in all three trees; None where one does not have it."""
        found: list[str] = []
        for tree in (self.old, self.plan, self.new):
            node = tree.nodes.get(key)
            if node is None or isinstance(node, Paragraph):
                return None
            found.append(heading_of(node))
        return Three(*found)

    def _versions(self, key: str) -> Three[Paragraph] | None:
        """Return a paragraph in all three trees; None of a section or column, which have no words to merge.

        A paragraph that comes or goes has no third version either.
        """
        found: list[Paragraph] = []
        for tree in (self.old, self.plan, self.new):
            node = tree.nodes.get(key)
            if not isinstance(node, Paragraph):
                return None
            found.append(node)
        return Three(*found)

    def _find_homeless(self) -> None:
        """Note the parts that comments change or move and the office has removed.

        They clash: without this the comment would count as taken, and its words would stand nowhere.
        """
        for key in self.new.home:
            if key not in self.old.home or key in self.plan.home:
                continue
            if key in self.moved or not same_part(self.old.nodes[key], self.new.nodes[key]):
                self.clashing.add(key)


def _declared(claims: Three[tuple[_Claim, ...]]) -> tuple[_Claim, ...]:
    """Return what one side declares without what the other took back, and with what it declares anew."""
    kept = [one for one in claims.ours if one not in claims.base or one in claims.theirs]
    known = {*claims.base, *claims.ours}
    return (*kept, *(one for one in claims.theirs if one not in known))


def _is_blank(tree: Tree, key: str) -> bool:
    """Whether a part is a cell in which nothing stands: it comes and goes, and nobody misses it."""
    return tree.is_cell(key) and not words_inside(tree.nodes[key])


def _moved(old: Composition, new: Composition, before: Tree, after: Tree) -> set[str]:
    """Return the keys that one composition moves otherwise than the other, or that follow one that moves.

    Those that follow are moved by no comment, but stand elsewhere among their neighbours now.
    """
    was, becomes = _destinations(old), _destinations(new)
    found = {key for key in was | becomes if was.get(key) != becomes.get(key)}
    return found | rearranged(before, after, found)


def _destinations(side: Composition) -> dict[str, tuple[str, str | None, str | None]]:
    """Return where comments move parts: into which list, behind and before what."""
    moves = side.structure.moves
    return {moving.key: (moving.container, moving.after, moving.before) for moving in moves}
