"""The commands and the text of `plancli --help`, which needs no other module."""

from plancli.messages import N_, _

COMMANDS = {
    "init": N_("Start a plan repository with a small example."),
    "status": N_("What waits, what is decided, what is in the text."),
    "show": N_("A section, paragraph or comment with what hangs on it."),
    "new": N_("Write a new comment; refuses what has no place in the draft."),
    "decide": N_("Write the decision on a comment."),
    "locate": N_("Where a comment, a citation or a quotation lands, and on what evidence."),
    "apply": N_("Merge adopted comments into the plan."),
    "revert": N_("Take comments out of the plan again."),
    "diff": N_("The changed wording, character by character."),
    "rebase": N_("Carry open comments of an earlier round over to the draft circulated now."),
    "conflicts": N_("Where comments meet, and what settles it."),
    "blame": N_("Who wrote which words: the draft, a comment, the drafting office."),
    "misquotes": N_("What units quoted, and what the draft really says."),
    "ripple": N_("Old forms of a changed term that stand elsewhere."),
    "report": N_("The feedback table: unit, opinion, decision."),
    "compare": N_("The comparison table: each changed place before and after, and its ground."),
    "tasks": N_("The task table: who is responsible for what, and what changed in it."),
    "reply": N_("A letter to a unit: what became of each of its comments."),
    "export": N_("The plan as a Word document, with every change tracked by its unit."),
    "freeze": N_("Freeze the working plan as a draft."),
    "check": N_("Prove the plan, the comments and the table against each other."),
    "audit": N_("The evidence as a reading: asked, adopted, where it stands in the plan."),
    "site": N_("The review page: tracked changes, a card for each comment, who has not replied."),
    "serve": N_("Show the review page on this computer; it follows the files."),
    "fmt": N_("Bring section files into the layout of one sentence a line."),
    "explain": N_("What a code of a finding means, and how to mend it."),
    "git-setup": N_("Let git diff, git log and git merge understand the plan."),
    "schema": N_("JSON schemas of the files, for editors."),
}

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
}


def overview() -> str:
    """Return the help of the program itself."""
    width = max(map(len, [*COMMANDS, *OPTIONS])) + 2
    commands = [f"  {name:<{width}}{_(summary)}" for name, summary in COMMANDS.items()]
    return "\n".join(
        [
            _("Usage: plancli [-C DIR] COMMAND [OPTIONS]"),
            "",
            _(
                "A plan as text in git, every comment a patch, the published table proved from the text."
            ),
            "",
            _("Commands:"),
            *commands,
            "",
            _("Options:"),
            *(f"  {name:<{width}}{_(summary)}" for name, summary in OPTIONS.items()),
            "",
            _("Example: plancli apply --all && plancli report -o table.html"),
        ]
    )
