"""What each feature speaks for, and which part may follow which: the whole of recognition's judgement, as data.

States are the parts of a story in the order of a page; a state that ends in ``0`` stands before the text and
one that ends in ``1`` after its beginning, so that a byline below the text is told from the next story's.

    F0 furniture, S0 slogan, KI kicker, HL headline, DK deck, AB abstract, BY byline, EN editors' note,
    C0 caption, R0 credit, J0 上接, O0 ornament; TX text, SH subhead, C1, R1, S1, F1, J1 下转, BT byline
    behind the text, E1 note behind the text (编后), BH a box's heading, BX its text, O1 ornament.

The weights were set by hand and then mended by an averaged perceptron over the labelled articles of tests/articles
(Collins, 2002), in which none moved by more than 1.
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
    "": "F0,BT -5 S0 -3.2 KI -1.2 HL -0.2 DK -0.7 AB -4 BY -4.7 EN,J0,J1,E1 -8 C0 -3 R0,R1 -5.8 O0,O1 -12"
        " C1 -1.5 S1 -2.8 F1 -5.4 BH -9 BX -1",
    # length
    "n3": "F0,S0,KI 0.7 HL -3.5 DK -3.3 AB,C0 -3 BY 0.3 TX -3.1 SH -0.7 C1 -2.4 R1 1.2 S1 1 F1 0.5 BT -1.2 BX -0.4",
    "n9": "F0 0.7 S0 1.3 KI 0.4 HL 1.4 DK,C1 -2.3 AB -2 BY,BH -0.2 C0 -2.1 R0,BT 0.2 TX -0.8 SH 1 R1 -0.3 S1 1.8",
    "n16": "F0 -0.6 S0 -1.2 KI,F1 -0.2 HL 1.6 DK 1.1 AB -0.9 BY 0.4 TX -1.5 SH,BH,BX 0.2 C1 -0.7 S1 -2",
    "n26": "S0,S1 -5 KI,HL 0.3 DK 0.5 C0,BT 0.2 TX -0.9 SH -0.4 C1 1",
    "n40": "F0,F1 -1 S0,S1 -8 KI -0.6 HL -1.4 DK -0.1 AB 0.5 C0 1 TX 1.3 SH -2 C1 0.2 BH -0.3 BX 0.8",
    "n80": "F0,DK,BY,F1,BT -2 S0,S1 -9 KI,HL -5 AB 1.7 EN 0.5 C0 0.4 R0,R1 -4 TX 2.3 SH -6 C1 -0.4 BH 0.6 BX 2.1",
    "n_more": "F0,C0,C1,F1 -3 S0,KI,HL,SH,S1 -9 DK -7 BY,BT -6 EN 0.5 R0,R1 -8 TX 4.2 BX 3.8",
    # end
    "stop": "F0,BY,F1,BT -3 S0,KI,HL,SH,S1 -5 DK -4 AB,EN 1 C0 0.2 TX 2.5 C1 -0.7 BH 0.5 BX 1.8",
    "ask": "F0,BY,F1,BT -3 S0,S1 -1.5 KI -1 HL -0.3 DK -0.5 C0,C1 -2 TX 1.8 SH -0.8 BX 0.9",
    "comma": "F0,S0,KI,DK,BY,C0,C1,S1,F1,BT -2 HL -2.5 TX 1.5 SH -4",
    "colon": "F0,KI,BY,F1,BT -1 S0,S1 -3 HL,DK,C0,SH,C1 -2 TX 1.6",
    "dash_end": "S0,C0,C1,S1 -2 KI 1 HL 0.5 DK,TX -1 SH 2",
    "open": "F0 0.5 S0,HL,C1 0.6 KI,C0,R0 0.4 BY 0.3 TX -1.7 SH,R1 1 S1 0.2 F1,BH -0.2 BT -0.7 BX -0.3",
    # form
    "inner_stop": "F0,F1 -2 S0,S1 -4 KI,BY,BT -3 HL -2.4 DK -1.5 AB 0.7 TX 0.9 SH -2.1 C1,BX -0.5 BH 0.1",
    "inner_comma": "F0,F1 -1 S0,S1 -4 KI -0.2 HL -0.8 DK 0.3 BY,BT -2 C0 0.7 TX 1 SH -2.1 C1 0.2 BH 0.1 BX -0.6",
    "dash_start": "KI,HL -2 DK 4 TX -0.5 SH -1",
    "clauses": "KI 0.4 HL,DK -0.4 C0,BH -0.3 TX 2.4 C1 -0.7 BX -0.2",
    "broken_start": "TX 4",
    "quoted": "HL 0.3 TX 0.5 SH 1 C1 -0.3",
    "bracketed": "KI 0.5 HL -1 TX -1.2 SH 2.2 C1 -0.6",
    "phrases": "F0 -0.5 S0 0.6 KI -0.6 HL 0.8 DK -0.3 C0,C1 -1 TX -2.2 SH 1.8",
    "long_phrases": "DK,SH 0.5 TX -1 C1 0.2",
    "no_marks": "F0 0.6 S0,S1 0.9 KI -0.1 DK,BX -0.4 BY 0.2 R0 0.3 TX -1.2 SH -0.3 C1 1 R1 1.1 F1 0.4 BT -0.9",
    # words
    "dateline": "KI,HL,DK,BY,C0,C1,BT,BX -4 AB -3 TX 6 SH -5",
    "note": "EN,E1 17 TX -3",
    "abstract": "AB 12 TX -3",
    "box": "TX -0.6 BH 20.7",
    "caption": "C0 8.4 R0,R1 1 C1 7.6",
    "jump": "HL,DK,C0,SH,C1 -3 J0,J1 16 TX -2",
    "numbered": "S0,S1 -3 KI,HL,DK -2 C0 -1.5 TX 0.1 SH 2.3 C1 -1.7 BH -0.3 BX 1",
    "bullet": "S0,S1 -3 KI -1.1 HL -5 DK -4 AB 6.1 C0,C1 -1 TX 1.5 SH -0.5 BX 0.5",
    "speech": "S0,S1 -3 HL -0.5 C0,C1 -1 TX 2 SH -2",
    "question": "HL,DK,AB -4 TX 5 SH -5",
    "ornament": "O0,O1 26",
    "page_name": "F0 5 KI 0.5 F1 4.1",
    "digits": "F0 5.8 F1 6.2",
    "furniture": "F0 10.5 S0,SH,S1 -3 KI -1.3 HL,BY,BT -1 C0,C1 -2 TX -1.4 F1 9.4",
    "furniture_part": "F0,F1 3 TX -1.1 SH -0.5 BX 0.6",
    "by_duty": "S0,KI,HL,DK,C0,C1,S1 -4 BY 9.6 R0 -0.5 TX -1 SH -6.2 BT 8.7",
    "by_organisation": "S0,S1 -1 BY 8 TX 0.5 BT 7.7 BX -0.2",
    "by_names": "F0 0.2 KI 0.5 HL -0.7 BY 4.4 TX -0.8 SH 0.8 BT 4",
    "by_names_apart": "F0 0.2 S0,S1 -1 KI 0.5 HL -0.6 BY 3 TX -0.8 SH -1.2 BT 1",
    "signed_line": "TX -4 C1 -2 BT 9",
    "tail_byline": "C0 -1 TX 0.8 C1 -0.7 BT 0.5",
    "credit": "C0,C1 1 R0 11.4 TX -2 SH -3 R1 10.5",
    "credit_tail": "C0 6.2 TX -1.2 C1 6.1",
    "event": "HL -0.1 C0 2.5 TX -0.5 SH -1.6 C1 3.1",
    "action": "C0 2.4 TX -0.6 SH -1 C1 2 BX 0.4",
    "scene": "C0 1.2 TX 0.7 SH -1.6 C1 0.9",
    "deck_ending": "HL -1.5 DK 2.5",
    "column": "F0 0.3 S0,BY -0.2 KI 3.7 HL -0.8 DK -1.1 SH -1 C1 0.2",
    "pair_column": "KI 8 SH -1",
    "pair_headline": "HL 8 SH -2",
    "over_subhead": "TX 0.3 SH -3.3 C1 2.7",
    "voice": "KI -0.7 HL 1.4 DK -0.9 TX 0.2 C1 -0.2",
    "event_odd": "C1 2.5 SH -2",
    "page_name_top": "F0 3.7 KI -1.7",
    "tail_scene": "TX -1.8 C1 3.3",
    "long_series": "SH 6 TX -1 C1 -2",
    "motto": "S0,S1 6 KI,HL -3",
    "scene_line": "C0 1.1 TX -0.2 C1 1.3 BX 0.4",
    "triplet": "S0,S1 4 KI -2 HL -2",
    "fact_list": "S0,KI,HL,C0,SH,C1,S1 -4 TX,BX 6",
    # place
    "first": "F0 -0.4 KI,HL 0.5 TX -0.5",
    "last": "BY,TX -0.2 SH -5 C1 -0.4 R1 0.7 S1 -0.7 F1 0.9 BX 0.4",
    "text": "KI,HL,C0,SH,C1 -2 DK -1.5 TX 1.5 BH 0.6 BX 2.2",
    "head": "F0,S0 0.5 KI 0.3 DK -1.1 BY,C0,F1 -0.2 TX -0.9 SH -1.2 C1 -0.1 BX -0.3",
    "mid": "F0,S0,S1,F1 -2 KI -0.4 HL,BH -0.2 DK,R1 0.8 BY 0.7 TX 1 C1,BT -0.7 BX 0.2",
    "tail": "S0,TX -0.4 HL -6.2 BY -0.3 C0,R1 0.2 R0 0.5 SH -5 C1 1.3 S1 0.9 F1 1 BT 0.4",
    "text_open": "KI -3 HL -2.6 TX 0.2 SH -5",
    "after_signed": "KI 6 HL 9.7 BY 0.3 SH -5 C1 -2",
    "lead_in": "F0 -0.3 S0 0.9 KI 3 HL 4.2 DK 4.7 TX -0.2 SH -3 C1 -1.2",
    "wide_gap": "KI,HL 0.5 C1 0.3",
    "under_note": "EN,E1 9 TX -2",
    "under_abstract": "AB 14 TX -2",
    "under_box": "TX -0.7 BX 2.7",
    "box_list": "TX -0.4 BX 8.4",
    "shot": "R0 6.5 R1 5.5",
    "roster": "KI,HL,DK,C0,SH,C1 -3 BY,BT -6 TX 7.5 BH 0.3 BX 8.4",
    "next_roster": "TX 0.3 SH 2 BH -0.3",
    "speaker": "HL,DK,C0,SH,C1 -3 TX 3",
    "prev_shot": "HL,C0 0.2 C1 -0.3",
    "next_shot": "C0 6.5 TX -1.6 C1 5.2",
    "prev_credit_tail": "KI 1 HL 3.1 SH -1",
    "next_credit_tail": "HL 1.9 TX -0.3 BX 0.3",
    "signing_date": "F1 -3 BT 16",
    "next_date_only": "BT 1.8 BX -0.2",
    "vivid": "KI -0.3 HL 1.5 DK -1.5 TX -0.1 SH 0.8 C1 -0.9",
    "factual": "KI 1.3 HL -1.2 DK,TX 0.4 C1 -0.6 S1,BH -0.2 F1,BX -0.3",
    "prev_vivid": "HL -0.4 DK 0.8 BY 0.6 C1 0.3",
    "next_vivid": "F0 1 S0 0.5 KI 0.9 HL -1.8 TX -0.9 SH 0.6 C1,BH 0.3 BX 0.2",
    "mark_title": "HL,SH 2 AB -4 TX -3",
    "prev_placed": "C0 1 TX -0.2 C1 1.2 R1 0.9 BT -0.9",
    "next_placed": "C0,C1 0.5",
    "dated_scene": "C0 1.4 TX -0.3",
    "picture_news": "C0 6.4 TX -5 C1 5.6",
    "h1of3": "S0 -0.2 KI 1.7 HL -0.9",
    "h2of3": "S0 0.5 KI -0.2 HL 0.3 DK -0.4",
    "h3of3": "HL -1.1 DK 1.6",
    "known_name": "S0,S1 -3 KI 1.4 HL -1.4 DK -0.3 C0 2 TX -0.1 SH -1.6 C1 2.1 BH 0.3 BX -0.2",
    "placed": "C0,C1 6",
    "circled": "C0,C1 6 TX -2.5",
    "field": "TX 6.3 SH -6 BX 3.7",
    "salutation": "HL -3 TX 4",
    "mark_head": "HL 1 TX -2 SH 2",
    "date_only": "BT 1",
    "said": "TX 2 SH -0.5",
    "lone": "HL 0.4 DK 0.8 BY 0.6 SH -1.2",
    "own_signature": "HL 4.8 DK 0.4 TX -0.7 SH -2.4 C1 -4",
    # neighbours
    "prev_text": "AB,BY,C0,TX 0.2 R0,SH 0.5 C1 0.3 R1 -0.5 BT 0.1 BH -0.4 BX -0.3",
    "next_text": "S0 -0.2 KI 0.2 HL 0.7 BY,BH 0.6 TX -0.5 SH 1.8 BT 0.1 BX -0.7",
    "prev_none": "F0 -0.7 KI 0.2 HL 0.5",
    "next_none": "BY,TX -0.2 C1 -0.4 R1 0.7 S1 -0.7 F1,BX 0.4",
    "prev_byline": "KI,C0,C1 -0.2 HL 0.8 DK -0.6 BY 0.5 BT 0.4 BH 0.6 BX -0.4",
    "next_byline": "S0 -0.3 KI -0.2 HL,TX 0.7 DK 1.3 AB 0.2 BY,BT 0.3 C0 0.5 C1 -0.6",
    "prev_furniture": "F0 1.9 S0 0.2 HL -1.3 F1 1.5",
    "next_furniture": "F0 1.2 S0,BX -0.3 C0,S1,BT 0.2 TX -0.5 R1 -0.4 F1 1",
    "prev_picture": "F0,R0,C1,R1 0.5 HL 0.2 TX -0.6 F1 -0.5",
    "next_picture": "HL -0.2 DK 0.2 C0 1.1 R0 0.3 TX 0.5 C1,R1 -0.3",
    "prev_longer": "S0 -0.2 HL,SH 0.4 DK,S1 -0.7 BY 0.6 TX -0.4 C1 0.2 F1 0.8 BT,BX -0.3 BH 0.3",
    "prev_shorter": "KI -0.6 HL -0.9 DK 1.7 BY -0.2 TX -0.1 SH -0.5 C1 0.2 BX -0.4",
    "prev_alike": "F0,S0,BX 0.2 KI 0.5 HL,TX,C1,F1 -0.2 DK -0.6 S1 0.3",
    "next_longer": "F0,KI -0.1 HL,TX 0.4 DK -0.6 SH 1.3 C1,S1,BH -0.2 BT,BX -0.3",
    "next_shorter": "KI 1.1 HL -0.2 TX,C1 0.3 BX -0.4",
    "next_alike": "F0,DK,BH -0.2 S0 0.6 KI -0.3 TX 0.8 SH -1.4 C1 0.2 S1,BX 0.4",
    "prev_numbered": "S0,C1 -0.2 KI 0.2 TX 1.3 SH -2.5",
    "next_numbered": "TX 0.7 SH -1.6 C1 -0.2 BH 0.3 BX 0.2",
    "prev_dash_start": "",
    "next_dash_start": "KI -1 HL 2",
    "prev_bullet": "AB 0.8 TX 0.5",
    "next_bullet": "AB 0.8 TX 0.6 C1 -0.3",
    "verse": "S0 -4.1 KI,S1 -4 HL,DK,C0,C1 -2 TX 5.7 SH 0.5 BX 0.2",
    "verse_title": "S0 -4 HL 4",
    "prev_phrases": "F0 -0.5 S0,KI,C0 -0.2 HL,BX -0.4 DK,BH 0.6 TX 0.1 F1 0.5",
    "next_phrases": "S0,AB,F1 0.2 KI,C0 0.5 HL,DK -0.2 TX -0.7 SH 0.7 C1 0.3",
    "next_dateline": "KI -0.6 HL 3.8 DK 4.9 TX -4 SH,BX -3 C1 -0.3",
    "prev_dateline": "",
    "prev_column": "F0,S1 0.2 KI 0.9 HL 1.3 DK -1.1 TX -0.2",
    "next_column": "F0 1 S0,BX -0.2 KI 0.5 HL -0.9 DK -0.3 C1 0.3",
    "stacked": "F0 0.3 S0 1.8 KI -1.1 HL 0.5 DK -0.2 SH -2.5 S1 2.5 BX 0.2",
    "pair": "S0 2.8 KI -1.8 HL -3.1 DK -1 TX 0.2 S1 0.4 BX -0.2",
    "after_signature": "KI 3 HL 5.1 C0 0.2 SH -2 C1 0.6",
    "short_top": "KI 2.5 HL -1.5 TX -0.2 SH 0.7 C1 -0.6",
    "pen_name": "BY 8 SH -1",
    "institution": "F0 0.2 KI 0.5 HL -1.2 SH 0.4 C1 -0.2 S1 -1.5 BT 5 BH 0.3 BX -0.4",
    "stack": "S0 2.2 KI,HL -3 DK -1 S1 2.8",
    "common_shape": "KI -0.2 HL -0.6 DK,TX 0.5 BY 0.2 SH 1.9 C1 -0.9 BX 0.3",
    "odd_shape": "F0,BY -0.3 HL,C1 0.6 TX -0.7 SH -1 R1 1.4 S1 -0.4 F1 0.2 BT -1.1 BH 0.4",
    # learnt besides
    "next_mark_head": "TX 0.3 C1 -0.3",
    "h1of2": "S0 -0.2 HL 0.2",
    "h_many": "TX 0.3 BH -0.2 BX -0.3",
    "mark_item": "C0 -0.4 C1 0.4",
    "next_institution": "S0 -0.3 KI,S1 0.2 C0 0.3 TX 0.7 C1 -0.6 BH -0.2 BX -0.4",
    "next_page_name": "F0 0.3 F1 -0.3",
    "next_said": "TX 0.5 SH -0.5",
    "next_scene_line": "C0 -0.4 C1 0.3",
    "next_signed_line": "TX -0.2 BX 0.2",
    "prev_page_name": "F0 0.3 HL -0.2 F1 -0.3",
    "prev_scene_line": "C0 -0.3 TX 0.4 SH -0.4 C1 0.3",
    "prev_signed_line": "C1 0.2",
    "h1of1": "F0 0.2 S0,C0 -0.4 KI 0.3 HL,TX 0.4 C1 -0.2",
    "h1of4": "F0 -0.3 S0 0.8 KI -0.7",
    "h2of2": "KI -0.2 DK 0.2 BY 0.3 TX 0.4 SH -0.7",
    "next_factual": "S0 0.7 KI,SH -0.4 HL -0.6 DK -0.3 TX 0.6 C1,S1,F1 -0.2 BT -0.1 BX 0.2",
    "next_field": "TX 1.1 SH -1.1 BX -0.3",
    "prev_box": "TX -0.6 BX 0.6",
    "prev_factual": "F0 0.9 S0 0.2 HL -0.4 DK -0.8 TX,BT -0.1 SH -0.3 S1 -0.2 F1 -0.6 BX 0.4",
    "prev_field": "TX 1.3 SH -1 F1 -0.6 BX -0.3",
    "prev_institution": "HL 0.7 DK -0.7 S1 -0.8 F1 0.8 BX 0.3",
    "prev_mark_head": "TX -0.6 C1 0.8",
}.items()}  # fmt: skip

START = _row("F0,KI,J0 0 S0,EN,O0 -1 HL 0.5 DK,C1 -3 AB,BY,C0 -2 R0,BH -4 TX -1.5 SH -6")

TRANSITIONS: Table = {state: _row(entry) for state, entry in {
    "F0": "F0 2.1 S0 -0.2 KI 0.3 HL -1.1 BY -3 EN -1 C0,TX -2 J0,O0 0",
    "S0": "F0 -0.9 S0 1.6 KI -0.1 HL 0.3 BY -2 EN -1 C0 -1.2 O0 0",
    "KI": "F0 -1.5 KI -2 HL 1.5 BY -3 EN 0 O0 -1 TX -4",
    "HL": "F0,R0,C1 -2 S0 -3 HL -2.6 DK 0.2 AB,EN,O0 -0.5 BY 0.3 C0 -0.1 J0 0 TX -0.3 SH -3.7 BH -5",
    "DK": "F0,C1 -2 S0,R0,BH -3 DK -1.1 AB,O0 -0.5 BY 0.2 EN,J0 0 C0 -1.5 TX 0.1 SH -2.5",
    "AB": "DK -3 AB 0.8 BY 0.2 EN,O0 -0.5 C0,SH -1 J0 0 TX -0.7",
    "BY": "F0,SH,C1 -2 KI -3 HL -3.4 DK -4 AB,R0 -1.5 BY,TX 0.8 EN,J0 0 C0,BH -1.4 O0 -0.5",
    "EN": "KI -1.5 HL -0.9 AB,EN -2 BY,J0,O0,TX 0 C0 -1 SH -2.7",
    "C0": "F0 -3.7 KI,HL -2 DK -3 AB,SH -1 BY,J0,O0 0 EN,C0 -0.5 R0 1.5 TX -0.1",
    "R0": "F0 -3.9 KI -2 HL -1.6 DK -3 AB,R0,SH -1 BY,O0,TX 0 EN -0.5 C0 0.1",
    "J0": "KI,O0 0 HL,TX 0.5 BY,J0 -2 SH -1.5",
    "O0": "S0,KI,HL,AB,BY,EN,C0,O0,TX,SH 0 DK -2",
    "TX": "KI -7.5 HL -6.7 EN -3 TX 0.6 SH,BH -0.2 C1 -0.4 R1 -1.6 S1 -1.8 F1 -1.4 J1 -0.3 BT 1 E1,O1 0",
    "SH": "TX 0.7 SH -2.4 C1 -1.8 R1 -5 BT -4 BH -3 O1 -2",
    "C1": "KI -7.5 HL -7 TX -0.1 SH,F1 0.2 C1 -0.3 R1 1.3 S1 0.6 J1 -0.2 BT -2 E1,BH,O1 0",
    "R1": "KI -7.5 HL -6.3 TX,SH,C1,S1,E1,BH,O1 0 R1 -1 F1 -0.3 J1 -0.5 BT -0.6",
    "S1": "KI -7.5 HL -7 TX -1.5 SH -1 C1 -0.7 S1,F1 1.1 O1 0",
    "F1": "KI -7.5 HL -7 TX -2.6 SH,BT -2 C1,S1,J1 -1 R1 -3 F1 1.5 O1 0",
    "J1": "KI -7.5 HL -7 TX,SH,R1 -1 C1,S1,F1,BT,E1,BH,O1 0 J1 -2",
    "BT": "KI -3.7 HL -3.6 TX -2.6 SH -2 C1 0.2 R1,S1,J1,E1,BH,O1 0 F1 0.3 BT 0.8",
    "E1": "KI -2.5 HL -2 TX -4 C1,F1,BT,O1 0 R1,J1,E1 -1 S1 -0.5",
    "BH": "KI -7.5 HL -7 TX -2.6 SH -2.5 C1,F1,BT -2 S1,BH -3 BX 1.5",
    "BX": "KI -7.5 HL -7 TX -5.4 SH -2.3 C1,S1 -1.2 R1 -2 F1 -0.2 J1,BH,O1 0 BT -0.5 BX 1.4",
    "O1": "F0,BX -3 KI -1 HL,SH -0.5 EN,TX,C1,S1,F1,J1,BT,BH,O1 0",
}.items()}  # fmt: skip

END = _row("KI,SH,BH -9 HL,DK,J0 -3 BY -1")
