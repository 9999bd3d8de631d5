"""What a branch takes away from its base: rules and their traces that went together, so that nothing tells.

A plan proves itself by what it declares. Who takes a declaration out with all that rests on it leaves a plan
that is clean. Only a state that the branch cannot change shows that there was more: the commit at which it
left the base. Each finding stands in the branch, and has the place in the base beside it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from plancli.core.check.register import RULES
from plancli.core.codes import Code
from plancli.core.comments.approval import approvals_of, covered_digest, given_approvals
from plancli.core.comments.comment import Comment
from plancli.core.comments.record import Record, RecordedRound
from plancli.core.comments.status import Status
from plancli.core.entry import N_, Severity
from plancli.core.evidence.declared import Weakened, WeakenedIn, before_of, tables_by_key, weakened
from plancli.core.finding import Finding, Path, Related, Subject
from plancli.core.plan.digest import as_recorded
from plancli.core.plan.manifest import Frozen, Manifest, Weight
from plancli.core.plan.model import Draft, Section, Table
from plancli.core.plan.numbering import PartKind
from plancli.core.plan.outline import number_of, part_key
from plancli.core.rounds.note import explained

MANIFEST = Subject("plan", "plan")
RECORD = Subject("record", "applied")


class PlanAt(NamedTuple):
    """A plan with its comments in one commit, as far as it can be read."""

    manifest: Manifest
    drafts: Mapping[str, Draft]
    sections: Sequence[Section]
    comments: Mapping[str, Comment]
    record: Record


def taken_away(base: PlanAt, branch: PlanAt) -> list[Finding]:
    """Return what the base proves and the branch does not, weighed, in the order of the codes."""
    found: list[Finding] = []
    for compare in _COMPARED:
        found += compare(base, branch)
    return sorted(map(_weighed, found), key=lambda finding: finding.code)


def _weighed(finding: Finding) -> Finding:
    notice = Code(finding.code).notice
    assert notice is not None
    severity = finding.severity if finding.severity is not Severity.ERROR else notice.weight
    return finding._replace(severity=severity)


def _in_manifest(code: Code, here: Path, there: Path, **params: str) -> Finding:
    """Return a finding about plan.yaml: where it stands in the branch, and where in the base."""
    related = (Related(MANIFEST, there),)
    return Finding(code, params, MANIFEST, here, related=related)


# --- plan.yaml ----------------------------------------------------------------------------------------------


def _levels(base: PlanAt, branch: PlanAt) -> Iterator[Finding]:
    wanted, now = base.manifest.approval, branch.manifest.approval
    kept = [level for level in now if level in wanted]
    if kept != list(wanted):
        here: Path = ("approval",) if now else ("title",)
        params = {"levels": "、".join(wanted), "now": "、".join(now)}
        yield _in_manifest(Code.BASE_LEVELS, here, ("approval",), **params)


_ORDER = (Weight.OFF, Weight.NOTE, Weight.WARNING, Weight.ERROR)


def _rules(base: PlanAt, branch: PlanAt) -> Iterator[Finding]:
    before, now = base.manifest.rules, branch.manifest.rules
    for code in sorted({*before, *now} & RULES.keys()):
        usual = Weight(RULES[code].weight)
        old, new = before.get(code, usual), now.get(code, usual)
        if _ORDER.index(new) < _ORDER.index(old):
            here: Path = ("rules", code) if code in now else ("title",)
            there: Path = ("rules", code) if code in before else ("title",)
            params = {"rule": code, "before": str(old), "now": str(new)}
            yield _in_manifest(Code.BASE_RULE, here, there, **params)


def _claims(base: PlanAt, branch: PlanAt) -> Iterator[Finding]:
    """Yield what plan.yaml said of figures, numbers and units, and does not any more."""
    for key, there, before in _said(base.manifest):
        if (key, before) not in {(name, what) for name, _, what in _said(branch.manifest)}:
            here: Path = (key,) if getattr(branch.manifest, key) else ("title",)
            yield _in_manifest(Code.BASE_CLAIM, here, there, key=key, before=before)


def _said(manifest: Manifest) -> Iterator[tuple[str, Path, str]]:
    """Yield what a plan.yaml says that is only compared because it is said: key, place and words."""
    for at, unit in enumerate(manifest.units):
        yield "units", ("units", at, "name"), unit.name
    for kind in PartKind:
        for pattern in getattr(manifest.numbering, kind):
            yield "numbering", ("numbering", str(kind)), f"{kind}: {pattern}"
    for kind, per in manifest.numbering.per.items():
        yield "numbering", ("numbering", "per"), f"per: {{{kind}: {per}}}"
    for name, value in manifest.totals.model_dump(exclude={"statuses"}, exclude_none=True).items():
        if value is not None:
            yield "totals", ("totals", name), name
    for status in manifest.totals.statuses:
        yield "totals", ("totals", "statuses", status), f"statuses: {status}"


# --- drafts and closed rounds -------------------------------------------------------------------------------


def _drafts(base: PlanAt, branch: PlanAt) -> Iterator[Finding]:
    for at, before in enumerate(base.manifest.drafts):
        there: Path = ("drafts", at)
        now = branch.manifest.frozen(before.name)
        if now is None:
            yield _draft(before, ("drafts",), there, N_("plan.yaml does not list it any more"))
            continue
        here: Path = ("drafts", branch.manifest.drafts.index(now))
        yield from _wording(before, now, branch.drafts.get(before.name), (here, there))
        if _published(before) and _published(now) != _published(before):
            problem = N_("its day, its deadline or what units replied on it is another")
            yield _draft(before, here, there, problem)
    yield from _cited(base, branch)


def _wording(
    before: Frozen, now: Frozen, draft: Draft | None, places: tuple[Path, Path]
) -> Iterator[Finding]:
    """Yield that a draft says something else; a slip that was mended is told with what it was."""
    here, there = places
    mends = now.mended[len(before.mended) :]
    if now.mended[: len(before.mended)] != before.mended:
        yield _draft(before, here, there, N_("what was mended of it is told otherwise"))
    elif mends and mends[0].before == before.digest:
        for mend in mends:
            params = {"draft": before.name, "change": mend.change, "reason": mend.reason}
            yield _in_manifest(Code.BASE_MENDED, here, there, **params)
    elif now.digest != before.digest:
        yield _draft(before, (*here, "digest"), there, N_("it has another digest"))
    elif draft is None or not as_recorded(draft, before.digest):
        yield _draft(before, (*here, "digest"), there, N_("it has other words"))


def _cited(base: PlanAt, branch: PlanAt) -> Iterator[Finding]:
    """Yield that comments cite an earlier draft again, or none; a later one is a new round."""
    before, now = base.manifest.draft, branch.manifest.draft
    known = {frozen.name for frozen in base.manifest.drafts}
    if before and now != before and (now is None or now in known):
        here: Path = ("draft",) if now else ("title",)
        frozen = Frozen(name=before, digest="-")
        yield _draft(frozen, here, ("draft",), N_("comments do not cite it any more"))


def _published(frozen: Frozen) -> list[object]:
    """Return what is kept of a round on a draft; nothing as long as it is open."""
    if not frozen.replies and frozen.deadline is None:
        return []
    return [frozen.date, frozen.deadline, dict(frozen.replies)]


def _draft(frozen: Frozen, here: Path, there: Path, problem: str) -> Finding:
    file = f"plan/drafts/{frozen.name}.yaml"
    params = {"draft": frozen.name, "problem": problem, "file": file}
    return _in_manifest(Code.BASE_DRAFT, here, there, **params)


def _rounds(base: PlanAt, branch: PlanAt) -> Iterator[Finding]:
    """Yield the closed rounds that the record of the branch tells otherwise."""
    now: Sequence[RecordedRound] = branch.record.earlier
    for at, before in enumerate(base.record.earlier):
        if at < len(now) and now[at] == before:
            continue
        here: Path = ("earlier", at) if at < len(now) else ()
        params = {"draft": before.draft, "file": "plan/applied.yaml"}
        related = (Related(RECORD, ("earlier", at)),)
        subject = RECORD if branch.record.draft or now else MANIFEST
        yield Finding(Code.BASE_ROUND, params, subject, here, related=related)


# --- what tables declare ------------------------------------------------------------------------------------


def _tables(base: PlanAt, branch: PlanAt) -> Iterator[Finding]:
    """Yield the declarations that went in the plan; with a drafting note they are only told."""
    before = tables_by_key(base.sections)
    for section, at, key, now in _placed_tables(branch.sections):
        was = before_of(key, before)
        for one in weakened(was, now) if was else ():
            found = _undeclared(N_("the plan"), key, now, one)
            related = tuple(_place_of(base.sections, was, one, None)) if was else ()
            change = WeakenedIn(key, was or now, now, one).change
            noted = explained(branch.manifest.notes, change)
            yield found._replace(
                subject=Subject("section", section.key),
                path=("body", at, *one.now_place),
                related=related,
                severity=Severity.WARNING if noted else Severity.ERROR,
            )


def _drafted_tables(base: PlanAt, branch: PlanAt) -> Iterator[Finding]:
    """Yield the declarations that went in drafts: not every digest was made when they were in it."""
    for name, draft in base.drafts.items():
        now = branch.drafts.get(name)
        before = tables_by_key(draft.sections)
        for number, section in enumerate(now.sections if now else ()):
            for _, at, key, table in _placed_tables([section]):
                was = before.get(key)
                for one in weakened(was, table) if was else ():
                    found = _undeclared(name, key, table, one)
                    yield found._replace(
                        subject=Subject("draft", name),
                        path=("sections", number, "body", at, *one.now_place),
                        related=tuple(_place_of(draft.sections, was, one, name)) if was else (),
                    )


def _undeclared(where: str, key: str, table: Table, one: Weakened) -> Finding:
    title = f"“{table.title}”" if table.title else ""
    params = {
        "table": f"{number_of(table)}{title}",
        "where": where,
        "paragraph": key,
        "declared": f"{one.key}: {one.before}",
        "now": one.now and f"{one.key}: {one.now}",
    }
    return Finding(Code.BASE_DECLARATION, params)


def _placed_tables(sections: Iterable[Section]) -> Iterator[tuple[Section, int, str, Table]]:
    for section in sections:
        for at, part in enumerate(section.body):
            if isinstance(part, Table):
                yield section, at, part_key(section, part), part


def _place_of(
    sections: Sequence[Section], table: Table, one: Weakened, draft: str | None
) -> Iterator[Related]:
    """Yield where a declaration stands in the base: in the file of a section, or of a draft."""
    for number, section in enumerate(sections):
        for at, part in enumerate(section.body):
            if part is table:
                path: Path = ("body", at, *one.place)
                if draft is None:
                    yield Related(Subject("section", section.key), path)
                else:
                    yield Related(Subject("draft", draft), ("sections", number, *path))


# --- comments -----------------------------------------------------------------------------------------------


def _comments(base: PlanAt, branch: PlanAt) -> Iterator[Finding]:
    for name, before in base.comments.items():
        now = branch.comments.get(name)
        if now is None:
            params = {"id": name, "problem": N_("is not there any more"), "file": _file(before)}
            related = (Related(Subject("comment", name), ("opinion",)),)
            yield Finding(Code.BASE_COMMENT, params, MANIFEST, ("units",), related=related)
            continue
        yield from _words(before, now)
        yield from _waived(before, now)
        keys = list(_other_keys(_citing(before, base), _citing(now, branch)))
        if keys:
            yield from _decided(base, before, now, keys)
        elif covered_digest(before) == covered_digest(now):
            yield from _approvals(before, now)


def _citing(comment: Comment, state: PlanAt) -> Comment:
    """Return a comment with the draft on which it was made, also where it does not say that."""
    return comment.model_copy(update={"draft": comment.draft or state.manifest.draft})


def _file(comment: Comment) -> str:
    whole = comment.part_of or comment.id
    return f"comments/{comment.unit}/{whole.removeprefix(f'{comment.unit}-')}.yaml"


def _on(code: Code, comment: Comment, path: Path, /, **params: str) -> Finding:
    """Return a finding on a comment that both have."""
    subject = Subject("comment", comment.id)
    said = {"id": comment.id, "file": _file(comment), **params}
    return Finding(code, said, subject, path, related=(Related(subject, path),))


def _words(before: Comment, now: Comment) -> Iterator[Finding]:
    """Yield what a unit said or sent, and the branch tells otherwise."""
    for key in ("opinion", "units", "received", "letter", "attachments"):
        was = getattr(before, key)
        if was and getattr(now, key) != was:
            problem = _OTHERWISE[key]
            yield _on(Code.BASE_COMMENT, before, (key,), problem=problem)


_OTHERWISE = {
    "opinion": N_("has other words in the branch"),
    "units": N_("is signed by others in the branch"),
    "received": N_("came in on another day in the branch"),
    "letter": N_("came in another letter in the branch"),
    "attachments": N_("came with other files, or files of other digests, in the branch"),
}


def _waived(before: Comment, now: Comment) -> Iterator[Finding]:
    known = {waiver.rule for waiver in before.waivers}
    for at, waiver in enumerate(now.waivers):
        if waiver.rule not in known:
            params = {"rule": waiver.rule, "reason": waiver.reason}
            found = _on(Code.BASE_WAIVER, before, ("waivers", at), **params)
            yield found._replace(related=(Related(Subject("comment", before.id)),))


def _approvals(before: Comment, now: Comment) -> Iterator[Finding]:
    """Yield the approvals that went while the decision stayed."""
    kept = given_approvals(now)
    for at, approval in enumerate(given_approvals(before)):
        if approval in kept or approval not in approvals_of(before).holding:
            continue
        params = {"level": approval.level, "by": approval.by or ""}
        found = _on(Code.BASE_APPROVAL, before, ("decision",), **params)
        there = Related(Subject("comment", before.id), ("decision", "approved", at))
        yield found._replace(related=(there,))


def _decided(base: PlanAt, before: Comment, now: Comment, keys: Sequence[str]) -> Iterator[Finding]:
    """Yield a decision that was made and is another now, or is the answer to something else."""
    closed = before.draft in {round_.draft for round_ in base.record.earlier}
    if now.carried != before.carried and now.carried[:-1] == before.carried:
        closed = False  # what a round left open goes on in the next one
    if before.decision.status is Status.PENDING and not closed:
        return
    params = {
        "keys": "、".join(keys),
        "before": str(before.decision.status),
        "now": str(now.decision.status),
    }
    signed = _signed(base.manifest.approval, before)
    if closed or signed:
        settled = N_("published with a closed round") if closed else N_("approved at every level")
        yield _on(Code.BASE_SETTLED, before, ("decision",), **params, settled=settled)
    else:
        yield _on(Code.BASE_DECISION, before, ("decision",), **params)


def _signed(levels: Sequence[str], comment: Comment) -> bool:
    """Whether a decision was approved at every level that the base requires."""
    return bool(levels) and not approvals_of(comment).lacking(levels)


def _other_keys(before: Comment, now: Comment) -> Iterator[str]:
    """Yield the keys of what was decided, and of what it answers, that say something else."""
    for key in ("draft", "at", "edits", "carried"):
        if getattr(before, key) != getattr(now, key):
            yield key
    for key in type(before.decision).model_fields:
        old: Any = getattr(before.decision, key)
        if key != "approved" and getattr(now.decision, key) != old:
            yield key


def _pictures(base: PlanAt, branch: PlanAt) -> Iterator[Finding]:
    """Yield the pictures of the plan of which the record tells another digest, or none."""
    for image, digest in base.record.pictures.items():
        if branch.record.pictures.get(image) != digest and _is_shown(branch, image):
            params = {"key": "pictures", "before": f"{image} {digest[:_DIGITS]}…"}
            related = (Related(RECORD, ("pictures", image)),)
            yield Finding(Code.BASE_CLAIM, params, RECORD, (), related=related)


_DIGITS = len("sha256:") + 12
"""So much of a digest is shown."""


def _is_shown(branch: PlanAt, image: str) -> bool:
    """Whether a picture is still part of the plan."""
    return any(
        getattr(part, "image", None) == image
        for section in branch.sections
        for part in section.body
    )


_COMPARED: tuple[Callable[[PlanAt, PlanAt], Iterator[Finding]], ...] = (
    _levels,
    _rules,
    _claims,
    _drafts,
    _rounds,
    _tables,
    _drafted_tables,
    _comments,
    _pictures,
)
