"""A draft that others wrote, read and laid out as a plan repository."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from plancli.cli.arriving import content_of
from plancli.cli.drafted_pictures import with_pictures
from plancli.cli.laying import files_beside
from plancli.cli.paper import is_pdf, paper_in
from plancli.core.finding import Code, Place, refuse
from plancli.core.intake.body import Body
from plancli.core.intake.draft.drafted import Drafted
from plancli.core.intake.draft.structure import NoHeadingsError, drafted
from plancli.core.intake.paper_body import body_of_paper
from plancli.core.plan.digest import draft_digest
from plancli.core.plan.joints import joints_of
from plancli.core.plan.model import Draft, Figure, Table
from plancli.core.plan.names import folded, unstorable
from plancli.core.plan.outline import Outline
from plancli.core.plan.pictures import with_digests
from plancli.core.text.characters import steerless
from plancli.messages import N_
from plancli.papers.packed import UnfitFileError
from plancli.store.beginning import drafted_plan
from plancli.store.files import MANIFEST
from plancli.store.pictures import FOLDER, digest_of_picture
from plancli.store.repository import load


def body_of(file: Path) -> Body:
    """Return the body of a draft; refuse what is none."""
    if is_pdf(file):
        paper = paper_in(str(file), code=Code.NO_DRAFT_IN_FILE, with_fonts=True)
        return body_of_paper(paper)
    from plancli.papers.bodies.reading import body_in

    try:
        content = content_of(str(file), Code.NO_DRAFT_IN_FILE)
        body = body_in(content, file.suffix, with_pictures=True)
        return with_pictures(body, file.parent)
    except UnfitFileError as error:
        raise unfit(file, str(error)) from None


def plan_in(file: Path) -> Drafted:
    """Return the plan that a file holds; refuse one in which nothing is a heading."""
    try:
        return drafted(body_of(file))
    except NoHeadingsError:
        problem = N_("nothing in it is a heading, by style or by number (第一章, 一、, 1.)")
        raise unfit(file, problem) from None


def unfit(file: Path, problem: str) -> Exception:
    """Build the error for a file that is no draft; `problem` is an English message."""
    return refuse(Code.NO_DRAFT_IN_FILE, Place(steerless(str(file))), problem=problem)


class Called(NamedTuple):
    """What the plan is called, who issues it, its draft, and whom it consults."""

    title: str
    issuer: str
    draft: str
    units: tuple[str, ...]


def draft_of(plan: Drafted, called: Called) -> Draft:
    """Return a plan as the draft that is frozen, printed as its own text was."""
    joints = joints_of(plan.language, plan.separator)
    digests = {name: digest_of_picture(content) for name, content in plan.pictures.items()}
    sections = (with_digests(section, digests) for section in plan.sections)
    return Draft(
        draft=called.draft,
        title=called.title,
        separator=plan.separator,
        sections=tuple(section.printed_with(joints) for section in sections),
    )


def files_of(plan: Drafted, called: Called, draft: Draft) -> dict[str, bytes]:
    """Return the files of the repository, read back as a check."""
    date = plan.cover.date or None
    files = drafted_plan(draft, date, called.issuer, called.units, plan.language)
    repository = load(files)
    if draft_digest(repository.draft()) != draft_digest(draft):
        raise refuse(Code.NOT_WRITABLE, Place(MANIFEST))
    pictures = {FOLDER + name: content for name, content in plan.pictures.items()}
    return {**files_beside(called.title, plan.language), **files, **pictures}


def units_in(plan: Drafted) -> tuple[str, ...]:
    """Return the responsible units that a draft names, each once.

    各县区 are several and nobody's name, and an ellipsis stands for those whom the draft does not name.
    """
    spots = Outline(plan.sections).spots.values()
    named = [unit for spot in spots for unit in spot.paragraph.units or ()]
    return _roster(unit for unit in named if unit[0].isalnum() and not unit.startswith("各"))


def units_of(file: Path) -> tuple[str, ...]:
    """Return the units of a list, one a line; of a table the first cell of a row that is no number."""
    from plancli.papers.sheets.text import decoded

    try:
        text = decoded(content_of(str(file), Code.NO_DRAFT_IN_FILE))
    except UnfitFileError as error:
        raise unfit(file, str(error)) from None
    names: list[str] = []
    for row in csv.reader(io.StringIO(text)):
        cells = [cell.strip() for cell in row]
        name = next((cell for cell in cells if cell and not cell.isdecimal()), "")
        if name and name not in _HEADS:
            names.append(name)
    for name in names:
        if reason := unstorable(name):
            raise refuse(Code.UNFIT_NAME, Place(steerless(str(file))), name=name, reason=reason)
    return _roster(names)


_HEADS = ("单位", "单位名称", "名称", "序号", "unit", "name")


def _roster(names: Iterable[str]) -> tuple[str, ...]:
    """Return names that can be names of folders, those that only case tells from another once."""
    found: dict[str, str] = {}
    for name in names:
        if unstorable(name) is None:
            found.setdefault(folded(name), name)
    return tuple(found.values())


def counts_of(plan: Drafted, units: Sequence[str]) -> dict[str, int]:
    """Return how many parts of each kind there are, and units; cells are none of the paragraphs."""
    outline = Outline(plan.sections)
    others = sum(isinstance(spot.column, Table | Figure) for spot in outline.spots.values())
    chapters = [section for section in plan.sections if section.above is None]
    return {
        "chapters": len(chapters),
        "sections": len(plan.sections) - len(chapters),
        "columns": len(outline.columns),
        "tables": len(outline.tables),
        "figures": len(outline.figures),
        "paragraphs": len(outline.spots) - others,
        "units": len(units),
    }
