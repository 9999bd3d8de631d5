"""What one comment names is looked up: it has one place, or a finding says why not."""

import pytest

from plancli.core.comments.comment import Cited
from plancli.core.finding import Code
from plancli.core.locate.corpus import Corpus
from plancli.core.merge.finder import Finder
from plancli.core.plan.model import Column, Paragraph, Section, Table, TableHead, TableRow

ITEM = Paragraph(id="2", heading="风机", text="购置两台。")
DRAFT = Corpus(
    [
        Section(
            key="第一章",
            title="粮仓修缮",
            body=(
                Paragraph(id="1", text="逐年翻修。"),
                Column(column="专栏1", title="设备", items=(ITEM,)),
                Table(
                    table="表1",
                    columns=(TableHead(key="设备"), TableHead(key="数量")),
                    rows=(TableRow(id="表1.1", cells=("风机", "两台")),),
                    notes=(Paragraph(id="表1.注1", text="注。"),),
                ),
            ),
        ),
        Section(key="第二章", title="经费", body=(Paragraph(id="3", text="逐年翻修。"),)),
    ]
)


def finder(**at: str) -> Finder:
    return Finder(DRAFT, "粮食站-01", Cited(**at))


@pytest.mark.parametrize(
    ("name", "key"),
    [("第一章", "第一章"), ("粮仓修缮", "第一章"), ("2", "2"), ("风机", None), ("水井", None)],
)
def test_a_paragraph_goes_by_its_id_alone(name: str, key: str | None) -> None:
    looking = finder()
    assert looking.part(name, ("edits", 0, "remove")) == key
    assert [finding.code for finding in looking.findings] == [Code.UNKNOWN_PARAGRAPH] * (
        key is None
    )


def test_a_paragraph_holds_a_list_and_a_row_of_a_table_holds_nothing() -> None:
    looking = finder()
    assert looking.container("专栏1", ("in",)) == "第一章/专栏1"
    assert looking.container("2", ("in",)) == "2"
    assert looking.container(None, ("in",)) is None
    assert looking.findings == []
    for name in ("风机", "表1.1", "表1.1/数量", "表1.注1"):
        assert looking.container(name, ("in",)) is None
    assert [finding.code for finding in looking.findings] == [Code.NO_CONTAINER] * 4


def test_the_citation_chooses_between_several_places() -> None:
    assert finder().quoted("逐年翻修", ("edits", 0, "delete")) is None
    found = finder(section="第二章").quoted("逐年翻修", ("edits", 0, "delete"))
    assert found is not None
    assert [piece.paragraph for piece in found.pieces] == ["3"]


def test_a_part_that_is_not_there_keeps_words_from_being_sought() -> None:
    looking = finder()
    assert looking.quoted("购置两台", ("edits", 0, "delete"), within="第九章") is None
    assert looking.evidence == []
    assert [finding.path for finding in looking.findings] == [("edits", 0, "in")]


def test_words_of_a_citation_that_name_nothing_are_said() -> None:
    (finding,) = finder(cites="第一章“水井”").findings
    assert finding.code is Code.UNREAD_CITATION
    assert finding.params["words"] == "水井"
