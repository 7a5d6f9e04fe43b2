"""The training loop: one thread, fixed seed, a number of words, and so the same model from the same recipe."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Iterator, Sequence

import numpy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import fix_random_seed
from thinc.api import Adam, Optimizer, set_dropout_rate

from guardrails.tagger._lexicon import NameLexicon
from guardrails.tagger._reader import ValueReader
from guardrails.training.compose import LabelledText
from guardrails.training.pipeline import blank_pipeline

# Shares of words that the lexicon keeps to itself in a training text, names and everyday words alike, and how
# often each share is drawn: the reader has to learn that an unlisted word may be a name or none.
_HIDDEN_SHARES, _HIDDEN_WEIGHTS = (0, 5, 15, 30, 50), (30, 20, 20, 20, 10)
_UNKNOWN = -1

Example = tuple[Doc, list[int]]


def classes(reader: ValueReader, doc: Doc, text: LabelledText) -> list[int]:
    """The class of each token; of those in a span that cuts through a token nothing is known."""
    found = [0] * len(doc)
    unknown = list(text.missing)
    for span in text.spans:
        exact = doc.char_span(span.start, span.end)
        if exact is None:
            unknown.append((span.start, span.end))
            continue
        label = reader.labels.index(span.label)
        for token in exact:
            found[token.i] = 2 * label + (1 if token.i == exact.start else 2)
    for start, end in unknown:
        wide = doc.char_span(start, end, alignment_mode="expand")
        for token in wide or ():
            if not found[token.i]:
                found[token.i] = _UNKNOWN
    return found


def example(nlp: Language, text: LabelledText, rng: random.Random) -> Example:
    """A document with the lexicon's features, some words hidden, and the classes of its tokens."""
    lexicon, reader = nlp.get_pipe("name_lexicon"), nlp.get_pipe("reader")
    assert isinstance(lexicon, NameLexicon)
    assert isinstance(reader, ValueReader)
    salt, share = rng.random(), rng.choices(_HIDDEN_SHARES, _HIDDEN_WEIGHTS)[0]
    lexicon.hide = lambda word: zlib.crc32(f"{salt}{word}".encode()) % 100 < share
    doc = lexicon(nlp.make_doc(text.text))
    lexicon.hide = None
    return doc, classes(reader, doc, text)


def batches(
    texts: Callable[[], Iterator[LabelledText]], nlp: Language, rng: random.Random, words: int
) -> Iterator[list[Example]]:
    """Examples from `texts`, in batches of about `words` tokens."""
    batch: list[Example] = []
    size = 0
    for text in texts():
        if not text.text.strip():
            continue
        batch.append(example(nlp, text, rng))
        size += len(batch[-1][0])
        if size >= words:
            yield batch
            batch, size = [], 0


def update(reader: ValueReader, batch: list[Example], optimizer: Optimizer, drop: float) -> float:
    """One step; returns the loss, summed over the tokens whose class is known."""
    set_dropout_rate(reader.model, drop)
    scores, backprop = reader.model.begin_update([doc for doc, _ in batch])
    gradients, loss = [], 0.0
    for table, (_, gold) in zip(scores, batch, strict=True):
        target = numpy.asarray(gold)
        known = numpy.flatnonzero(target >= 0)
        gradient = table.copy()
        gradient[known, target[known]] -= 1
        gradient[target < 0] = 0
        loss -= float(numpy.log(table[known, target[known]] + 1e-8).sum())
        gradients.append(gradient / len(batch))
    backprop(gradients)
    reader.model.finish_update(optimizer)
    return loss


def train(
    words: dict[str, int],
    texts: Callable[[], Iterator[LabelledText]],
    *,
    words_seen: int,
    seed: int,
    width: int = 128,
    depth: int = 6,
    warm: Sequence[LabelledText] = (),
    batch_words: int = 1200,
    warm_up_steps: int = 150,
    report: Callable[[str], None] = print,
    check: Callable[[Language], str] | None = None,
) -> Language:
    """Train on the endless stream `texts()` until `words_seen` tokens; the averaged weights are kept.

    `warm` initialises the model (a handful is enough). `check` is called three times on the way and its answer
    reported. The learning rate rises for `warm_up_steps` batches and then falls linearly.
    """
    fix_random_seed(seed)
    rng = random.Random(seed)
    nlp = blank_pipeline(words, width=width, depth=depth)
    reader = nlp.get_pipe("reader")
    assert isinstance(reader, ValueReader)
    reader.initialize(sample=[example(nlp, text, rng)[0] for text in warm])
    optimizer = Adam(
        0.001, beta1=0.9, beta2=0.999, eps=1e-8, L2=0.01, grad_clip=1.0, L2_is_weight_decay=True, use_averages=True
    )
    seen, next_check, loss = 0, 0.25, 0.0
    for step, batch in enumerate(batches(texts, nlp, rng, batch_words)):
        done = seen / words_seen
        if done >= 1:
            break
        optimizer.learn_rate = 0.0015 * min(1.0, step / warm_up_steps + 0.05) * max(0.03, 1 - done)
        loss += update(reader, batch, optimizer, 0.12)
        seen += sum(len(doc) for doc, _ in batch)
        if step % 100 == 99:
            report(f"{done:5.1%} step {step + 1} tokens {seen} loss {loss:.0f}")
            loss = 0.0
        if check is not None and done > next_check:
            next_check += 0.25
            with reader.model.use_params(optimizer.averages):
                report(check(nlp))
    with reader.model.use_params(optimizer.averages):
        weights = reader.model.to_bytes()
    reader.model.from_bytes(weights)
    return nlp
