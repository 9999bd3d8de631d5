"""The fixed words of what is published; those of another language come from its catalogue."""

from collections.abc import Mapping
from typing import NamedTuple

from plancli.core.comments.status import INTENDED, Status
from plancli.core.publish.claims import Claim
from plancli.core.publish.happened import CHINESE_HAPPENED, Happened
from plancli.core.publish.naming import CHINESE_NAMING, Naming
from plancli.core.rounds.borne_out import InText
from plancli.core.text.characters import ends_sentence


class DoneForms(NamedTuple):
    """How a language says what was done: forms with fields in braces.

    `old` and `new` are words, `part` and `place` what parts of the plan are called, `units` names of units.
    Of a picture `new` is the name of its file.
    """

    replaced: str
    everywhere: str
    deleted: str
    inserted_after: str
    inserted_before: str
    inserted_into: str
    rewritten: str
    retitled: str
    pictured: str
    added_after: str
    added_to: str
    noted: str
    removed: str
    moved_after: str
    moved_before: str
    moved_to: str
    units_set: str
    units_added: str
    units_removed: str


CHINESE_DONE = DoneForms(
    replaced="已将“{old}”改为“{new}”。",
    everywhere="已将全文“{old}”改为“{new}”。",
    deleted="已删除“{old}”。",
    inserted_after="已在“{place}”后增加“{new}”。",
    inserted_before="已在“{place}”前增加“{new}”。",
    inserted_into="已在{place}末尾增加“{new}”。",
    rewritten="已将{part}修改为“{new}”。",
    retitled="已将{part}的标题改为“{new}”。",
    pictured="已将{part}更换为{new}。",
    added_after="已在{place}后增加“{new}”。",
    added_to="已在{place}中增加“{new}”。",
    noted="已为{place}增加脚注“{new}”。",
    removed="已删去{part}。",
    moved_after="已将{part}移至{place}之后。",
    moved_before="已将{part}移至{place}之前。",
    moved_to="已将{part}移至{place}。",
    units_set="已将{part}的责任单位改为{units}。",
    units_added="已在{part}的责任单位中增加{units}。",
    units_removed="已从{part}的责任单位中去掉{units}。",
)


class Said(NamedTuple):
    """Labels of decisions, sentences that point from one row to another, and how parts are joined.

    `intended` are the labels of decisions that the text does not prove yet, `counted` says in figures, behind
    a label, what these lack. `nothing` stands for the comment that a unit does not have, `stop` ends a label,
    `comma` lies between names, `point` stands before what is said of one of several points. What the plan
    itself prints between its fields is in `plan/joints`. `naming` puts together what its parts are called,
    `done` says what was changed, `happened` what became of a part as a whole.
    """

    labels: Mapping[Status, str]
    intended: Mapping[Status, str]
    counted: Mapping[InText, str]
    nothing: str
    joint: str
    joined: str
    shared: str
    stop: str
    comma: str
    point: str = "（{number}）"
    naming: Naming = CHINESE_NAMING
    done: DoneForms = CHINESE_DONE
    happened: Happened = CHINESE_HAPPENED

    def label(self, claim: Claim) -> str:
        """Return the word under which a decision is published: what the text does not prove is intended.

        Of a decision that claims nothing of the text there is nothing to prove.
        """
        label = self.labels[claim.status]
        if claim.proved:
            return label
        return self.intended.get(claim.status, label)

    def figure(self, claim: Claim) -> str:
        """Return what is counted under a decision: what is to be adopted is told apart by what it lacks."""
        label = self.label(claim)
        if claim.proved or not claim.status.meaning.adopted:
            return label
        return self.counted[claim.in_text].format(label=label)

    @property
    def after(self) -> str:
        """What stands between two sentences: what follows a full stop."""
        return self.stop[1:]

    def next_to(self, *sentences: str) -> str:
        """Return sentences one behind the other, without those that say nothing."""
        return self.after.join(filter(None, sentences))

    def closed(self, text: str) -> str:
        """Return a text with a full stop, where it has no mark at its end."""
        # A full stop of another language ends a sentence, too, though not everywhere: 3.5 does not.
        if ends_sentence(text) or text.endswith("."):
            return text
        full_stop = self.stop[0]
        return text + full_stop


CHINESE = Said(
    {status: status.meaning.label for status in Status},
    {status: status.meaning.intended[0] for status in INTENDED},
    {in_text: in_text.meaning.chinese for in_text in InText},
    "无",
    "与{unit}的意见综合表述。",
    "与{unit}的意见合并办理。",
    "{units}提出相同意见。",
    "。",
    "、",
)
