"""The commands and the text of `plancli --help`, which needs no other module."""

from plancli.messages import N_, _

GROUPS = {
    N_("Daily work:"): {
        "init": N_("Start a plan repository with a small example."),
        "status": N_("What waits, what is decided, what is in the text."),
        "show": N_("A section, paragraph or comment with what hangs on it."),
        "new": N_("Write a new comment, and say where its words stand in the draft."),
        "intake draft": N_("A draft as Word, Markdown or text becomes a plan repository."),
        "intake form": N_("The form to send out with the draft; what comes back needs no typing."),
        "intake all": N_("A folder of what came back: tables, drafts with changes, letters."),
        "intake sheet": N_("Rows of returned tables become comments."),
        "intake pages": N_("Pages and lines of a draft, from the PDF that was circulated."),
        "intake returned": N_("Tracked changes of returned drafts become comments."),
        "intake review": N_("Say what the opinions ask for that were not read wholly."),
        "intake letter": N_("Numbered parts of letters become comments."),
        "intake undo": N_("Take the last intake back, as long as nobody has worked on it."),
        "everywhere": N_("List every place of words that are replaced in the whole plan."),
        "decide": N_("Write the decision on a comment."),
        "note": N_("Say why the office changed something itself."),
        "unit": N_("The roster: who answered what; add or rename a unit."),
        "locate": N_("Where a comment, a citation or a quotation lands, and on what evidence."),
        "check": N_("Prove the plan, the comments and the table against each other."),
        "explain": N_("What a code of a finding means, and how to mend it."),
        "fmt": N_("Bring section files into the form of one sentence a line."),
    },
    N_("Merging:"): {
        "apply": N_("Merge adopted comments into the plan."),
        "revert": N_("Take comments out of the plan again."),
        "diff": N_("The changed wording, character by character."),
        "conflicts": N_("Where comments meet, and what settles it."),
        "blame": N_("Who wrote which words: the draft, a comment, the drafting office."),
        "ripple": N_("Old forms of a changed term that stand elsewhere."),
        "misquotes": N_("What units quoted, and what the draft really says."),
    },
    N_("Publishing:"): {
        "renumber": N_("Let numbers, and what refers to them, follow what came, went and moved."),
        "report": N_("The feedback table: unit, opinion, decision."),
        "compare": N_("The comparison table: each changed place before and after, and its ground."),
        "cover": N_("One page for whoever signs: totals, what is unresolved, the largest changes."),
        "tasks": N_("The task table: who is responsible for what, and what changed in it."),
        "reply": N_("A letter to a unit: what became of each of its comments."),
        "export": N_("The plan as a Word document, with every change tracked by its unit."),
        "audit": N_("The evidence as a reading: asked, adopted, where it stands in the plan."),
        "blacken": N_("Words of an opinion that are not published."),
        "site": N_(
            "The review page: tracked changes, a card for each comment, who has not replied."
        ),
        "serve": N_("Show the review page on this computer; it follows the files."),
    },
    N_("Drafts and rounds:"): {
        "freeze": N_("Freeze the working plan as a draft."),
        "mend": N_("Mend a slip of transcription in a frozen draft."),
        "rebase": N_("Carry open comments of an earlier round over to the draft circulated now."),
    },
    N_("Tools:"): {
        "git-setup": N_("Let git diff, git log and git merge understand the plan."),
        "upgrade": N_("Bring the files of the plan into the newest format."),
        "schema": N_("JSON schemas of the files, and of what --json prints."),
    },
}
"""The commands as the help shows them, by what one is doing; those of a family share their first word."""

COMMANDS = {name: summary for group in GROUPS.values() for name, summary in group.items()}

FOR_GIT = {
    "git-diff": N_("What git diff runs on a file of the plan."),
    "git-merge": N_("What git merge runs on a file of the plan."),
    "git-pager": N_("What git log and git show write into."),
}
"""Commands that git calls, set up by git-setup; the overview does not list them."""

OPTIONS = {
    "-C DIR": N_("Run as if started in DIR."),
    "--version": N_("Show the version."),
    "--help": N_("Show this help; after a command, its own help with an example."),
    "--install-completion": N_("Let the shell complete commands, ids, units, sections and drafts."),
}


def overview() -> str:
    """Return the help of the program itself."""
    width = max(map(len, [*COMMANDS, *OPTIONS])) + 2
    lines = [
        _("Usage: plancli [-C DIR] COMMAND [OPTIONS]"),
        "",
        _(
            "A plan as text in git, every comment a patch, the published table proved from the text."
        ),
    ]
    for title, entries in {**GROUPS, N_("Options:"): OPTIONS}.items():
        lines += ["", _(title)]
        lines += [f"  {name:<{width}}{_(summary)}" for name, summary in entries.items()]
    lines += ["", _("Example: plancli apply --all && plancli report -o table.html")]
    return "\n".join(lines)
