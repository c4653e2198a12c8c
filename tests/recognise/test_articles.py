"""0.95 of the characters get the right role, on articles of every kind and in every form a file comes in."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.recognise.corpus import BARE, FORMS, LOTS, Labelled, compare, corpus

_ALL = [article for lot in LOTS for article in corpus(lot)]


def test_the_corpus_is_as_large_as_promised() -> None:
    assert len(_ALL) >= 115


@pytest.mark.parametrize("article", _ALL, ids=lambda article: article.name)
@pytest.mark.parametrize("form", FORMS)
def test_characters_get_the_right_role(article: Labelled, form: str) -> None:
    share, wrong, stories = compare(article, form)
    assert share >= 0.95, f"{share:.3f}, (wanted, found): {dict(wrong)}"
    assert stories == article.stories


@pytest.mark.parametrize("half", LOTS)
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


def test_lines_wrapped_without_indents_and_blank_lines() -> None:
    shares = [compare(article, BARE)[0] for lot in LOTS[2:] for article in corpus(lot)]
    assert sum(shares) / len(shares) >= 0.97
