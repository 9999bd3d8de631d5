"""plancli locate."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

import typer

from plancli.cli.completion import parts_and_comments
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson
from plancli.cli.output import print_answer
from plancli.core.comments.comment import Comment
from plancli.core.comments.record import Patch
from plancli.core.finding import Code, refuse
from plancli.core.locate.anchors import Anchor, Refusal
from plancli.core.locate.citation import parse
from plancli.core.locate.corpus import Corpus
from plancli.core.locate.locate import CitedPlace, cited_places
from plancli.core.merge.placed import Placed
from plancli.core.plan.outline import Spot
from plancli.library.reading import locate
from plancli.messages import N_, _, in_brackets
from plancli.render.answers.findings import finding_entries
from plancli.render.answers.passages import (
    CitedEntry,
    LocateAnswer,
    StepEntry,
    paragraph_entry,
    quotation_entry,
)
from plancli.render.findings import messages as findings
from plancli.render.terminal import passages
from plancli.store.repository import Repository

HELP = N_(
    "Where a comment, a citation or a quotation lands in the draft, and on what evidence. Words that are not "
    "found are never placed; the most similar passages are shown with the difference."
)
EXAMPLE = (
    'plancli locate 市医保局-01; plancli locate "第38页第16行"; plancli locate 推广普及电子医保凭证'
)


def command(
    words: Annotated[
        str,
        typer.Argument(
            metavar="ID|WORDS",
            help=_("Comment id, citation or quotation."),
            autocompletion=parts_and_comments,
        ),
    ],
    as_json: AsJson = False,
) -> int:
    _root, repository = open_repository()
    if words in repository.comments:
        return _comment(repository, repository.comments[words], as_json)
    corpus = repository.workspace.corpus
    landing = locate(repository, words)
    if not landing.cites and isinstance(landing.found, Refusal) and not landing.found.candidates:
        raise refuse(Code.UNREADABLE_CITATION, exit_code=1, words=words)
    if as_json:
        quotes = [] if landing.cites else [quotation_entry(corpus, words, landing.found)]
        print_answer(LocateAnswer([_entry(place) for place in landing.places], quotes, []))
    elif landing.cites:
        typer.echo("\n".join(line for place in landing.places for line in _place_lines(place)))
    else:
        typer.echo("\n".join(passages.anchor_lines(corpus, words, landing.found)))
    return 0 if landing.stands else 1


def _comment(repository: Repository, comment: Comment, as_json: bool) -> int:
    """Show every quotation of a comment: what it cites, what it asks for, what was adopted."""
    workspace = repository.round_of(comment).workspace
    corpus, adopted = workspace.corpus, comment.decision.edits or ()
    placed = workspace.place(comment.id, Patch.of(comment.at, (*comment.edits, *adopted)))
    found = _each_once(placed)
    cited = cited_places(corpus, parse(comment.at.cites)) if comment.at.cites else []
    if as_json:
        quotes = [quotation_entry(corpus, quote, anchor) for quote, anchor in found]
        told = finding_entries(placed.findings)
        print_answer(LocateAnswer([_entry(place) for place in cited], quotes, told))
    else:
        lines = [line for place in cited for line in _heading(place)]
        lines += evidence_lines(corpus, placed)
        lines += [line for finding in placed.findings for line in findings.lines(finding)]
        typer.echo("\n".join(lines))
    refused = any(isinstance(anchor, Refusal) for _, anchor in found)
    # what is not understood of a citation is a note: the words have their place all the same
    return 1 if refused or placed.obstacles else 0


def evidence_lines(corpus: Corpus, placed: Placed) -> Iterator[str]:
    """Yield where the words and ids of a comment land, and on what evidence."""
    found = _each_once(placed)
    for quote, anchor in found:
        yield from passages.anchor_lines(corpus, quote, anchor)
    yield from _by_id(corpus.outline.spots, placed, [anchor for _, anchor in found])


def _each_once(placed: Placed) -> list[tuple[str, Anchor | Refusal]]:
    """Return what was looked up, with what came of it; words that hold everywhere have many places."""
    found = [(evidence.quote, evidence.found) for evidence in placed.evidence]
    return list(dict.fromkeys(found))


def _by_id(
    spots: Mapping[str, Spot], placed: Placed, found: Iterable[Anchor | Refusal]
) -> Iterator[str]:
    """Yield the paragraphs that a comment touches by their ids, not by quoted words."""
    quoted = {
        piece.paragraph for anchor in found if isinstance(anchor, Anchor) for piece in anchor.pieces
    }
    for name in sorted(placed.paragraphs - quoted):
        named = passages.where(spots[name]) if name in spots else name + in_brackets(_("new"))
        yield _("by its id") + "\n  → " + named


def _place_lines(place: CitedPlace) -> Iterator[str]:
    yield from _heading(place)
    for spot in place.spots:
        yield from passages.paragraph_lines(spot)


def _heading(place: CitedPlace) -> Iterator[str]:
    """Yield how a citation was read, and what in it was not."""
    steps = map(str, place.reference.steps)
    yield "# " + " · ".join([*steps, *place.named.keys])
    if place.named.unread:
        yield "  " + _("not understood: {words}").format(words="、".join(place.named.unread))
    if not place.spots:
        yield "  " + _("no paragraph of the draft is known to stand there")


def _entry(place: CitedPlace) -> CitedEntry:
    return CitedEntry(
        [StepEntry(*step) for step in place.reference.steps],
        list(place.named.keys),
        list(place.named.unread),
        [paragraph_entry(spot) for spot in place.spots],
    )
