"""Features → states: the sequence of parts that the weights like best as a whole (Viterbi, 1967).

The score of a sequence is the sum of what each block's features speak for its state, of the transitions, and
of the start and the end. Ties go to the earlier state of the table, so that the same file always reads alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.recognise.weights import EMISSIONS, END, START, STATES, TRANSITIONS

_NEVER = -1e9


def scores_of(words: frozenset[str], forced: str = "") -> dict[str, float]:
    """Return how well each state fits a block; a forced state (from a label in the file) beats all others."""
    total = dict.fromkeys(STATES, 0.0)
    for word in ("", *words):
        for state, weight in EMISSIONS.get(word, {}).items():
            total[state] += weight
    if forced:
        total[forced] += 100.0
    return total


def decode(blocks: Sequence[frozenset[str]], forced: Mapping[int, str] | None = None) -> tuple[str, ...]:
    """Return a state for every block."""
    if not blocks:
        return ()
    forced = forced or {}
    emitted = [scores_of(words, forced.get(i, "")) for i, words in enumerate(blocks)]
    best = {state: START.get(state, _NEVER) + emitted[0][state] for state in STATES}
    backs: list[dict[str, str]] = []
    for scores in emitted[1:]:
        best, back = _step(best, scores)
        backs.append(back)
    for state in STATES:
        best[state] += END.get(state, 0.0)
    return _trace(best, backs)


def _step(best: Mapping[str, float], scores: Mapping[str, float]) -> tuple[dict[str, float], dict[str, str]]:
    """Extend every best sequence by one block."""
    reached: dict[str, float] = dict.fromkeys(STATES, 2 * _NEVER)
    back: dict[str, str] = dict.fromkeys(STATES, STATES[0])
    for state, so_far in best.items():
        for follower, weight in TRANSITIONS[state].items():
            if so_far + weight > reached[follower]:
                reached[follower] = so_far + weight
                back[follower] = state
    return {state: reached[state] + scores[state] for state in STATES}, back


def _trace(best: Mapping[str, float], backs: Sequence[Mapping[str, str]]) -> tuple[str, ...]:
    state = max(STATES, key=lambda name: best[name])
    found = [state]
    for back in reversed(backs):
        state = back[state]
        found.append(state)
    return tuple(reversed(found))
