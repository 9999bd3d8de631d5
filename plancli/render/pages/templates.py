"""Templates: Jinja2 files, the user's own before the built-in ones, run in a sandbox."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from traceback import walk_tb
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    FileSystemLoader,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from plancli.core.finding import Code, Place, refuse
from plancli.core.publish.sheet import Cell, runs_of
from plancli.core.text.characters import printable
from plancli.core.text.marked import Run, as_html, as_markdown
from plancli.messages import N_
from plancli.render.pages.markdown import cell, paragraph, words

BUILT_IN = Path(__file__).parent.parent / "templates"
_SUFFIX = ".j2"


def rendered(name: str, own: Path, values: Mapping[str, Any]) -> str:
    """Return the template `name` (table.html) filled with `values`; `own` is the folder of the user's."""
    return printable(_filled(_environment(name, own), name, own, values))


def filled(
    name: str,
    own: Path,
    values: Mapping[str, Any],
    words: Callable[[object], str],
    filters: Mapping[str, Callable[..., Any]],
) -> str:
    """Return a template in which `words` makes text of everything that is filled in."""
    environment = _environment(name, own)
    environment.finalize = words
    environment.filters.update(filters)
    return _filled(environment, name, own, values)


def template(name: str, own: Path) -> Callable[[Mapping[str, Any]], str]:
    """Return what fills the template `name`, read once for as many documents as there are."""
    return partial(_filled, _environment(name, own), name, own)


def _filled(
    environment: SandboxedEnvironment, name: str, own: Path, values: Mapping[str, Any]
) -> str:
    listed = "、".join(_listed(environment))
    try:
        return environment.get_template(name + _SUFFIX).render(**values)
    except TemplateNotFound as error:
        raise refuse(
            Code.TEMPLATE, name=str(error.name), problem=N_("not found"), known=listed
        ) from None
    except (TemplateError, *_MISTAKES) as error:
        file, line = _place(error) or (own / (name + _SUFFIX), 0)
        if file.is_relative_to(BUILT_IN):
            raise
        place = Place(file.relative_to(own.parent).as_posix(), line)
        raise refuse(
            Code.TEMPLATE, place, name=file.name, problem=_problem(error), known=listed
        ) from None


_MISTAKES = (
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What an expression in a template can raise beside errors of the templates themselves."""


def _problem(error: Exception) -> str:
    return str(error) if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"


def _place(error: Exception) -> tuple[Path, int] | None:
    """Return the file and line of a template in which an error arose."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return Path(error.filename), error.lineno
    frames = ((frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__))
    found = [(Path(file), line) for file, line in frames if file.endswith(_SUFFIX)]
    return found[-1] if found else None


def _listed(environment: SandboxedEnvironment) -> list[str]:
    """Return the files that are templates by themselves, not parts of others."""
    return [name for name in environment.list_templates(["j2"]) if "/" not in name]


def known(own: Path) -> list[str]:
    """Return the names of all templates, such as feedback.html."""
    found = (path.name for folder in (BUILT_IN, own) for path in folder.glob(f"*.*{_SUFFIX}"))
    return sorted({name.removesuffix(_SUFFIX) for name in found})


def _environment(name: str, own: Path) -> SandboxedEnvironment:
    loaders: Iterable[BaseLoader] = (FileSystemLoader(folder) for folder in (own, BUILT_IN))
    html = name.endswith(".html")
    environment = SandboxedEnvironment(
        loader=ChoiceLoader(list(loaders)),
        autoescape=html,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["cell"] = cell
    environment.filters["paragraph"] = paragraph
    environment.filters["words"] = _html_words if html else words
    environment.filters["marked"] = _html_marked if html else as_markdown
    return environment


def _html_words(found: Cell) -> Markup:
    return _html_marked(runs_of(found))


def _html_marked(runs: Iterable[Run]) -> Markup:
    return Markup(as_html(runs))  # escaped run by run
