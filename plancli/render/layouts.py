"""Layouts: Jinja2 files, the user's own before the built-in ones, run in a sandbox."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader, TemplateError, TemplateNotFound
from jinja2.sandbox import SandboxedEnvironment

from plancli.core.finding import Code, refuse
from plancli.core.text import printable
from plancli.messages import N_
from plancli.render.markdown import cell, paragraph, words

BUILT_IN = Path(__file__).parent / "templates"
_SUFFIX = ".j2"


def laid_out(name: str, own: Path, values: Mapping[str, Any]) -> str:
    """Return the layout `name` (table.html) filled with `values`; `own` is the folder of the user's."""
    return printable(_filled(_environment(name, own), name, values))


def filled(
    name: str,
    own: Path,
    values: Mapping[str, Any],
    words: Callable[[object], str],
    filters: Mapping[str, Callable[..., Any]],
) -> str:
    """Return a layout in which `words` makes text of everything that is filled in."""
    environment = _environment(name, own)
    environment.finalize = words
    environment.filters.update(filters)
    return _filled(environment, name, values)


def layout(name: str, own: Path) -> Callable[[Mapping[str, Any]], str]:
    """Return what fills the layout `name`, read once for as many documents as there are."""
    return partial(_filled, _environment(name, own), name)


def _filled(environment: SandboxedEnvironment, name: str, values: Mapping[str, Any]) -> str:
    try:
        return environment.get_template(name + _SUFFIX).render(**values)
    except TemplateNotFound as error:
        listed = "、".join(sorted(environment.list_templates()))
        raise refuse(Code.TEMPLATE, name=str(error.name), problem=N_("not found"), known=listed) from None
    except TemplateError as error:
        listed = "、".join(sorted(environment.list_templates()))
        raise refuse(Code.TEMPLATE, name=name + _SUFFIX, problem=str(error), known=listed) from None


def known(own: Path) -> list[str]:
    """Return the names of all layouts, such as feedback.html."""
    found = (path.name for folder in (BUILT_IN, own) for path in folder.glob(f"*.*{_SUFFIX}"))
    return sorted({name.removesuffix(_SUFFIX) for name in found})


def _environment(name: str, own: Path) -> SandboxedEnvironment:
    loaders: Iterable[BaseLoader] = (FileSystemLoader(folder) for folder in (own, BUILT_IN))
    environment = SandboxedEnvironment(
        loader=ChoiceLoader(list(loaders)),
        autoescape=name.endswith(".html"),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["cell"] = cell
    environment.filters["paragraph"] = paragraph
    environment.filters["words"] = words
    return environment
