"""What English opinions say of words and parts; a family for each verb."""

from plancli.core.instructions.grammar import of_parts, of_words
from plancli.core.instructions.grammar.pieces import (
    family,
    form,
    quotation,
    quotation_list,
)

_THE = "(?:the (?:words?|figure|phrase|sentence) )?"
_IN = "(?i:in|on|at) (?P<place>[^,;\n]{1,60}?),? (?:please )?"
_THERE = "(?: (?:in|on|of|from|at) (?P<place>[^,;\n]{1,60}?))?"
_REPLACE = f"(?i:replace|change|amend|correct) {_THE}"
_WITH = f",? (?:with|to|by|into|to read) {_THE}"
_STRIKE = f"(?i:delete|remove|strike)(?: out)? {_THE}"
_INSERT = f"(?i:insert|add) {_THE}"
_BESIDE = f",? (?P<side>after|before) {_THE}"

_ALL = family(
    "[A-Za-z]{3}",
    form(
        "In 3.1, replace “A” with “B”",
        of_words.replaced,
        _IN,
        _REPLACE,
        quotation("old"),
        _WITH,
        quotation("new"),
    ),
    form(
        "change “A” in 3.1 to “B”",
        of_words.replaced,
        _REPLACE,
        quotation("old"),
        _THERE,
        _WITH,
        quotation("new"),
    ),
    form("In 3.1, delete “A”", of_words.deleted, _IN, _STRIKE, quotation_list("old")),
    form("delete “A” in 3.1", of_words.deleted, _STRIKE, quotation_list("old"), _THERE),
    form("delete 3.1", of_parts.removed, _STRIKE, "(?P<place>[^,;\n]{1,60}?)"),
    form(
        "In 3.1, insert “B” after “A”",
        of_words.inserted,
        _IN,
        _INSERT,
        quotation("new"),
        _BESIDE,
        quotation("anchor"),
    ),
    form(
        "add “B” after “A” in 3.1",
        of_words.inserted,
        _INSERT,
        quotation("new"),
        _BESIDE,
        quotation("anchor"),
        _THERE,
    ),
    form(
        "After “A” insert “B”",
        of_words.inserted,
        f"(?P<place>)(?P<side>(?i:after|before)) {_THE}",
        quotation("anchor"),
        f",? *(?:please )?{_INSERT}",
        quotation("new"),
    ),
)

IN_ENGLISH = (_ALL,)
