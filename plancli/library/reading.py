"""Read a repository: where words land, who wrote them, the rows of the table."""

from plancli.core.evidence.blame import Blame
from plancli.core.evidence.blame import blame as blamed
from plancli.core.locate.citation import Citation, parse
from plancli.core.locate.locate import Landing
from plancli.core.locate.locate import locate as landed
from plancli.core.locate.names import Names
from plancli.core.publish.claims import claims
from plancli.core.publish.table import Row, table_of
from plancli.core.text.diff import readable
from plancli.core.text.marked import Run
from plancli.library.naming import round_named, unknown_key
from plancli.library.publishing import public_round
from plancli.store.repository import Repository


def diff(old: str, new: str) -> list[Run]:
    """Return what stands in both texts (=), goes (-) and comes (+), as a person would mark it. Pure."""
    return readable(old, new)


def read_citation(words: str) -> Citation:
    """Read where somebody says that words stand: 第38页16-20行, 专栏15第2条. Pure."""
    return parse(words)


def locate(repository: Repository, words: str) -> Landing:
    """Say where a quotation or a citation lands in the draft of the open round, and on what evidence."""
    return landed(repository.workspace.corpus, words)


def blame(repository: Repository, name: str) -> list[Blame]:
    """Return who wrote which words of a section, column or paragraph, by its key, title or a citation.

    Of what was taken out since, the drafts know the name too. Titles are there where somebody changed them.
    """
    plan = repository.open_round.plan
    outlines = [plan, *(round_.workspace.draft for round_ in repository.rounds)]
    keys = next((keys for outline in outlines if (keys := Names(outline).keys(name))), [])
    if not keys:
        raise unknown_key(name, plan)
    parts: dict[str, None] = {}
    for outline in outlines:
        for part in outline.in_reading_order:
            if not set(keys).isdisjoint(outline.ancestry(part)):
                parts[part] = None
    found = [blamed(repository.rounds, part) for part in parts]
    titles = {key for outline in outlines for key in outline.titles}
    return [one for one in found if one.paragraph not in titles or _is_changed(one)]


def _is_changed(found: Blame) -> bool:
    """Whether somebody changed a word of a title."""
    return any(stretch.by for stretch in found.heading)


def rows(repository: Repository, draft: str | None = None, *, public: bool = False) -> list[Row]:
    """Return the rows of the feedback table of a round, by default the open one, as they are published.

    `public` masks the names of persons and leaves out what is internal; PlanError where private data would
    be left. Of what the text does not prove a row says what is intended (拟采纳), and it is not `proved`.
    """
    from plancli.render.pages.words import said

    round_ = round_named(repository, draft)
    round_ = public_round(repository, round_) if public else round_
    words = said(round_.manifest.language)
    table = table_of(round_, claims(round_), words)
    return [row for group in table for row in group.rows]
