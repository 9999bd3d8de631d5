"""What the words of a decision are held against: the places that changed for a comment, or would have."""

from collections.abc import Iterable
from functools import cached_property

from plancli.core.comments.comment import Comment
from plancli.core.comments.record import Patch
from plancli.core.evidence.attribution import pieces_of
from plancli.core.evidence.pieces import Piece
from plancli.core.instructions.places import NamedPlace, places_in
from plancli.core.locate.anchors import Anchor, Hint
from plancli.core.locate.citation import parse
from plancli.core.locate.printing import FieldSpan
from plancli.core.merge.placed import Placed, together
from plancli.core.plan.outline import Outline
from plancli.core.plan.printed import Position, printed
from plancli.core.rounds.round import Round
from plancli.core.text.characters import SENTENCE_MARKS


class Ground:
    """What a comment is about: what the comments that answer it changed, else what it asked to change."""

    def __init__(self, round_: Round, comment: Comment) -> None:
        self.round, self.comment = round_, comment
        self.answers = round_.answers(comment)
        merging = [one for one in self.answers if one.id in round_.due]
        self.changed = bool(merging)
        """Whether something changes in the text: then that counts, and not what was asked."""
        places = [round_.trial.placed[one.id] for one in merging]
        if not places:
            asked = Patch.of(comment.at, comment.edits)
            places = [round_.workspace.place(comment.id, asked)]
        self.placed: Placed = together(comment.id, places)
        self.merged = self.changed and all(one.id in round_.workspace.recorded for one in merging)
        """Whether all of that is in the text; before, the text cannot prove anything."""

    @cached_property
    def parts(self) -> set[str]:
        """Keys of the paragraphs, columns and sections that are changed, come, go or move."""
        found = set(self.placed.paragraphs)
        for addition in self.placed.additions:
            found.update(addition.holds)
        return found

    @cached_property
    def brought(self) -> set[str]:
        """Keys of the parts that came or moved as a whole, with what they hold: all words there are new."""
        found = {moving.key for moving in self.placed.moves}
        for addition in self.placed.additions:
            found.update((addition.key, *addition.holds))
        return found

    @cached_property
    def paragraphs(self) -> list[str]:
        """Ids of the paragraphs concerned, those of whole parts among them; in order."""
        found: dict[str, None] = {}
        for outline in self._outlines:
            for key in sorted(self.parts):
                found.update(dict.fromkeys(_below(outline, key)))
        return list(found)

    @property
    def _outlines(self) -> tuple[Outline, Outline]:
        return self.round.workspace.draft, self.round.plan

    def lies_in(self, keys: Iterable[str]) -> bool:
        """Whether something of it stands in one of some parts, in the draft or now."""
        wanted = set(keys)
        around: set[str] = set()
        for outline in self._outlines:
            for key in self.parts:
                around.update(outline.ancestry(key))
        for addition in self.placed.additions:
            around.update(self.round.plan.ancestry(addition.container))
        return not wanted.isdisjoint(around)

    def stands_beside(self, keys: Iterable[str], *, before: bool) -> bool:
        """Whether something of it comes directly before one of some parts, or directly behind it.

        What moved is looked for where it stands now, what went where it stood.
        """
        draft, plan = self._outlines
        for part in self.parts:
            outline = plan if plan.knows(part) else draft
            order = list(outline.spots)
            own = _below(outline, part)
            for key in keys:
                named = _below(outline, key)
                if not own or not named:
                    continue
                first, second = (own, named) if before else (named, own)
                if order.index(first[-1]) + 1 == order.index(second[0]):
                    return True
        return False

    @cached_property
    def positions(self) -> list[Position]:
        """The printed pages and lines of the paragraphs, in the draft and in what came of it.

        Of a new part it is where the part before it ends, and where the one behind it begins.
        """
        found: list[Position] = []
        for outline in self._outlines:
            for name in self._beside(outline):
                line = printed(outline.spots[name])
                found += line.positions(0, len(line.text))
        return found

    def _beside(self, outline: Outline) -> list[str]:
        """Return the paragraphs concerned that an outline has; for one that it has not, its neighbours."""
        found = [name for name in self.paragraphs if name in outline.spots]
        for addition in self.placed.additions:
            found += _below(outline, addition.container)
        return found

    @cached_property
    def texts_before(self) -> list[str]:
        """The paragraphs concerned as the draft prints them."""
        return self._printed(self.round.workspace.draft)

    @cached_property
    def texts_now(self) -> list[str]:
        """The paragraphs concerned as the plan prints them."""
        return self._printed(self.round.plan)

    def _printed(self, outline: Outline) -> list[str]:
        """Return what an outline prints of the paragraphs concerned that it has."""
        spots = outline.spots
        return [printed(spots[name]).text for name in self.paragraphs if name in spots]

    @cached_property
    def texts(self) -> list[str]:
        """All that is said there: the paragraphs in draft and plan, the opinions, and what was asked."""
        found = [*self.texts_before, *self.texts_now]
        for one in (self.comment, *self.answers):
            found.append(one.opinion)
            found.append(one.at.original or "")
            whole = self.round.compounds.get(one.part_of or "")
            if whole is not None:
                found.append(whole.opinion)
        for passage in self.comment.decision.already:
            found.append(passage.quote)
            place = self.round.corpus.locate(passage.quote, Hint(within=passage.within))
            if isinstance(place, Anchor):
                found.append(self.round.corpus.line(place.paragraph).text)
        return found

    def texts_named(self, text: str) -> list[str]:
        """Return the paragraphs of the parts that a reply or reason names, in draft and plan."""
        keys: set[str] = set()
        for place in places_in(text):
            keys |= parts_named(self.round, place)
        found: list[str] = []
        for outline in self._outlines:
            for key in sorted(keys):
                for name in _below(outline, key):
                    found.append(printed(outline.spots[name]).text)
        return found

    def is_its_own(self, span: FieldSpan) -> bool:
        """Whether characters of the plan were brought by these comments, or stand where they took some.

        A list of units counts as a whole: who changed one name answers for what the list says now.
        """
        authors = {one.id for one in self.answers} | {self.comment.id}
        above = {span.paragraph, *self.round.plan.ancestry(span.paragraph)}
        if not above.isdisjoint(self.brought):
            return True
        pieces = pieces_of(self.round, span.paragraph).field(span.field)
        if span.field == "units":
            return any(authors & set(piece.authors) for piece in pieces)
        return _met(pieces, span, authors)


def parts_named(round_: Round, place: NamedPlace) -> set[str]:
    """Return the parts that a place names, in the draft or now, by the numbers of either.

    None where it names nothing there. A title names a part from end to end: words that only stand in
    one may be any.
    """
    found: set[str] = set()
    for names in round_.names:
        if place.title:
            # a mark that closes quoted words may be the reply's own
            title = place.words.rstrip(SENTENCE_MARKS)
            if names.whole(title):
                found.update(names.keys(title))
            continue
        for named in names.places(parse(place.words)):
            found.update(named.keys)
    return found


def _met(pieces: Iterable[Piece], span: FieldSpan, authors: set[str]) -> bool:
    """Whether one of some authors brought characters of a span, or took some at its place."""
    at = 0
    for piece in pieces:
        own = not authors.isdisjoint(piece.authors)
        if piece.gone:
            # what went has no characters now, only a place
            if own and span.start <= at <= span.end:
                return True
            continue
        end = at + len(piece.text)
        if own and at < span.end and span.start < end:
            return True
        at = end
    return False


def _below(outline: Outline, key: str) -> list[str]:
    """Return a paragraph with its list, or those of a section or column; none of what is not there."""
    if key in outline.spots and key not in outline.itemized:
        return [key]
    if not outline.knows(key):
        return []
    return [name for name, spot in outline.spots.items() if outline.covers(key, spot)]
