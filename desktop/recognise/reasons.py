"""Why a part was taken for what it is: every sentence that recognition can say, in one table for translation.

The sentences are English templates, the keys of the translation catalogue.
"""

from __future__ import annotations

from unicodedata import unidata_version

from desktop.errors import Message, message

KICKER = message("a short line above the headline")
HEADLINE = message("the leading short line at the top of the story")
DECK = message("a line below the headline that explains it")
ABSTRACT = message("a summary between the headline and the text")
BYLINE = message("names of the people who wrote this")
TAIL_BYLINE = message("names of the writers after the text")
DATELINE = message("the paper or agency that opens the report")
EDITORS_NOTE = message("opens like a note of the editors")
LEDE = message("the first paragraph of the text")
LEDE_RUN_IN = message("the text behind the dateline")
SUBHEAD = message("a short line without an end mark between paragraphs")
SUBHEAD_NUMBERED = message("a short numbered line between paragraphs")
BODY = message("a paragraph of running text")
BODY_RUN_IN = message("the text goes on here")
SPEECH = message("opens with a speaker or a question")
LIST_ITEM = message("an item of a list")
CAPTION_MARKED = message("says that it describes a picture")
CAPTION_BETWEEN = message("a line of another shape than the subheads, between paragraphs")
CAPTION_STACKED = message("describes a scene, beside the text")
CREDIT = message("names who made the picture")
SLOGAN = message("a short line without punctuation, apart from the text")
FOLIO = message("page furniture: paper, date, page or editors")
JUMP_LINE = message("says on which page the text goes on or comes from")
BOX = message("stands under the heading of a box")
LABELLED = message("the file labels it so")
JOINED = message("a paragraph whose sentence was cut by a column change")

UNASSIGNED_ORNAMENT = message("an ornament or rule between parts")
UNASSIGNED_INVISIBLE = message("a line with nothing but invisible characters")
UNASSIGNED_LABEL = message("a label that names the part behind it")

NORMALISE_POINT = message("full-width mark in Chinese text")
NORMALISE_BRACKET = message("full-width brackets in Chinese text")

LOST_MARK = message("a question mark where no question stands; another mark was probably lost")
UNKNOWN_CHARACTER = message("a character that could not be read when the text was converted")
ODD_CHARACTER = message("a look-alike of the ordinary character")
CONTROL_CHARACTER = message("a control character; it is shown as a box")
SEPARATOR = message("a control character that separates; it is taken for white space")
INVISIBLE_CHARACTER = message("an invisible character; it is set without width")
BLANK_LETTER = message("a letter without ink")
PRIVATE_CHARACTER = message("a private character; it is shown where the face has it")
HALF_CHARACTER = message("half of a character; it is shown as a box")
RIGHT_TO_LEFT = message("a letter written from right to left; it is set from left to right")
COMBINING_CHARACTER = message("a combining mark; it is set over the character before it")
VARIATION = message("asks for a variant of the character before it; it is shown where the face has it")
DIRECTION = message("a mark for the direction of writing; it is not obeyed")
UNASSIGNED_CHARACTER = message("a character that Unicode {version} does not know", version=unidata_version)
LONE_BRACKET = message("a bracket without its partner")
HALF_WIDTH_STOP = message("a half-width full stop between Chinese characters")


def of_character(reason: Message, char: str) -> Message:
    """Return a reason with the number of the character that it speaks of: many of these cannot be seen."""
    return message("{reason} (U+{code})", reason=reason, code=f"{ord(char):04X}")


def and_more(reason: Message, count: int) -> Message:
    """Return a reason that holds for a place and for so many characters behind it besides."""
    return message("{reason}; {count} more of them further on", reason=reason, count=count) if count else reason


def in_a_row(reason: Message, count: int) -> Message:
    """Return a reason that holds for several characters in a row."""
    return message("{reason}; {count} in a row", reason=reason, count=count) if count > 1 else reason


def all_reasons() -> tuple[Message, ...]:
    """Return every sentence of the table."""
    return tuple(value for value in globals().values() if isinstance(value, Message))
