"""The steps of the recipe: which texts are drawn in which share, what is shipped, what is measured."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language

from guardrails.tagger import LABELS, TAGGER_NAME, TAGGER_VERSION
from guardrails.tagger._lexicon import NameLexicon
from guardrails.training import corpora, evaluate, splice
from guardrails.training.compose import Composer, LabelledText, Span
from guardrails.training.lexicon import build_lexicon
from guardrails.training.names import ORIGINS, NameBook, held_out
from guardrails.training.persons import Person
from guardrails.training.pipeline import compact
from guardrails.training.places import PlaceBook
from guardrails.training.train import train
from guardrails.training.written import WrittenTexts, held_out_texts

SEED = 20260301
#: The labels that news and templates know.
_NAMES = ("LOCATION", "PERSON", "STREET_ADDRESS")


def prepare(data: Path, work: Path) -> None:
    """Write what training reads into `work`: corpora, passages of law, lexicon."""
    work.mkdir(parents=True, exist_ok=True)
    law_file = data / "law" / "gesetze_de.txt.xz"
    law = corpora.law_words(law_file)
    words = build_lexicon(data, law)
    (work / "lexicon.json").write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")
    places = PlaceBook.read(data / "places")
    towns = {part for _, ort in places.rows for part in ort.split()} | set(places.big)
    towns |= {"Deutschland", "Bayern", "Sachsen", "Hessen", "Europa", "Schweiz", "Österreich", "Frankreich"}
    mobie = data / "ner" / "mobie" / "ner_conll03_formatted.zip"
    sets = {
        "smartdata_train": corpora.read_smartdata(data / "ner" / "smartdata" / "train.json.gz", words),
        "smartdata_test": corpora.read_smartdata(data / "ner" / "smartdata" / "test.json.gz"),
        "mobie": (text for split in ("train", "dev", "test") for text in corpora.read_mobie(mobie, split)),
        "germeval_dev": corpora.read_germeval(data / "ner" / "germeval-dev" / "NER-de-dev.tsv"),
        "law": iter(corpora.law_passages(law_file, 6000, towns, SEED)),
        "law_roles": iter(corpora.law_passages(law_file, 20000, set(), SEED + 1, splice.suits)),
    }
    for name, texts in sets.items():
        with (work / f"{name}.jsonl").open("w", encoding="utf-8") as out:
            for text in texts:
                out.write(json.dumps(text.as_dict(), ensure_ascii=False) + "\n")


def read(work: Path, name: str) -> list[LabelledText]:
    """A set that `prepare` wrote."""
    with (work / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [LabelledText.from_dict(json.loads(line)) for line in lines]


def training_stream(data: Path, work: Path, seed: int = SEED) -> Iterator[LabelledText]:
    """Endless texts for training: written by hand, generated, news and traffic reports (names exchanged), law."""
    rng = random.Random(seed)
    book, places = NameBook.read(data / "names", evaluation=False), PlaceBook.read(data / "places")
    composer = Composer(seed, book, places, evaluation=False)
    news, mobie = read(work, "smartdata_train"), read(work, "mobie")
    law, roles = read(work, "law")[1000:], read(work, "law_roles")
    written = WrittenTexts.read(evaluation=False)
    people = [text for text in news + mobie if any(s.label == "PERSON" for s in text.spans)]
    while True:
        draw = rng.random()
        if draw < 0.54:
            yield written.draw(rng, book)
        elif draw < 0.76:
            yield composer.document()
        elif draw < 0.83:
            yield composer.disturb_text(splice.splice(rng.choice(roles).text, rng, book, places))
        elif draw < 0.88:
            yield rng.choice(news)
        elif draw < 0.93:
            yield _exchanged(rng.choice(people), rng, book)
        elif draw < 0.955:
            yield rng.choice(mobie)
        else:
            yield composer.disturb_text(rng.choice(law))


def _exchanged(text: LabelledText, rng: random.Random, book: NameBook) -> LabelledText:
    """`text` with other people: each person's name replaced by one of about the same form."""
    out = LabelledText("", [], text.section)
    position, shift = 0, 0
    moves: list[tuple[int, int]] = []
    for span in sorted(text.spans, key=lambda s: s.start):
        old = text.text[span.start : span.end]
        new = old
        if span.label == "PERSON" and not old.startswith(("@", "#")):
            person = Person.draw(rng, book, rng.choice(ORIGINS))
            form = "full" if " " in old else "last"
            if form == "last" and old.endswith("s") and rng.random() < 0.5:
                form = "gen"
            new = person.name(form, rng) or old
            new = new.upper() if old.isupper() and len(old) > 2 else new
        out.text += text.text[position : span.start] + new
        out.spans.append(Span(len(out.text) - len(new), len(out.text), span.label))
        shift += len(new) - len(old)
        moves.append((span.end, shift))
        position = span.end
    out.text += text.text[position:]
    for start, end in text.missing:
        by = next((shift for after, shift in reversed(moves) if after <= start), 0)
        out.missing.append((start + by, end + by))
    return out


def evaluation_texts(data: Path, seed: int = SEED) -> dict[str, list[LabelledText]]:
    """Held-out patterns with held-out names: each pattern for each origin, and patterns without names."""
    places = PlaceBook.read(data / "places")
    composer = Composer(seed, NameBook.read(data / "names", evaluation=True), places, evaluation=True)
    positive = [
        composer.single(template, section, origin)
        for section, templates in composer.positive.items()
        for template in templates
        for origin in ORIGINS
        for _ in range(3)
    ]
    negative = [
        composer.single(template, section)
        for section, templates in composer.negative.items()
        for template in templates
        for _ in range(5)
    ]
    return {"positive": positive, "negative": negative}


def measure(nlp: Language, data: Path, work: Path) -> dict[str, Any]:
    """All figures of the evaluation, ready for JSON."""
    generated = evaluation_texts(data)
    lexicon = nlp.get_pipe("name_lexicon")
    assert isinstance(lexicon, NameLexicon)
    lexicon.hide = held_out
    unknown = evaluate.covered(nlp, generated["positive"])
    lexicon.hide = None
    lower = [
        LabelledText(t.text.lower(), t.spans, t.section)
        for t in generated["positive"]
        if len(t.text.lower()) == len(t.text)
    ]
    law = read(work, "law")[:1000]
    return {
        "tagger": f"{TAGGER_NAME}-{TAGGER_VERSION}",
        "germeval_dev": evaluate.strict(nlp, read(work, "germeval_dev"), ("PERSON", "LOCATION")),
        "smartdata_test": evaluate.strict(nlp, read(work, "smartdata_test"), _NAMES),
        "generated": {
            "names_in_lexicon": evaluate.covered(nlp, generated["positive"]),
            "names_unknown_to_lexicon": unknown,
            "all_lower_case": evaluate.covered(nlp, lower),
            "strict": evaluate.strict(nlp, generated["positive"], _NAMES),
            "without_names": evaluate.false_alarms(nlp, generated["negative"]),
        },
        "written_by_hand": evaluate.strict(nlp, held_out_texts(), LABELS),
        "law": evaluate.false_alarms(nlp, law),
        "speed_per_1000_characters": evaluate.speed(nlp, generated["positive"] + law),
    }


def train_and_ship(data: Path, work: Path, target: Path, *, words_seen: int, width: int, depth: int) -> Language:
    """Train and write the model to `target`, which is replaced."""
    words: dict[str, int] = json.loads((work / "lexicon.json").read_text(encoding="utf-8"))
    development = read(work, "germeval_dev")
    held = evaluation_texts(data)["positive"][::7]
    written = list(held_out_texts())

    def check(nlp: Language) -> str:
        figures = evaluate.strict(nlp, development, ("PERSON",))["PERSON"]
        by_hand = evaluate.strict(nlp, written, LABELS)
        return "\n".join(
            (
                f"GermEval dev {figures}",
                f"generated {evaluate.covered(nlp, held)['label']}",
                *(f"written {label} {by_hand[label]}" for label in LABELS),
            )
        )

    stream = training_stream(data, work)
    warm = [next(stream) for _ in range(200)]
    nlp = train(
        words, lambda: stream, words_seen=words_seen, seed=SEED, width=width, depth=depth, warm=warm, check=check
    )
    shipped = compact(nlp)
    if target.exists():
        shutil.rmtree(target)
    shipped.to_disk(target)
    return shipped
