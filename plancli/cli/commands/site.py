"""plancli site."""

from pathlib import Path
from typing import Annotated

import typer

from plancli.cli.opening import open_repository, opened_round
from plancli.cli.options import DraftName, Internal
from plancli.cli.output import write, write_bytes
from plancli.cli.progress import progress
from plancli.cli.unproved import exit_code
from plancli.cli.unshown import unshown
from plancli.core.finding import Code, refuse
from plancli.core.publish.review import review, uncirculated
from plancli.core.publish.review.heat import heat_map
from plancli.core.publish.review.timeline import histories
from plancli.core.publish.review.values import Review
from plancli.messages import N_, _
from plancli.render.pages.site import Site
from plancli.store.outputs import write_outputs
from plancli.store.pictures import Pictures
from plancli.store.plain import beginning
from plancli.store.repository import Repository

HELP = N_(
    "The review page: the plan with tracked changes, a card for each comment, adoption by unit, where the "
    "comments fall, who has not replied. As one file that works from disk, or in a folder together with a "
    "page for each comment, to send to its unit."
)
EXAMPLE = "plancli site -o 审阅.html; plancli site -o 审阅"


def command(
    output: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE|DIR",
            help=_("Write to FILE.html, or into DIR; the heat map alone to FILE.xlsx."),
        ),
    ],
    draft: DraftName = None,
    published: Annotated[
        bool,
        typer.Option("--public", help=_("Mask the names of persons, leave out what is internal.")),
    ] = False,
    internal: Internal = False,
) -> int:
    root, repository = open_repository()
    pictures = Pictures(root)
    site = Site(reviewed(repository, draft, published), root / "templates", shows=pictures.shown)
    if output.suffix.lower() == ".html":
        write(output, site.page(apart=False))
    elif output.suffix.lower() == ".xlsx":
        write_bytes(output, _heat(site.review))
    elif output.suffix and not output.is_dir():
        raise refuse(Code.FORMAT, name=output.name, known="html, xlsx")
    else:
        _write_folder(site, output)
    return unshown(pictures, exit_code(site.review.claims, internal))


def reviewed(repository: Repository, draft: str | None, published: bool = False) -> Review:
    """Return what the page of one round shows; of a plan that was not circulated, its text."""
    if repository.manifest.draft is None and draft is None:
        return uncirculated(repository.manifest, repository.sections)
    round_ = opened_round(repository, draft, published)
    found = review(round_, [each.draft.draft for each in repository.rounds])
    if published:
        return found  # drafts that were not published stay so
    until = found.rounds.index(round_.draft.draft) + 1
    return found._replace(histories=tuple(histories(repository.rounds[:until])))


def _heat(found: Review) -> bytes:
    """Return the heat map of units and chapters as a workbook."""
    from plancli.papers.excel_heat import xlsx

    manifest = found.manifest
    return xlsx(heat_map(found), manifest.title, manifest.language)


def _write_folder(site: Site, folder: Path) -> None:
    """Write the page and those of the comments; pages of comments that are gone go."""
    comments = folder / "comments"
    pages: dict[Path, bytes | None] = {}
    with progress(len(site.review.cards)) as step:
        for address, text in site.comments():
            pages[comments / f"{address}.html"] = text.encode()
            step()
    for path in comments.glob("*.html"):
        if path not in pages and path.is_file() and _OWN in beginning(path, 1000):
            pages[path] = None
    timeline, told = folder / "timeline.html", site.timeline()
    if told or (timeline.is_file() and _OWN in beginning(timeline, 1000)):
        pages[timeline] = told.encode() if told else None
    pages[folder / "index.html"] = site.page(apart=True).encode()
    write_outputs(pages)
    typer.echo(_("written: {file}").format(file=folder / "index.html"), err=True)


_OWN = b'<meta name="generator" content="plancli">'
"""What pages say that plancli wrote."""
