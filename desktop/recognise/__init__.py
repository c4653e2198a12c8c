"""Plain text → stories: what each part of a newspaper article is, guessed from its form, words and neighbours.

lines → blocks (wrapped lines put together) → features → decode (states, by the weights) → pieces (what runs in one
paragraph taken apart) → joins (sentences cut by a column) → stories (order, sections, ids) → normalise (house style).
"""

from __future__ import annotations

from msgspec.structs import replace

from desktop.model.story import Source, Story


def recognise(source: Source, first_story: int = 1) -> tuple[Story, ...]:
    """Return the stories of a source, named s1, s2, … from ``first_story`` on.

    The same source always gives the same stories. Every character that is not white space belongs to exactly
    one element, or is listed as unassigned with the reason.
    """
    from desktop.recognise.blocks import make_blocks
    from desktop.recognise.decode import decode
    from desktop.recognise.features import features
    from desktop.recognise.labels import take_labels
    from desktop.recognise.lines import invisible_runs, split_lines
    from desktop.recognise.normalise import normalise
    from desktop.recognise.pieces import make_pieces, with_invisible
    from desktop.recognise.stories import make_story, split_stories

    raw = make_blocks(split_lines(source.text), source.text)
    hidden = invisible_runs(source.text)
    if not raw and not hidden:
        return ()
    blocks, labels, forced = take_labels(raw)
    words = features(blocks)
    pieces = make_pieces(blocks, decode(words, forced), words, labels)
    found = []
    pieces = with_invisible(pieces, hidden, source.text)
    for number, group in enumerate(split_stories(pieces), first_story):
        story = make_story(group, source, f"s{number}")
        changes, suspicions = normalise(story, source.text)
        found.append(replace(story, changes=changes, suspicions=suspicions))
    return tuple(found)


__all__ = ["recognise"]
