"""A training run of seconds on a handful of sentences: shows that the recipe's parts fit together."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

import spacy

from guardrails.tagger import _lexicon as bits
from guardrails.training.compose import LabelledText, Span
from guardrails.training.pipeline import compact
from guardrails.training.train import train

_WORDS = {"selin": bits.GIVEN_COMMON, "karaca": bits.SURNAME, "berlin": bits.PLACE, "der": bits.LOWER_OFTEN}


def smoke(target: Path, *, words_seen: int = 8_000) -> str:
    """Train on four sentences, write to `target`, load it and return what it finds in one of them."""
    texts = [
        LabelledText("Frau Selin Karaca wohnt in Berlin.", [Span(5, 17, "PERSON"), Span(27, 33, "LOCATION")], "s"),
        LabelledText("Sie wohnt Hauptstraße 12.", [Span(10, 24, "STREET_ADDRESS")], "s"),
        LabelledText("Der Antrag ist eingegangen.", [], "s"),
        LabelledText("Herr Karaca rief an.", [Span(5, 11, "PERSON")], "s"),
    ]
    nlp = train(
        _WORDS,
        lambda: iter(cycle(texts)),
        words_seen=words_seen,
        seed=1,
        width=32,
        depth=2,
        warm=texts,
        batch_words=80,
        warm_up_steps=5,
        report=lambda line: None,
    )
    compact(nlp).to_disk(target)
    doc = spacy.load(target)(texts[0].text)
    return "; ".join(f"{e.text}={e.label_}" for e in doc.ents)
