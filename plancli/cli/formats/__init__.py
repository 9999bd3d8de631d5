"""The formats of files: each module here is one, and its record says all that plancli knows of it.

Help, refusals and the README's table are made from the records; a new module is found by itself.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from plancli.cli.unprinted import with_unprinted_told
from plancli.core.finding import Code, Finding, Place, PlanError, refuse
from plancli.messages import N_, _

if TYPE_CHECKING:  # help lists endings, and needs nothing of what can be written
    from plancli.core.evidence.redline import Line
    from plancli.core.plan.picture import Picture
    from plancli.core.publish.cover_sheet import CoverSheet
    from plancli.core.publish.opinion_form import OpinionForm
    from plancli.core.publish.prose import Prose
    from plancli.core.publish.sheet import Sheet
    from plancli.core.publish.table import Row
    from plancli.core.rounds.round import Round
    from plancli.render.pages.audit import View

Paper = TypeVar("Paper")
Writer = Callable[[Paper], bytes]


class TablePaper(NamedTuple):
    """A table to be written in a template, built-in or one of `templates`, which can use `values`."""

    sheet: "Sheet"
    templates: Path
    template: str
    values: Mapping[str, Any]


class TextPaper(NamedTuple):
    """Running text to be written: a letter, an account or a notice."""

    text: "Prose"
    templates: Path
    language: str


class PlanPaper(NamedTuple):
    """The plan to be written; with `rows` its changes are tracked, and noted as the rows say.

    A `stamp` says that it is not for publication. `pictures` gives those of its figures, by their names.
    """

    round: "Round"
    title: str
    lines: "Sequence[Line]"
    rows: "Sequence[Row] | None"
    line_numbers: bool
    today: date
    stamp: str = ""
    pictures: "Callable[[str], Picture | None]" = lambda _name: None


class ReadingPaper(NamedTuple):
    """The reading of the evidence to be written."""

    view: "View"
    templates: Path


@dataclass(frozen=True)
class FileFormat:
    """A format, named by the ending of its files.

    It has a writer for each kind of paper that it can hold, which loads what it needs when it is called.
    Where the library of `extra` is not installed, writers raise ImportError. `templates`: whether templates
    of the user's own can change its tables. `hides`: whether rows of its tables can carry what people do
    not see. `nests`: whether a cell of its tables can be a table of the plan.
    """

    ending: str
    table: Writer[TablePaper] | None = None
    text: Writer[TextPaper] | None = None
    plan: Writer[PlanPaper] | None = None
    reading: Writer[ReadingPaper] | None = None
    form: "Writer[OpinionForm] | None" = None
    cover: "Writer[CoverSheet] | None" = None
    extra: str = ""
    templates: bool = False
    hides: bool = False
    nests: bool = False


Kind = Callable[[FileFormat], Writer[Paper] | None]
"""A kind of paper, as what returns a format's writer for it."""


def table_writer(format_: FileFormat) -> Writer[TablePaper] | None:
    return format_.table


def text_writer(format_: FileFormat) -> Writer[TextPaper] | None:
    return format_.text


def plan_writer(format_: FileFormat) -> Writer[PlanPaper] | None:
    return format_.plan


def reading_writer(format_: FileFormat) -> Writer[ReadingPaper] | None:
    return format_.reading


def cover_writer(format_: FileFormat) -> "Writer[CoverSheet] | None":
    return format_.cover


def form_writer(format_: FileFormat) -> "Writer[OpinionForm] | None":
    return format_.form


@cache
def known() -> Mapping[str, FileFormat]:
    """Return the formats by ending, in the order of the alphabet."""
    names = sorted(module.name for module in iter_modules(__path__))
    return {name: import_module(f"{__name__}.{name}").FORMAT for name in names}


def holding(kind: Kind[Paper]) -> list[str]:
    """Return the endings of the formats that can hold a kind of paper."""
    return [ending for ending, format_ in known().items() if kind(format_)]


def listed(kind: Kind[Paper]) -> str:
    """Return the endings for the help, in the reader's language."""
    return _(", ").join(holding(kind))


def ending_of(output: Path) -> str:
    return output.suffix.removeprefix(".").lower()


def written(output: Path, kind: Kind[Paper], paper: Paper) -> bytes:
    """Return the content of a file in the format that its name says, or refuse the name."""
    format_ = format_of(output, kind)
    return content(format_, kind, paper)


def format_of(output: Path, kind: Kind[Paper]) -> FileFormat:
    """Return the format that a file's name says; it can hold the kind of paper."""
    format_ = known().get(ending_of(output))
    if format_ is None or kind(format_) is None:
        raise refuse(Code.FORMAT, name=output.name, known=", ".join(holding(kind)))
    return format_


def content(format_: FileFormat, kind: Kind[Paper], paper: Paper) -> bytes:
    """Return a paper in a format that can hold it; say what to install where that is missing."""
    writer = kind(format_)
    assert writer is not None
    try:
        return with_unprinted_told(lambda: writer(paper))
    except ImportError:
        if not format_.extra:
            raise
        raise refuse(Code.NEEDS_EXTRA, name=format_.ending, extra=format_.extra) from None


def broken_pictures(names: Iterable[str]) -> PlanError:
    """Return the refusal of pictures that only the program which sets PDF finds to be damaged."""
    return PlanError(
        Finding(Code.UNFIT_PICTURE, {"file": name, "reason": _DAMAGED}, place=Place(f"plan/{name}"))
        for name in names
    )


_DAMAGED = N_("it is damaged: typst, which sets PDF and draws SVG for Word, cannot read it")


def by_template(ending: str) -> Writer[TablePaper]:
    """Return what writes tables by a template that is a text file: NAME.ENDING.j2."""

    def fill(paper: TablePaper) -> bytes:
        from plancli.render.tables.sheets import templated

        text = templated(paper.sheet, ending, paper.templates, paper.template, **paper.values)
        return text.encode()

    return fill
