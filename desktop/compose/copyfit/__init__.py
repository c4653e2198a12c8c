"""Copyfit (齐版): making every text of a page end exactly with its last column.

``search`` pulls the levers of the house style in its order and counts what it tries; ``levers`` says what each of them
offers, ``targets`` which heights of columns are to be filled, ``exact`` finds the cheapest lines that fill them.
``cutting`` and ``sentences`` name what would have to go where no lever suffices; nothing is ever cut here. ``plan`` is
the answer, ``steps`` tells it in words. What is decided is a ``Fitting`` for the page, which composing honours.
"""

from desktop.compose.copyfit.plan import Cut, FitPlan, FitState, FitStep, LeverKind, TextPlan
from desktop.compose.copyfit.search import copyfit
from desktop.compose.copyfit.sentences import Sentence

__all__ = ["Cut", "FitPlan", "FitState", "FitStep", "LeverKind", "Sentence", "TextPlan", "copyfit"]
