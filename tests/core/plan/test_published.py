"""The draft as it is on the paper: what is printed of it is what is published, character by character."""

from plancli.core.plan.joints import joints_of
from plancli.core.plan.model import (
    Column,
    Figure,
    Footnote,
    Paragraph,
    Section,
    Table,
    TableHead,
    TableRow,
)
from plancli.core.plan.outline import Outline
from plancli.core.plan.printed import printed, printed_titles
from plancli.core.plan.published import as_published
from plancli.core.text.punctuation import Punctuation

NOTED = Paragraph(
    id="1",
    number="(1)",
    heading="渡口(北岸)",
    text="停航3天,另行通知:见公告。",
    units=("水运站(北)", "安监站"),
    notes=(Footnote(id="1.注1", after="3天,", text="含夜间;不含汛期。"),),
    items=(Paragraph(id="1.1", number="(a)", text="Boats, 1:2"),),
)
BODY = (
    NOTED,
    Column(column="专栏1", title="设备(一)", items=(Paragraph(id="2", text="锚,缆"),)),
    Table(
        table="表1",
        title="班次(往返)",
        unit="班(次)",
        columns=(TableHead(key="岸"), TableHead(key="班", head="每日(班)")),
        rows=(TableRow(id="表1.1", cells=("北岸,含夜间", "1,000")),),
        notes=(Paragraph(id="表1.注1", text="不含汛期,下同"),),
    ),
    Figure(image="figures/图1.png", figure="图1", title="渡口(图)", alt="两岸,一桥"),
)


def sections(punctuation: Punctuation | None) -> tuple[Section, ...]:
    joints = joints_of("zh", ":", punctuation)
    return (Section(key="第一章", title="总则(草)", body=BODY).printed_with(joints),)


def lines(of: tuple[Section, ...]) -> list[str]:
    outline = Outline(of)
    titles = [found.text for section in of for _, found in printed_titles(section)]
    return titles + [printed(spot).text for spot in outline.spots.values()]


def test_every_line_is_as_it_is_published() -> None:
    written = sections(Punctuation.WIDE)
    found = lines(as_published(written))
    assert found == [Punctuation.WIDE.printed(line) for line in lines(written)]
    assert (
        "（1）渡口（北岸）：停航3天，另行通知：见公告。（责任单位：水运站（北）、安监站）" in found
    )
    assert "(a)Boats, 1:2" in "".join(found).replace(" B", "B")


def test_a_footnote_stays_where_it_is() -> None:
    (section,) = as_published(sections(Punctuation.WIDE))
    paragraph = section.body[0]
    assert isinstance(paragraph, Paragraph)
    (note,) = paragraph.notes
    assert (note.after, note.text) == ("3天，", "含夜间；不含汛期。")


def test_keys_stay() -> None:
    before, after = (
        Outline(of) for of in (sections(None), as_published(sections(Punctuation.WIDE)))
    )
    assert list(before.in_reading_order) == list(after.in_reading_order)


def test_where_nothing_is_said_nothing_changes() -> None:
    written = sections(None)
    assert as_published(written) == written
