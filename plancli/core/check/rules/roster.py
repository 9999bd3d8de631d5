"""Rules about who comments, on which draft."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from plancli.core.check.rules.about import on_comment, on_manifest
from plancli.core.comments.comment import Comment
from plancli.core.comments.status import Status
from plancli.core.finding import Code, Finding, Path
from plancli.core.plan.day import day
from plancli.core.plan.manifest import Manifest, Reply
from plancli.core.rounds.counts import count, wholes
from plancli.core.rounds.round import Consultation, Round


def known_units(round_: Round) -> Iterator[Finding]:
    """Every comment comes from a unit on the roster and cites a draft of the plan that was circulated."""
    yield from _replying(round_.manifest)
    roster = {unit.name for unit in round_.manifest.units}
    drafts = {frozen.name for frozen in round_.manifest.drafts}
    for comment in _once(round_.comments):
        if comment.unit not in roster:
            full = round_.manifest.aliases.get(comment.unit, "")
            params = {"unit": comment.unit, "near": full if full != comment.unit else ""}
            yield on_comment(comment, Code.UNKNOWN_UNIT, ("unit",), **params)
        if comment.draft is not None and comment.draft not in drafts:
            known = "、".join(drafts)
            yield on_comment(
                comment, Code.UNKNOWN_DRAFT, ("draft",), draft=comment.draft, known=known
            )


def _replying(manifest: Manifest) -> Iterator[Finding]:
    """Yield what is kept as the answer of a unit that is not on the roster."""
    roster = {unit.name for unit in manifest.units}
    for at, frozen in enumerate(manifest.drafts):
        for unit in (unit for unit in frozen.replies if unit not in roster):
            near = manifest.aliases.get(unit, "")
            yield on_manifest(
                Code.UNKNOWN_UNIT, ("drafts", at, "replies", unit), unit=unit, near=near
            )


def _once(comments: Mapping[str, Comment]) -> Iterator[Comment]:
    """Yield one comment for each file: what items have in common is said once."""
    yield from (items[0] for items in wholes(comments).values())


def numbered(round_: Round) -> Iterator[Finding]:
    """The comments of a unit are numbered from 1 without a gap: a file that is gone is missed."""
    known: dict[str, dict[int, Comment]] = {}
    for comment in _once(round_.comments):
        name = (comment.part_of or comment.id).rpartition("-")[2]
        if name.isdecimal():
            known.setdefault(comment.unit, {})[int(name)] = comment
    for unit, comments in known.items():
        for before, number in pairwise([0, *sorted(comments)]):
            if number > before + 1:
                gap = f"{unit}-{before + 1:02}" + (
                    f"…{number - 1:02}" if number > before + 2 else ""
                )
                yield on_comment(comments[number], Code.NUMBER_MISSING, ("unit",), missing=gap)


def replies(round_: Round) -> Iterator[Finding]:
    """What the roster says of a unit agrees with its comments."""
    counts = Counter(items[0].unit for items in wholes(round_.current).values())
    for at, unit in enumerate(round_.manifest.units):
        number = counts[unit.name]
        if unit.reply is not None and (unit.reply in (Reply.COMMENTS, Reply.SUPPLEMENT)) != bool(
            number
        ):
            params = {"unit": unit.name, "reply": str(unit.reply), "count": str(number)}
            yield on_manifest(Code.ROSTER_DIFFERS, ("units", at, "reply"), **params)


def in_time(round_: Round) -> Iterator[Finding]:
    """A comment that came after the deadline is from a unit that is known to have sent a supplement."""
    deadline = round_.manifest.deadline
    late = {unit.name for unit in round_.manifest.units if unit.reply is Reply.SUPPLEMENT}
    for comment in _once(round_.current) if deadline else ():
        if (
            comment.received
            and comment.unit not in late
            and day(comment.received) > day(deadline or "")
        ):
            params = {
                "id": comment.part_of or comment.id,
                "day": comment.received,
                "deadline": deadline or "",
            }
            yield on_comment(comment, Code.LATE, ("received",), **params)


def undecided(consultation: Consultation) -> Iterator[Finding]:
    """After the deadline every comment has a decision."""
    round_ = consultation.open
    deadline = round_.manifest.deadline
    if deadline is None or consultation.today <= day(deadline):
        return
    for comment in round_.current.values():
        if comment.decision.status is Status.PENDING:
            params = {"id": comment.id, "deadline": deadline}
            yield on_comment(comment, Code.UNDECIDED, ("decision",), **params)


def totals(round_: Round) -> Iterator[Finding]:
    """The figures that plan.yaml states are those that are counted."""
    stated, counts = round_.manifest.totals, count(round_.manifest, round_.current)
    figures: dict[Path, tuple[int, int]] = {
        ("totals", key): (value, getattr(counts, key))
        for key, value in stated
        if isinstance(value, int)
    }
    for key, value in stated.statuses.items():
        figures["totals", "statuses", key] = value, counts.statuses.get(key, 0)
    for path, (figure, counted) in figures.items():
        if figure != counted:
            params = {"key": str(path[-1]), "stated": str(figure), "count": str(counted)}
            yield on_manifest(Code.TOTALS_DIFFER, path, **params)


def circulated(consultation: Consultation) -> Iterator[Finding]:
    """Every adopted comment is on a draft that was circulated, so that some round merges it."""
    merged = {name for round_ in consultation.rounds for name in round_.current}
    round_ = consultation.open
    for name, comment in round_.comments.items():
        if comment.merges and name not in merged and comment.draft in round_.drafts:
            yield on_comment(
                comment, Code.NOT_CIRCULATED, ("draft",), id=name, draft=comment.draft or ""
            )
