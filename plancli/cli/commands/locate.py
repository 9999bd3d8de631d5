"""plancli locate."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, NamedTuple

import typer

from plancli.cli.completion import parts_and_comments
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson
from plancli.cli.output import print_json
from plancli.core.comments.comment import Comment
from plancli.core.comments.record import Patch
from plancli.core.finding import Code, refuse
from plancli.core.locate.anchors import Anchor, Refusal
from plancli.core.locate.citation import Citation, Reference, parse
from plancli.core.locate.ladder import Corpus
from plancli.core.locate.names import Named
from plancli.core.merge.placed import Placed
from plancli.core.plan.outline import Spot
from plancli.messages import N_, _
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


class Cited(NamedTuple):
    """One place of a citation: how it was read, the paragraphs there, and what was not understood."""

    reference: Reference
    named: Named
    spots: list[Spot]


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
    found = corpus.locate(words)
    if isinstance(found, Refusal) and (bare := words.strip('“”"「」')) != words:
        found = corpus.locate(bare)
    if isinstance(found, Refusal) and (cited := _cited(corpus, parse(words))):
        return _places(cited, as_json)
    if isinstance(found, Refusal) and not found.candidates:
        raise refuse(Code.UNREADABLE_CITATION, exit_code=1, words=words)
    _print(corpus, [(words, found)], as_json)
    return 0 if isinstance(found, Anchor) else 1


def _comment(repository: Repository, comment: Comment, as_json: bool) -> int:
    """Show every quotation of a comment: what it cites, what it asks for, what was adopted."""
    workspace = repository.round_of(comment).workspace
    corpus, adopted = workspace.corpus, comment.decision.edits or ()
    placed = workspace.place(comment.id, Patch.of(comment.at, (*comment.edits, *adopted)))
    found = {evidence.quote: evidence.found for evidence in placed.evidence}
    cited = _cited(corpus, parse(comment.at.cites)) if comment.at.cites else []
    if as_json:
        quotes = [passages.found_json(corpus, quote, anchor) for quote, anchor in found.items()]
        print_json({"cites": [_cited_json(place) for place in cited], "quotes": quotes})
    else:
        lines = [line for place in cited for line in _heading(place)]
        lines += evidence_lines(corpus, placed)
        lines += [line for finding in placed.findings for line in findings.lines(finding)]
        typer.echo("\n".join(lines))
    refused = any(isinstance(anchor, Refusal) for anchor in found.values())
    return 1 if refused or placed.findings else 0


def evidence_lines(corpus: Corpus, placed: Placed) -> Iterator[str]:
    """Yield where the words and ids of a comment land, and on what evidence."""
    found = {evidence.quote: evidence.found for evidence in placed.evidence}
    for quote, anchor in found.items():
        yield from passages.anchor_lines(corpus, quote, anchor)
    yield from _by_id(corpus.outline.spots, placed, found.values())


def _by_id(
    spots: Mapping[str, Spot], placed: Placed, found: Iterable[Anchor | Refusal]
) -> Iterator[str]:
    """Yield the paragraphs that a comment touches by their ids, not by quoted words."""
    quoted = {
        piece.paragraph for anchor in found if isinstance(anchor, Anchor) for piece in anchor.pieces
    }
    for name in sorted(placed.paragraphs - quoted):
        named = passages.where(spots[name]) if name in spots else name + " (" + _("new") + ")"
        yield _("by its id") + "\n  → " + named


def _cited(corpus: Corpus, citation: Citation) -> list[Cited]:
    """Return the places of a citation that are understood: every part that is known must agree."""
    found: list[Cited] = []
    for reference, named in zip(citation.references, corpus.names.places(citation), strict=True):
        spots = corpus.printed_on(reference.page, reference.line)
        if named.unread:
            spots = []
        elif named.keys:
            spots = [
                spot
                for spot in spots
                if any(corpus.outline.covers(key, spot) for key in named.keys)
            ]
        if named.keys or reference.steps:
            found.append(Cited(reference, named, spots))
    return found


def _places(cited: list[Cited], as_json: bool) -> int:
    if as_json:
        print_json([_cited_json(place) for place in cited])
    else:
        for place in cited:
            typer.echo(
                "\n".join(
                    [
                        *_heading(place),
                        *(x for s in place.spots for x in passages.paragraph_lines(s)),
                    ]
                )
            )
    return 0 if all(place.spots for place in cited) else 1


def _heading(place: Cited) -> Iterator[str]:
    """Yield how a citation was read, and what in it was not."""
    steps = map(str, place.reference.steps)
    yield "# " + " · ".join([*steps, *place.named.keys])
    if place.named.unread:
        yield "  " + _("not understood: {words}").format(words="、".join(place.named.unread))
    if not place.spots:
        yield "  " + _("no paragraph of the draft is known to stand there")


def _cited_json(place: Cited) -> dict[str, Any]:
    steps = [step._asdict() for step in place.reference.steps]
    paragraphs = [{"container": spot.container, **_plain(spot)} for spot in place.spots]
    return {"steps": steps, **place.named._asdict(), "paragraphs": paragraphs}


def _plain(spot: Spot) -> dict[str, object]:
    return spot.paragraph.model_dump(mode="json", exclude_none=True, exclude={"source", "layout"})


def _print(corpus: Corpus, found: Iterable[tuple[str, Anchor | Refusal]], as_json: bool) -> None:
    if as_json:
        print_json([passages.found_json(corpus, quote, anchor) for quote, anchor in found])
    else:
        for quote, anchor in found:
            typer.echo("\n".join(passages.anchor_lines(corpus, quote, anchor)))
