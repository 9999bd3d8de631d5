"""How a plan repository is laid out: what lies beside the plan, and where none can be laid."""

from pathlib import Path

import typer

from plancli.core.finding import Code, Place, refuse
from plancli.messages import N_, _, in_language
from plancli.store.files import read_files

_PACKAGE = Path(__file__).parent.parent
_EXAMPLE = _PACKAGE / "example"
_READMES = _PACKAGE / "readmes"
"""What the example says in Chinese beside its plan, in English: for plans in another language."""
_NAMES = {"gitattributes": ".gitattributes", "gitignore": ".gitignore"}
"""Names that begin with a dot only in the new repository."""
_TITLE = "示例镇社区食堂建设方案"
"""What the example is called."""

NO_ISSUER = N_("the issuing office")
"""Stands for an office that is not named yet; plan.yaml needs one."""


def tell_of_placeholder(issuer: str, language: str) -> None:
    """Say that nobody is named yet who issues a plan, where that is so: letters are signed with it."""
    if issuer == in_language(language).gettext(NO_ISSUER):
        said = _(
            "Nobody was named who issues the plan, and plan/plan.yaml says {issuer}: write the name there "
            "(issuer); letters are signed with it."
        )
        typer.echo(said.format(issuer=issuer), err=True)


def example_files() -> dict[str, bytes]:
    """Return the files of the example, by path below its folder."""
    return {
        _target(path).as_posix(): path.read_bytes()
        for path in _EXAMPLE.rglob("*")
        if path.is_file()
    }


def files_beside(title: str, language: str) -> dict[str, bytes]:
    """Return what lies beside the plan of somebody's own, by path: for people, for git, for templates."""
    files = {path: raw for path, raw in example_files().items() if not path.endswith(".yaml")}
    if not language.startswith("zh"):
        for path in _READMES.rglob("*.md"):
            files[path.relative_to(_READMES).as_posix()] = path.read_bytes()
    readme = files["README.md"].decode().replace(_TITLE, title).replace("{title}", title)
    files["README.md"] = readme.encode()
    return files


def refuse_other_files(folder: Path) -> None:
    """Refuse a folder with files where a plan has its own: they would be read, or could not be."""
    there = read_files(folder) if folder.is_dir() else {}
    if there:
        raise refuse(Code.EXISTS, Place(str(folder / next(iter(there)))))


def _target(path: Path) -> Path:
    first, *rest = path.relative_to(_EXAMPLE).parts
    return Path(_NAMES.get(first, first), *rest)
