"""0.95 of the characters get the right role, on articles of every kind and in every form a file comes in."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.recognise.corpus import FORMS, Labelled, compare, corpus

_TUNED = corpus("tuned")
_HELD_OUT = corpus("heldout")


def test_the_corpus_is_as_large_as_promised() -> None:
    assert len(_TUNED) + len(_HELD_OUT) >= 60
    assert len({article.name for article in _TUNED + _HELD_OUT}) == len(_TUNED) + len(_HELD_OUT)


@pytest.mark.parametrize("article", _TUNED + _HELD_OUT, ids=lambda article: article.name)
@pytest.mark.parametrize("form", FORMS)
def test_characters_get_the_right_role(article: Labelled, form: str) -> None:
    share, wrong, stories = compare(article, form)
    assert share >= 0.95, f"{share:.3f}, (wanted, found): {dict(wrong)}"
    assert stories == article.stories


@pytest.mark.parametrize("half", ["tuned", "heldout"])
def test_the_mean_is_higher_still(half: str) -> None:
    shares: list[float] = []
    confusions: Counter[tuple[str, str]] = Counter()
    for article in corpus(half):
        for form in FORMS:
            share, wrong, _ = compare(article, form)
            shares.append(share)
            confusions += wrong
    mean = sum(shares) / len(shares)
    print(f"{half}: {mean:.4f} of {len(shares)} files; most confused {confusions.most_common(6)}")
    assert mean >= 0.97
