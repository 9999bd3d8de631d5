"""The feedback table as a value: units in the order of the roster, each with its opinions and decisions."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plancli.core.comments.comment import Comment
from plancli.core.comments.pointers import settled_by, standing_for
from plancli.core.comments.status import Share, Status
from plancli.core.plan.joints import Joints
from plancli.core.plan.manifest import Manifest, Reply
from plancli.core.publish.claims import PROVED, Claims
from plancli.core.publish.words import CHINESE, Said
from plancli.core.rounds.borne_out import InText
from plancli.core.rounds.counts import status_of, wholes
from plancli.core.rounds.round import Round


class Row(NamedTuple):
    """One comment: the unit's words and what became of them.

    `unit` is what stands in its cell: of a joint comment all `units` that sign it, one behind the other.
    `decision` is what is published: the `label` of the status and the `answer`. A compound comment has its
    `parts`, any other itself; a unit without comments has a row without `id`, status and parts. The `points`
    of a compound comment are rows of their own. `in_text` says whether the text bears the decision out;
    where it does not, the label says what is intended.
    """

    id: str
    unit: str
    opinion: str
    decision: str
    status: str
    label: str
    answer: str
    whole: Comment | None = None
    parts: tuple[Comment, ...] = ()
    points: tuple["Row", ...] = ()
    in_text: InText = InText.YES
    units: tuple[str, ...] = ()

    @property
    def proved(self) -> bool:
        """Whether the text has what the decision says."""
        return self.in_text is InText.YES

    @property
    def decided(self) -> tuple["Row", ...]:
        """What has a decision of its own: the points of a compound comment, or the comment itself."""
        return self.points or (self,)

    @property
    def refused(self) -> bool:
        """Whether it is decided and not adopted; what was withdrawn, or is only intended, is neither."""
        if not self.status or not self.proved:
            return False
        return Status(self.status).meaning.share is Share.DECLINED


class UnitRows(NamedTuple):
    """The rows of one unit, or of several that sign together, never empty.

    `unit` is what stands in their cell, `units` the names.
    """

    unit: str
    rows: tuple[Row, ...]
    units: tuple[str, ...]


def ids_of(unit: UnitRows) -> list[str]:
    """Return the ids of a unit's comments, and of the points of those that are compound."""
    return [one.id for row in unit.rows for one in (row, *row.points)]


def feedback_table(
    manifest: Manifest,
    comments: Mapping[str, Comment],
    compounds: Mapping[str, Comment],
    said: Said = CHINESE,
    claims: Claims = PROVED,
) -> list[UnitRows]:
    """Return the published table; a unit without comments has a row if it answered 无意见.

    Joint comments stand behind those that their first unit has alone, under all the names.
    `comments` has a compound comment as its items, `compounds` the whole one: it has one row. `claims` has
    what the text does not prove of them.
    """
    by_unit: dict[str, dict[tuple[str, ...], list[Row]]] = {}
    for unit in manifest.units:
        by_unit[unit.name] = {(unit.name,): []}
    credit = _Credit(comments, said, claims, manifest.joints)
    speaking: set[str] = set()
    for name, items in wholes(comments).items():
        whole = compounds.get(name, items[0])
        of_first = by_unit.setdefault(whole.unit, {(whole.unit,): []})
        row = _row(whole, items, comments, credit)
        of_first.setdefault(whole.signatories, []).append(row)
        speaking.update(whole.signatories)
    silent: set[str] = set()
    for unit in manifest.units:
        if unit.reply in (Reply.NOTHING, Reply.LAPSED) and unit.name not in speaking:
            silent.add(unit.name)
    table: list[UnitRows] = []
    for groups in by_unit.values():
        for units, rows in groups.items():
            if rows:
                table.append(UnitRows(rows[0].unit, tuple(rows), units))
            elif silent.issuperset(units):
                table.append(UnitRows(units[0], (_nothing(units, said),), units))
    return table


def _nothing(units: tuple[str, ...], said: Said) -> Row:
    """Return the row of a unit that has no comments."""
    nothing = said.nothing
    return Row("", units[0], nothing, nothing, "", nothing, "", units=units)


def of_each_unit(manifest: Manifest, table: Iterable[UnitRows]) -> dict[str, UnitRows]:
    """Return the rows of each unit by its name, those that it signed with others too, in published order.

    Units without comments are not there.
    """
    rows: dict[str, list[Row]] = {unit.name: [] for unit in manifest.units}
    for group in table:
        for unit in group.units:
            rows.setdefault(unit, []).extend(row for row in group.rows if row.id)
    found: dict[str, UnitRows] = {}
    for unit, own in rows.items():
        if own:
            found[unit] = UnitRows(unit, tuple(own), (unit,))
    return found


def table_of(round_: Round, found: Claims, said: Said) -> list[UnitRows]:
    """Return the published table of a round."""
    return feedback_table(round_.manifest, round_.current, round_.compounds, said, found)


class _Credit:
    """Who else a row speaks for: what settles a comment, and who was joined to it."""

    def __init__(
        self,
        comments: Mapping[str, Comment],
        said: Said,
        claims: Claims,
        joints: Joints,
    ) -> None:
        self.comments, self.words, self.claims = comments, said, claims
        self.replied = joints.replied
        self.settled = settled_by(comments)
        self.joined: dict[str, list[str]] = {}
        for comment in comments.values():
            if comment.decision.status is Status.JOINED and comment.decision.into:
                self.joined.setdefault(comment.decision.into, []).extend(comment.signatories)

    def of(self, comment: Comment) -> str:
        """Return the sentences that point from one row to others."""
        joint = self.comments.get(self.settled.get(comment.id, ""))
        into = next(iter(standing_for(self.comments, comment.decision.into or "")), None)
        sentences = [self.words.joint.format(unit=joint.signed(self.words.comma))] if joint else []
        if into and comment.decision.status is Status.JOINED:
            sentences.append(self.words.joined.format(unit=into.signed(self.words.comma)))
        return self.words.after.join([*sentences, *self.shared(comment)])

    def shared(self, comment: Comment) -> list[str]:
        """Return the sentence that names who was joined to a comment, simple or compound, if anybody was."""
        joined = dict.fromkeys(self.joined.get(comment.id, ()))
        others = [unit for unit in joined if not comment.is_of(unit)]
        return [self.words.shared.format(units=self.words.comma.join(others))] if others else []


def _row(
    whole: Comment, items: list[Comment], comments: Mapping[str, Comment], credit: _Credit
) -> Row:
    if not whole.items:
        return _simple(whole, credit)._replace(parts=tuple(items))
    said, points = credit.words, tuple(_simple(item, credit) for item in items)
    status = status_of(comments, items)
    numbered: list[str] = []
    for number, point in enumerate(points, 1):
        numbered.append(said.point.format(number=number) + point.decision)
    answer = "\n".join([*numbered, *credit.shared(whole)])
    claim = credit.claims.of(whole.id, status)
    label = said.label(claim)
    decision = _joined(label, answer, f"{said.stop.rstrip()}\n")
    words = whole.opinion.strip()
    return Row(
        whole.id,
        whole.signed(said.comma),
        words,
        decision,
        str(status),
        label,
        answer,
        whole,
        tuple(items),
        points,
        claim.in_text,
        whole.signatories,
    )


def _simple(comment: Comment, credit: _Credit) -> Row:
    """Return the row of a comment that is decided as one: a simple one, or a point of a compound one."""
    status, answer = comment.decision.status, _answer(comment, credit)
    claim = credit.claims.of(comment.id, status)
    label = credit.words.label(claim)
    decision = _joined(label, answer, credit.words.stop)
    words = comment.opinion.strip()
    return Row(
        comment.id,
        comment.signed(credit.words.comma),
        words,
        decision,
        str(status),
        label,
        answer,
        comment,
        (comment,),
        in_text=claim.in_text,
        units=comment.signatories,
    )


def _answer(comment: Comment, credit: _Credit) -> str:
    """Return what is published behind the label: what was changed, why or why not, and who else asked."""
    decision = comment.decision
    written = [
        credit.replied(text.strip())
        for text in (decision.reply, decision.reason, credit.of(comment))
        if text
    ]
    return credit.words.after.join([*map(credit.words.closed, written[:-1]), *written[-1:]])


def _joined(label: str, answer: str, mark: str) -> str:
    return f"{label}{mark}{answer}" if answer else label
