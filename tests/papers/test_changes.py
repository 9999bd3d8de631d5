"""Tracked changes are read as they stand in the XML: who put in, who took out, and what remarks are about."""

import io
import zipfile
from collections.abc import Callable

import pytest

from plancli.core.intake.tracked import TrackedFile, TrackedRun
from plancli.papers.packed import LARGEST, UnfitFileError
from plancli.papers.word.changes import tracked_in

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def packed(**parts: str | bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


def word(body: str, **parts: str | bytes) -> bytes:
    document = f'<w:document xmlns:w="{W}" xmlns:mc="{MC}"><w:body>{body}</w:body></w:document>'
    return packed(word__document_xml=document, **parts)


def read(body: str, **parts: str | bytes) -> TrackedFile:
    return tracked_in(word(body, **parts))


def run(words: str, tag: str = "t") -> str:
    return f"<w:r><w:{tag}>{words}</w:{tag}></w:r>"


def by(kind: str, author: str, inside: str) -> str:
    return f'<w:{kind} w:id="1" w:author="{author}">{inside}</w:{kind}>'


def mark(kind: str, author: str) -> str:
    return f'<w:pPr><w:rPr><w:{kind} w:author="{author}"/></w:rPr></w:pPr>'


def stretches(body: str) -> list[TrackedRun]:
    (paragraph,) = read(f"<w:p>{body}</w:p>").paragraphs
    return list(paragraph.runs)


def test_words_that_came_and_went_each_with_their_author() -> None:
    body = (
        run("堤") + by("del", "王", run("长", "delText")) + by("ins", "李 ", run("宽")) + run("高")
    )
    assert stretches(body) == [
        TrackedRun("堤"),
        TrackedRun("长", gone="王"),
        TrackedRun("宽", added="李"),
        TrackedRun("高"),
    ]


def test_a_move_goes_at_one_place_and_comes_at_another() -> None:
    body = by("moveFrom", "王", run("甲")) + run("乙") + by("moveTo", "王", run("甲"))
    assert stretches(body) == [
        TrackedRun("甲", gone="王"),
        TrackedRun("乙"),
        TrackedRun("甲", added="王"),
    ]


def test_what_a_second_author_takes_out_of_a_proposal_has_both() -> None:
    body = by("ins", "王", run("新") + by("del", "李", run("词", "delText")))
    assert stretches(body) == [TrackedRun("新", "王"), TrackedRun("词", "王", "李")]


def test_runs_that_differ_in_nothing_but_looks_are_one_and_changed_looks_are_no_change() -> None:
    look = f'<w:rPr><w:b/><w:rPrChange w:id="9" w:author="王">{"<w:rPr/>"}</w:rPrChange></w:rPr>'
    file = read(f"<w:p>{run('甲')}<w:r>{look}<w:t>乙</w:t></w:r></w:p>")
    assert file.paragraphs[0].runs == (TrackedRun("甲乙"),)
    assert not file.is_tracked
    assert file.authors == []


def test_breaks_between_paragraphs_that_came_and_went() -> None:
    file = read(f"<w:p>{mark('ins', '王')}</w:p><w:p>{mark('del', '李')}</w:p><w:p/>")
    assert [(one.added, one.gone) for one in file.paragraphs] == [("王", ""), ("", "李"), ("", "")]
    assert file.authors == ["王", "李"]


def test_cells_boxes_and_controls_are_places_of_their_own() -> None:
    box = f"<w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>{run('框')}</w:p></w:txbxContent>"
    box += (
        f"</mc:Choice><mc:Fallback><w:p>{run('框')}</w:p></mc:Fallback></mc:AlternateContent></w:r>"
    )
    cells = "".join(f"<w:tc><w:p>{run(words)}</w:p></w:tc>" for words in "左右")
    table = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    held = f"<w:sdt><w:sdtContent><w:p>{run('内')}</w:p></w:sdtContent></w:sdt>"
    file = read(f"<w:p>{run('前')}{box}{run('后')}</w:p>{table}{held}")
    assert ["".join(s.text for s in one.runs) for one in file.paragraphs] == [
        *("前后", "框", "左", "右", "内")
    ]
    assert len({one.place for one in file.paragraphs}) == 4
    assert [one.row for one in file.paragraphs] == [1, 2, 3, 4, 5]


def test_remarks_have_a_range_or_a_place_and_may_reach_over_paragraphs() -> None:
    comment = (
        '<w:comment w:id="{}" w:author="王" w:date="2026-03-01T08:00:00Z"><w:p>{}</w:p></w:comment>'
    )
    comments = comment.format(4, run("何故")) + comment.format(5, run("再议"))
    start, end = '<w:commentRangeStart w:id="4"/>', '<w:commentRangeEnd w:id="4"/>'
    body = f"<w:p>{run('甲')}{start}{run('乙')}</w:p>"
    body += f'<w:p>{run("丙")}{end}<w:r><w:commentReference w:id="4"/></w:r>{run("丁")}'
    body += '<w:r><w:commentReference w:id="5"/></w:r></w:p>'
    file = read(body, word__comments_xml=f'<w:comments xmlns:w="{W}">{comments}</w:comments>')
    first, second = file.paragraphs
    assert first.runs == (TrackedRun("甲"), TrackedRun("乙", remarks=("4",)))
    assert second.runs[0] == TrackedRun("丙", remarks=("4",))
    assert second.runs[-1] == TrackedRun("", remarks=("5",))
    assert [(one.text, one.day) for one in file.remarks] == [
        ("何故", "2026-03-01"),
        ("再议", "2026-03-01"),
    ]


def test_a_heading_is_known_by_its_level_or_its_style() -> None:
    level = '<w:pPr><w:outlineLvl w:val="{}"/></w:pPr>'
    style = '<w:pPr><w:pStyle w:val="{}"/></w:pPr>'
    named = f'<w:style w:styleId="a7">{level.format(1)}</w:style>'
    styles = f'<w:styles xmlns:w="{W}">{named}</w:styles>'
    body = "".join(f"<w:p>{each}</w:p>" for each in (style.format("a7"), level.format(0)))
    file = read(f"{body}<w:p>{style.format('a8')}</w:p>", word__styles_xml=styles)
    assert [one.level for one in file.paragraphs] == [2, 1, 0]


# --- hostile files ------------------------------------------------------------------------------------------

ENTITIES = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
HOSTILE: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "an old document": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "a workbook": lambda: packed(xl__workbook_xml="<a/>"),
    "half an archive": lambda: word("<w:p/>" * 50)[:200],
    "too large": lambda: b"P" * (LARGEST + 1),
    "a bomb": lambda: packed(**{f"word__{n}": bytes(1 << 23) for n in range(9)}),
    "no body": lambda: packed(word__document_xml=f'<w:document xmlns:w="{W}"/>'),
    "no document": lambda: packed(word__document_xml="<w:document>"),
    "entities": lambda: packed(
        word__document_xml=f'{ENTITIES}<w:document xmlns:w="{W}"><w:body>&a;</w:body></w:document>'
    ),
    "entities in a remark": lambda: word(
        "<w:p/>", word__comments_xml=f'{ENTITIES}<w:comments xmlns:w="{W}">&a;</w:comments>'
    ),
    "more authors than there are": lambda: word(
        "<w:p>" + "".join(by("ins", f"甲{n}", run("字")) for n in range(300)) + "</w:p>"
    ),
    "more changes than anybody reads": lambda: word(
        f"<w:p>{(by('ins', '甲', run('字')) + run('字')) * 20_001}</w:p>"
    ),
    "deep": lambda: word("<w:ins>" * 5000 + "</w:ins>" * 5000),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_file_that_is_none_is_one_error(kind: str) -> None:
    with pytest.raises(UnfitFileError):
        tracked_in(HOSTILE[kind]())


def test_marks_that_say_nonsense_are_none() -> None:
    names = "".join(
        f'<w:bookmarkStart w:id="1" w:name="{name}"/>' for name in ("_pl_x", "_pl_7", "甲")
    )
    origin = '<plan xmlns="urn:plancli:origin:1" draft="稿"><part n="7" id="1"/><part n="²" id="2"/></plan>'
    file = read(f"<w:p>{names}</w:p>", customXml__item1_xml="<b/>", customXml__item2_xml=origin)
    assert file.paragraphs[0].marks == (7,)
    assert file.origin is not None
    assert list(file.origin.parts) == [7]


def test_a_file_that_names_two_drafts_is_refused_and_one_that_names_its_own_twice_is_read() -> None:
    """What came first in the package would decide against which draft its words are held."""
    first, second = (
        f'<plan xmlns="urn:plancli:origin:1" draft="{draft}"><part n="7" id="1"/></plan>'
        for draft in ("初稿", "送审稿")
    )
    with pytest.raises(UnfitFileError, match="of which draft"):
        read("<w:p/>", customXml__item1_xml=first, customXml__item2_xml=second)
    file = read("<w:p/>", customXml__item1_xml=first, customXml__item2_xml=first)
    assert file.origin is not None
    assert file.origin.draft.draft == "初稿"


def test_the_name_of_an_author_is_one_that_can_be_typed_again() -> None:
    """What a refusal shows of it is given back with --author."""
    (one,) = stretches(by("ins", "李\u202e&#x90;四", run("宽")))
    assert one.added == "李⟨U+202E⟩\N{REPLACEMENT CHARACTER}四"


def test_remarks_that_are_never_closed_and_paragraphs_without_end_are_refused() -> None:
    opened = "".join(f'<w:commentRangeStart w:id="{at}"/>{run("甲")}' for at in range(4000))
    for body in (f"<w:p>{opened}</w:p>", "<w:p/>" * 60_000):
        with pytest.raises(UnfitFileError, match="more than"):
            tracked_in(word(body))


def notes(**words: str) -> str:
    inside = "".join(
        f'<w:footnote w:id="{name[1:]}"><w:p>{one}</w:p></w:footnote>'
        for name, one in words.items()
    )
    return f'<w:footnotes xmlns:w="{W}">{inside}</w:footnotes>'


def noted(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def test_changes_of_a_footnote_are_read_behind_its_paragraph_and_never_part_what_is_joined() -> (
    None
):
    changed = run("含") + by("ins", "王", run("除草"))
    body = (
        f"<w:p>{mark('del', '李')}{run('堤')}{noted(1)}</w:p><w:p>{run('渠')}</w:p>"
        f"<w:p>{run('闸')}{by('ins', '李', noted(2))}</w:p>"
    )
    file = read(body, word__footnotes_xml=notes(n1=changed, n2=run("新")))
    texts = ["".join(one.text for one in paragraph.runs) for paragraph in file.paragraphs]
    assert texts == ["堤", "渠", "含除草", "闸"]
    assert file.paragraphs[2].runs[1] == TrackedRun("除草", added="王")
    assert file.paragraphs[2].place
