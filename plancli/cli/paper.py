"""The PDF that was circulated: read, or refused with what to do."""

from pathlib import Path

from plancli.cli.arriving import content_of
from plancli.cli.progress import progress
from plancli.core.finding import Code, Place, refuse
from plancli.core.intake.laid import LEAST_SHARE, LaidOut, lay_out
from plancli.core.intake.paper import PagedPaper, illegible
from plancli.core.plan.model import Draft
from plancli.core.plan.outline import Outline
from plancli.core.plan.printed import printed
from plancli.core.text.characters import steerless
from plancli.messages import semicolon
from plancli.papers.packed import UnfitFileError
from plancli.render.terminal.pages import difference, percent


def is_pdf(file: Path) -> bool:
    """Whether a file is a PDF, by its first bytes."""
    if not file.is_file():
        return False
    with file.open("rb") as source:
        return b"%PDF-" in source.read(_HEAD)


_HEAD = 1024
"""A PDF says what it is somewhere in its first bytes."""


def paper_in(
    file: str, chinese: bool | None = None, code: str = Code.NO_PAPER, with_fonts: bool = False
) -> PagedPaper:
    """Return the pages and lines of a PDF whose words can be read, else refuse it with this code.

    `chinese`: whether the words are to be Chinese; None where nobody knows. Bold type is known only
    `with_fonts`.
    """
    from plancli.papers.paged.apart import paper_apart

    place = Place(steerless(file))
    content = content_of(file, code)
    try:
        paper = paper_apart(content, progress, with_fonts)
    except UnfitFileError as error:
        raise refuse(code, place, problem=str(error)) from None
    problem = illegible(paper, chinese)
    if problem is not None:
        raise refuse(code, place, problem=problem.meaning)
    return paper


def laid_on(file: str, paper: PagedPaper, draft: Draft) -> LaidOut:
    """Return where the paragraphs of a draft stand on a paper; refuse one that says something else."""
    lines = [printed(spot) for spot in Outline(draft.sections).spots.values()]
    laid = lay_out(lines, paper)
    if laid.share < LEAST_SHARE:
        places = semicolon().join(difference(one) for one in laid.unlaid[:_FIRST])
        share, place = percent(laid.share), Place(steerless(file))
        raise refuse(Code.OTHER_PAPER, place, share=share, draft=draft.draft, places=places)
    return laid


_FIRST = 5
"""So many places show whether it is another text, or one word that was mistyped."""
