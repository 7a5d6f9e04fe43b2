"""The guard: raw text in, findings and redacted text out, or an error and nothing."""

from __future__ import annotations

import contextvars
import hashlib
import secrets
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeout
from dataclasses import dataclass, field, replace
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from guardrails.deadline import check_time, time_limit
from guardrails.detected import Detected
from guardrails.engine import LANGUAGES, Analyzer, load_pipelines
from guardrails.entities import ENTITY_LABELS
from guardrails.errors import GuardError, GuardTimeout
from guardrails.findings import Finding, Redaction
from guardrails.language import detect_language
from guardrails.letters_apart import names_letter_by_letter
from guardrails.lexicon import load_lexicon
from guardrails.marks import RECOGNIZER as MARKED
from guardrails.marks import MarkedSpan, checked_marks, marked_names, with_marks
from guardrails.normalisation import NormalisedText, normalise
from guardrails.placeholders import PlaceholderBook, known_given_sex
from guardrails.policy import Action, Policy, load_policy
from guardrails.policy.deny_list import RECOGNIZER as DENIED
from guardrails.policy.deny_list import DenyList
from guardrails.policy.schema import text_key
from guardrails.recognizers.base import Candidate
from guardrails.resolution import resolve
from guardrails.streaming import StreamRedactor
from guardrails.text import RawText, RedactedText
from guardrails.warnings import PERSONAL, load_knowledge, not_hidden, privacy_warnings

#: Raised with every change of what is found; the hash over the sources beside it catches the rest.
RECOGNIZERS_VERSION = "0.1.0"
#: Longest text that is analysed at all, in characters.
MAX_LENGTH = 400_000

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class GuardVersions:
    """What every attempt carries, so that its redaction can be explained later."""

    policy: str
    """Version and hash of the policy."""
    recognizers: str
    """Version of the recognizers and hash over their sources and word lists."""
    tagger: str
    """Name and version of the tagger, installed official models included."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the recognizers see in a text, before any policy. Stays inside the package: it holds the text."""

    plain: NormalisedText = field(repr=False)
    candidates: list[Candidate] = field(repr=False)


class Guard:
    """Thread-safe; one instance serves all requests. Create it with :meth:`load`."""

    def __init__(
        self,
        analyzer: Analyzer,
        policy: Policy,
        versions: GuardVersions,
        *,
        exercise_id: str | None = None,
        workers: ThreadPoolExecutor | None = None,
    ) -> None:
        self._analyzer = analyzer
        self._house_policy = policy
        self._policy = policy.for_exercise(exercise_id)
        self._versions = versions
        self._thresholds = {
            entity: rule.threshold for entity in ENTITY_LABELS if (rule := self._policy.rule(entity)).action != "allow"
        }
        self._allowed = frozenset(text_key(text) for text in self._policy.allow)
        self._denied = DenyList(self._policy.deny)
        self._views: dict[str, Guard] = {}
        self._workers = workers or ThreadPoolExecutor(max_workers=8, thread_name_prefix="guard")

    @classmethod
    def load(cls, policy: Policy | Path | None = None) -> Guard:
        """Loads tagger, word lists and policy; takes a few seconds.

        Args:
            policy: a policy or its file; the shipped one by default.

        Raises:
            GuardError: tagger or word lists are missing or broken.
            PolicyError: the policy file is wrong.
        """
        chosen = policy if isinstance(policy, Policy) else load_policy(policy)
        pipelines, tagger = load_pipelines()
        try:
            load_lexicon()
            load_knowledge()
        except (OSError, ValueError) as error:
            raise GuardError(
                "Die Wortlisten des Wächters (guardrails/lexicon, guardrails/warnings) fehlen oder sind beschädigt. "
                "Ohne sie startet der Wächter nicht: Bitte die Installation prüfen."
            ) from error
        recognizers = f"{RECOGNIZERS_VERSION}-{_sources_hash()}"
        guard = cls(Analyzer(pipelines), chosen, GuardVersions(chosen.identity, recognizers, tagger))
        guard.redact(RawText("Frau Muster, geb. 01.02.1980, wohnt in der Musterstraße 1, 10115 Berlin."), timeout=None)
        return guard

    @property
    def versions(self) -> GuardVersions:
        """Versions of policy, recognizers and tagger."""
        return self._versions

    @property
    def policy(self) -> Policy:
        """The policy of the house, with what it says of single exercises."""
        return self._house_policy

    def for_exercise(self, exercise_id: str) -> Guard:
        """The guard as it is in one exercise: the same analysis, the rules that the policy has for it.

        Its versions are those of the whole policy, which together with the exercise tell the rules.
        """
        if exercise_id not in self._house_policy.exercises:
            return self
        if exercise_id not in self._views:
            self._views[exercise_id] = Guard(
                self._analyzer, self._house_policy, self._versions, exercise_id=exercise_id, workers=self._workers
            )
        return self._views[exercise_id]

    def with_policy(self, policy: Policy) -> Guard:
        """The same analysis under another policy. What this guard is doing goes on under its own."""
        versions = replace(self._versions, policy=policy.identity)
        return Guard(self._analyzer, policy, versions, workers=self._workers)

    def redact(
        self,
        raw: RawText,
        *,
        language: str | None = None,
        placeholders: PlaceholderBook | None = None,
        timeout: float | None = 10.0,
        missed: Sequence[MarkedSpan] = (),
    ) -> Redaction:
        """Finds personal data and puts placeholders in its place.

        Args:
            raw: the text.
            language: ``de`` or ``en``; told from the text by default.
            placeholders: the book of the conversation; a fresh one by default.
            timeout: seconds; ``None`` waits.
            missed: places that a person holds for personal data as well; they get placeholders whatever the policy.

        Raises:
            MarkError: a place in ``missed`` cannot be marked.
            GuardTimeout: the time is over. Nothing may be passed on.
            GuardError: the analysis failed. Nothing may be passed on. No message holds any of the text.
        """
        if not isinstance(raw, RawText):
            raise TypeError("redact takes a RawText")
        text = raw.reveal()
        if len(text) > MAX_LENGTH:
            raise GuardError(
                f"Der Text ist länger als {MAX_LENGTH:,} Zeichen und wurde nicht geprüft.".replace(",", ".")
            )
        chosen = self._language(text, language)
        book = placeholders if placeholders is not None else PlaceholderBook(secrets.token_bytes(32))
        marks = checked_marks(text, missed)

        def work() -> Redaction:
            analysis = self.analyse(text, chosen)
            found = with_marks(text, self.decide(analysis, marked_names(text, marks)), marks)
            check_time()
            persons = [item.start for item in found if item.candidate.entity in PERSONAL]
            warnings = privacy_warnings(analysis.plain, persons)
            book.reserve(text)
            redaction = self._redaction(text, found, chosen, book)
            hidden = [(item.start, item.end) for item in redaction.findings if item.placeholder]
            return replace(redaction, warnings=not_hidden(warnings, hidden))

        return self.guarded(work, timeout)

    def stream(self, *, language: str | None = None, placeholders: PlaceholderBook | None = None) -> StreamRedactor:
        """A redactor for text that arrives in pieces, such as a model's answer."""
        book = placeholders if placeholders is not None else PlaceholderBook(secrets.token_bytes(32))
        if language is not None:
            self._language("", language)
        return StreamRedactor(self, language, book)

    @staticmethod
    def _language(text: str, language: str | None) -> str:
        if language is None:
            return detect_language(text)
        if language not in LANGUAGES:
            raise ValueError("language is 'de', 'en' or None")
        return language

    def detect(self, text: str, language: str, known_names: Collection[str]) -> list[Detected]:
        """The findings of a part of a stream with their values; only for use inside the package."""
        return self.decide(self.analyse(text, language, partial=True), known_names, partial=True)

    def analyse(self, text: str, language: str, *, partial: bool = False) -> Analysis:
        """What can be said of a text under any policy; only for use inside the package."""
        plain = normalise(text)
        candidates = self._analyzer.candidates(plain.text, language, partial=partial)
        analysis = Analysis(plain, [*candidates, *names_letter_by_letter(text, plain)])
        check_time()
        return analysis

    def decide(self, analysis: Analysis, known_names: Collection[str] = (), *, partial: bool = False) -> list[Detected]:
        """What the policy makes of an analysis; only for use inside the package."""
        plain = analysis.plain
        chosen = resolve(plain.text, analysis.candidates, self._thresholds, known_names, partial=partial)
        if self._allowed:
            chosen = [item for item in chosen if text_key(plain.text[item.start : item.end]) not in self._allowed]
        if self._denied:
            chosen = self._denied.applied(plain.text, chosen, self.action)
        detected: list[Detected] = []
        for candidate in chosen:
            start, end = plain.original_span(candidate.start, candidate.end)
            if detected and start < detected[-1].end:
                start = detected[-1].end
            if start < end:
                detected.append(Detected(start, end, candidate, plain.text[candidate.start : candidate.end]))
        return detected

    def pending(self, text: str) -> int:
        """Up to where a growing text is free of beginnings of denied texts; only for use inside the package."""
        if not self._denied:
            return len(text)
        plain = normalise(text)
        start = self._denied.pending(plain.text)
        return len(text) if start is None else plain.original_span(start, start + 1)[0]

    def action(self, candidate: Candidate) -> Action:
        """What the policy does with a finding."""
        if candidate.recognizer == MARKED:
            return "redact"
        if candidate.recognizer == DENIED:
            return self._policy.denied_action(candidate.entity)
        return self._policy.rule(candidate.entity).action

    def finding(self, found: Detected, book: PlaceholderBook, offset: int, redacted_start: int, length: int) -> Finding:
        """The public form of a finding; asks the book for the placeholder."""
        candidate = found.candidate
        action = self.action(candidate)
        placeholder = ""
        if action != "warn":
            sex = candidate.evidence.sex or (known_given_sex(found.value) if candidate.entity == "PERSON" else "")
            placeholder = book.placeholder(candidate.entity, found.value, sex)
        return Finding(
            start=offset + found.start,
            end=offset + found.end,
            entity=candidate.entity,
            score=round(candidate.score, 2),
            recognizer=candidate.recognizer,
            placeholder=placeholder,
            text_length=length,
            reason=candidate.evidence.reason,
            redacted_start=redacted_start,
            redacted_end=redacted_start + (len(placeholder) or length),
            action=action,
        )

    def _redaction(self, text: str, found: list[Detected], language: str, book: PlaceholderBook) -> Redaction:
        pieces: list[str] = []
        findings: list[Finding] = []
        position = written = 0
        for item in found:
            pieces.append(text[position : item.start])
            written += item.start - position
            finding = self.finding(item, book, 0, written, item.end - item.start)
            pieces.append(finding.placeholder or text[item.start : item.end])
            written = finding.redacted_end
            position = item.end
            findings.append(finding)
        pieces.append(text[position:])
        blocked = tuple(finding for finding in findings if finding.action == "block")
        return Redaction(RedactedText.trusted("".join(pieces)), tuple(findings), language, blocked)

    def guarded(self, work: Callable[[], T], timeout: float | None) -> T:
        """Runs ``work`` in time or not at all; whatever goes wrong inside comes out as a :class:`GuardError`
        without the text, and without the original exception, whose message may quote it.
        """

        def limited() -> T:
            with time_limit(timeout):
                return work()

        failure = ""
        try:
            if timeout is None:
                return limited()
            future = self._workers.submit(contextvars.copy_context().run, limited)
            return future.result(timeout + 0.5)
        except (GuardTimeout, FutureTimeout):
            failure = "timeout"
        except Exception as error:
            failure = type(error).__name__
        if failure == "timeout":
            raise GuardTimeout("Die Prüfung des Textes hat zu lange gedauert. Es wurde nichts weitergegeben.")
        raise GuardError(f"Die Prüfung des Textes ist fehlgeschlagen ({failure}). Es wurde nichts weitergegeben.")


def _sources_hash() -> str:
    """Over everything between a text and what is found in it: modules, recognizers, readings, word lists."""
    digest = hashlib.sha256()
    root = files("guardrails")
    names = [*sorted(item.name for item in root.iterdir() if item.name.endswith(".py")), "policy/deny_list.py"]
    for folder in ("recognizers", "readings"):
        inside = (item.name for item in root.joinpath(folder).iterdir())
        names += sorted(f"{folder}/{name}" for name in inside if name.endswith((".py", ".yaml", ".txt")))
    names += sorted(f"lexicon/{item.name}" for item in root.joinpath("lexicon").iterdir() if item.name.endswith(".gz"))
    for name in names:
        digest.update(name.encode())
        digest.update(root.joinpath(name).read_bytes())
    return digest.hexdigest()[:12]
