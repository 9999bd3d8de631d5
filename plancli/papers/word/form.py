"""A Word form of the office's own: {{placeholders}} are filled in, those of a comment for every comment."""

import io
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from types import MappingProxyType

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from lxml.etree import _Element as Element

from plancli.core.finding import Code, PlanError, refuse
from plancli.core.publish.sheet import Cell, runs_of
from plancli.core.text.characters import printable
from plancli.core.text.marked import LOOKS, Op, Run
from plancli.messages import _
from plancli.papers.packed import UnfitFileError
from plancli.papers.word.document import stamped
from plancli.papers.word.justified import divided, justifying, stretches
from plancli.papers.word.lines import lines
from plancli.papers.word.opened import opened
from plancli.papers.word.styles import STAMP

Values = Mapping[str, Cell]
"""What stands for each placeholder."""

_PLACEHOLDER = re.compile(r"(?:\{\{|｛｛)\s*([^{}｛｝]+?)\s*(?:\}\}|｝｝)")
"""What stands between two pairs of braces, of either width: what is no name is refused, and not printed."""
_HALF = re.compile(r"(?:\{\{|｛｛)\s*\w+|\w+\s*(?:\}\}|｝｝)")
"""A name with braces on one side only."""
_FILLED = "filled"
"""Marks words that were filled in, until the form is done: they are never looked at again."""
_MARKS = ("struck", "w:strike"), ("strong", "w:b"), ("underlined", "w:u")
"""Looks of marked words, and the property of a run for each; its colour is that of the form."""


def filled(
    form: Path,
    values: Values,
    blocks: Sequence[Sequence[Values]],
    shared: str = "",
    stamp: str = "",
    unsaid: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """Return the form with `values` for the whole, and `blocks` of rows, each with values of its own.

    A `stamp` stands above all that the form has. `unsaid` has placeholders for which nothing stands here,
    and why.

    What holds a placeholder of a row is repeated for every row: a table row, or paragraphs that follow each
    other. Cells that hold only the placeholder `shared` are merged for the rows of a block. A paragraph
    whose placeholders all have nothing to say goes with its other words (理由：). A placeholder that nothing
    stands for is refused, half a one too, and a form without any.
    """
    try:
        word = opened(form)
    except UnfitFileError as error:
        raise _unfit(form, _(str(error))) from None
    rows = [row for block in blocks for row in block]
    names = set(rows[0]) if rows else set()
    parts = [word.element.body, *_around(word)]
    if not any(map(_names, parts)):
        raise _unfit(form, _("it holds no placeholder such as {{opinion}}"), {*values, *names})
    styles = justifying(word)
    for part in parts:
        _refuse_unknown(form, part, {*values, *names}, unsaid)
        repeated = [tr for tr in part.iter(qn("w:tr")) if _names(tr) & names - set(values)]
        _refuse_endless(form, repeated, len(rows))
        for row in repeated:
            _repeat_row(row, blocks, shared, styles)
        for group in list(_groups(part, names - set(values))):
            _refuse_endless(form, group, len(rows))
            _repeat(group, rows, styles)
        _fill(part, values, styles)
        _unmark(part)
    if stamp:
        above = parse_xml(f"<w:body {nsdecls('w')}>{''.join(stamped(stamp))}</w:body>")
        word.element.body.insert(0, above[0])
        # the form has styles of its own
        word.styles.element.append(
            parse_xml(STAMP.xml.replace("<w:style ", f"<w:style {nsdecls('w')} ", 1))
        )
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


_MOST_ELEMENTS = 20_000_000
"""Elements that a table can grow to: a form has a hundred in a row, and a consultation ten thousand rows."""


def _refuse_endless(form: Path, repeated: Iterable[Element], times: int) -> None:
    """Refuse to repeat so much, so often, that it would fill the memory."""
    if times * sum(1 for part in repeated for _each in part.iter()) > _MOST_ELEMENTS:
        raise _unfit(form, _("what is repeated for each comment is too much"))


def _around(word: WordDocument) -> list[Element]:
    """Return all heads and feet of pages: those of the first and of even ones too."""
    related = word.part.rels.values()
    return [one.target_part.element for one in related if one.reltype in (RT.HEADER, RT.FOOTER)]


def _refuse_unknown(form: Path, part: Element, known: set[str], unsaid: Mapping[str, str]) -> None:
    for name in sorted(_names(part) - known):
        if name in unsaid:
            problem = _("for {name}, {reason}").format(name=_written(name), reason=unsaid[name])
            raise _unfit(form, problem)
        raise _unfit(form, _("no such placeholder: {name}").format(name=_written(name)), known)
    for paragraph in part.iter(qn("w:p")):
        half = _HALF.search(_PLACEHOLDER.sub("\0", _text(paragraph)))
        if half:
            raise _unfit(form, _("half a placeholder: {words}").format(words=half[0]))


def _unfit(form: Path, problem: str, names: Collection[str] = ()) -> PlanError:
    """Return the refusal of a form, with the placeholders that it can have; the hint names other forms.

    A form is called by its file, as every template is that is refused.
    """
    if names:
        listed = "、".join(map(_written, sorted(names)))
        problem = _("{problem}; those of this table: {known}").format(problem=problem, known=listed)
    others = sorted(path.name for path in form.parent.glob("*.docx") if path.name != form.name)
    return refuse(Code.TEMPLATE, name=form.name, problem=problem, known="、".join(others))


def _written(name: str) -> str:
    """Return a placeholder as it stands in a form."""
    return f"{{{{{name}}}}}"


def _names(element: Element) -> set[str]:
    return {name for p in element.iter(qn("w:p")) for name in _PLACEHOLDER.findall(_text(p))}


def _text(paragraph: Element) -> str:
    """Return the words of the form, with a zero byte for each character that was filled in."""
    texts = paragraph.iter(qn("w:t"))
    return "".join(
        "\0" * len(text.text or "") if text.get(_FILLED) else text.text or "" for text in texts
    )


def _unmark(part: Element) -> None:
    for text in part.iter(qn("w:t")):
        text.attrib.pop(_FILLED, None)


# --- what is repeated ---------------------------------------------------------------------------------------


def _repeat_row(
    row: Element, blocks: Iterable[Sequence[Values]], shared: str, styles: frozenset[str]
) -> None:
    for block in blocks:
        for at, values in enumerate(block):
            copy = deepcopy(row)
            row.addprevious(copy)
            for cell in copy.iter(qn("w:tc")):
                if shared and _whole_text(cell) == shared and len(block) > 1:
                    _share(cell, at)
            _fill(copy, values, styles)
    row.getparent().remove(row)


def _whole_text(cell: Element) -> str:
    match = _PLACEHOLDER.fullmatch("".join(map(_text, cell.iter(qn("w:p")))).strip())
    return match[1] if match else ""


def _share(cell: Element, at: int) -> None:
    """Let a cell begin or go on over the rows of a block."""
    merge = cell.get_or_add_tcPr()._add_vMerge()
    if at == 0:
        merge.set(qn("w:val"), "restart")
        return
    for text in cell.iter(qn("w:t")):
        text.text = ""


def _groups(part: Element, names: set[str]) -> Iterator[list[Element]]:
    """Yield the paragraphs with placeholders of a row, those that follow each other together."""
    group: list[Element] = []
    for paragraph in list(part.iter(qn("w:p"))):
        if _names(paragraph) & names:
            if group and paragraph.getprevious() is not group[-1]:
                yield group
                group = []
            group.append(paragraph)
    if group:
        yield group


def _repeat(group: list[Element], rows: Iterable[Values], styles: frozenset[str]) -> None:
    for values in rows:
        for paragraph in group:
            copy = deepcopy(paragraph)
            group[0].addprevious(copy)
            _fill(copy, values, styles)
    for paragraph in group:
        paragraph.getparent().remove(paragraph)


# --- filling in ---------------------------------------------------------------------------------------------


def _fill(element: Element, values: Values, styles: frozenset[str]) -> None:
    for paragraph in [element] if element.tag == qn("w:p") else list(element.iter(qn("w:p"))):
        found = list(_PLACEHOLDER.finditer(_text(paragraph)))
        if _says_nothing([match[1] for match in found], values) and _may_go(paragraph):
            paragraph.getparent().remove(paragraph)
            continue
        for match in reversed(found):  # from the end: what is filled in is never looked at again
            if match[1] in values:
                _replace(paragraph, match.start(), match.end(), values[match[1]], styles)


def _says_nothing(names: Sequence[str], values: Values) -> bool:
    """Whether there are placeholders, and each of them has no words to stand for it."""
    return bool(names) and not any(
        name not in values or "".join(run.text for run in runs_of(values[name])).strip()
        for name in names
    )


def _may_go(paragraph: Element) -> bool:
    """Whether something else is left where a paragraph goes: a cell or a head of pages holds at least one."""
    left = [one for one in paragraph.getparent().iterchildren(qn("w:p")) if one is not paragraph]
    return bool(left) and next(paragraph.iter(qn("w:sectPr")), None) is None


def _replace(paragraph: Element, start: int, end: int, value: Cell, styles: frozenset[str]) -> None:
    """Put runs in place of some characters, in the look of the first of them."""
    for at in (end, start):
        _split(paragraph, at)
    at, covered = 0, []
    for text in paragraph.iter(qn("w:t")):
        size = len(text.text or "")
        covered += [text.getparent()] if size and start <= at and at + size <= end else []
        at += size
    alone = covered[0].getparent() is covered[-1].getparent() is paragraph
    first, *more = (
        lines(runs_of(value)) if alone and stretches(paragraph, styles) else [runs_of(value)]
    )
    for run in _runs(covered[0], first):
        covered[0].addprevious(run)
    divided(paragraph, covered[-1], [_runs(covered[0], line) for line in more])
    for run in dict.fromkeys(covered):
        run.getparent().remove(run)


def _runs(model: Element, runs: Iterable[Run]) -> list[Element]:
    return [_run(model, run.op, printable(run.text)) for run in runs if run.text]


def _split(paragraph: Element, at: int) -> None:
    """Let a run end before a character of the paragraph."""
    done = 0
    for text in list(paragraph.iter(qn("w:t"))):
        words = text.text or ""
        if done < at < done + len(words) or (done == at and text.getprevious() is not None):
            _divide(text.getparent(), text, at - done)
            return
        done += len(words)


def _divide(run: Element, text: Element, at: int) -> None:
    """Put what a run holds from a character of one of its texts on into a run behind it."""
    index = list(run).index(text)
    behind = deepcopy(run)
    run.addnext(behind)
    for child in list(run)[index + (at > 0) :]:
        if child.tag != qn("w:rPr"):
            run.remove(child)
    for child in list(behind)[:index]:
        if child.tag != qn("w:rPr"):
            behind.remove(child)
    for part, words in ((run, (text.text or "")[:at]), (behind, (text.text or "")[at:])):
        own = part.findall(qn("w:t"))
        if at and own:
            own[-1 if part is run else 0].text = words
            own[-1 if part is run else 0].set(qn("xml:space"), "preserve")


def _run(model: Element, op: Op, words: str) -> Element:
    """Return a run that looks like another one, marked for words that go or come."""
    run = OxmlElement("w:r")
    look = model.find(qn("w:rPr"))
    look = OxmlElement("w:rPr") if look is None else deepcopy(look)
    for mark in [mark for name, mark in _MARKS if getattr(LOOKS[op], name)]:
        for old in look.findall(qn(mark)):
            look.remove(old)
        added = OxmlElement(mark)
        if mark == "w:u":
            added.set(qn("w:val"), "single")
        _in_order(look, added)
    run.append(look)
    for number, line in enumerate(words.split("\n")):
        if number:
            run.append(OxmlElement("w:br"))
        text = OxmlElement("w:t")
        text.text = line
        text.set(qn("xml:space"), "preserve")
        text.set(_FILLED, "1")
        run.append(text)
    return run


_NAMES = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)
_ORDER = [qn(f"w:{name}") for name in _NAMES.split()]
"""Run properties as the schema wants them (ECMA-376, part 1, 17.3.2.28)."""


def _in_order(look: Element, added: Element) -> None:
    rank = _ORDER.index(added.tag)
    for child in look:
        if child.tag in _ORDER and _ORDER.index(child.tag) > rank:
            child.addprevious(added)
            return
    look.append(added)
