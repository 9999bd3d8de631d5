"""What English opinions say of words and parts; a family for each verb."""

from plancli.core.instructions.grammar import of_conventions, of_parts, of_words
from plancli.core.instructions.grammar.found import FormReader
from plancli.core.instructions.grammar.pieces import (
    InstructionForm,
    family,
    form,
    quotation,
    quotation_list,
)
from plancli.core.instructions.grammar.vocabulary import Q

_NOUN = "(?:words?|figures?|phrases?|sentences?|terms?|texts?|clauses?|numbers?|expressions?)"
_THE = f"(?:(?:the|all) (?:following )?(?:{_NOUN} )?)?"
_PART = "(?:section|paragraph|item|point|page|line|chapter|clause|article|box|part|bullet)"
_GOES_ON = rf"(?:, (?i:the )?(?i:[a-z]+ )?(?i:{_PART})\b[^,;\n{Q}]{{0,30}}?)*"
"""A place goes on behind a comma with a smaller part: section 3, paragraph 2."""
_SOMEWHERE = rf"(?P<place>[^,;\n{Q}]{{1,60}}?{_GOES_ON})"
_IN = rf"(?:(?i:in|on|at|under|for) )?{_SOMEWHERE}[,:]? +(?i:please )?"
_THERE = f"(?: (?:in|on|of|from|at|under) {_SOMEWHERE})?"
_SHOULD = "(?: ?,? (?:should|must|needs? to|ought to|is to|are to|shall)(?: now)?)"
_BE = f"{_SHOULD} be "
_REPLACE = (
    "(?i:replac(?:e|ing)|chang(?:e|ing)|amend(?:ing)?|correct(?:ing)?|substitut(?:e|ing)"
    f"|revis(?:e|ing)|alter(?:ing)?) {_THE}"
)
_WITH = f",? (?:with|to|by|into|to read|so as to read|so that it reads|for) {_THE}:? ?"
_STRIKE = (
    "(?i:delet(?:e|ing)|remov(?:e|ing)|strik(?:e|ing)|omit(?:ting)?|drop(?:ping)?|cut(?:ting)?)"
    f"(?: out)? {_THE}"
)
_STRUCK = "(?:deleted|removed|struck(?: out)?|omitted|dropped|cut)"
_INSERT = f"(?i:insert(?:ing)?|add(?:ing)?|includ(?:e|ing)|append(?:ing)?) {_THE}"
_BESIDE = f",? (?:immediately |directly |right )?(?P<side>after|before|behind|following) {_THE}"
_END = "(?:(?i:at|to) )?the (?P<side>end|beginning|start|top) of (?:the )?"
_ALL = "(?:throughout|everywhere|in (?:all|every) places?|in the (?:whole|entire) \\w+|passim)"
_ALL_THROUGH = f"{_ALL}(?: (?:the|this) \\w+)?"


def _twice(
    example: str, led: str, reader: FormReader, *pieces: str
) -> tuple[InstructionForm, InstructionForm]:
    """Return a form with its place behind it, as in the first example, and one with the place ahead."""
    return form(example, reader, *pieces, _THERE), form(led, reader, _IN, *pieces)


_BECOME = family(
    "(?i:replac|chang|amend|correct|substitut|revis|alter)",
    *_twice(
        "replace “A” with “B” in 3.1",
        "In 3.1, replace “A” with “B”",
        of_words.replaced,
        _REPLACE,
        quotation("old"),
        _WITH,
        quotation("new"),
    ),
    form(
        "change “A” of 3.1 to “B”",
        of_words.replaced,
        _REPLACE,
        quotation("old"),
        f" (?:in|on|of|from|at|under) {_SOMEWHERE}",
        _WITH,
        quotation("new"),
    ),
    form(
        "substitute “B” for “A” in 3.1",
        of_words.replaced,
        f"(?i:substitute) {_THE}",
        quotation("new"),
        f" (?:for|in place of) {_THE}",
        quotation("old"),
        _THERE,
    ),
    form(
        "“A” in 3.1 should be changed to “B”",
        of_words.replaced,
        f"(?i:{_THE})",
        quotation("old"),
        _THERE,
        f"{_BE}(?:replaced|changed|amended|corrected|revised|altered){_WITH}",
        quotation("new"),
    ),
    form(
        "“A” in 3.1 could be changed to “B”",
        of_conventions.only_permitted,
        f"(?i:{_THE})",
        quotation("old"),
        _THERE,
        " (?:could|may|might|can) be (?:replaced|changed|amended|corrected|revised|altered)",
        _WITH,
        quotation("new"),
    ),
    form(
        "replace “A” with “B” or “C” in 3.1",
        of_conventions.one_of_several,
        _REPLACE,
        quotation("old"),
        _WITH,
        f"(?P<new>{Q},? or {Q})",
        _THERE,
    ),
    form(
        "replace “A” with “B” throughout",
        of_conventions.replaced_everywhere,
        f"(?:{_ALL_THROUGH},? )?{_REPLACE}",
        quotation("old"),
        _WITH,
        quotation("new"),
        f" {_ALL_THROUGH}",
    ),
    form(
        "in the whole text replace “A” with “B”",
        of_conventions.replaced_everywhere,
        f"(?i:{_ALL_THROUGH}),? (?:please )?{_REPLACE}",
        quotation("old"),
        _WITH,
        quotation("new"),
    ),
    form(
        "replace 3.1 with “A”",
        of_words.paragraph_rewritten,
        _REPLACE,
        f"(?:(?P<whole>all|the whole|the text) of )?{_SOMEWHERE}",
        _WITH,
        quotation("new"),
    ),
    form(
        "change the title of chapter 3 to “A”",
        of_parts.retitled,
        f"(?i:change|amend|replace|correct) (?:the )?(?:title|heading|name) of {_SOMEWHERE}",
        f"(?: from {quotation('was')})?",
        _WITH,
        quotation("new"),
    ),
)
_READ = family(
    "(?i:read|rename|retitle|should be|→|->)",
    form(
        "“A” in 3.1 should read “B”",
        of_words.replaced,
        f"(?i:{_THE})",
        quotation("old"),
        _THERE,
        f"{_SHOULD} (?:read|be|say|become):? {_THE}",
        quotation("new"),
    ),
    form(
        "In 3.1, “A” should read “B”",
        of_words.replaced,
        f"{_IN}(?i:{_THE})",
        quotation("old"),
        f"{_SHOULD} (?:read|be|say|become):? {_THE}",
        quotation("new"),
    ),
    form(
        "3.1 reads “A”, which should be “B”",
        of_words.replaced,
        _SOMEWHERE,
        f"(?: now| currently)? (?:reads?|says?):? {_THE}",
        quotation("old"),
        f"[,;]? ?(?:but|which|this|it|and)?{_SHOULD} (?:read|be|say):? {_THE}",
        quotation("new"),
    ),
    form(
        "For “A” read “B” in 3.1",
        of_words.replaced,
        f"(?i:for) {_THE}",
        quotation("old"),
        ",? read ",
        quotation("new"),
        _THERE,
    ),
    form(
        "3.1 should read “A”",
        of_words.paragraph_rewritten,
        f"(?P<whole>The (?:whole|text) of )?{_SOMEWHERE}{_SHOULD} read:? ",
        quotation("new"),
    ),
    form(
        "rename chapter 3 to “A”",
        of_parts.retitled,
        f"(?i:rename|retitle) {_SOMEWHERE}",
        "(?: to| as| into)?:? ",
        quotation("new"),
    ),
    form(
        "The title of chapter 3 should read “A”",
        of_parts.retitled,
        f"(?:The |the )?(?:title|heading|name) of {_SOMEWHERE}{_SHOULD} (?:read|be|be changed to):? ",
        quotation("new"),
    ),
)
_GO = family(
    "(?i:delet|remov|strik|struck|omit|drop|cut)",
    *_twice(
        "delete “A” in 3.1",
        "In 3.1, delete “A”",
        of_words.deleted,
        _STRIKE,
        f"(?P<old>{Q}(?:(?:,|,? and) {Q})*)",
    ),
    form(
        "“A” in 3.1 should be deleted",
        of_words.deleted,
        f"(?i:{_THE})",
        quotation_list("old"),
        _THERE,
        f"{_BE}{_STRUCK}",
    ),
    form(
        "delete from “A” to “B” in 3.1",
        of_words.deleted_from,
        f"{_STRIKE}(?:everything )?(?:the text )?from ",
        f"(?P<old>{Q} (?:to|up to|through) {Q})",
        _THERE,
    ),
    form(
        "delete 3.1 and 3.2",
        of_parts.removed,
        f"{_STRIKE}(?P<place>[^,;\n{Q}]{{1,30}}? and [^,;\n{Q}]{{1,30}}?)",
    ),
    form("delete 3.1", of_parts.removed, f"{_STRIKE}(?:all of |the whole of )?", _SOMEWHERE),
    form("3.1 should be deleted", of_parts.removed, f"{_SOMEWHERE}{_BE}{_STRUCK}"),
)
_COME = family(
    "(?i:insert|add|includ|append)",
    *_twice(
        "add “B” after “A” in 3.1",
        "In 3.1, insert “B” after “A”",
        of_words.inserted,
        _INSERT,
        quotation("new"),
        _BESIDE,
        quotation("anchor"),
    ),
    *_twice(
        "After “A” insert “B” in 3.1",
        "In 3.1, after “A” insert “B”",
        of_words.inserted,
        f"(?P<side>(?i:after|before)) {_THE}",
        quotation("anchor"),
        f",? *(?:please )?{_INSERT}",
        quotation("new"),
    ),
    *_twice(
        "insert “C” between “A” and “B” in 3.1",
        "In 3.1, insert “C” between “A” and “B”",
        of_words.put_between,
        _INSERT,
        quotation("new"),
        f" between (?P<anchor>{Q} and {Q})",
    ),
    form(
        "“B” should be inserted after “A” in 3.1",
        of_words.inserted,
        f"(?i:{_THE})",
        quotation("new"),
        f"{_BE}(?:inserted|added){_BESIDE}",
        quotation("anchor"),
        _THERE,
    ),
    form(
        "add “A” at the end of 3.1",
        of_words.appended,
        _INSERT,
        quotation("new"),
        f",? {_END}{_SOMEWHERE}",
    ),
    form(
        "At the end of 3.1, add “A”",
        of_words.appended,
        f"{_END}{_SOMEWHERE},? (?:please )?{_INSERT}",
        quotation("new"),
    ),
    *_twice(
        "add “A” in 3.1",
        "In 3.1, add “A”",
        of_conventions.added_somewhere,
        _INSERT,
        quotation("new"),
    ),
    form(
        "insert “A” into 3.1",
        of_conventions.added_somewhere,
        _INSERT,
        quotation("new"),
        f" (?:to|into) {_SOMEWHERE}",
    ),
)
_MOVE = family(
    "(?i:move|swap|exchange|transpose|shift)",
    form(
        "move 3.2 to before 3.1",
        of_parts.part_moved,
        f"(?i:move|shift) {_SOMEWHERE}",
        ",? (?:to )?(?:a place )?(?P<side>before|after|behind|in front of|ahead of) ",
        r"(?P<goal>[^;\n]{1,40}?)",
    ),
    form(
        "swap 3.1 and 3.2",
        of_parts.swapped,
        r"(?i:swap|exchange|transpose) (?P<place>[^,;\n]{1,40}? (?:and|with) [^,;\n]{1,40}?)",
        "(?: with each other)?",
    ),
)

IN_ENGLISH = (_BECOME, _READ, _GO, _COME, _MOVE)
