"""The JSON schemas of all answers, made from the types of which they are."""

from typing import Any

from pydantic import TypeAdapter

from plancli.render.answers.answer import Answer
from plancli.render.answers.changes import BlameAnswer, DiffAnswer, RippleAnswer
from plancli.render.answers.codes import ExplainAnswer
from plancli.render.answers.drafted import IntakeDraftAnswer
from plancli.render.answers.findings import CheckAnswer
from plancli.render.answers.intake import (
    IntakeAllAnswer,
    IntakeLetterAnswer,
    IntakeReturnedAnswer,
    IntakeSheetAnswer,
    IntakeUndoAnswer,
)
from plancli.render.answers.ledger import (
    AuditAnswer,
    ReportAnswer,
    ShowAnswer,
    StatusAnswer,
    UnitAnswer,
)
from plancli.render.answers.meetings import ApplyAnswer, ConflictsAnswer, RevertAnswer
from plancli.render.answers.pages import IntakePagesAnswer
from plancli.render.answers.passages import LocateAnswer, MisquotesAnswer
from plancli.render.answers.review import IntakeReviewAnswer
from plancli.render.answers.tables import CompareAnswer, TasksAnswer
from plancli.render.answers.written import (
    DecideAnswer,
    EverywhereAnswer,
    FmtAnswer,
    MendAnswer,
    NewAnswer,
    NoteAnswer,
    RebaseAnswer,
    RenumberAnswer,
    UpgradeAnswer,
)

ANSWERS: dict[str, type[Answer]] = {
    answer.format.removeprefix("plancli "): answer
    for answer in (
        StatusAnswer,
        ShowAnswer,
        NewAnswer,
        IntakeDraftAnswer,
        IntakePagesAnswer,
        IntakeAllAnswer,
        IntakeLetterAnswer,
        IntakeSheetAnswer,
        IntakeReturnedAnswer,
        IntakeReviewAnswer,
        IntakeUndoAnswer,
        EverywhereAnswer,
        DecideAnswer,
        NoteAnswer,
        MendAnswer,
        UnitAnswer,
        LocateAnswer,
        CheckAnswer,
        ExplainAnswer,
        ApplyAnswer,
        RevertAnswer,
        DiffAnswer,
        ConflictsAnswer,
        BlameAnswer,
        RippleAnswer,
        MisquotesAnswer,
        ReportAnswer,
        CompareAnswer,
        TasksAnswer,
        AuditAnswer,
        RenumberAnswer,
        RebaseAnswer,
        FmtAnswer,
        UpgradeAnswer,
    )
}
"""By command."""


def answer_schema(command: str) -> dict[str, Any]:
    """Return the JSON schema (draft 2020-12) of what a command prints with --json."""
    answer = ANSWERS[command]
    found = TypeAdapter(answer).json_schema()
    head = {"format": {"const": answer.format}, "version": {"const": answer.version}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **found,
        "title": f"plancli {command} --json",
        "properties": {**head, **found["properties"]},
        "required": [*head, *found.get("required", ())],
    }
