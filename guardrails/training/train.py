"""The training loop: one thread, fixed seed, a number of words, and so the same model from the same recipe."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import fix_random_seed
from thinc.api import Adam

from guardrails.tagger._lexicon import NameLexicon
from guardrails.training.compose import LabelledText
from guardrails.training.pipeline import blank_pipeline

# Shares of words that the lexicon keeps to itself in a training text, names and everyday words alike, and how
# often each share is drawn: the recognizer has to learn that an unlisted word may be a name or none.
_HIDDEN_SHARES, _HIDDEN_WEIGHTS = (0, 5, 15, 30, 50), (30, 20, 20, 20, 10)


def reference(nlp: Language, text: LabelledText) -> Doc:
    """The gold document. A span that cuts through a token becomes unknown, and so do its tokens."""
    doc = nlp.make_doc(text.text)
    spans: list[Span] = []
    unknown = list(text.missing)
    for span in text.spans:
        exact = doc.char_span(span.start, span.end, label=span.label)
        if exact is None:
            unknown.append((span.start, span.end))
        else:
            spans.append(exact)
    missing: list[Span] = []
    for start, end in unknown:
        wide = doc.char_span(start, end, alignment_mode="expand")
        if wide is not None and not any(s.start < wide.end and wide.start < s.end for s in (*spans, *missing)):
            missing.append(wide)
    doc.set_ents(spans, missing=missing, default="outside")
    return doc


def example(nlp: Language, text: LabelledText, rng: random.Random) -> Example:
    """An example whose prediction side carries the lexicon's tags, some of them hidden."""
    lexicon = nlp.get_pipe("name_lexicon")
    assert isinstance(lexicon, NameLexicon)
    salt, share = rng.random(), rng.choices(_HIDDEN_SHARES, _HIDDEN_WEIGHTS)[0]
    lexicon.hide = lambda word: zlib.crc32(f"{salt}{word}".encode()) % 100 < share
    gold = reference(nlp, text)
    predicted = lexicon(Doc(nlp.vocab, words=[t.text for t in gold], spaces=[bool(t.whitespace_) for t in gold]))
    lexicon.hide = None
    return Example(predicted, gold)


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
        size += len(batch[-1].reference)
        if size >= words:
            yield batch
            batch, size = [], 0


def train(
    words: dict[str, int],
    texts: Callable[[], Iterator[LabelledText]],
    *,
    words_seen: int,
    seed: int,
    width: int = 96,
    depth: int = 4,
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
    sample = [example(nlp, text, rng) for text in warm]
    optimizer = nlp.initialize(lambda: sample)
    optimizer = Adam(
        0.001, beta1=0.9, beta2=0.999, eps=1e-8, L2=0.01, grad_clip=1.0, L2_is_weight_decay=True, use_averages=True
    )
    seen, next_check = 0, 0.25
    losses: dict[str, float] = {}
    for step, batch in enumerate(batches(texts, nlp, rng, batch_words)):
        done = seen / words_seen
        if done >= 1:
            break
        optimizer.learn_rate = 0.0015 * min(1.0, step / warm_up_steps + 0.05) * max(0.03, 1 - done)
        losses = nlp.update(batch, sgd=optimizer, drop=0.12, losses=losses)
        seen += sum(len(e.reference) for e in batch)
        if step % 100 == 99:
            report(f"{done:5.1%} step {step + 1} tokens {seen} loss {losses.get('ner', 0):.0f}")
            losses = {}
        if check is not None and done > next_check:
            next_check += 0.25
            with nlp.use_params(optimizer.averages):
                report(check(nlp))
    with nlp.use_params(optimizer.averages):
        nlp.from_bytes(nlp.to_bytes())
        weights = nlp.get_pipe("ner").model.to_bytes()
    nlp.get_pipe("ner").model.from_bytes(weights)
    return nlp
