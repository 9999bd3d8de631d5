"""Look up what one comment quotes and names in the draft, and keep what came of it."""

from collections.abc import Iterable
from typing import NamedTuple

from plancli.core.comments.comment import Cited
from plancli.core.entry import N_
from plancli.core.finding import Code, Finding, Path, Subject
from plancli.core.locate.anchors import Anchor, Hint, Refusal, Target
from plancli.core.locate.citation import Reference, parse
from plancli.core.locate.corpus import Corpus
from plancli.core.locate.names import Named
from plancli.core.merge.placed import Evidence
from plancli.core.plan.model import PLAN
from plancli.core.plan.outline import Spot


class _Place(NamedTuple):
    """A place that a comment's own words cite, and what it names in the draft."""

    reference: Reference
    named: Named


class Finder:
    """Looks things up for the comment `by`.

    What has no place, or more than one, gives None; `evidence` or `findings` then say why. The comment's
    citation (at) is looked up first, since it narrows the search for everything else.
    """

    def __init__(self, corpus: Corpus, by: str, at: Cited) -> None:
        self.corpus, self.by = corpus, by
        self.evidence: list[Evidence] = []
        self.findings: list[Finding] = []
        self._original: Anchor | None = None
        section = self._cited_section(at.section)
        places = _cited_places(corpus, at.cites)
        self._targets = _targets(at, places, section)
        unread = [words for place in places for words in place.named.unread]
        if unread:
            path: Path = ("at", "cites")
            words = "；".join(unread)  # some end with 、 themselves
            self.refuse(Code.UNREAD_CITATION, path, cites=at.cites or "", words=words)
        if at.original:
            self._original = self._passage(at.original)

    def _cited_section(self, name: str | None) -> str | None:
        """Return the key of the section that the unit cites.

        One that the draft does not have is its mistake, like any words of a citation that are not understood.
        """
        if not name:
            return None
        keys = self.corpus.names.keys(name)
        if len(keys) != 1:
            self.refuse(Code.UNREAD_CITATION, ("at", "section"), cites=name, words=name)
            return None
        return keys[0]

    def _passage(self, quote: str) -> Anchor | None:
        """Return where the passage stands that the unit quotes beside its edits; a title narrows nothing."""
        found = self.corpus.passage(quote, Hint(targets=self._targets))
        self.evidence.append(Evidence(("at", "original"), quote, found))
        if isinstance(found, Refusal) or found.paragraph in self.corpus.outline.titles:
            return None
        return found

    def quoted(
        self, quote: str, path: Path, within: str | None = None, field: str | None = None
    ) -> Anchor | None:
        """Return where quoted words stand.

        `within` names the part, and `field` the heading or the text, in which alone they are looked for.

        A part that the draft does not have is a finding under `in`, and the words are not looked for at all.
        """
        key = self.key(within, (*path[:-1], "in"))
        if within is not None and key is None:
            return None
        hint = Hint(key, self._targets, self._original, field)
        found = self.corpus.locate(quote, hint)
        self.evidence.append(Evidence(path, quote, found))
        return found if isinstance(found, Anchor) else None

    def paragraph(self, name: str, path: Path) -> Spot | None:
        """Return the paragraph with this id.

        Nothing else names a paragraph here: two may have one heading, and a heading is changed by comments.
        """
        spot = self.corpus.outline.spots.get(name)
        if spot is None:
            self.refuse(Code.UNKNOWN_PARAGRAPH, path, key=name)
        return spot

    def part(self, name: str, path: Path) -> str | None:
        """Return a paragraph's id, or the key of the one section or column that `name` stands for.

        A paragraph goes by its id alone: a heading is no safe name for what is removed or moved.
        """
        keys = self.corpus.names.keys(name)
        if (
            len(keys) != 1
            or keys == [PLAN]
            or (keys[0] in self.corpus.outline.spots and keys[0] != name)
        ):
            self.refuse(Code.UNKNOWN_PARAGRAPH, path, key=name)
            return None
        return keys[0]

    def container(self, name: str | None, path: Path) -> str | None:
        """Return the key of the section, column or table that `name` stands for, or the id of a paragraph.

        A row or cell can hold nothing, and what the plan holds are its sections. As everywhere, a paragraph
        goes by its id alone.
        """
        key = self.key(name, path)
        outline = self.corpus.outline
        is_heading = key in outline.spots and key != name
        if key is not None and (key == PLAN or is_heading or not outline.holds_parts(key)):
            self.refuse(Code.NO_CONTAINER, path, key=key)
            return None
        return key

    def own_part(self, name: str, path: Path) -> str | None:
        """Return the key of a part that comes, goes and moves by itself: no cell, and no unit of measure."""
        key = self.part(name, path)
        spot = self.corpus.outline.spots.get(key or "")
        if spot is not None and spot.is_of_figure:
            reason = N_("a picture and its words come and go with their figure")
            self.refuse(Code.NOT_IN_FIGURE, path, key=name, reason=reason)
            return None
        if spot is not None and spot.is_fixed:
            reason = N_("a cell comes and goes with its row or column, and only its words change")
            self.refuse(Code.NOT_IN_TABLE, path, key=name, reason=reason)
            return None
        return key

    def titled(self, name: str, path: Path) -> str | None:
        """Return the key of what has the title that is meant: the plan, a section, a column, a paragraph.

        A paragraph goes by its id alone: its heading is what is to be changed.
        """
        key = self.key(name, path)
        outline = self.corpus.outline
        if key is not None and (key in outline.rows or (key in outline.spots and key != name)):
            self.refuse(Code.UNKNOWN_SECTION, path, key=name)
            return None
        return key

    def key(self, name: str | None, path: Path) -> str | None:
        """Return the one key that `name` stands for; a name that is not given stands for none.

        What edits call the plan is its title, whatever titles of parts hold that word, too.
        """
        if not name:
            return None
        if self.corpus.names.of_plan(name):
            return PLAN
        keys = self.corpus.names.keys(name)
        if len(keys) != 1:
            self.refuse(Code.UNKNOWN_SECTION, path, key=name)
            return None
        return keys[0]

    def refuse(self, code: Code, path: Path, **params: str) -> None:
        """Keep a finding about what stands at `path` in the comment."""
        self.findings.append(Finding(code, params, Subject("comment", self.by), path))


def _cited_places(corpus: Corpus, cites: str | None) -> list[_Place]:
    """Return the places that a comment cites in its own words.

    A comment that cites nothing has no places; one that cites what the draft does not have has unread words.
    """
    citation = parse(cites or "")
    named = corpus.names.places(citation)
    return [_Place(*pair) for pair in zip(citation.references, named, strict=True)]


def _targets(at: Cited, places: Iterable[_Place], section: str | None) -> tuple[Target, ...]:
    """Return where a comment wants its words looked for; `section`, page and line given override its words.

    A place in which something is not understood chooses nothing: 除第1行外 is not 第1行.
    """
    found: dict[Target, None] = {}
    for reference, named in places:
        if named.unread:
            continue
        target = Target(named.keys, at.page or reference.page, at.line or reference.line)
        found[_in_section(target, section)] = None
    if not found:
        target = Target((), at.page, at.line)
        found[_in_section(target, section)] = None
    found.pop(Target(), None)  # one that says nothing narrows nothing
    return tuple(found)


def _in_section(target: Target, section: str | None) -> Target:
    """Return a target in the section that the comment names beside its citation, where it names one."""
    return target._replace(keys=(section,)) if section else target
