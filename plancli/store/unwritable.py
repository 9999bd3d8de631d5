"""Where in a file stands what cannot be changed as it is written."""

from collections.abc import Sequence

from plancli.core.finding import Place
from plancli.core.plan.model import Section
from plancli.core.plan.outline import Outline
from plancli.store.repository import Repository


def first_change(repository: Repository, path: str, meant: Sequence[Section]) -> Place:
    """Return where the first part of a file begins that would change; the file where none is found in it."""
    after = Outline(meant)
    for subject, document in repository.documents.items():
        if document.file != path or subject.kind != "section":
            continue
        old = next(section for section in repository.sections if section.key == subject.key)
        for spot, inside in Outline([old]).places():
            now = after.spots.get(spot.paragraph.id)
            if now is None or now.paragraph != spot.paragraph:
                return document.place(inside)
        new = after.sections.get(old.key)
        for at, part in enumerate(old.body):
            if new is None or part not in new.body:
                return document.place(("body", at))
        return document.place(("body",))
    return Place(path)
