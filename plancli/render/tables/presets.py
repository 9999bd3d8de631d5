"""The tables that come with plancli, in the forms in which offices publish them."""

from plancli.core.plan.tables import Grouping, Preset, PresetHead, Value
from plancli.messages import N_

LABELS = {
    Value.NUMBER: N_("No."),
    Value.UNIT: N_("Unit"),
    Value.OPINION: N_("Opinion"),
    Value.DECISION: N_("Decision"),
    Value.STATUS: N_("Adopted?"),
    Value.ANSWER: N_("Reason"),
    Value.CHANNEL: N_("Channel"),
    Value.PLACE: N_("Place"),
    Value.PAGE: N_("Page"),
    Value.LINE: N_("Line"),
    Value.ORIGINAL: N_("Original wording"),
    Value.ASKED: N_("Wording asked for"),
    Value.BEFORE: N_("Before"),
    Value.AFTER: N_("After"),
    Value.TOPIC: N_("Topic"),
    Value.ID: N_("Id"),
    Value.LETTER: N_("Letter"),
    Value.RECEIVED: N_("Received"),
    Value.HANDLER: N_("Handler"),
    Value.NOTE: N_("Note"),
}

WIDTHS = {
    Value.NUMBER: 5,
    Value.UNIT: 13,
    Value.OPINION: 42,
    Value.DECISION: 42,
    Value.STATUS: 10,
    Value.ANSWER: 34,
    Value.PAGE: 6,
    Value.LINE: 6,
    Value.ORIGINAL: 24,
    Value.ASKED: 30,
    Value.BEFORE: 30,
    Value.AFTER: 30,
}
"""Parts of the width of a table; any other column has `USUAL`."""
USUAL = 10

CENTRED = frozenset(Value) - {
    Value.OPINION,
    Value.DECISION,
    Value.ANSWER,
    Value.ORIGINAL,
    Value.ASKED,
    Value.BEFORE,
    Value.AFTER,
    Value.NOTE,
}


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
        heads=_heads(
            Value.ID,
            Value.UNIT,
            Value.PAGE,
            Value.LINE,
            Value.ORIGINAL,
            Value.OPINION,
            Value.BEFORE,
            Value.AFTER,
            Value.DECISION,
            Value.HANDLER,
            Value.NOTE,
        ),
    ),
    "topics": Preset(
        group=Grouping.TOPIC,
        heads=_heads(Value.NUMBER, Value.OPINION, Value.UNIT, Value.DECISION),
    ),
}
"""Tables by name; narratives and notices are layouts of text (`prose`)."""

NOTICE = "notice"
TEXTS = ("narrative", NOTICE)
"""Accounts without a table: what was received and done, and that nothing was received."""
