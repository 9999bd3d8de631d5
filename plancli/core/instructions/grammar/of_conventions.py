"""Read instructions that leave something to a convention: all of them are only proposed."""

import re

from plancli.core.comments.edits import (
    Add,
    ChangeUnits,
    Edit,
    NewParagraph,
    Remove,
    Replace,
    Retitle,
    Rewrite,
)
from plancli.core.instructions.grammar import of_words
from plancli.core.instructions.grammar.found import Found
from plancli.core.instructions.grammar.scope import PlaceScope
from plancli.core.instructions.grammar.unclear import UnclearError
from plancli.core.instructions.grammar.verdict import Doubt
from plancli.core.locate.everywhere import occurrences_of

# --- words --------------------------------------------------------------------------------------------------


def replaced_everywhere(found: Found) -> list[Edit]:
    """全文“A”统一改为“B”: which places are meant a person says, with all of them before him."""
    old, new = found.said("old"), found.said("new")
    if not occurrences_of(found.tools.spotting.corpus, old):
        raise UnclearError(Doubt.NOT_THERE, old)
    edit = Replace.model_validate({"replace": old, "with": new, "everywhere": True})
    raise UnclearError(Doubt.EVERY_PLACE, old, (edit,))


def only_permitted(found: Found) -> list[Edit]:
    """“A”可改为“B” is no request."""
    raise UnclearError(Doubt.CHOICE, found.said("old"), tuple(of_words.replaced(found)))


def one_of_several(found: Found) -> list[Edit]:
    """“A”改为“B”或“C”."""
    writing, scope, old = found.tools.wording, found.scope(), found.said("old")
    one, other = (writing.replaced(old, new, scope) for new in found.quoted("new"))
    raise UnclearError(Doubt.CHOICE, old, (one,), ((other,),))


def added_somewhere(found: Found) -> list[Edit]:
    """A增加“B”: at the end of A, whatever A is; where there is no A, nobody can say."""
    new = found.said("new")
    try:
        scope = found.scope()
    except UnclearError:
        raise UnclearError(Doubt.NO_ANCHOR, new) from None
    raise UnclearError(Doubt.NO_ANCHOR, new, _at_the_end(found, scope, new))


def _at_the_end(found: Found, scope: PlaceScope, new: str) -> tuple[Edit, ...]:
    """Return the edits that put new words at the end of what a scope names; none where that has no end."""
    tools = found.tools
    if scope.host is not None:
        return _in_list(found, tools.spotting.corpus.words(scope.host), new, scope)
    if scope.sentence is not None or not (scope.keys or any(one.page for one in scope.targets)):
        return ()
    key = scope.keys[0] if len(scope.keys) == 1 else ""
    if key and key not in tools.spotting.outline.spots:
        return (Add(add=_new_paragraph(found, new, key), to=key),)
    try:
        return (tools.wording.appended(new, tools.spotting.paragraph(scope)),)
    except UnclearError as error:
        return error.edits


def item_listed(found: Found) -> list[Edit]:
    """“A、B”列举中增加“C”."""
    new = found.said("new")
    raise UnclearError(
        Doubt.NO_ANCHOR, new, _in_list(found, found.said("anchor"), new, found.scope())
    )


def _in_list(found: Found, items: str, new: str, scope: PlaceScope) -> tuple[Edit, ...]:
    """Return the edit that puts a new item behind the last one of a list; none where there is no list."""
    last = items.removesuffix("等")
    if "、" not in last:
        return ()
    return (found.tools.wording.put("、" + new.strip("、"), last, "后", scope),)


# --- paragraphs ---------------------------------------------------------------------------------------------


def paragraph_added(found: Found) -> list[Edit]:
    """在A之后增加一段“B”."""
    outline = found.tools.spotting.outline
    key = found.tools.spotting.part(found.scope())
    holder = outline.container(key)
    if key not in outline.spots:
        raise UnclearError(Doubt.NO_PART)
    new = _new_paragraph(found, found.said("new"), holder)
    behind: str | None = key
    if found.match["side"] == "前":
        behind = outline.previous(key)
        if behind is None:
            raise UnclearError(Doubt.NO_ANCHOR, found.said("new"))
    raise UnclearError(Doubt.RESHAPED, edits=(Add(add=new, to=holder, after=behind),))


def paragraphs_merged(found: Found) -> list[Edit]:
    """A和B合并为“C”: the first becomes C, with the units of all; the others go."""
    outline = found.tools.spotting.outline
    keys = _siblings(found)
    first, *others = sorted(keys, key=outline.siblings(keys[0]).index)
    new = _new_paragraph(found, found.said("new"), outline.container(first))
    edits: list[Edit] = []
    if new.heading and new.heading != outline.words(first, "heading"):
        edits.append(Retitle.model_validate({"title": first, "with": new.heading}))
    edits.append(Rewrite.model_validate({"rewrite": first, "with": new.text}))
    own = set(outline.units(first))
    units = dict.fromkeys(unit for key in others for unit in outline.units(key) if unit not in own)
    if units:
        edits.append(ChangeUnits(units=first, add=tuple(units)))
    edits += [Remove(remove=key) for key in others]
    raise UnclearError(Doubt.RESHAPED, edits=tuple(edits))


def paragraph_split(found: Found) -> list[Edit]:
    """A拆分为“B”和“C”: A becomes B, and the others follow it."""
    outline = found.tools.spotting.outline
    key = found.tools.spotting.paragraph(found.scope())
    holder = outline.container(key)
    first, *others = (_new_paragraph(found, new, holder) for new in found.quoted("new"))
    edits: list[Edit] = []
    if first.heading and first.heading != outline.words(key, "heading"):
        edits.append(Retitle.model_validate({"title": key, "with": first.heading}))
    edits.append(Rewrite.model_validate({"rewrite": key, "with": first.text}))
    for order, new in enumerate(others, start=1):
        edits.append(Add(add=new, to=holder, after=key, order=order))
    raise UnclearError(Doubt.RESHAPED, edits=tuple(edits))


def _siblings(found: Found) -> tuple[str, ...]:
    """Return the paragraphs that are named, of one part, or refuse."""
    outline, scope = found.tools.spotting.outline, found.scope()
    spots = [key for key in scope.keys if key in outline.spots]
    holders = {outline.container(key) for key in spots}
    if scope.host is not None or len(spots) < _BOTH or len(spots) < len(scope.keys):
        raise UnclearError(Doubt.NO_PART)
    if len(holders) != 1:
        raise UnclearError(Doubt.NO_PART)
    return tuple(spots)


_BOTH = 2
_HEADED = re.compile(
    r"(?P<heading>[^。.:：;；，,]{2,25})(?:[。:：]|\.(?![0-9]))(?P<text>.+)", re.DOTALL
)
"""A heading is a few words that run into the text."""


def _new_paragraph(found: Found, new: str, holder: str) -> NewParagraph:
    """Return new words as a paragraph of a part, with a heading where those beside it have one."""
    outline = found.tools.spotting.outline
    headed = any(
        outline.words(key, "heading") for key in outline.children(holder) if key in outline.spots
    )
    match = _HEADED.fullmatch(new) if headed else None
    if match is None:
        return NewParagraph(text=new)
    return NewParagraph(heading=match["heading"], text=match["text"].strip())
