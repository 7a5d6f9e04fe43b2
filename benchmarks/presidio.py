"""What the guard is better than: stock Presidio on the same documents in the same run.

Presidio's own recognizers for German, all of them switched on, on a blank spaCy pipeline: what one has offline without
training a model. ``python -m benchmarks.presidio`` prints JSON.
"""

from __future__ import annotations

import json
import logging
import time
from typing import Any

_GENERAL = (
    "CreditCardRecognizer",
    "DateRecognizer",
    "EmailRecognizer",
    "IbanRecognizer",
    "IpRecognizer",
    "PhoneRecognizer",
    "UrlRecognizer",
)
_GERMAN = (
    "DeBsnrRecognizer",
    "DeFuehrerscheinRecognizer",
    "DeHandelsregisterRecognizer",
    "DeHealthInsuranceRecognizer",
    "DeIdCardRecognizer",
    "DeKfzRecognizer",
    "DeLanrRecognizer",
    "DePassportRecognizer",
    "DePlzRecognizer",
    "DeSocialSecurityRecognizer",
    "DeTaxIdRecognizer",
    "DeTaxNumberRecognizer",
    "DeVatIdRecognizer",
)


def measure() -> dict[str, float]:
    """Share of labelled places that are protected, leaking documents and time, for the guard and for Presidio."""
    from guardrails import Guard, RawText
    from guardrails.evaluation import shipped_corpus
    from guardrails.evaluation.groups import DIRECT

    documents = shipped_corpus()
    labels = sum(len(document.labels) for document in documents)
    holding = sum(any(label.entity in DIRECT for label in document.labels) for document in documents)
    characters = sum(len(document.text) for document in documents)
    guard, analyzer = Guard.load(), _presidio()
    figures: dict[str, float] = {"documents": len(documents), "labels": labels}
    for name, spans_of in (
        ("guard", lambda text: [(one.start, one.end) for one in guard.redact(RawText(text), timeout=None).findings]),
        ("presidio", lambda text: [(one.start, one.end) for one in analyzer.analyze(text, language="de")]),
    ):
        found = leaking = 0
        seconds = 0.0
        for document in documents:
            started = time.process_time()
            spans = spans_of(document.text)
            seconds += time.process_time() - started
            missed = [one for one in document.labels if not _covered(document.text, one.start, one.end, spans)]
            found += len(document.labels) - len(missed)
            leaking += any(one.entity in DIRECT for one in missed)
        figures[f"{name}_labels_found"] = round(found / labels, 4)
        figures[f"{name}_documents_leaking"] = round(leaking / holding, 4)
        figures[f"{name}_cpu_ms_per_1000_characters"] = round(seconds * 1e6 / characters, 1)
    return figures


def _covered(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return all(any(first <= at < last for first, last in spans) for at in range(start, end) if text[at].isalnum())


def _presidio() -> Any:
    import spacy
    import tldextract
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry, predefined_recognizers
    from presidio_analyzer.nlp_engine import SpacyNlpEngine
    from presidio_analyzer.predefined_recognizers.generic import email_recognizer

    logging.getLogger("presidio-analyzer").setLevel(logging.ERROR)
    # The e-mail recognizer would fetch the list of public suffixes; the copy inside the package does as well.
    email_recognizer.tldextract.extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)

    class BlankGerman(SpacyNlpEngine):  # type: ignore[misc]
        def load(self) -> None:
            self.nlp = {"de": spacy.blank("de")}

    registry = RecognizerRegistry(supported_languages=["de"])
    for name in _GENERAL + _GERMAN:
        registry.add_recognizer(getattr(predefined_recognizers, name)(supported_language="de"))
    engine = BlankGerman(models=[{"lang_code": "de", "model_name": "de"}])
    return AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["de"])


if __name__ == "__main__":
    print(json.dumps(measure(), indent=2))
