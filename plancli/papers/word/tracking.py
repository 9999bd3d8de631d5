"""Whose changes are tracked in a Word document, from when, and what is noted beside them."""

from collections.abc import Iterable, Mapping
from datetime import date

from plancli.core.merge.meeting import NUMBERING, OFFICE
from plancli.core.plan.day import day
from plancli.core.plan.outline import renumbered
from plancli.core.publish.naming import Naming, formerly
from plancli.core.publish.table import Row
from plancli.core.rounds.round import Round
from plancli.messages import N_, in_language
from plancli.papers.word.document import Remark
from plancli.papers.word.plan import Tracking

REMARK = N_("{id} ({status})\nOpinion: {opinion}\nDecision: {decision}")


def tracking(round_: Round, rows: Iterable[Row], today: date, naming: Naming) -> Tracking:
    """Return unit, date and remark of every comment, point by point; without a day of receipt `today`.

    `naming` says how another number is noted.
    """
    translate = in_language(round_.manifest.language).gettext
    ours = {OFFICE: round_.manifest.issuer, NUMBERING: translate(N_("renumbering"))}
    names: dict[str, tuple[str, ...]] = {by: (name,) for by, name in ours.items()}
    dates, remarks = dict.fromkeys(names, _utc(today)), {}
    for point in (point for row in rows for point in row.decided):
        for part in point.parts:
            when = _utc(day(part.received) if part.received else today)
            said = {
                "opinion": part.opinion.strip(),
                "decision": point.decision,
                "status": point.label,
            }
            text = translate(REMARK).format(id=part.id, **said)
            names[part.id], dates[part.id] = part.signatories, when
            remarks[part.id] = Remark(part.signed(), text, when)
    return Tracking(names, dates, remarks, _numbers(round_, ours, _utc(today), naming))


def _numbers(
    round_: Round, names: Mapping[str, str], when: str, naming: Naming
) -> dict[str, Remark]:
    """Return what is noted beside the number of each part that has another one: 专栏2(原专栏3)."""
    found: dict[str, Remark] = {}
    for key, (old, new) in renumbered(round_.workspace.draft, round_.paper).items():
        by = NUMBERING if key in round_.workspace.numbers else OFFICE
        found[key] = Remark(names[by], formerly(new, old, naming), when)
    return found


def _utc(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
