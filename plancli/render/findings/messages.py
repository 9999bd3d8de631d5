"""Findings in words: what is wrong and what to do, in the reader's language."""

import re
from collections.abc import Iterator
from typing import Any

from plancli.core.finding import ROSTER, Code, Finding, Severity
from plancli.core.merge.meeting import OFFICE
from plancli.messages import N_, _
from plancli.render.findings.shell import word

MESSAGES: dict[Code, tuple[str, str]] = {
    Code.UNKNOWN_STATE: (
        N_("{name} is neither a draft nor a git revision: {problem}"),
        N_("Drafts: {known}"),
    ),
    Code.NO_REPOSITORY: (
        N_("There is no plan/plan.yaml in {place} or above it."),
        N_("Change into a plan repository, or start one with: plancli init DIR"),
    ),
    Code.UNKNOWN_ID: (
        N_("There is no comment or unit {id}."),
        N_("Near: {near}. All of them: plancli status"),
    ),
    Code.UNKNOWN_KEY: (
        N_("There is no section, paragraph or comment {key}."),
        N_("Near: {near}. The keys stand in plan/plan.yaml, the comments in: plancli status"),
    ),
    Code.NOT_DUE: (
        N_("{id} ({status}) cannot be merged: {reason}."),
        N_("See its decision in {file}"),
    ),
    Code.NOT_APPLIED: (
        N_("{id} is not in the text."),
        N_("What is in the text: plan/applied.yaml"),
    ),
    Code.NO_GIT: (
        N_("This needs git: {problem}."),
        N_(
            "Install git, or run git init here. Everything that does not ask for git works without it."
        ),
    ),
    Code.NEEDS_EXTRA: (
        N_("{name} needs a library that is not installed."),
        N_('Install it: pip install "plancli[{extra}]"'),
    ),
    Code.NOT_EMPTY: (
        N_("The notice says that nothing was received, but there are comments: {count}."),
        N_("Write the account instead: plancli report --preset narrative"),
    ),
    Code.HAS_ITEMS: (
        N_("{id} is a compound comment: its items are decided, each by itself."),
        N_("Decide: {items}"),
    ),
    Code.UNKNOWN_TABLE: (
        N_("There is no table {name}."),
        N_("Known: {known}. Your own stand under tables: in plan/plan.yaml."),
    ),
    Code.GIT: (N_("git says: {problem}"), N_("Mend that, then repeat the command.")),
    Code.EXISTS: (N_("{place} is already there."), N_("Choose another name; nothing was changed.")),
    Code.FORMAT: (
        N_("{name} has no ending that names a format."),
        N_("Use one of: {known}"),
    ),
    Code.TEMPLATE: (
        N_("The template {name} cannot be used: {problem}"),
        N_("Known: {known}. Copy one into templates/ and change it."),
    ),
    Code.UNREADABLE_CITATION: (
        N_("“{words}” is neither a comment, nor a citation, nor words of the draft."),
        N_("Write an id (市医保局-01), a place (第38页第16行, 专栏15) or a quotation."),
    ),
    Code.CHANGED_MEANWHILE: (
        N_("The file was changed by someone else while the command ran; nothing was written."),
        N_("Run the command again."),
    ),
    Code.UNCOMMITTED: (
        N_("{paths} have changes that are not committed; --commit would mix them in."),
        N_("Commit or stash them first; nothing was changed."),
    ),
    Code.NOTHING_NAMED: (
        N_("Say which comments are meant."),
        N_("Give ids or units, or --all."),
    ),
    Code.SYSTEM: (
        N_("The file cannot be read or written: {problem}"),
        N_("Check that it exists, that you may write it, and that the disk is not full."),
    ),
    Code.NO_COMMENTS: (
        N_("{unit} has no comment on {draft}, so there is nothing to answer."),
        N_("Units with comments: {known}"),
    ),
    Code.ONE_FILE: (
        N_("{name} is one file, and there is a letter to each unit."),
        N_("Name a unit, or a folder: plancli reply -o 复函/"),
    ),
    Code.EITHER: (
        N_("{one} and {other} exclude each other."),
        N_("Leave one of them out."),
    ),
    Code.OTHER_ROUND: (
        N_("{id} has no comment on {draft}."),
        N_("It was made on {known}: name that draft with --draft."),
    ),
    Code.NOT_CARRIED: (
        N_("{id} cannot be carried over: {reason}."),
        N_("Only comments of an earlier round that are not in the text are carried over."),
    ),
    Code.NO_ROUND: (
        N_("Nothing was circulated before, so there is no round to end."),
        N_("Freeze the first draft without --circulate: plancli freeze NAME"),
    ),
    Code.BAD_NAME: (
        N_("“{name}” cannot be the name of a draft."),
        N_("Take a name without / that does not begin with a dot, such as 送审稿."),
    ),
    Code.UNKNOWN_CODE: (
        N_("There is no code {name}."),
        N_("Near: {near}. All of them: plancli explain"),
    ),
    Code.VALUE_MISSING: (
        N_("{name} is missing, and there is nobody to ask."),
        N_("Give it on the command line; --help shows how."),
    ),
    Code.NO_PORT: (
        N_("Port {port} cannot be used: {problem}"),
        N_("Name another one with --port; 0 takes any that is free."),
    ),
    Code.NOT_UTF8: (N_("This is not UTF-8 text."), N_("Save the file as UTF-8.")),
    Code.SYNTAX: (
        N_("The YAML cannot be read: {problem}. The line: {shown}"),
        N_("Check quotes, brackets and the indent of this line and of the one above."),
    ),
    Code.TAB: (N_("A tab stands where YAML wants blanks."), N_("Replace the tab by two blanks.")),
    Code.WIDE_COLON: (
        N_("A full-width colon ： stands behind the key {key}."),
        N_("Write {key}: with an ASCII colon and a blank behind it."),
    ),
    Code.DUPLICATE_KEY: (N_("The key {key} stands twice."), N_("Keep one of them.")),
    Code.YAML_FEATURE: (
        N_("Aliases and tags are not read here."),
        N_("Write the value out; quote a text that begins with & * or !"),
    ),
    Code.ODD_CHARACTER: (
        N_("The character {character} must not stand here: it is invisible or breaks lines."),
        N_("Delete it."),
    ),
    Code.WRONG_KEY: (
        N_("The key {key} is not known here."),
        N_("Near: {near}. All keys: plancli schema"),
    ),
    Code.MISSING_KEY: (
        N_("The key {key} is missing."),
        N_("Add it; plancli schema shows the format."),
    ),
    Code.WRONG_VALUE: (
        N_("{key}: {value} does not fit: {reason}."),
        N_("plancli schema shows the format."),
    ),
    Code.WRONG_CHOICE: (N_("{key}: {value} is not known."), N_("Use one of {choices}.")),
    Code.NO_VERB: (
        N_("This edit does not say what to do."),
        N_("An edit has one of the keys {verbs}."),
    ),
    Code.EMPTY_VALUE: (N_("{key} is empty."), N_("Write the value, or leave the key out.")),
    Code.WRONG_KIND: (N_("{key} does not fit: {reason}."), N_("plancli schema shows the format.")),
    Code.MISSING_FILE: (N_("The file is missing."), N_("Restore it, for example with git.")),
    Code.FOLDED: (
        N_(
            "A text over several lines must begin with |- here: other styles put blanks between the lines."
        ),
        N_("Write {key}: |- and the sentences below it, one a line."),
    ),
    Code.NOT_WRITABLE: (
        N_(
            "The layout of this file is such that the change cannot be written safely; nothing was written."
        ),
        N_("Bring the part that changes into the layout that the README shows."),
    ),
    Code.NO_DRAFT: (
        N_("The plan has no draft yet."),
        N_("Freeze the text that is circulated: plancli freeze 征求意见稿"),
    ),
    Code.ENDING: (
        N_("The file's name does not end in .yaml, so it would not be read."),
        N_("Rename it."),
    ),
    Code.INTERRUPTED: (
        N_("An interrupted run would change this file, but it was changed since."),
        N_("Compare it with {new}; then delete the folder {folder}."),
    ),
    Code.UNMERGED: (
        N_("A merge of git is not finished here: the conflict marker {shown} stands in the file."),
        N_(
            "Keep one of the two versions or join them, take out the marker lines, then: git add {word}"
        ),
    ),
    Code.COMMENT_LOST: (
        N_("The comment “{comment}” stands inside {key}, which is written anew; it would be lost."),
        N_(
            "Move it to a line of its own above {key}, then repeat the command; nothing was written."
        ),
    ),
    Code.NEWER_FORMAT: (
        N_("The plan has format {format}; this plancli reads formats up to {known}."),
        N_("Update plancli: pip install --upgrade plancli. Nothing was read or written."),
    ),
    Code.FLOW_STYLE: (
        N_(
            "This part is written in braces or brackets, so its lines cannot be changed one by one."
        ),
        N_("Write it as a block, one key a line."),
    ),
    Code.DUPLICATE_ID: (N_("{key} stands more than once."), N_("Give one of them another name.")),
    Code.UNKNOWN_SECTION: (
        N_("No section, column or paragraph is named {key}, or several are."),
        N_(
            "Use its key, for example 第四章/17 or 第四章/17/专栏15; what plan.yaml lists needs its file."
        ),
    ),
    Code.UNLISTED_SECTION: (
        N_("The section {key} is not listed in plan/plan.yaml."),
        N_("Add it to sections, where it belongs in the order."),
    ),
    Code.UNKNOWN_UNIT: (
        N_("The unit {unit} is not on the roster."),
        N_("Under aliases it is {near}. Mend the name, or add it to units in plan/plan.yaml."),
    ),
    Code.UNKNOWN_DRAFT: (
        N_("There is no draft {draft}."),
        N_("Known: {known}. Freeze one with: plancli freeze NAME"),
    ),
    Code.UNKNOWN_PARAGRAPH: (
        N_("The draft has no paragraph {key}."),
        N_("The ids stand in plan/drafts/; plancli show lists those of a section."),
    ),
    Code.WRONG_FOLDER: (
        N_("The file does not stand where its comment belongs."),
        N_("Move it to {folder}"),
    ),
    Code.UNKNOWN_COMMENT: (
        N_("{id} is recorded as being in the text, but there is no such comment."),
        N_("Restore its file, or take it out: plancli revert {id}"),
    ),
    Code.PAGE_IN_PLAN: (
        N_("{key} belongs to a draft; the working plan has no pages."),
        N_("Move it to the draft in plan/drafts/."),
    ),
    Code.OTHER_DRAFT: (
        N_("What is in the text was located on {draft}, but plan/plan.yaml says draft: {current}."),
        N_("Set draft: {draft} in plan/plan.yaml; nothing was changed."),
    ),
    Code.NO_CONTAINER: (
        N_("{key} is a paragraph; something can be added to a section or a column."),
        N_("Write the section's or column's key behind to:"),
    ),
    Code.NOT_INSIDE: (
        N_("The paragraph {key} does not stand in {container}."),
        N_("Name a paragraph of that section or column behind after:, or leave it out."),
    ),
    Code.BAD_POINTER: (
        N_("{id} points to {name}, which is no other comment of the same round, or points back."),
        N_("Mend decision.settles or decision.into."),
    ),
    Code.NOT_CIRCULATED: (
        N_("{id} is a comment on {draft}, which was frozen but not circulated: it is not merged."),
        N_("Begin the round with: plancli freeze NAME --circulate, or mend draft:"),
    ),
    Code.NOT_BESIDE: (
        N_("{key} cannot go to {place}."),
        N_(
            "A column stays in its section, a section among those below the same one; none goes into itself."
        ),
    ),
    Code.BAD_LAYOUT: (
        N_("The layout of {paragraph} does not fit: {reason}."),
        N_(
            "Characters rise and lie in the printed paragraph, lines count from 1, pages are those of page:"
        ),
    ),
    Code.UNKNOWN_RULE: (
        N_("{rule} is no rule of check."),
        N_("Name a code that plancli explain lists, such as P404."),
    ),
    Code.IDLE_WAIVER: (
        N_("{id} waives {rule}, but there is nothing to waive."),
        N_("Take the waiver out."),
    ),
    Code.ROSTER_DIFFERS: (
        N_("The roster says {reply} of {unit}, but there are {count} comments of it."),
        N_("Mend reply: in plan/plan.yaml, or look for the comments that are missing."),
    ),
    Code.LATE: (
        N_("{id} was received on {day}, after the deadline {deadline}."),
        N_("Say reply: 补充意见 of the unit in plan/plan.yaml, or mend the day."),
    ),
    Code.TOTALS_DIFFER: (
        N_("plan/plan.yaml states {key}: {stated}, but there are {count}."),
        N_("Count again: plancli report --summary. Mend the figure, or look for what is missing."),
    ),
    Code.UNDECIDED: (
        N_("{id} has no decision, and the deadline {deadline} has passed."),
        N_("Decide it: plancli decide {id} --status …"),
    ),
    Code.TWO_SPELLINGS: (
        N_("{unit} looks like a short form of {name}, which stands in {paragraph}."),
        N_(
            "Write one name, or say under aliases in plan/plan.yaml that they are one unit ({unit}: {name})."
        ),
    ),
    Code.NUMBER_MISSING: (
        N_("There is no comment {missing}, and a later one of this unit is there."),
        N_("Bring the file back; a comment that was withdrawn stays, with the status 撤回."),
    ),
    Code.CONTRADICTED: (
        N_("{id} answers {name} too, but the decision on that one is {status}."),
        N_("Decide it as it is answered, or take it out of decision.settles or decision.into."),
    ),
    Code.LISTED_TWICE: (
        N_("{key} is listed twice."),
        N_("Take one of the two entries out of plan/plan.yaml."),
    ),
    Code.ALIAS_OF_ALIAS: (
        N_("{unit} stands for {name}, which is itself an alias."),
        N_("Write the unit's name behind {unit}."),
    ),
    Code.NUMBER_GAP: (
        N_("Numbers are missing before {label}: {missing}."),
        N_(
            "Mend the numbers, or turn the rule off under rules in plan/plan.yaml where they are rightly so."
        ),
    ),
    Code.NUMBER_TWICE: (
        N_("{label} comes twice, or behind a higher number."),
        N_("Mend the number of {key}."),
    ),
    Code.DANGLING: (
        N_("{paragraph} refers to {words}, which the plan does not have."),
        N_("Mend the reference."),
    ),
    Code.MIXED_WIDTH: (
        N_("“{words}” stands in “{around}”; the plan mostly writes “{better}”."),
        N_("Write the mark in one width."),
    ),
    Code.UNPAIRED: (
        N_("“{words}” in “{around}” has no partner."),
        N_("Add the other one, or take it out."),
    ),
    Code.DOUBLED: (
        N_("The marks “{words}” in “{around}” follow each other."),
        N_("Leave one of them."),
    ),
    Code.INVISIBLE: (
        N_("The invisible character {words} stands in “{around}”."),
        N_("Delete it."),
    ),
    Code.LOOKALIKE: (
        N_("“{words}” in “{around}” only looks like “{better}”: a search does not find it."),
        N_("Type “{better}”."),
    ),
    Code.CONTACT: (
        N_("What would be published holds contact or identity data: {words}"),
        N_("Take it out, or mask it."),
    ),
    Code.SECRET: (
        N_("What would be published holds a mark of secrecy: {words}"),
        N_("Have it cleared, and take the mark out."),
    ),
    Code.NOT_FOUND: (
        N_("{id} quotes “{quote}”; the draft does not say that."),
        N_("Near: {near}. Quote the draft's own words; nothing is applied to a guess."),
    ),
    Code.AMBIGUOUS: (
        N_("{id} quotes “{quote}”; that stands in several places: {near}"),
        N_("Quote more words, or add in: with the id of the paragraph."),
    ),
    Code.MISCITED: (
        N_("{id} cites {cited}; the words stand in {paragraph}, page {page}, line {line}."),
        N_("Mend the citation, or the pages of the draft."),
    ),
    Code.ACROSS_FIELDS: (
        N_(
            "“{quote}” is more than the text of one paragraph, and the change touches what stands between."
        ),
        N_(
            "Change heading and text each by an edit of its own; change responsible units with units:"
        ),
    ),
    Code.NEGATED: (
        N_("{id} quotes “{quote}”; what the ellipsis leaves out holds a negation: {near}"),
        N_("Quote those words too, so that it is certain what is meant."),
    ),
    Code.TORN: (
        N_("{id} quotes “{quote}”; that stands only inside a longer number or word: {near}"),
        N_("Quote the whole number or word."),
    ),
    Code.UNREAD_CITATION: (
        N_(
            "In the citation “{cites}” this is not understood, or contradicts the rest: {words}. "
            "It chooses no place."
        ),
        N_("Mend it, leave out what is no place, or write section:, page: and line: beside it."),
    ),
    Code.NOT_IN_TEXT: (
        N_("{id} is adopted, but its wording is not in the text."),
        N_("Merge it: plancli apply {id}"),
    ),
    Code.RECORD_DIFFERS: (
        N_(
            "{id} is in the text as it was before: its edits, or what it cites, have changed since."
        ),
        N_("Bring the text up to date: plancli apply {id}"),
    ),
    Code.CONFLICT: (
        N_(
            "{id} cannot be merged in {paragraph}: the words are also quoted or changed by {others}."
        ),
        N_(
            "Quote fewer words, or agree on a joint wording: decision.edits in one, which settles the other."
        ),
    ),
    Code.SELF_CONFLICT: (
        N_("{id} changes the same words of {paragraph} twice."),
        N_("Write its overlapping edits as one."),
    ),
    Code.NO_REASON: (
        N_("{id} has the status {status}, but no reason is given."),
        N_("Write decision.reason or decision.reply."),
    ),
    Code.UNEXPLAINED: (
        N_("{paragraph} was changed, and no comment or drafting note explains it: {change}"),
        N_("Undo the change, or add the reason under notes in plan/plan.yaml."),
    ),
    Code.REJECTED_IN_TEXT: (
        N_("{id} is not adopted, but its words “{words}” stand in {paragraph}."),
        N_("Take them out, or mend the decision."),
    ),
    Code.DRAFT_CHANGED: (
        N_("The frozen draft {draft} was changed."),
        N_("Restore it, for example with git; a new text is a new draft: plancli freeze NAME"),
    ),
    Code.NOT_ALREADY: (
        N_("{id} relies on “{quote}”, which the plan does not say."),
        N_("Mend decision.already, or the text."),
    ),
    Code.LOST: (
        N_("{id} is adopted and recorded, but {paragraph} no longer has its wording."),
        N_("Restore the wording, or let the office's text stand: plancli revert {id} --forget"),
    ),
    Code.UNCOVERED: (
        N_(
            "{id} settles {name}, but its joint wording does not touch what {name} changes in {paragraph}."
        ),
        N_("Take that change into decision.edits of {id}, or let {name} stand by itself."),
    ),
    Code.ROUND_CLOSED: (
        N_("{id} is adopted on {draft}, but {outcome} was circulated without its wording."),
        N_("Carry it over to the new draft: plancli rebase {id}"),
    ),
    Code.LEFT_OPEN: (
        N_("{id} was still to be decided when {outcome} was circulated."),
        N_("Decide it, or carry it over to the new draft: plancli rebase {id}"),
    ),
    Code.SETTLED_TWICE: (
        N_("{name} is settled by {id} and by {others}: one joint wording counts."),
        N_("Take it out of decision.settles of one of them."),
    ),
    Code.IDLE_NOTE: (
        N_("The drafting note on {paragraph} explains a change that is not in the plan."),
        N_("Take the note out, or bring its change: up to date."),
    ),
    Code.LOOSE_NOTE: (
        N_(
            "The drafting note on {paragraph} does not say which change it explains, and would cover any."
        ),
        N_("Write beside it, in double quotes, change: {change}"),
    ),
    Code.INCOMPLETE: (
        N_("{id} has the status {status}, but decision.{key} is missing."),
        N_(
            "Write it: what changes (edits), which passage says it already (already), where it went (into)."
        ),
    ),
    Code.PART_UNNAMED: (
        N_("{id} is adopted in part, but the decision does not name the part: {reason}."),
        N_("Write in decision.edits what is adopted, or mend the status."),
    ),
    Code.IDLE_KEY: (
        N_("{id} has the status {status}, with which decision.{key} contradicts."),
        N_("Take the key out, or mend the status."),
    ),
    Code.DIFFERS: (
        N_(
            "{id} is called adopted, but something else was adopted than asked ({share} of it was): {change}"
        ),
        N_(
            "See it whole: plancli diff --comment {id} --proposed. Another status may say it more truly."
        ),
    ),
    Code.KEPT: (
        N_(
            "{id} is called adopted, but words that it asked to take out stay in {paragraph}: “{words}”."
        ),
        N_("Take them out, or say in the status and the reason that they stay."),
    ),
    Code.REPLY_UNPROVED: (
        N_("The reply to {id} quotes as new “{quote}”, which the plan does not say."),
        N_("Quote the plan's own words, or merge them into the text."),
    ),
    Code.REPLY_MISQUOTES: (
        N_("The reply to {id} quotes “{quote}”, which neither the plan nor the draft says."),
        N_(
            "Quote their own words; for words of another document, waive the rule with that reason."
        ),
    ),
    Code.REPLY_KEEPS: (
        N_("The reply to {id} calls “{quote}” deleted, but {paragraph} still says it."),
        N_("Delete the words, or mend the reply."),
    ),
    Code.REJECTED_GONE: (
        N_(
            "{id} is not adopted, but “{words}”, which it asked to take out, are gone from {paragraph}."
        ),
        N_("Put them back, or mend the decision."),
    ),
    Code.SHARED_SENTENCE: (
        N_("{others} {reason} ({paragraph}); there it now says: {words}"),
        N_("Read it once more."),
    ),
    Code.RIPPLE: (
        N_("{id} changed “{old}” to “{new}”, but the old form still stands in {paragraph}."),
        N_("Change it there too, or waive the rule with the reason why it stays."),
    ),
    Code.NO_LONGER: (
        N_("{id} ({status}) is in the text, but does not belong there: {reason}."),
        N_("Take it out: plancli revert {id}"),
    ),
}

REASONS = (
    N_("not a number or a range such as 16-20"),
    N_("say where to insert: one of after, before, into"),
    N_("say where to add: to: for a paragraph or column, only after: for a section"),
    N_("say where to move: one of after, before, to"),
    N_("not a printed line such as 27 P35 L21"),
    N_("not a page such as 38, 16-20, iv or 附3"),
    N_("there are only blanks"),
    N_("only marks and blanks stand between a heading and its text"),
    N_("it needs format: 1 in plan.yaml"),
    N_("its characters do not rise"),
    N_("it goes beyond the paragraph"),
    N_("its pages are not those of page:"),
    N_("a text is expected here"),
    N_("a list is expected here"),
    N_("keys with values are expected here"),
    N_("a whole number is expected here"),
    N_("at least one entry is expected here"),
    N_("the number is too small"),
    N_("true or false is expected here"),
    N_("it is a comment on another draft"),
    N_("its status is not one that merges"),
    N_("another comment settles it"),
    N_("it has no edits"),
    N_("it is in the text already"),
    N_("it is a comment on the current draft"),
    N_("it is an item of a compound comment: give it a file of its own first"),
    N_("not a day such as 2021-03-31 or 2021年3月31日"),
    N_("items have edits and decisions, the whole comment has none of its own"),
    N_("a reason in words is expected here"),
    N_("changed one sentence"),
    N_("nothing of what was asked is adopted"),
    N_("all that was asked is adopted"),
    N_("put paragraphs at one place"),
    N_("git is not installed"),
    N_("this folder belongs to no git repository"),
    N_("git failed without a message"),
    N_("not found"),
    # what the YAML parser says
    N_("mapping values are not allowed in this context"),
    N_("mapping values are not allowed here"),
    N_("found unexpected end of stream"),
    N_("did not find expected ',' or ']'"),
    N_("did not find expected ',' or '}'"),
    N_("did not find expected key"),
    N_("did not find expected node content"),
    N_("did not find expected '-' indicator"),
    N_("could not find expected ':'"),
    N_("found character that cannot start any token"),
    N_("block sequence entries are not allowed in this context"),
    N_("did not find expected comment or line break"),
    N_("but found another document"),
)
"""Reasons inside messages: the core gives them in English, they are translated where they are shown."""


_NEAR = re.compile(r"[^.。;;]*\{near\}[.。]\s*")
"""The sentence of a hint that has nothing to say where nothing is near."""


def plain(code: Code) -> tuple[str, str]:
    """Return the message and the hint of a code without a case: an ellipsis stands where words would."""
    message, hint = (_(text) for text in MESSAGES[code])
    shown = _Ellipses()
    return message.format_map(shown), _NEAR.sub("", hint).format_map(shown)


class _Ellipses(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


class _Words(dict[str, str]):
    """The parameters of a message; what is missing or empty shows as a dash, a reason in the language."""

    def __missing__(self, key: str) -> str:
        return "—"


_LABELS = {Severity.WARNING: N_("warning "), Severity.NOTE: N_("note ")}
"""What stands before the code; an error needs no word."""


def message(finding: Finding) -> str:
    """Return what is wrong."""
    return _filled(finding, MESSAGES[finding.code][0])


_POINT = re.compile(r"-\d+\.\d+$")
_POINT_HINTS = {
    Code.ROUND_CLOSED: N_(
        "Give this point a file of its own, then carry that over: plancli rebase ID"
    ),
    Code.LEFT_OPEN: N_(
        "Decide it, or give this point a file of its own and carry that over: plancli rebase ID"
    ),
}
"""What to do with a point of a compound comment, which cannot be carried over by itself."""


def hint(finding: Finding) -> str:
    """Return what to do."""
    usual = MESSAGES[finding.code][1]
    point = _POINT.search(finding.params.get("id", ""))
    return _filled(finding, _POINT_HINTS.get(finding.code, usual) if point else usual)


def lines(finding: Finding) -> Iterator[str]:
    """Yield the finding for people: place, code and message, and below it what to do."""
    place = finding.place
    where = ":".join(str(part) for part in place if part) + ": " if place else ""
    label = _(_LABELS[finding.severity]) if finding.severity in _LABELS else ""
    yield f"{where}{label}{finding.code} {message(finding)}"
    for name in finding.params.get("touched", "").splitlines():
        yield "    " + _("last touched: {who}").format(who=_(name))
    yield f"    → {hint(finding)}"


def as_json(finding: Finding) -> dict[str, Any]:
    """Return the finding for programs."""
    return {
        "code": str(finding.code),
        "severity": str(finding.severity),
        "message": message(finding),
        "hint": hint(finding),
        "file": finding.place.file if finding.place else None,
        "line": finding.place.line if finding.place else None,
        "column": finding.place.column if finding.place else None,
        "params": dict(finding.params),
    }


def _filled(finding: Finding, template: str) -> str:
    words = {key: value for key, value in finding.params.items() if value}
    for key in ("reason", "problem"):
        if key in words:
            words[key] = _(words[key])
    if OFFICE in words.get("others", ""):
        words["others"] = words["others"].replace(OFFICE, _("the drafting office"))
    if ROSTER in words.get("paragraph", ""):
        words["paragraph"] = words["paragraph"].replace(ROSTER, _("the roster"))
    place = finding.place.file if finding.place else "."
    text = _(template)
    if "near" not in words:
        text = _NEAR.sub("", text)
    return text.format_map(_Words({"place": place, "file": place, "word": word(place), **words}))
