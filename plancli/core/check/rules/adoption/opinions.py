"""What a unit asks for in so many words is what its edits do."""

import json
import re
from collections.abc import Iterator

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule, Writing
from plancli.core.comments.comment import Comment
from plancli.core.entry import N_, Severity
from plancli.core.evidence.demanded import unmet
from plancli.core.evidence.retitling import retitling
from plancli.core.finding import Finding
from plancli.core.instructions.demands import Demand
from plancli.core.rounds.round import Round
from plancli.core.text.characters import join_lines
from plancli.core.text.marked import LEFT_OUT, Run, marked, shortened


def demanded(round_: Round) -> Iterator[Finding]:
    """Each change that an opinion spells out is among the edits that were typed for it."""
    for comment in round_.current.values():
        if not _has_edits(comment):
            continue
        for demand in unmet(round_, comment):
            params = {"id": comment.id, "change": _shown(demand)}
            code = UNMET.code
            if demand.titled:
                code = UNMET_TITLE.code
                params["edit"] = _proposed(round_, demand)
            found = on_comment(comment, code, ("opinion",), **params)
            before = comment.opinion[: demand.start]
            # Findings count characters as the text is read: without the line breaks of the file.
            yield found._replace(offset=len(join_lines(before)))


def _has_edits(comment: Comment) -> bool:
    """Whether what a comment asks for should be there as edits.

    One that is only explained, referred or refused may have its opinion alone.
    """
    return bool(comment.edits) or comment.meaning.merges


def _shown(demand: Demand) -> str:
    """Return a demand as marked words, behind those beside which it is to stand."""
    anchor = shortened(demand.anchor, _SHOWN)
    old, new = shortened(demand.old, _SHOWN), shortened(demand.new, _SHOWN)
    return marked([Run("=", anchor), Run("-", old), Run("+", new)])


def _proposed(round_: Round, demand: Demand) -> str:
    """Return the edit that would give a title, as a file has it; …… where the part is not clear."""
    edit = retitling(round_.workspace.corpus, demand)
    part = edit.title if edit else LEFT_OUT
    return f"{{title: {_plain(part)}, with: {_plain(demand.new)}}}"


def _plain(words: str) -> str:
    """Return words as YAML has them between braces: in quotes where a mark would end them."""
    if re.search(r"^[\s\-?!&*|>%@`'\"0-9.]+$|^[\s?!&*|>%@`'\"-]|[,\[\]{}#:]|\s$", words):
        return json.dumps(words, ensure_ascii=False)
    return words


_SHOWN = 60
"""How many characters of old and of new words a message shows; the opinion has them all."""

UNMET = RoundRule(
    code="P450",
    find=demanded,
    order=105,
    while_writing=(Writing.EDITS,),
    weight=Severity.WARNING,
    message=N_("The opinion of {id} asks for {change}; none of its edits does that."),
    hint=N_(
        "Add or mend the edit in the file of the comment, or waive the rule with the reason why the edits "
        "say something else."
    ),
    meaning=N_(
        "An opinion says in so many words what is to be changed (将“…”改为“…”, 删除“…”, 增加“…”), and "
        "none of the edits typed for it does that: another number, another wording, or an edit that was "
        "forgotten. Its row would say that something else was asked for. Only what is quoted is held "
        "against the edits; what cannot be read without doubt is left out."
    ),
)

UNMET_TITLE = RoundRule(
    code="P455",
    find=demanded,
    order=105,
    while_writing=(Writing.EDITS,),
    weight=Severity.WARNING,
    message=N_("The opinion of {id} asks for another title: {change}; none of its edits gives it."),
    hint=N_(
        "Add the edit to the file of the comment: {edit}; or waive the rule with the reason why the edits "
        "say something else."
    ),
    meaning=N_(
        "An opinion says in so many words which title the plan, a chapter, a project or a column is to have "
        "(专栏3标题改为“…”, 规划名称由《…》改为《…》), and no edit that was typed for it changes that "
        "title. The words that go and come may stand in the text as well: there they are not meant."
    ),
)
