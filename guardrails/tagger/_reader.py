"""The component that reads: for each token, how likely it is part of a person's name, of a place, of a number."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.tokens import Doc, Span

#: Marked are tokens whose label is more likely than this, whatever the others.
THRESHOLD = 0.3
#: Where the spans lie in ``doc.spans``, as spaCy's span categorizer has them: with ``attrs["scores"]``.
KEY = "sc"
#: Where the likelihood of each token to be part of nothing lies in ``doc.user_data``.
OUTSIDE = "outside"
#: Where the likelihood of each token to be the name of a place lies.
PLACE = "place"

_DEFAULT = {
    "@architectures": "spacy.Tagger.v2",
    "tok2vec": {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": 96,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "TAG", "LEMMA", "DEP"],
            "rows": [8000, 1000, 3000, 1500, 2500, 1500, 1500],
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": 96,
            "depth": 6,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    },
    "nO": None,
    "normalize": True,
}

#: Labels that must be likely themselves: other days and other places are nobody's.
_OF_THEIR_OWN = frozenset(("LOCATION", "DATE_OF_BIRTH"))


class ValueReader(TrainablePipe):  # type: ignore[misc]
    """Marks stretches with a label and how sure it is.

    The model gives each token a distribution over *outside* and, for each label, *begins* and *goes on*. A stretch is
    a run of tokens whose most likely label, both parts together, is the same and likelier than :data:`THRESHOLD`.
    """

    def __init__(self, vocab: Any, model: Any, name: str = "reader", *, labels: Iterable[str] = ()) -> None:
        self.vocab, self.model, self.name = vocab, model, name
        self.cfg: dict[str, Any] = {"labels": list(labels)}

    @property
    def labels(self) -> tuple[str, ...]:
        """What is told apart."""
        return tuple(self.cfg["labels"])

    @property
    def classes(self) -> int:
        """Number of classes of a token: outside, begin and inside of each label."""
        return 1 + 2 * len(self.labels)

    def initialize(
        self, get_examples: Any = None, *, nlp: Language | None = None, sample: list[Doc] | None = None
    ) -> None:
        """Give the weights their shape; ``sample`` are documents that carry the lexicon's features."""
        width = numpy.zeros((1, self.classes), dtype="f")
        self.model.initialize(X=sample or [Doc(self.vocab, words=["a"])], Y=[width])

    def predict(self, docs: Iterable[Doc]) -> list[Any]:
        """Class probabilities of each token, an array a document."""
        docs = list(docs)
        if not any(len(doc) for doc in docs):
            return [numpy.zeros((0, self.classes), dtype="f") for _ in docs]
        found: list[Any] = self.model.predict(docs)
        return found

    def set_annotations(self, docs: Iterable[Doc], scores: list[Any]) -> None:
        """Write the stretches into ``doc.ents`` and, with their scores, into ``doc.spans[KEY]``."""
        for doc, table in zip(docs, scores, strict=True):
            place = 2 * self.labels.index("LOCATION") + 1 if "LOCATION" in self.labels else 0
            doc.user_data[OUTSIDE] = table[:, 0]
            doc.user_data[PLACE] = table[:, place : place + 2].sum(axis=1) if place else 0 * table[:, 0]
            spans, values = self._stretches(doc, table)
            doc.spans[KEY] = spans
            doc.spans[KEY].attrs["scores"] = values
            doc.ents = spans

    def _stretches(self, doc: Doc, table: Any) -> tuple[list[Span], list[float]]:
        if not len(table):
            return [], []
        begins, inside = table[:, 1::2], table[:, 2::2]
        both = begins + inside
        worth = both.max(axis=1)
        personal = both.sum(axis=1) - (both[:, self.labels.index("LOCATION")] if "LOCATION" in self.labels else 0)
        spans: list[Span] = []
        values: list[float] = []
        tokens = numpy.flatnonzero(worth >= THRESHOLD)
        best = dict(zip(tokens.tolist(), both[tokens].argmax(axis=1).tolist(), strict=True))
        start = previous = -2
        for token in (*tokens.tolist(), -1):
            label = best.get(token, -1)
            goes_on = (
                token == previous + 1
                and token >= 0
                and label == best[start]
                and (begins[token, label] <= inside[token, label] or not doc[token].text[0].isalnum())
            )
            if not goes_on:
                if start >= 0:
                    stretch = _trimmed(doc, start, previous + 1)
                    if stretch is not None:
                        spans.append(Span(doc, *stretch, label=self.labels[best[start]]))
                        known = worth if self.labels[best[start]] in _OF_THEIR_OWN else personal
                        values.append(float(known[start : previous + 1].mean()))
                start = token
            previous = token
        return spans, values


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """Without blanks at the edges; None where nothing is left."""
    while start < end and doc[start].is_space:
        start += 1
    while start < end and doc[end - 1].is_space:
        end -= 1
    return (start, end) if start < end else None


def _make(nlp: Language, name: str, model: Any, labels: list[str]) -> ValueReader:
    return ValueReader(nlp.vocab, model, name, labels=labels)


Language.factory("reader", default_config={"model": _DEFAULT, "labels": []}, func=_make)
