"""Comments on a plan that do not collide, with the text that they must give."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from random import Random
from typing import NamedTuple

from bench import wording
from plancli.core.comments.comment import Cited, Comment, Decision
from plancli.core.comments.edits import Delete, Edit, Insert, Replace
from plancli.core.comments.status import Status
from plancli.core.plan.model import Paragraph, Section, Table
from plancli.core.plan.outline import Outline
from plancli.core.text.characters import boundaries, sentences

_CLAUSE = re.compile("[^，。；]+")


class Splice(NamedTuple):
    """Replace the characters `start:end` of a paragraph's text by `words`."""

    start: int
    end: int
    words: str

    def applied(self, text: str) -> str:
        return text[: self.start] + self.words + text[self.end :]


class Sentence(NamedTuple):
    """One sentence of a plan and where it begins in the text of its paragraph; or what a cell says."""

    section: Section
    paragraph: Paragraph
    start: int
    text: str
    is_cell: bool = False


class Request(NamedTuple):
    """A comment with one edit inside one sentence, and the splice that it amounts to."""

    comment: Comment
    sentence: Sentence
    splice: Splice

    @property
    def sentence_after(self) -> str:
        start, end, words = self.splice
        shift = self.sentence.start
        return Splice(start - shift, end - shift, words).applied(self.sentence.text)


def consult(sections: Sequence[Section], wanted: int, seed: int = 2) -> list[Request]:
    """Return `wanted` adopted comments, each on another sentence, its quotation unique in its section."""
    rng = Random(seed)
    standing = {section.key: words_of(section) for section in sections}
    numbers: Counter[str] = Counter()
    found: list[Request] = []
    for sentence in rng.sample(every := list(sentences_of(sections)), len(every)):
        edit, splice = edit_of(rng, sentence)
        quote = quoted(edit)
        if len(quote) >= 8 and standing[sentence.section.key].count(quote) == 1:
            unit = rng.choice(wording.UNITS)
            numbers[unit] += 1
            comment = commented(f"{unit}-{numbers[unit]:02}", sentence, edit)
            found.append(Request(comment, sentence, splice))
            if len(found) == wanted:
                return found
    raise ValueError(f"the plan has room for {len(found)} comments only")


def sentences_of(sections: Iterable[Section]) -> Iterator[Sentence]:
    """Yield every sentence of the paragraphs' texts, in reading order; those of tables are none."""
    for spot, _ in Outline(sections).places():
        if isinstance(spot.column, Table):
            continue
        text = spot.paragraph.text
        for start, end in pairwise(boundaries(sentences(text))):
            yield Sentence(spot.section, spot.paragraph, start, text[start:end])


def figures_of(sections: Iterable[Section]) -> Iterator[Sentence]:
    """Yield every cell of the tables that is a number, as if it were a sentence."""
    for spot, _ in Outline(sections).places():
        text = spot.paragraph.text
        if spot.row is not None and text[:1].isdigit():
            yield Sentence(spot.section, spot.paragraph, 0, text, is_cell=True)


def commented(name: str, sentence: Sentence, edit: Edit) -> Comment:
    """Return the adopted comment that asks for one edit, citing section and page."""
    paragraph = sentence.paragraph
    return Comment(
        id=name,
        unit=name.rsplit("-", 1)[0],
        at=Cited(section=sentence.section.key, page=paragraph.page, line=paragraph.line),
        opinion=f"建议修改第{paragraph.page}页第{paragraph.line}行中“{quoted(edit)}”的表述。",
        edits=(edit,),
        decision=Decision(status=Status.ADOPTED, reply="已按意见修改。"),
    )


def texts_after(requests: Iterable[Request]) -> dict[str, str]:
    """Return the texts of the paragraphs that change, by id, with all requests in them: the truth."""
    splices: dict[str, list[Splice]] = defaultdict(list)
    texts: dict[str, str] = {}
    for request in requests:
        paragraph = request.sentence.paragraph
        texts[paragraph.id] = paragraph.text
        splices[paragraph.id].append(request.splice)
    for name, own in splices.items():
        for splice in sorted(own, reverse=True):
            texts[name] = splice.applied(texts[name])
    return texts


def edit_of(rng: Random, sentence: Sentence) -> tuple[Edit, Splice]:
    """Replace, delete or extend one clause of a sentence, its end mark left alone."""
    clauses = list(_CLAUSE.finditer(sentence.text))
    at = rng.randrange(len(clauses))
    words, start, end = (
        clauses[at][0],
        sentence.start + clauses[at].start(),
        sentence.start + clauses[at].end(),
    )
    verb = rng.choice(("replace", "delete", "insert"))
    if verb == "insert":
        added = "，" + wording.clause(rng)
        return Insert(insert=added, after=words), Splice(end, end, added)
    if verb == "delete" and at:
        return Delete(delete="，" + words), Splice(start - 1, end, "")
    new = wording.reworded(rng, words) if rng.random() < 0.6 else wording.clause(rng)
    while new == words:  # what all plans say may be drawn again
        new = wording.clause(rng)
    return Replace(replace=words, wording=new), Splice(start, end, new)


def quoted(edit: Edit) -> str:
    match edit:
        case Replace():
            return edit.replace
        case Delete():
            return edit.delete
        case Insert():
            return edit.after or ""
    raise TypeError(edit)


def words_of(section: Section) -> str:
    paragraphs = [spot.paragraph for spot, _ in Outline([section]).places()]
    return "\n".join(f"{paragraph.heading}\n{paragraph.text}" for paragraph in paragraphs)
