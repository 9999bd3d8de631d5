"""The review page as a value: rows, cards, bars and strip of a round, in addresses and not in names."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from plancli.core.comments.status import Share, Status
from plancli.core.evidence.pieces import accepted
from plancli.core.evidence.redline import redline
from plancli.core.plan.manifest import Reply
from plancli.core.publish.claims import Claim
from plancli.core.publish.review import review, uncirculated
from plancli.core.publish.review.values import Card, Mark, Review
from plancli.core.rounds.borne_out import InText
from plancli.core.rounds.counts import count
from plancli.core.rounds.standing import State
from plancli.store.files import read_files
from plancli.store.repository import load
from tests.conftest import ROOT, Run

COMMENT = """unit: {unit}
opinion: 意见。
edits:
  - {edit}
decision: {decision}
"""


def review_of(folder: Path) -> Review:
    repository = load(read_files(folder))
    rounds = [round_.draft.draft for round_ in repository.rounds]
    return review(repository.open_round, rounds)


reviewed = cache(review_of)
"""The review of a plan that no test changes."""


def card(found: Review, address: str) -> Card:
    return next(card for card in found.cards if card.address == address)


def write(folder: Path, name: str, edit: str, decision: str = "{status: 采纳}") -> None:
    unit, _, number = name.rpartition("-")
    path = folder / "comments" / unit / f"{number}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(COMMENT.format(unit=unit, edit=edit, decision=decision), encoding="utf-8")


def test_the_rows_are_the_redline() -> None:
    found, lines = reviewed(ROOT), redline(load(read_files(ROOT)).open_round)
    assert [row.key for row in found.rows] == [line.key for line in lines]
    for row, line in zip(found.rows, lines, strict=True):
        words = [
            w for changes in (row.heading, row.text, row.units) for c in changes for w in c.words
        ]
        assert "".join(w.text for w in words if w.mark in (Mark.KEPT, Mark.ADDED)) == accepted(
            line.pieces
        )


def test_everything_points_to_what_is_there() -> None:
    found = reviewed(ROOT)
    rows, cards = {row.address for row in found.rows}, {card.address for card in found.cards}
    remarks = {remark.address for remark in found.remarks}
    assert len(rows) == len(found.rows)
    assert {name for row in found.rows for name in row.about} <= cards | remarks
    assert {
        by for row in found.rows for c in (*row.heading, *row.text, *row.units) for by in c.by
    } <= cards
    assert {name for card in found.cards for name in card.rows} <= rows
    assert all(card.rows for card in found.cards)


def test_a_change_names_its_comment_and_joins_what_changed_together(example: Path) -> None:
    found = review_of(example)
    changed = [c for row in found.rows for c in row.text if c.by]
    assert {c.by for c in changed} == {("镇民政办-01",)}
    assert [[(words.text, words.mark) for words in c.words] for c in changed] == [
        [("和", Mark.GONE), ("、", Mark.ADDED)],
        [("和晚餐", Mark.ADDED)],
    ]


def test_bars_and_counts_say_the_same() -> None:
    found = reviewed(ROOT)
    round_ = load(read_files(ROOT)).open_round
    counts = count(round_.manifest, round_.current)
    assert sum(bar.total for bar in found.bars) == counts.comments == 26
    assert counted(found) == counts.statuses
    assert sum(bar.adopted for bar in found.bars) == counts.adopted + counts.partly


def counted(found: Review) -> dict[str, int]:
    """Return how many comments the bars have by decision."""
    numbers: Counter[str] = Counter()
    for bar in found.bars:
        for claim, number in bar.statuses.items():
            numbers[str(claim.status)] += number
    return dict(numbers)


COMPOUND = """unit: 镇文化站
opinion: 三点意见如下。
items:
  - opinion: 一、改为7个。
    edits: [{replace: 社区食堂6个, with: 社区食堂7个}]
    decision: {status: 采纳}
  - opinion: 二、删去。
    edits: [{delete: 冷藏柜}]
    decision: {status: 不采纳, reason: 需要。}
  - opinion: 三、同意财政所。
    decision: {status: 合并, into: 镇财政所-01}
"""


def test_a_compound_comment_has_a_card_and_each_of_its_items(example: Path) -> None:
    (example / "comments/镇文化站").mkdir()
    (example / "comments/镇文化站/01.yaml").write_text(COMPOUND, encoding="utf-8")
    joined = "unit: 镇民政办\nopinion: 同意。\ndecision: {status: 合并, into: 镇文化站-01}\n"
    (example / "comments/镇民政办/09.yaml").write_text(joined, encoding="utf-8")
    found = review_of(example)
    whole, *items = [card for card in found.cards if card.comment.unit == "镇文化站"]
    assert (whole.address, whole.comment.opinion) == ("镇文化站-01", "三点意见如下。")
    # its first point is adopted, and not in the text yet
    partly = Claim(Status.PARTLY, InText.NOT_YET)
    assert (whole.claim, whole.counted) == (partly, partly)
    assert (whole.share, whole.state) == (Share.OPEN, State.WAITING)
    assert (
        whole.items
        == tuple(item.address for item in items)
        == tuple(f"镇文化站-01.{n}" for n in (1, 2, 3))
    )
    assert [(item.whole, item.claim, item.counted) for item in items] == [
        ("镇文化站-01", Claim(Status.ADOPTED, InText.NOT_YET), partly),
        ("镇文化站-01", Claim(Status.REJECTED), partly),
        ("镇文化站-01", Claim(Status.REJECTED), partly),
    ]
    assert set(whole.rows) == {row for item in items for row in item.rows}
    assert whole.speaks_for == ("镇民政办-09",)
    assert card(found, "镇民政办-09").into == "镇文化站-01"
    assert card(found, "镇民政办-09").counted == partly


def test_the_page_counts_as_the_summary_does(example: Path) -> None:
    (example / "comments/镇文化站").mkdir()
    (example / "comments/镇文化站/01.yaml").write_text(COMPOUND, encoding="utf-8")
    for number, decision in enumerate(("留作参考", "撤回", "合并, into: 镇财政所-01"), 3):
        text = f"unit: 镇财政所\nopinion: 意见。\ndecision: {{status: {decision}}}\n"
        (example / f"comments/镇财政所/0{number}.yaml").write_text(text, encoding="utf-8")
    found, round_ = review_of(example), load(read_files(example)).open_round
    statuses = count(round_.manifest, round_.current).statuses
    assert counted(found) == statuses
    assert Counter(str(each.counted.status) for each in found.cards if not each.whole) == statuses
    assert statuses == {"采纳": 1, "不采纳": 2, "待定": 1, "部分采纳": 1, "留作参考": 1, "撤回": 1}
    falls = [each for each in found.cards if not each.whole and each.rows]
    assert (
        sum(stretch.comments for stretch in found.strip) == len(falls) + 1
    )  # 镇文化站-01 in two sections


def test_the_strip_covers_the_whole_plan_and_every_comment() -> None:
    found = reviewed(ROOT)
    assert len(found.strip) == 35
    lines = redline(load(read_files(ROOT)).open_round)
    assert sum(stretch.size for stretch in found.strip) == sum(
        len(accepted(line.pieces)) for line in lines
    )
    sections = {row.address: row.section for row in found.rows}
    falls = {(card.address, sections[row]) for card in found.cards for row in card.rows}
    assert sum(stretch.comments for stretch in found.strip) == len(falls)


def test_an_open_conflict_and_one_that_is_settled(example: Path) -> None:
    write(example, "镇财政所-09", "{replace: 早餐和午餐, with: 午餐}")
    found = review_of(example)
    (meeting,) = found.meetings
    assert (meeting.joint, meeting.row) == ("", "row-第一章.1")
    assert card(found, "镇财政所-09").meetings == (meeting,)
    assert [stretch.conflicts for stretch in found.strip] == [1, 0]
    joint = "{status: 修改后采纳, settles: [镇民政办-01]}"
    write(example, "镇财政所-09", "{replace: 早餐和午餐, with: 午餐}", joint)
    found = review_of(example)
    assert [meeting.joint for meeting in found.meetings] == ["镇财政所-09"]
    assert [(s.conflicts, s.settled) for s in found.strip] == [(0, 1), (0, 0)]
    assert card(found, "镇民政办-01").joint == "镇财政所-09"
    assert card(found, "镇财政所-09").speaks_for == ("镇民政办-01",)


def test_what_was_rejected_stands_where_it_was_asked(example: Path) -> None:
    found = card(review_of(example), "镇财政所-01")
    assert (found.share, found.rows) == (Share.DECLINED, ("row-第二章.1",))


def test_a_comment_in_words_only_stands_where_it_cites(example: Path) -> None:
    path = example / "comments/镇财政所/09.yaml"
    path.write_text("unit: 镇财政所\nat: {cites: 专栏1第1条}\nopinion: 意见。\n", encoding="utf-8")
    assert card(review_of(example), "镇财政所-09").rows == ("row-专栏1.1",)


def test_the_offices_own_changes_have_their_reasons(example: Path) -> None:
    path = example / "plan/第一章-目标.yaml"
    path = path if path.exists() else next((example / "plan").glob("第一章*.yaml"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("6个", "8个"), encoding="utf-8")
    manifest = example / "plan/plan.yaml"
    noted = "notes:\n  - {paragraph: 第一章.1, reason: 按批复调整。}\n"
    manifest.write_text(manifest.read_text(encoding="utf-8") + noted, encoding="utf-8")
    found = review_of(example)
    (remark,) = found.remarks
    assert (remark.address, remark.row, remark.reasons) == (
        "office-1",
        "row-第一章.1",
        ("按批复调整。",),
    )
    row = next(row for row in found.rows if row.address == remark.row)
    assert row.about == ("镇民政办-01", "office-1")
    assert {c.by for c in row.text} == {(), ("镇民政办-01",), ("office-1",)}


def test_who_has_not_replied(example: Path) -> None:
    manifest = example / "plan/plan.yaml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("units:\n", "units:\n  - name: 镇司法所\n"), encoding="utf-8")
    assert review_of(example).replies[Reply.NONE] == ["镇司法所"]


@pytest.mark.parametrize("unit", ["row-甲", "b&gt;所", "a b", "甲.乙"])
def test_an_address_is_fit_for_a_link_and_taken_once(example: Path, unit: str) -> None:
    write(example, f"{unit}-01", "{replace: 6个, with: 7个}")
    addresses = [card.address for card in review_of(example).cards]
    assert len(set(addresses)) == len(addresses) == 4
    assert not any(set(address) & set(' <>/\\:*?"|') for address in addresses)
    assert not any(address.startswith("row-") for address in addresses)


def test_a_part_that_moves_has_two_addresses(example: Path, run: Run) -> None:
    write(example, "镇财政所-09", "{move: 第一章.1, to: 第二章}")
    assert run(example, "apply", "镇财政所-09").code == 0
    found = review_of(example)
    moved = [(row.address, row.mark, row.by) for row in found.rows if row.key == "第一章.1"]
    assert moved == [
        ("row-第一章.1", Mark.GONE, ("镇财政所-09",)),
        ("row-第一章.1_2", Mark.ADDED, ("镇财政所-09",)),
    ]


def test_a_plan_that_was_not_circulated_has_only_its_text(example: Path) -> None:
    repository = load(read_files(example))
    found = uncirculated(repository.manifest, repository.sections)
    assert (found.draft, found.cards, found.bars) == (None, (), ())
    assert [row.title for row in found.rows if row.kind == "section"] == [
        "第一章 目标",
        "第二章 任务",
    ]
