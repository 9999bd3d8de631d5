"""No personal contact data stands in what is published."""

from collections.abc import Iterator

from plancli.core.check.flawed import flawed
from plancli.core.check.rule import PlanRule
from plancli.core.check.text.personal import personal
from plancli.core.entry import N_
from plancli.core.finding import Finding
from plancli.core.rounds.round import Round


def contact_data(round_: Round) -> Iterator[Finding]:
    """No personal contact data stands in what is published."""
    yield from flawed(round_.published, CONTACT.code, personal)


CONTACT = PlanRule(
    code="P506",
    find=contact_data,
    order=250,
    private=True,
    message=N_("What would be published holds contact or identity data: {words}"),
    hint=N_(
        "Take it out of the office's own words; black it out in an opinion: plancli blacken ID WORDS"
    ),
    meaning=N_(
        "A telephone number, a mail address, an identity number, a bank card, an account of WeChat "
        "or QQ, or somebody's home stands in the plan or in the "
        "table's opinion or reply. Personal data must not be published. A number with a measure "
        "behind it is none; 7 or 8 digits are a telephone number only behind a word such as 电话. "
        "What --public writes is refused until it is gone."
    ),
)
