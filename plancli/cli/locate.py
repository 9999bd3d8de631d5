"""plancli locate."""

from typing import Annotated

import typer

from plancli.cli.opening import open_repository, print_json
from plancli.cli.options import AsJson
from plancli.core.citation import Citation, chinese, parse
from plancli.core.finding import Code, refuse
from plancli.core.locate import Anchor, Corpus, Refusal
from plancli.core.model import Comment, Patch
from plancli.core.outline import Spot
from plancli.core.text import fold
from plancli.messages import N_, _
from plancli.render import findings, passages
from plancli.store.repository import Repository

HELP = N_(
    "Where a comment, a citation or a quotation lands in the draft, and on what evidence. Words that are not "
    "found are never placed; the most similar passages are shown."
)
EXAMPLE = 'plancli locate 市医保局-01; plancli locate "第38页第16行"; plancli locate 推广普及电子医保凭证'


def command(
    words: Annotated[str, typer.Argument(metavar="ID|WORDS", help=_("Comment id, citation or quotation."))],
    as_json: AsJson = False,
) -> int:
    _root, repository = open_repository()
    if words in repository.comments:
        return _comment(repository, repository.comments[words], as_json)
    corpus = repository.workspace.corpus
    found = corpus.locate(words)
    citation = parse(words)
    if isinstance(found, Refusal) and citation is not None and (spots := _cited(corpus, citation)):
        return _spots(spots, as_json)
    if isinstance(found, Refusal) and citation is None and not found.candidates:
        raise refuse(Code.UNREADABLE_CITATION, exit_code=1, words=words)
    _print(corpus, [(words, found)], as_json)
    return 0 if isinstance(found, Anchor) else 1


def _comment(repository: Repository, comment: Comment, as_json: bool) -> int:
    """Show every quotation of a comment: what it cites, what it asks for, what was adopted."""
    adopted = comment.decision.edits or ()
    placed = repository.workspace.place(comment.id, Patch.of(comment.at, (*comment.edits, *adopted)))
    found = {evidence.quote: evidence.found for evidence in placed.evidence}
    _print(repository.workspace.corpus, list(found.items()), as_json)
    if not as_json:
        spots = repository.workspace.draft.spots
        quoted = {anchor.paragraph for anchor in found.values() if isinstance(anchor, Anchor)}
        for name in sorted(placed.paragraphs - quoted):
            named = passages.where(spots[name]) if name in spots else name + " (" + _("new") + ")"
            typer.echo(_("by its id") + "\n  → " + named)
        for finding in placed.findings:
            typer.echo("\n".join(findings.lines(finding)))
    refusals = [anchor for anchor in found.values() if isinstance(anchor, Refusal)]
    return 1 if refusals or placed.findings else 0


def _cited(corpus: Corpus, citation: Citation) -> list[Spot]:
    """Return the paragraphs that a citation can mean: every part that is known must agree."""
    spots = corpus.at(citation.page, citation.line)
    for key in _keys(corpus, citation):
        spots = [spot for spot in spots if corpus.outline.covers(key, spot)]
    for name in citation.names:
        named = [spot for spot in spots if fold(name) in fold(spot.section.title + spot.paragraph.heading)]
        spots = named or spots
    return spots


def _keys(corpus: Corpus, citation: Citation) -> list[str]:
    """Return the keys of the sections and columns that a citation numbers."""
    tails = []
    if citation.chapter is not None:
        tails.append(f"第{chinese(citation.chapter)}章")
    if citation.project is not None:
        tails.append(f"/{citation.project}")
    if citation.column is not None:
        tails.append(f"/专栏{citation.column}")
    known = [*corpus.outline.sections, *corpus.outline.columns]
    return [next((key for key in known if key.endswith(tail)), tail) for tail in tails]


def _spots(spots: list[Spot], as_json: bool) -> int:
    if as_json:
        print_json([{"container": spot.container, **_plain(spot)} for spot in spots])
    else:
        for spot in spots:
            typer.echo("\n".join(passages.paragraph_lines(spot)))
    return 0


def _plain(spot: Spot) -> dict[str, object]:
    return spot.paragraph.model_dump(mode="json", exclude_none=True, exclude={"source"})


def _print(corpus: Corpus, found: list[tuple[str, Anchor | Refusal]], as_json: bool) -> None:
    if as_json:
        print_json([passages.found_json(corpus, quote, anchor) for quote, anchor in found])
    else:
        for quote, anchor in found:
            typer.echo("\n".join(passages.anchor_lines(corpus, quote, anchor)))
