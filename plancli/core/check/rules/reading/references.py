"""References to numbered parts of the plan."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plancli.core.check.rule import PlanRule
from plancli.core.comments.edits import Remove
from plancli.core.entry import N_, Severity
from plancli.core.finding import Finding, Path, Subject
from plancli.core.plan.bindings import PartNumbers, Unbound, bound, kind_of
from plancli.core.plan.mention import Kind, Mention
from plancli.core.plan.model import Captioned
from plancli.core.plan.outline import Outline, part_key
from plancli.core.plan.references import references
from plancli.core.plan.series import Ordinal, series_of
from plancli.core.rounds.round import Round
from plancli.core.text.numerals import TENS


class _Words(NamedTuple):
    """A title, heading or text of the plan, with the key of the part that has it."""

    key: str
    subject: Subject
    path: Path
    text: str


def dangling(round_: Round) -> Iterator[Finding]:
    """What the plan refers to by a number is there: by the number of the draft, and as it is printed."""
    yield from _in_both(round_, DANGLING.code, Unbound.NOTHING)


def ambiguous(round_: Round) -> Iterator[Finding]:
    """What the plan refers to by a number is one part, from where the reference stands."""
    yield from _in_both(round_, MEANS_SEVERAL.code, Unbound.SEVERAL)


def going(round_: Round) -> Iterator[Finding]:
    """What the plan refers to by a number stays in it: before a comment takes it out, that is mended.

    One that is out already is not there, which `dangling` tells.
    """
    taken_out = dict(_taken_out(round_))
    if not taken_out:
        return
    after = Outline(round_.trial.sections)
    numbering = PartNumbers(round_.workspace.draft, round_.plan)
    for one in [*_titles(round_.plan), *_paragraphs(round_.plan)]:
        stays = after.words(one.key, str(one.path[-1]))
        for mention in references(one.text):
            meant = bound(mention, one.key, numbering).key
            by = [taken_out[key] for key in numbering.ancestry(meant or "") if key in taken_out]
            # the comment itself, or another one that is adopted, may mend the reference
            if by and mention.words in stays:
                params = {"paragraph": one.key, "words": mention.words, "comment": by[0]}
                yield Finding(GOING.code, params, one.subject, one.path, offset=mention.start)


def _taken_out(round_: Round) -> Iterator[tuple[str, str]]:
    """Yield the parts of the plan that adopted comments take out, with the comment that does."""
    for name, patch in round_.due.items():
        for edit in patch.edits:
            keys = round_.corpus.names.keys(edit.remove) if isinstance(edit, Remove) else []
            if len(keys) == 1 and round_.plan.knows(keys[0]):
                yield keys[0], name


def _in_both(round_: Round, code: str, why: Unbound) -> Iterator[Finding]:
    """Yield the references that mean no one part in the plan as it is cited, and as it is printed.

    Where parts went and the others closed up, what referred to one that went points to another as printed.
    """
    drafted = _Drafted(round_)
    found = list(_unbound(round_.plan, code, why, drafted))
    named = {(one.subject, one.path) for one in found}
    if round_.workspace.numbers:
        printed = _unbound(round_.paper, code, why)
        found += [one for one in printed if (one.subject, one.path) not in named]
    yield from found


class _Drafted:
    """What references mean in the draft: there a part stood, and had its number, that went since."""

    def __init__(self, round_: Round) -> None:
        self._round = round_
        self._draft = round_.workspace.draft
        self.numbering = PartNumbers(self._draft, round_.plan)

    def gone(self, mention: Mention, at: str) -> str:
        """Return the part that a reference meant in the draft and that is out of the plan, by whose comment.

        "" where the draft has none either, or has it in the plan still.
        """
        meant = bound(mention, at, self.numbering).key
        if meant is None or self._round.plan.knows(meant) or not self._draft.knows(meant):
            return ""
        title = self._draft.titles.get(meant, "")
        by = self._round.workspace.causes.removers(self._draft.ancestry(meant))
        named = f"{meant}“{title}”" if title else meant
        return f"{named}({'、'.join(dict.fromkeys(by))})" if by else named


def _unbound(
    plan: Outline, code: str, why: Unbound, drafted: _Drafted | None = None
) -> Iterator[Finding]:
    """Yield what means no one part of a plan; a kind without any numbers, in the draft too, is not judged."""
    numbering = PartNumbers(plan)
    known_too = drafted.numbering if drafted else numbering
    words = [*_titles(plan), *_paragraphs(plan)]
    carried = _carried(words)
    for one in words:
        for mention in references(one.text):
            kinds = [rung.kind for rung in mention.rungs]
            known = all(numbering.has(kind) or known_too.has(kind) for kind in kinds)
            meant = bound(mention, one.key, numbering)
            last = mention.rungs[-1]
            if known and meant.why is why and (last.kind, last.value) not in carried:
                params = {"paragraph": one.key, "words": mention.words}
                if meant.several:
                    params["parts"] = "、".join(meant.several)
                if drafted:
                    params["near"] = drafted.gone(mention, one.key)
                yield Finding(code, params, one.subject, one.path, offset=mention.start)


_LEADING = re.compile(
    rf"(专栏(?:[0-9]{{1,3}}|[{TENS}]{{1,3}})|第[{TENS}0-9]{{1,4}}章)(?=[\s:：]|$)"
)
"""The number that a title carries itself: 专栏3 智慧交通."""


def _carried(words: Iterable[_Words]) -> set[tuple[Kind, Ordinal]]:
    """Return the numbers that titles and headings carry in their words, whatever number their part has."""
    found: set[tuple[Kind, Ordinal]] = set()
    for one in words:
        match = None if one.path[-1] == "text" else _LEADING.match(one.text)
        read = series_of(match[1]) if match else None
        kind = kind_of(read[0]) if read else None
        if read and kind:
            found.add((kind, read[1]))
    return found


def _titles(plan: Outline) -> Iterator[_Words]:
    for section in plan.sections.values():
        subject = Subject("section", section.key)
        yield _Words(section.key, subject, ("title",), section.title)
        for at, part in enumerate(section.body):
            if isinstance(part, Captioned):
                yield _Words(part_key(section, part), subject, ("body", at, "title"), part.title)


def _paragraphs(plan: Outline) -> Iterator[_Words]:
    for spot, path in plan.places():
        subject, paragraph = Subject("section", spot.section.key), spot.paragraph
        yield _Words(paragraph.id, subject, (*path, "heading"), paragraph.heading)
        yield _Words(paragraph.id, subject, (*path, "text"), paragraph.text)


DANGLING = PlanRule(
    code="P509",
    find=dangling,
    order=190,
    message=N_(
        "{paragraph} refers to {words}, which the plan does not have. In the draft it was {near}."
    ),
    hint=N_("Mend the reference."),
    meaning=N_(
        "The text refers to a column, chapter or project by a number that the plan does not "
        "have, often after renumbering. Every number of a list is looked up, and both ends of a "
        "range. References to other documents are not judged. Where the draft had the part, it is named, and "
        "in brackets the comment that took it out."
    ),
)

MEANS_SEVERAL = PlanRule(
    code="P514",
    find=ambiguous,
    order=195,
    weight=Severity.WARNING,
    message=N_("{paragraph} refers to {words}, which may be {parts}."),
    hint=N_("Say which one is meant, with the part that holds it: 第二章第3项."),
    meaning=N_(
        "Several parts have the number by which the text refers to one of them, and where it stands does "
        "not say which is meant. renumber leaves such a reference as it stands."
    ),
)

GOING = PlanRule(
    code="P515",
    find=going,
    order=196,
    weight=Severity.WARNING,
    message=N_("{paragraph} refers to {words}, which {comment} takes out."),
    hint=N_(
        "Let an adopted comment mend the reference, or mend it once the comment is in the text."
    ),
    meaning=N_(
        "An adopted comment removes a part to which the text refers, and nothing that is adopted changes the "
        "reference: once the comment is in the text it points to nothing."
    ),
)
