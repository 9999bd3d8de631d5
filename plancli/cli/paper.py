"""The PDF that was circulated: read, or refused with what to do."""

from pathlib import Path

from plancli.cli.progress import progress
from plancli.core.finding import Code, Place, refuse
from plancli.core.intake.laid import LEAST_SHARE, LaidOut, lay_out
from plancli.core.intake.paper import PagedPaper, illegible
from plancli.core.plan.model import Draft
from plancli.core.plan.outline import Outline
from plancli.core.plan.printed import printed
from plancli.core.text.characters import steerless
from plancli.messages import N_
from plancli.papers.packed import LARGEST, UnfitFileError
from plancli.render.terminal.pages import difference, percent


def paper_in(file: str, chinese: bool, with_fonts: bool = False) -> PagedPaper:
    """Return the pages and lines of a PDF whose words can be read; bold type is known only `with_fonts`."""
    from plancli.papers.paged.reading import paper_of

    place = Place(steerless(file))
    if not Path(file).is_file():
        raise refuse(Code.NO_PAPER, place, problem=N_("there is no such file"))
    with Path(file).open("rb") as source:
        # what is too large is not read to its end
        content = source.read(LARGEST + 1)
    try:
        paper = paper_of(content, progress, with_fonts)
    except UnfitFileError as error:
        raise refuse(Code.NO_PAPER, place, problem=str(error)) from None
    problem = illegible(paper, chinese)
    if problem is not None:
        raise refuse(Code.NO_PAPER, place, problem=problem.meaning)
    return paper


def laid_on(file: str, paper: PagedPaper, draft: Draft) -> LaidOut:
    """Return where the paragraphs of a draft stand on a paper; refuse one that says something else."""
    lines = [printed(spot) for spot in Outline(draft.sections).spots.values()]
    laid = lay_out(lines, paper)
    if laid.share < LEAST_SHARE:
        places = "; ".join(difference(one) for one in laid.unlaid[:_FIRST])
        share, place = percent(laid.share), Place(steerless(file))
        raise refuse(Code.OTHER_PAPER, place, share=share, draft=draft.draft, places=places)
    return laid


_FIRST = 5
"""So many places show whether it is another text, or one word that was mistyped."""
