"""Word documents; the templates of their tables are forms, Word documents with placeholders."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from plancli.cli.formats import FileFormat, PlanPaper, TablePaper, TextPaper, broken_pictures
from plancli.core.finding import Code, refuse
from plancli.core.publish.sheet import Sheet
from plancli.messages import N_

if TYPE_CHECKING:  # help lists formats, and needs nothing of what can be written
    from plancli.core.plan.picture import Picture
    from plancli.core.publish.cover_sheet import CoverSheet
    from plancli.core.publish.opinion_form import OpinionForm


def _table(paper: TablePaper) -> bytes:
    from plancli.papers.word.table import docx
    from plancli.render.tables.sheets import TABLE

    if paper.template == TABLE:
        return docx(paper.sheet)
    return _in_form(_form(paper), paper.sheet)


def _form(paper: TablePaper) -> Path:
    form = paper.templates / f"{paper.template}.docx"
    if not form.is_file():
        from plancli.render.pages.templates import tables

        listed = "、".join(tables(paper.templates))
        raise refuse(Code.TEMPLATE, name=form.name, problem=N_("not found"), known=listed)
    return form


def _in_form(form: Path, sheet: Sheet) -> bytes:
    """Fill a form of the office's own; its placeholders are the names and the labels of the columns."""
    from plancli.papers.word.form import filled

    whole = {"title": sheet.title, "lead": "\n".join(sheet.lead), "foot": "\n".join(sheet.foot)}
    names = [*(head.name for head in sheet.heads), *(head.label for head in sheet.heads)]
    blocks = [
        [dict(zip(names, row * 2, strict=True)) for row in block.rows] for block in sheet.blocks
    ]
    shared = next((head.name for head in sheet.heads if head.shared), "")
    return filled(form, whole, blocks, shared, sheet.stamp)


def _text(paper: TextPaper) -> bytes:
    from plancli.papers.word.prose import docx

    return docx(paper.text, paper.language)


def _plan(paper: PlanPaper) -> bytes:
    from plancli.core.intake.circulated import Circulated
    from plancli.core.text.punctuation import bracketed
    from plancli.papers.word.plan import docx
    from plancli.papers.word.tracking import tracking
    from plancli.render.pages.words import said

    language = paper.round.manifest.language
    tracked = None
    if paper.rows is not None:
        tracked = tracking(paper.round, paper.rows, paper.today, said(language).naming)
    frozen = paper.round.manifest.frozen(paper.round.draft.draft)
    draft = None if frozen is None else Circulated(frozen.name, frozen.digest)
    issue = bracketed(paper.round.draft.draft, language)
    title, stamp, shows = paper.title, paper.stamp, partial(_in_pixels, paper)
    counted = paper.round.manifest.numbering.footnotes
    numbered = paper.line_numbers
    return docx(
        title, paper.lines, numbered, tracked, language, stamp, draft, shows, counted, issue
    )


def _in_pixels(paper: PlanPaper, name: str) -> "Picture | None":
    """Return a picture as every program shows it: a drawing in pixels."""
    from plancli.core.plan.picture import PictureKind

    picture = paper.pictures(name)
    if picture is None or picture.kind is not PictureKind.SVG:
        return picture
    from plancli.papers.pdf.raster import in_pixels
    from plancli.papers.pdf.typeset import BrokenPicturesError

    try:
        return in_pixels(picture)
    except ImportError:
        raise refuse(Code.NEEDS_EXTRA, name="docx (SVG)", extra="typeset") from None
    except BrokenPicturesError:
        raise broken_pictures([name]) from None


def _opinion_form(form: "OpinionForm") -> bytes:
    from plancli.papers.word.opinion_form import docx

    return docx(form)


def _cover(paper: "CoverSheet") -> bytes:
    from plancli.papers.word.cover import docx

    return docx(paper)


FORMAT = FileFormat(
    "docx",
    cover=_cover,
    table=_table,
    text=_text,
    plan=_plan,
    form=_opinion_form,
    templates=True,
    nests=True,
)
