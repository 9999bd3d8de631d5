"""What the public may see: persons by their family name only, no blackened words, nothing for the office."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from plancli.core.comments.approval import HIDDEN, rebound, truly_dated
from plancli.core.comments.blackening import blacked_out
from plancli.core.comments.comment import Approval, Cited, Comment, Decision, Item
from plancli.core.comments.record import Patch
from plancli.core.plan.manifest import Frozen, Manifest, UnitKind
from plancli.core.revision.revise import Workspace
from plancli.core.rounds.round import Round
from plancli.core.text.punctuation import bracketed

_T = TypeVar("_T", str, str | None)


def public(round_: Round) -> Round:
    """Return a round without persons' names, notes and handlers; ids follow the names.

    A person is 朱**, with the channel where the roster has one; two that look alike get a number. That a
    decision is approved, and at which level, stays; who approved it, and when, goes.
    """
    veil = _Veil(pseudonyms(round_.manifest))
    comments: dict[str, Comment] = {}
    for name, comment in round_.comments.items():
        comments[veil.name(name)] = veil.comment(truly_dated(comment, round_.today))
    work = round_.workspace
    recorded: dict[str, Patch] = {}
    for name, patch in work.recorded.items():
        # as the comments have them: what was cited with a name would else not be what is recorded
        recorded[veil.name(name)] = Patch.of(veil.cited(patch.at), patch.edits)
    drafted = work.draft.with_cover
    workspace = Workspace(drafted, work.paper, recorded, list(comments), work.numbers, work.left)
    manifest = veil.manifest(round_.manifest)
    whole = {veil.name(name): veil.comment(comment) for name, comment in round_.compounds.items()}
    return round_.with_others(comments, workspace, manifest, whole)


def pseudonyms(manifest: Manifest) -> dict[str, str]:
    """Return what stands for the name of each person on the roster."""
    found: dict[str, str] = {}
    for unit in manifest.units:
        if unit.kind is UnitKind.PERSON and len(unit.name) > 1:
            channel = bracketed(unit.channel, manifest.language) if unit.channel else ""
            mask = f"{unit.name[:1]}**{channel}"
            alike = sum(other == mask or other.startswith(f"{mask}[") for other in found.values())
            found[unit.name] = f"{mask}[{alike + 1}]" if alike else mask
    return found


class _Veil:
    """Replaces the names of persons: by what is unique where they are keys, by 朱** where they are words."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = dict(sorted(names.items(), key=lambda pair: -len(pair[0])))

    def name(self, key: _T) -> _T:
        """Return a unit or an id."""
        for name, mask in self.names.items() if key else ():
            if key == name or key.startswith(f"{name}-"):  # type: ignore[union-attr]
                return mask + key[len(name) :]  # type: ignore[index]
        return key

    def words(self, text: _T) -> _T:
        """Return words in which the names may stand."""
        for name in self.names if text else ():
            text = text.replace(name, f"{name[:1]}**")  # type: ignore[union-attr]
        return text

    def manifest(self, manifest: Manifest) -> Manifest:
        units = tuple(
            unit.model_copy(update={"name": self.name(unit.name)}) for unit in manifest.units
        )
        notes = tuple(n.model_copy(update={"reason": self.words(n.reason)}) for n in manifest.notes)
        drafts = tuple(map(self.frozen, manifest.drafts))
        return manifest.model_copy(update={"units": units, "notes": notes, "drafts": drafts})

    def frozen(self, frozen: Frozen) -> Frozen:
        replies = {self.name(unit): reply for unit, reply in frozen.replies.items()}
        return frozen.model_copy(update={"replies": replies})

    def comment(self, comment: Comment) -> Comment:
        hidden = {
            "note": None,
            "handler": None,
            "letter": None,
            "received": None,
            "waivers": (),
            "blacken": (),
            "attachments": None,
        }
        masked = comment.model_copy(
            update={
                **hidden,
                "id": self.name(comment.id),
                "part_of": self.name(comment.part_of),
                "unit": self.name(comment.unit),
                "units": comment.units and tuple(map(self.name, comment.units)),
                "at": self.cited(comment.at),
                "opinion": self.words(blacked_out(comment.opinion, comment.blacken)),
                "decision": self.decision(comment.decision),
                "items": tuple(self.item(item, comment.blacken) for item in comment.items),
            }
        )
        return rebound(comment, masked)

    def cited(self, at: Cited) -> Cited:
        return at.model_copy(update={"cites": self.words(at.cites)})

    def item(self, item: Item, blacken: Iterable[str]) -> Item:
        at = self.cited(item.at) if item.at else None
        shown = {
            "at": at,
            "opinion": self.words(blacked_out(item.opinion, blacken)),
            "decision": self.decision(item.decision),
        }
        return item.model_copy(update=shown)

    def decision(self, decision: Decision) -> Decision:
        return decision.model_copy(
            update={
                "reply": self.words(decision.reply),
                "reason": self.words(decision.reason),
                "settles": tuple(map(self.name, decision.settles)),
                "into": self.name(decision.into),
                "approved": decision.approved and tuple(map(_without_person, decision.approved)),
            }
        )


def _without_person(approval: Approval) -> Approval:
    """Return an approval without who gave it and when; one that says nothing of these still does not hold."""
    hidden = {key: None if getattr(approval, key) is None else HIDDEN for key in ("by", "on")}
    return approval.model_copy(update=hidden)
