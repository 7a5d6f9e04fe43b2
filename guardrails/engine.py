"""Presidio's analyzer around the project's recognizers and tagger."""

from __future__ import annotations

import logging
import threading
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import regex
import spacy
from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry, RecognizerResult
from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine
from threadpoolctl import threadpool_limits

from guardrails.deadline import check_time
from guardrails.errors import GuardError
from guardrails.normalisation import normalise
from guardrails.readings import encoded_blocks, read_otherwise
from guardrails.recognizers import build_identifier_recognizers, build_recognizers
from guardrails.recognizers.base import Candidate
from guardrails.tagger import ABOUT_PEOPLE, KEY, LABELS, TAGGER_NAME, TAGGER_VERSION, load_tagger
from guardrails.weighing import Likelihood, borne_out, completed, without_repeats

LANGUAGES = ("de", "en")

#: The official German pipelines, used beside the project's tagger where a house has installed one.
OFFICIAL_MODELS = ("de_core_news_lg", "de_core_news_md", "de_core_news_sm")
_OFFICIAL_LABELS = {"PER": "PERSON", "LOC": "LOCATION"}
_OFFICIAL_SCORE = 0.8
#: What the tagger is given in advance in a part of a text, of which it sees less than in the whole.
_BENEFIT = {"PERSON": 0.1, "REFERENCE": 0.15, "STREET_ADDRESS": 0.1}
#: Longest piece of text that the tagger reads at once; keeps memory flat and lets the time limit act.
_BLOCK = 4000
#: Text before an encoded block that is read together with it, for words such as "Passwort".
_LABEL = 60
#: The loaded pipelines are shared by all guards of a process, and spaCy frees a memory zone for all of them.
_TAGGING = threading.Lock()
_BLOCK_END = regex.compile(r"\n\s*\n|(?<=[.!?])\s|\n|\s")


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A stretch that a tagger marked, in characters of the whole text (named like spaCy's ``Span``)."""

    start_char: int
    end_char: int
    label_: str
    score: float
    """How sure the tagger is, 0 to 1; an official model does not say, and counts as rather sure."""


def silence_presidio() -> None:
    """Presidio logs values and exceptions of the analysed text; nothing of it may reach a handler."""
    for name in ("presidio-analyzer", "decision_process", "presidio_analyzer"):
        logger = logging.getLogger(name)
        logger.disabled = True
        logger.propagate = False


class TaggerEngine(NlpEngine):  # type: ignore[misc]
    """The spaCy tagger as Presidio wants it, block by block, one thread at a time."""

    def __init__(self, pipelines: list[spacy.Language]) -> None:
        self._pipelines = pipelines

    def load(self) -> None:
        """The pipelines are loaded before."""

    def is_loaded(self) -> bool:
        """Always."""
        return True

    def process_text(self, text: str, language: str, *, partial: bool = False) -> NlpArtifacts:
        """Tagged spans and how likely each stretch is to be one. Tokens and lemmas stay empty: no recognizer looks at
        them. A part of a longer text counts as one about people.
        """
        entities: list[TaggedSpan] = []
        likelihood = Likelihood()
        for start, end in _blocks(text):
            check_time()
            for number, pipeline in enumerate(self._pipelines):
                with _TAGGING, pipeline.memory_zone():
                    document = pipeline.make_doc(text[start:end])
                    document.user_data[ABOUT_PEOPLE] = partial
                    document = pipeline(document)
                    entities.extend(_spans(document, start))
                    if number == 0:
                        likelihood.add(document, start)
        artifacts = NlpArtifacts(entities, [], [], [], self, language)
        artifacts.likelihood = likelihood
        return artifacts

    def process_batch(
        self, texts: Any, language: str, batch_size: int = 1, n_process: int = 1, **kwargs: Any
    ) -> Iterator[Any]:
        """One after the other."""
        for text in texts:
            yield text, self.process_text(text, language)

    def is_stopword(self, word: str, language: str) -> bool:
        """Not used by this package's context lookup."""
        return False

    def is_punct(self, word: str, language: str) -> bool:
        """Not used by this package's context lookup."""
        return not any(character.isalnum() for character in word)

    def get_supported_entities(self) -> list[str]:
        """The labels of the taggers."""
        return list(LABELS)

    def get_supported_languages(self) -> list[str]:
        """The German tagger reads names in English text too."""
        return list(LANGUAGES)


def _spans(document: Any, offset: int) -> Iterator[TaggedSpan]:
    if KEY in document.spans:
        group = document.spans[KEY]
        for entity, score in zip(group, group.attrs["scores"], strict=True):
            yield TaggedSpan(offset + entity.start_char, offset + entity.end_char, entity.label_, score)
        return
    for entity in document.ents:
        label = _OFFICIAL_LABELS.get(entity.label_)
        if label is not None:
            yield TaggedSpan(offset + entity.start_char, offset + entity.end_char, label, _OFFICIAL_SCORE)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Pieces of at most ``_BLOCK`` characters, cut behind a paragraph, sentence, line or word."""
    start = 0
    while len(text) - start > _BLOCK:
        best: dict[int, int] = {}
        for match in _BLOCK_END.finditer(text, start + _BLOCK // 2, start + _BLOCK):
            kind = (
                0
                if match[0].count("\n") > 1
                else 1
                if text[match.start() - 1] in ".!?"
                else 2
                if "\n" in match[0]
                else 3
            )
            best[kind] = match.end()
        end = best[min(best)] if best else start + _BLOCK
        yield start, end
        start = end
    if start < len(text):
        yield start, len(text)


class _ContextInRecognizers(ContextAwareEnhancer):  # type: ignore[misc]
    """Context is looked up by the recognizers themselves, in linear time; nothing is left to do here."""

    def __init__(self) -> None:
        super().__init__(0.0, 0.0, 0, 0)

    def enhance_using_context(
        self,
        text: str,
        raw_results: list[RecognizerResult],
        nlp_artifacts: NlpArtifacts,
        recognizers: list[EntityRecognizer],
        context: list[str] | None = None,
    ) -> list[RecognizerResult]:
        """Hands the results on."""
        return raw_results


def load_pipelines() -> tuple[list[spacy.Language], str]:
    """The project's tagger, an installed official model, and what they are called.

    Raises:
        GuardError: the project's tagger is missing or broken; without it the guard does not start.
    """
    # The tagger's matrices are small: a second thread of the linear algebra mostly spins while it waits for its turn
    # (twelve times the processor time beside two busy processes on two cores).
    threadpool_limits(1, "blas")
    try:
        pipelines = [load_tagger("de")]
    except (OSError, ValueError) as error:
        raise GuardError(
            "Der Tagger des Wächters (guardrails/tagger/model) fehlt oder ist beschädigt. "
            "Ohne ihn startet der Wächter nicht: Bitte die Installation prüfen."
        ) from error
    version = f"{TAGGER_NAME}-{TAGGER_VERSION}"
    for name in OFFICIAL_MODELS:
        if spacy.util.is_package(name):
            pipelines.append(
                spacy.load(
                    name, exclude=["tagger", "morphologizer", "parser", "lemmatizer", "attribute_ruler", "senter"]
                )
            )
            version += f"+{name}-{pipelines[-1].meta['version']}"
            break
    for pipeline in pipelines:
        _multiply_with_numpy(pipeline)
    return pipelines, version


def _multiply_with_numpy(pipeline: spacy.Language) -> None:
    """NumPy's matrix product takes two thirds of the time of thinc's own for matrices as small as the tagger's."""
    for _, pipe in pipeline.pipeline:
        for node in pipe.model.walk() if hasattr(pipe, "model") else ():
            if hasattr(node.ops, "use_blis"):
                node.ops.use_blis = False


class Analyzer:
    """Runs every recognizer over a normalised text."""

    def __init__(self, pipelines: list[spacy.Language]) -> None:
        silence_presidio()
        registry = RecognizerRegistry(recognizers=build_recognizers(LANGUAGES), supported_languages=list(LANGUAGES))
        self._engine = AnalyzerEngine(
            registry=registry,
            nlp_engine=TaggerEngine(pipelines),
            supported_languages=list(LANGUAGES),
            log_decision_process=False,
            context_aware_enhancer=_ContextInRecognizers(),
        )
        self._identifiers = {language: build_identifier_recognizers(language) for language in LANGUAGES}
        silence_presidio()

    def candidates(self, text: str, language: str, *, partial: bool = False) -> list[Candidate]:
        """All matches, in the order of the text, strongest first where they start together.

        Args:
            text: the normalised text.
            language: ``de`` or ``en``.
            partial: the text is a part of a longer one; what is doubtful in it may be certain in the whole.
        """
        found = self._plain_candidates(text, language, partial=partial)
        found += self._disguised(text, language)
        found += self._encoded(text, language)
        return sorted(found, key=lambda c: (c.start, -c.end, -c.score, c.entity, c.recognizer))

    def _plain_candidates(self, text: str, language: str, *, partial: bool = False) -> list[Candidate]:
        artifacts = self._engine.nlp_engine.process_text(text, language, partial=partial)
        if partial:
            artifacts.entities = [
                replace(one, score=min(1.0, one.score + _BENEFIT.get(one.label_, 0.0))) for one in artifacts.entities
            ]
        results = self._engine.analyze(text, language, return_decision_process=True, nlp_artifacts=artifacts)
        found = without_repeats([Candidate.of(result) for result in results])
        borne = [candidate for candidate in found if partial or borne_out(text, candidate, artifacts.likelihood)]
        return completed(text, borne, artifacts.likelihood)

    def _disguised(self, text: str, language: str) -> Iterator[Candidate]:
        """Identifiers in other readings: spelled-out, spaced or badly scanned digits."""
        for reading in read_otherwise(text):
            for recognizer in self._identifiers[language]:
                check_time()
                for result in recognizer.analyze(reading.text, [], None):
                    span = reading.source_span(result.start, result.end)
                    if span is not None:
                        yield Candidate.of(result).elsewhere(*span, "Ausgeschrieben oder verfremdet")

    def _encoded(self, text: str, language: str) -> Iterator[Candidate]:
        """What stands in Base64 or hexadecimal blocks; each match covers its block. All are analysed together, once."""
        blocks = list(encoded_blocks(text))
        if not blocks:
            return
        decoded = ""
        begins: list[int] = []
        ends: list[int] = []
        for start, _, read in blocks:
            decoded += text[max(0, start - _LABEL) : start].rsplit("\n", 1)[-1]
            begins.append(len(decoded))
            decoded += normalise(read).text + "\n\n"
            ends.append(len(decoded))
        for candidate in self._plain_candidates(decoded, language):
            block = bisect_right(ends, candidate.start)
            if candidate.end > begins[block]:
                start, end, _ = blocks[block]
                yield candidate.elsewhere(start, end, "In einem verschlüsselten Block verborgen")
