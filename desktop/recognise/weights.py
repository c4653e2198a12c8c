"""What each feature speaks for, and which part may follow which: the whole of recognition's judgement, as data.

States are the parts of a story in the order of a page; a state that ends in ``0`` stands before the text and
one that ends in ``1`` after its beginning, so that a byline below the text is told from the next story's.

    F0 furniture, S0 slogan, KI kicker, HL headline, DK deck, AB abstract, BY byline, EN editors' note,
    C0 caption, R0 credit, J0 上接, O0 ornament; TX text, SH subhead, C1, R1, S1, F1, J1 下转, BT byline
    behind the text, E1 note behind the text (编后), BH a box's heading, BX its text, O1 ornament.
"""

from __future__ import annotations

from collections.abc import Mapping

Table = Mapping[str, Mapping[str, float]]


def _row(entry: str) -> dict[str, float]:
    """Read ``"HL 2 TX -1.5"``; several states may share a weight: ``"HL,DK 2"``."""
    words = entry.split()
    return {
        state: float(value)
        for states, value in zip(words[::2], words[1::2], strict=True)
        for state in states.split(",")
    }


STATES = ("F0", "S0", "KI", "HL", "DK", "AB", "BY", "EN", "C0", "R0", "J0", "O0",
          "TX", "SH", "C1", "R1", "S1", "F1", "J1", "BT", "E1", "BH", "BX", "O1")  # fmt: skip

HEAD_STATES = frozenset(STATES[: STATES.index("TX")])

EMISSIONS: Table = {word: _row(entry) for word, entry in {
    "": "F0,F1 -5 S0,S1 -3 C0 -3 C1 -1.5 R0,R1 -6 J0,J1 -8 O0,O1 -12 BY,BT -5 AB -4 EN,E1 -8 BH -9 BX -1 KI -1 DK -0.5",
    # length
    "n3": "HL -3 KI 0 DK -3 TX -2 SH -1.5 C0,C1 -3 S0,S1 1 F0,F1 0.5 AB -3",
    "n9": "HL 0.5 KI 1 DK -1 TX -2 SH 1 C0,C1 -2 S0,S1 2 AB -2",
    "n16": "HL 1.5 KI 0.5 DK 0.3 TX -1.5 SH 1 C0,C1 0 S0,S1 -2 AB -1",
    "n26": "HL 0.3 DK 0.8 TX -0.5 SH -0.5 C0,C1 0.5 S0,S1 -5",
    "n40": "HL -1 KI -1 DK 0.3 TX 1 BX 1 SH -2 C0,C1 0.5 S0,S1 -8 AB 0.5 F0,F1 -1",
    "n80": "HL -5 KI -5 DK -2 TX 2.5 SH -6 C0,C1 0 S0,S1 -9 AB 1.5 EN 0.5 BX 2.5 BY,BT -2 R0,R1 -4 F0,F1 -2",
    "n_more": "HL -9 KI -9 DK -7 TX 4 SH -9 C0,C1 -3 S0,S1 -9 AB 0 EN 0.5 BX 4 BY,BT -6 R0,R1 -8 F0,F1 -3",
    # end
    "stop": "HL -5 KI -5 DK -4 TX 3 SH -5 C0,C1 -0.5 S0,S1 -5 F0,F1 -3 BY,BT -3 AB 1 EN 1 BX 2",
    "ask": "HL -0.3 KI -1 DK -0.5 TX 1.5 SH -0.8 C0,C1 -2 S0,S1 -1.5 F0,F1 -3 BY,BT -3 BX 1",
    "comma": "HL -2.5 KI -2 DK -2 TX 1.5 SH -4 C0,C1 -2 S0,S1 -2 F0,F1 -2 BY,BT -2",
    "colon": "HL -2 KI -1 DK -2 TX 1 SH -1.5 C0,C1 -2 S0,S1 -3 F0,F1 -1 BY,BT -1",
    "dash_end": "HL 0.5 KI 1 DK -1 TX -1 SH 2 C0,C1 -2 S0,S1 -2",
    "open": "HL 0.7 KI 0.5 DK 0.5 TX -1.5 SH 0.8 C0,C1 0.7 S0,S1 0.5 BX -0.5",
    # form
    "inner_stop": "HL -2 KI -3 DK -1.5 TX 1 SH -3 C0,C1 -0.3 S0,S1 -4 F0,F1 -2 BY,BT -3 AB 0.5",
    "inner_comma": "HL -0.5 KI -1 DK 0 TX 0.5 SH -1 C0,C1 0.5 S0,S1 -4 F0,F1 -1 BY,BT -2",
    "dash_start": "DK 4 HL -2 KI -2 SH -1 TX -0.5",
    "clauses": "TX 1.8 C0,C1 -0.5",
    "broken_start": "TX 4",
    "quoted": "SH 1 HL 0.3",
    "bracketed": "SH 1.5 KI 0.5 HL -1 TX -1",
    "phrases": "HL 1 SH 2 DK -0.3 KI -0.5 C0,C1 -1 TX -2",
    "long_phrases": "DK 0.5 SH 0.5 TX -1",
    "no_marks": "S0,S1 1 TX -0.5",
    # words
    "dateline": "TX 6 HL -4 KI -4 DK -4 SH -5 AB -3 C0,C1 -4 BY,BT -4 BX -4",
    "note": "EN,E1 17 TX -3",
    "abstract": "AB 12 TX -3",
    "box": "BH 20",
    "caption": "C0,C1 8 R0,R1 1",
    "jump": "J0,J1 16 TX -2 SH,HL,DK,C0,C1 -3",
    "numbered": "SH 1.5 TX 1 HL -2 KI -2 DK -2 C0,C1 -1.5 S0,S1 -3 BX 0.5",
    "bullet": "TX 1.5 AB 6 DK -4 HL -5 SH -0.5 KI -1 C0,C1 -1 S0,S1 -3 BX 0.5",
    "speech": "TX 2 HL -0.5 SH -2 C0,C1 -1 S0,S1 -3",
    "question": "TX 5 HL -4 SH -5 DK -4 AB -4",
    "ornament": "O0,O1 26",
    "page_name": "F0,F1 3.5 KI 1",
    "digits": "F0,F1 6",
    "furniture": "F0,F1 10 TX -2 SH -3 BY,BT -1 C0,C1 -2 HL -1 S0,S1 -3 KI -1",
    "furniture_part": "F0,F1 3 TX -0.5 SH -0.5",
    "by_duty": "BY,BT 10 R0,R1 -1 HL,KI,DK -4 SH -6 TX -1 C0,C1 -4 S0,S1 -4",
    "by_organisation": "BY,BT 8 S0,S1 -1",
    "by_names": "BY,BT 4",
    "by_names_apart": "BY 3 BT 1 SH -2 S0,S1 -1",
    "signed_line": "BT 9 TX -4 C1 -2",
    "tail_byline": "TX 1 BT 0.5 C0,C1 -1",
    "credit": "R0,R1 11 C0,C1 1 TX -2 SH -3 BY,BT 0",
    "credit_tail": "C0,C1 6 TX -1 BY,BT 0",
    "event": "C0,C1 2.5 SH -1.5 HL -0.3",
    "action": "C0,C1 2 SH -1.5",
    "scene": "C0,C1 1.5 SH -1.5",
    "deck_ending": "DK 2.5 HL -1.5",
    "column": "KI 2.5 HL -0.5 SH -0.5",
    # place
    "first": "KI 0.3 F0 0.3 TX -0.5",
    "last": "F1 0.5 SH -5",
    "text": "TX 2.5 BX 2.5 AB 0 HL -2 KI -2 DK -1.5 SH -2 C0,C1 -2.5",
    "head": "TX -1.5 SH -1",
    "mid": "S0,S1 -2 F0,F1 -2",
    "tail": "C1 1 S1 1 F1 1 SH -5 BT 0.5 HL -6",
    "text_open": "SH -5 HL,KI -3 C1 0 TX 0.5",
    "after_signed": "HL 10 KI 6 SH -5 C1 -2",
    "lead_in": "HL 4.5 KI 4 DK 4 SH -3 C1 -1",
    "wide_gap": "HL 0.5 KI 0.5 C1 0.3 SH 0",
    "under_note": "EN,E1 9 TX -2",
    "under_abstract": "AB 14 TX -2",
    "placed": "C0,C1 4",
    "circled": "C0,C1 2 TX -0.5",
    "field": "TX 4 BX 2 SH -3",
    "salutation": "TX 4 HL -3",
    "mark_head": "SH 2 HL 1 TX -2 AB 0",
    "date_only": "BT 1",
    "said": "TX 1.5",
    "lone": "SH -1 HL 1",
    "own_signature": "HL 2 SH -1",
    # neighbours
    "prev_text": "SH 0.5",
    "next_text": "SH 1.5 HL 0.3",
    "prev_none": "",
    "next_none": "",
    "prev_byline": "BY,BT 0.5",
    "next_byline": "HL 1 DK 1 BY,BT 0.3",
    "prev_furniture": "F1 1.5 F0 1",
    "next_furniture": "F1 1 F0 1",
    "prev_picture": "R0,R1 0.5",
    "next_picture": "C0,C1 0.7",
    "prev_longer": "HL 1 DK -0.7",
    "prev_shorter": "HL -1.6 DK 1.6",
    "prev_alike": "HL 0.2",
    "next_longer": "HL 1.2 KI -0.5",
    "next_shorter": "KI 1.2 HL -0.5",
    "next_alike": "HL 0.3",
    "prev_numbered": "SH -2.5 TX 1.5",
    "next_numbered": "SH -2.5 TX 1.5",
    "prev_dash_start": "",
    "next_dash_start": "HL 2 KI -1",
    "prev_bullet": "AB 0.7 TX 0.5",
    "next_bullet": "AB 0.7 TX 0.3",
    "verse": "TX 6.5 S0,S1 -4 C0,C1 -2 HL -2 KI -4 SH -0.5 DK -2",
    "verse_title": "HL 4 S0 -4",
    "prev_phrases": "HL -1.2 DK 1.2",
    "next_phrases": "",
    "next_dateline": "HL 4 DK 4 SH -3 KI -1",
    "prev_dateline": "",
    "prev_column": "HL 0.7",
    "next_column": "",
    "stacked": "S0,S1 2 SH -2",
    "pair": "S0 2.5 KI -1.5 HL -2.5 DK -1",
    "after_signature": "HL 5 KI 3 SH -2 C1 0.5",
    "short_top": "KI 2.5 HL -1.5",
    "pen_name": "BY 8 SH -1",
    "institution": "BT 3.5 S1 -1.5 HL -0.3",
    "stack": "S0,S1 2.5 KI -3 HL -3 DK -1",
    "common_shape": "SH 2.5 C1 -1.5 HL -0.5",
    "odd_shape": "SH -2.5 C1 1.5",
}.items()}  # fmt: skip

START = _row("C1 -3 F0 0 S0 -1 KI 0 HL 0.5 DK -3 AB -2 BY -2 EN -1 C0 -2 R0 -4 J0 0 O0 -1 TX -1.5 SH -6 BH -4")

_NEW = "HL -7 KI -7.5"
"""A new story below another costs this much: it needs a byline, a dateline, a signature or a rule to be begun."""

TRANSITIONS: Table = {state: _row(entry) for state, entry in {
    "F0": "F0 1 S0 -0.5 KI 0 HL 0 EN -1 BY -3 TX -2 O0 0 J0 0 C0 -2",
    "S0": "S0 1.5 KI -0.5 HL 0 F0 -0.5 EN -1 BY -2 C0 -1 O0 0",
    "KI": "KI -1.5 HL 1 EN -0.5 O0 -1 F0 -1.5 BY -2.5 TX -4",
    "HL": "HL -1.7 DK 0 AB -0.5 BY 0 EN 0 C0 -1.5 C1 -2 R0 -2 J0 0 TX 0 SH -3 F0 -2 O0 -0.5 BH -5 S0 -3",
    "DK": "DK -0.3 AB -0.5 BY 0 EN 0 C0 -1.5 C1 -2 R0 -3 J0 0 TX 0 SH -2.5 F0 -2 O0 -0.5 S0 -3",
    "AB": "AB 0.5 BY 0 EN -0.5 C0 -1 J0 0 TX -0.5 SH -1 DK -3 O0 -0.5",
    "BY": "BY 0.5 AB -1.5 EN 0 C0 -1 C1 -2 R0 -1.5 J0 0 TX 0.3 SH -2 F0 -2 O0 -0.5 DK -4 KI -3 HL -3",
    "EN": "EN -2 BY 0 TX 0 SH -3 HL -0.8 KI -1.5 C0 -1 O0 0 AB -2 J0 0",
    "C0": "C0 -0.3 R0 1 BY 0 EN -0.5 TX 0 SH -1 AB -1 O0 0 HL -2 KI -2 J0 0 DK -3",
    "R0": "R0 -1 C0 0 BY 0 EN -0.5 TX 0 SH -1 AB -1 O0 0 HL -2 KI -2 DK -3",
    "J0": "TX 0.5 SH 0 J0 -2 O0 0 BY -2 HL 0 KI 0",
    "O0": "HL 0 KI 0 BY 0 TX 0 EN 0 AB 0 SH 0 O0 0 C0 0 S0 0 DK -2",
    "TX": f"TX 1 SH 0 C1 -0.5 R1 -2 S1 -1.5 F1 -0.5 J1 0 BT 0 BH 0 O1 0 EN -3 E1 0 {_NEW}",
    "SH": "TX 1 SH -2.5 C1 -2 R1 -5 BH -3 O1 -2 BT -4",
    "C1": f"E1 0 C1 0 R1 1 TX 0 SH 0 S1 0 F1 0 J1 -0.5 BT -0.5 BH 0 O1 0 {_NEW}",
    "R1": f"E1 0 C1 0.3 R1 -1 TX 0 SH 0 S1 0 F1 0 J1 -0.5 BT -0.5 BH 0 O1 0 {_NEW}",
    "S1": f"S1 1.5 C1 -0.5 F1 0.3 TX -1.5 SH -1 O1 0 {_NEW}",
    "F1": f"F1 1.5 S1 -1 C1 -1 TX -2 SH -2 BT -2 O1 0 J1 -1 R1 -3 {_NEW}",
    "J1": f"E1 0 TX -1 SH -1 C1 0 R1 -1 S1 0 F1 0 BT 0 J1 -2 O1 0 BH 0 {_NEW}",
    "BT": f"E1 0 BT 0.5 C1 0 R1 0 S1 0 F1 0.3 J1 0 BH 0 O1 0 TX -2.5 SH -2 {_NEW.replace('-7', '-3')}",
    "E1": f"E1 -1 BT 0 C1 0 R1 -1 S1 -0.5 F1 0 J1 -1 TX -4 O1 0 {_NEW.replace('-7', '-2')}",
    "BH": "BX 1 BH -3",
    "BX": f"BX 1.5 C1 -1 R1 -2 S1 -1 F1 0 J1 0 BT -0.5 BH 0 O1 0 TX -8 SH -8 {_NEW}",
    "O1": "TX 0 SH -0.5 HL -0.5 KI -1 C1 0 S1 0 F1 0 BT 0 BH 0 O1 0 F0 -3 EN 0 J1 0 BX -3",
}.items()}  # fmt: skip

END = _row("SH -9 KI -9 HL -3 DK -3 BH -9 J0 -3 BY -1")
