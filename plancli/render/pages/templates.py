"""Templates: Jinja2 files, the user's own before the built-in ones, run in a sandbox."""

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from traceback import walk_tb
from types import ModuleType
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup, escape

from plancli.core.finding import Code, Place, PlanError, refuse
from plancli.core.publish.drawn import DrawnTable
from plancli.core.publish.sheet import Cell, runs_of
from plancli.core.text.characters import printable
from plancli.core.text.marked import Run, as_html, as_markdown
from plancli.core.text.punctuation import punctuated
from plancli.messages import N_, _
from plancli.render.pages.bounds import SECONDS, Mistake, within
from plancli.render.pages.drawn import WHOLE, kept, table_html
from plancli.render.pages.look import look
from plancli.render.pages.markdown import cell, paragraph, words

BUILT_IN = Path(__file__).parent.parent / "templates"
_SUFFIX = ".j2"


def rendered(name: str, own: Path, values: Mapping[str, Any], language: str = "") -> str:
    """Return the template `name` (table.html) filled with `values`; `own` is the folder of the user's.

    The built-in one has its marks as the `language` writes them, one of the user's as it is.
    """
    return printable(_filled(_environment(name, own, language), name, own, values))


def with_stamp(text: str, stamp: str, ending: str) -> str:
    """Return a text that bears its stamp, above all else where a template of the user's has none."""
    if not stamp:
        return text
    html = ending == "html"
    words = printable(stamp)
    shown = str(escape(words)) if html else words
    if shown in text or cell(words) in text:
        return text
    if not html:
        return f"{shown}\n\n{text}"
    # before the body it would stand outside of the page
    body = re.search(r"<body\b[^>]*>", text, re.IGNORECASE)
    at = body.end() if body else 0
    return f"{text[:at]}\n<p><strong>{shown}</strong></p>\n{text[at:]}"


def filled(
    name: str,
    own: Path,
    values: Mapping[str, Any],
    words: Callable[[object], str],
    filters: Mapping[str, Callable[..., Any]],
    language: str,
) -> str:
    """Return a template in which `words` makes text of everything that is filled in."""
    environment = _environment(name, own, language)
    environment.finalize = words
    environment.filters.update(filters)
    return _filled(environment, name, own, values)


def template(name: str, own: Path) -> Callable[[Mapping[str, Any]], str]:
    """Return what fills the template `name`, read once for as many documents as there are."""
    return partial(_filled, _environment(name, own), name, own)


def _filled(
    environment: SandboxedEnvironment, name: str, own: Path, values: Mapping[str, Any]
) -> str:
    file = name + _SUFFIX
    if not any((folder / file).is_file() for folder in (own, BUILT_IN)):
        raise _refused(own, file, N_("not found"))
    environment.undefined = _misspelt([*values, *environment.globals])
    found = _bounded(partial(_attempt, environment, file, values), file, own)
    if isinstance(found, str):
        return found
    path = Path(found.file) if found.file else own / file
    place = Place(path.relative_to(own.parent).as_posix(), found.line)
    raise _refused(own, path.name, found.problem, place)


def _refused(own: Path, name: str, problem: str, place: Place | None = None) -> PlanError:
    others = tables(own) if _is_table(name) else texts()
    return refuse(Code.TEMPLATE, place, name=name, problem=problem, known="、".join(others))


def _bounded(attempt: Callable[[], str | Mistake], file: str, own: Path) -> str | Mistake:
    """Fill a template; one that is not plancli's own, or that can take in such a one, within bounds."""
    if not _has_own(file, own):
        return attempt()
    try:
        return within(attempt)
    except TimeoutError:
        return Mistake(_("it computes for longer than {seconds} seconds").format(seconds=SECONDS))
    except MemoryError as error:
        return Mistake(_problem(error))


def _has_own(file: str, own: Path) -> bool:
    """Whether the user's folder has the template, or one that stands for a built-in one."""
    names = [file, *(str(path.relative_to(BUILT_IN)) for path in BUILT_IN.rglob("*.*"))]
    return own != BUILT_IN and any(os.path.lexists(own / name) for name in names)


def _attempt(
    environment: SandboxedEnvironment, file: str, values: Mapping[str, Any]
) -> str | Mistake:
    """Fill a template; a mistake in a built-in one is raised as what it is: a mistake of plancli."""
    try:
        return environment.get_template(file).render(**values)
    except (TemplateError, *_MISTAKES) as error:
        return _told(error)


def _told(error: Exception) -> Mistake:
    file, line = _place(error) or (None, 0)
    if file and file.is_relative_to(BUILT_IN):
        raise error
    return Mistake(_problem(error), str(file or ""), line)


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
    if isinstance(error, MemoryError):
        return _("it takes more memory than there is for it")
    if isinstance(error, TemplateNotFound):
        return f"{error.name}: " + _("not found")
    return str(error) if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"


def _misspelt(known: Sequence[str]) -> type[StrictUndefined]:
    """Return what stands for a name that a template misspells: an error wherever it is used.

    It can still be asked for (`is defined`), and have another value (`default`).
    """

    class Misspelt(StrictUndefined):
        @property
        def _undefined_message(self) -> str:
            if self._undefined_hint:  # not misspelt: what the sandbox does not give
                return str(super()._undefined_message)
            name = str(self._undefined_name)
            problem = _("there is no {name} here").format(name=name)
            near = get_close_matches(name, self._names(), 3)
            if not near:
                return problem
            return problem + _("; did you mean {near}?").format(near="、".join(near))

        def _names(self) -> list[str]:
            """Return the names that could have been meant."""
            owner = self._undefined_obj
            if owner is missing:
                return list(known)
            if isinstance(owner, Mapping):
                return [str(key) for key in owner]
            return [own for own in dir(owner) if not own.startswith("_")]

    return Misspelt


def _place(error: Exception) -> tuple[Path, int] | None:
    """Return the file and line of a template in which an error arose."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return Path(error.filename), error.lineno
    frames = ((frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__))
    found = [(Path(file), line) for file, line in frames if file.endswith(_SUFFIX)]
    return found[-1] if found else None


def tables(own: Path) -> list[str]:
    """Return the templates of tables as files in templates/: built-in ones, the user's, and Word forms."""
    found = [path.name for folder in (BUILT_IN, own) for path in folder.glob(f"*.*{_SUFFIX}")]
    forms = [path.name for path in own.glob("*.docx")]
    return sorted({name for name in [*found, *forms] if _is_table(name)})


def texts() -> list[str]:
    """Return the built-in templates of all else, as files."""
    return sorted(path.name for path in BUILT_IN.glob(f"*{_SUFFIX}") if not _is_table(path.name))


def _is_table(name: str) -> bool:
    """Whether a file is a template of tables: all are but those that come with plancli for something else."""
    return name.startswith("table.") or not (BUILT_IN / name).exists()


def known(own: Path) -> list[str]:
    """Return the names of all templates, such as feedback.html."""
    found = (path.name for folder in (BUILT_IN, own) for path in folder.glob(f"*.*{_SUFFIX}"))
    return sorted({name.removesuffix(_SUFFIX) for name in found})


class _Sandbox(SandboxedEnvironment):
    """Gives a template what plancli says of its values, and what Python's own values can do.

    What their classes inherit from a library is not for it: every model could read files (`parse_file`) and
    run what is in a text (`parse_raw` unpickles).
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._answers: dict[tuple[type, str], tuple[bool, bool]] = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may have an attribute: a table asks for the same few in each of its cells."""
        asked = type(obj), attr
        if asked not in self._answers:
            safe = super().is_safe_attribute(obj, attr, value)
            safe = safe and not isinstance(obj, (type, ModuleType))
            self._answers[asked] = safe, _is_told(obj, attr)
        safe, told = self._answers[asked]
        # what is in a value itself may be in this one and not in the next
        return safe and (told or attr in getattr(obj, "__dict__", ()))


def _is_told(value: object, name: str) -> bool:
    """Whether an attribute comes from a class that templates are meant to see, or from none."""
    homes = (one.__module__.partition(".")[0] for one in type(value).__mro__ if name in vars(one))
    return next(homes, "plancli") in _TOLD


_TOLD = ("plancli", "builtins", "jinja2", "markupsafe", "enum", "datetime", "collections")
"""Packages whose classes stay within the template. A name that no class has is refused as misspelt."""


class _BuiltIn(FileSystemLoader):
    """Reads built-in templates, which are written with wide marks, as a language writes its marks."""

    def __init__(self, language: str) -> None:
        super().__init__(BUILT_IN)
        self._language = language

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return what a template says; no mark of Jinja itself is a wide one."""
        source, file, is_current = super().get_source(environment, template)
        return punctuated(source, self._language), file, is_current


def _environment(name: str, own: Path, language: str = "") -> SandboxedEnvironment:
    loaders: Iterable[BaseLoader] = (FileSystemLoader(own), _BuiltIn(language))
    html = name.endswith(".html")
    environment = _Sandbox(
        loader=ChoiceLoader(list(loaders)),
        autoescape=html,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    del environment.globals["lipsum"]  # random words: no paper of an office
    environment.globals["look"] = look()
    # JSON in a page has the page's own encoding: words stand in it as they are
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    environment.filters["cell"] = cell
    environment.filters["paragraph"] = paragraph
    environment.filters["words"] = _html_words if html else words
    environment.filters["kept"] = _kept
    environment.filters["marked"] = _html_marked if html else as_markdown
    return environment


def _html_words(found: Cell) -> Markup:
    if isinstance(found, DrawnTable):
        return Markup(table_html(found))
    return _html_marked(runs_of(found))


def _kept(found: Cell) -> str:
    return "" if isinstance(found, DrawnTable) else kept(runs_of(found), WHOLE)


def _html_marked(runs: Iterable[Run]) -> Markup:
    return Markup(as_html(runs))  # escaped run by run
