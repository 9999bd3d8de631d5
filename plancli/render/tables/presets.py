"""The tables that come with plancli, in the forms in which offices publish them."""

from plancli.core.plan.manifest import Manifest
from plancli.core.plan.tables import Grouping, Preset, PresetHead, Value
from plancli.messages import N_


def _heads(*values: Value, **labels: str) -> tuple[PresetHead, ...]:
    return tuple(PresetHead(value=value, label=labels.get(value.name)) for value in values)


FEEDBACK = "feedback"

PRESETS = {
    FEEDBACK: Preset(heads=_heads(Value.UNIT, Value.OPINION, Value.DECISION)),
    "reasons": Preset(
        heads=_heads(
            Value.NUMBER,
            Value.UNIT,
            Value.OPINION,
            Value.STATUS,
            Value.ANSWER,
            UNIT=N_("Respondent"),
            OPINION=N_("Content of the opinion"),
            ANSWER=N_("Reason for the decision"),
        )
    ),
    "channels": Preset(
        heads=_heads(
            Value.NUMBER,
            Value.UNIT,
            Value.OPINION,
            Value.DECISION,
            Value.CHANNEL,
            OPINION=N_("Comment"),
            CHANNEL=N_("Remark (channel)"),
        )
    ),
    "standard": Preset(
        title=N_("{title} {draft}: summary of comments and their treatment"),
        group=Grouping.NONE,
        foot=True,
        heads=_heads(
            Value.NUMBER,
            Value.PLACE,
            Value.OPINION,
            Value.UNIT,
            Value.DECISION,
            Value.CHANNEL,
            PLACE=N_("Clause"),
            OPINION=N_("Content of the opinion"),
            UNIT=N_("Proposed by"),
            DECISION=N_("Treatment"),
            CHANNEL=N_("Remark"),
        ),
    ),
    "internal": Preset(
        title=N_("{title} {draft}: ledger of comments"),
        fit=True,
        heads=_heads(
            Value.ID,
            Value.UNIT,
            Value.PAGE,
            Value.LINE,
            Value.ORIGINAL,
            Value.OPINION,
            Value.BEFORE,
            Value.AFTER,
            Value.STATUS,
            Value.ANSWER,
            Value.HANDLER,
            Value.NOTE,
            STATUS=N_("Decision"),
        ),
    ),
    "topics": Preset(
        group=Grouping.TOPIC,
        heads=_heads(Value.NUMBER, Value.OPINION, Value.UNIT, Value.DECISION),
    ),
}
"""Tables by name; narratives and notices are templates of text (`prose`)."""

INTERNAL = "internal"


def built_in(manifest: Manifest) -> dict[str, Preset]:
    """Return the tables by name; who approved stands in the ledger of a plan that requires it."""
    if not manifest.approval:
        return PRESETS
    heads: list[PresetHead] = []
    for head in PRESETS[INTERNAL].heads:
        if head.value is Value.HANDLER:
            heads.append(PresetHead(value=Value.APPROVAL))
        heads.append(head)
    ledger = PRESETS[INTERNAL].model_copy(update={"heads": tuple(heads)})
    return {**PRESETS, INTERNAL: ledger}


NOTICE = "notice"
TEXTS = ("narrative", NOTICE)
"""Accounts without a table: what was received and done, and that nothing was received."""
