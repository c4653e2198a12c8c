"""``banxin text``: the recognised structure of an article, or of an edition's stories, as JSON."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

from desktop.app.voice import Voice
from desktop.opening import empty_edition, is_package, open_path, read_articles
from desktop.recognise.to_json import text_json


def run(arguments: Namespace, voice: Voice) -> int:
    """Print the structure; an edition of several articles gives a list of documents."""
    path = Path(arguments.file)
    if is_package(path):
        edition = open_path(path).edition
        sources, stories = edition.sources, edition.stories
    else:
        sources, stories = read_articles(empty_edition(), [path])
    documents = [
        text_json(source, [story for story in stories if story.source == source.id], voice.render) for source in sources
    ]
    voice.result(json.dumps(documents[0] if len(documents) == 1 else documents, ensure_ascii=False, indent=1))
    return 0
