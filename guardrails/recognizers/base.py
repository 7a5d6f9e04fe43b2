"""What the recognizers have in common: patterns with a reason, context words, checksums, scores."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

import regex
from presidio_analyzer import LocalRecognizer, RecognizerResult

from guardrails.deadline import once, scan
from guardrails.recognizers.table_columns import column_head

#: How far before a value a context word counts, in characters; never past a blank line.
CONTEXT_BEFORE = 60
#: How far behind a value a context word counts (``12345678 (Kundennummer)``), on the same line.
CONTEXT_BEHIND = 28
#: Scores below this are not even handed to the policy.
FLOOR = 0.3

EVIDENCE = "evidence"

_DIGIT = regex.compile(r"\d")
_LISTED = regex.compile(r"(?<![\w./-])(?P<value>[\w./-]{0,20}\d\w?)(?:,|;|[ ]und|[ ]sowie|[ ]oder|[ ]and|[ ]/)[ ]$")


#: Groups of letters and digits with one and the same sign between them, whatever sign that is.
_SPREAD = regex.compile(
    r"(?<![\p{L}\p{N}])(?:[A-Z]{1,2}\d{0,9}|\d{1,9}(?:[A-Z]\d{0,9})?)(?P<gap>[\s._*|/~·•:;,#'+-]{1,4})"
    r"(?:[A-Z]?\d{1,9}(?:[A-Z]\d{0,9})?|[A-Z])(?:(?P=gap)(?:[A-Z]?\d{1,9}(?:[A-Z]\d{0,9})?"
    r"|[A-Z])){0,20}+(?![\p{L}\p{N}])",
    regex.IGNORECASE,
)

#: What may stand between a label and its value.
GLUE = r"[\p{L}]{0,12}(?:-?[ ]?(?:nummer|nr\.?|no\.?))?(?:[ ](?:lautet|ist|war|is))?[ ]?[:=|(]{0,2}[ \n]?"
#: Any number of the length that registers give out, for what stands right behind its label.
ANY_NUMBER = r"(?:[A-Z]{1,2}[ ]?)?\d(?:[ ./-]?(?:[A-Z][ ./-]?)?\d){6,20}(?!\w)(?![.,/-]\d)"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a span was found, and what else the rule learned. Holds no value of the text."""

    reason: str
    sex: str = ""
    """``w`` or ``m`` where a salutation says so; keeps Herr and Frau of one name apart."""
    identifying: bool = True
    """For persons: whether the name is certain enough to be looked for elsewhere in the text."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what it is worth. A group named ``value`` narrows the finding to that group."""

    pattern: regex.Pattern[str]
    score: float
    """Worth without context or checksum; below the policy's threshold it needs one of them."""
    reason: str
    """German, completes "gefunden: …"."""
    checked: float = 0.9
    """Worth when the checksum is right."""
    strict: bool = True
    """With no context, a wrong checksum drops the match."""


def compiled(pattern: str, *, ignore_case: bool = True) -> regex.Pattern[str]:
    """The patterns of this package: verbose, multi-line, ``.`` without line break."""
    flags = regex.VERBOSE | regex.MULTILINE | (regex.IGNORECASE if ignore_case else 0)
    return regex.compile(pattern, flags)


def any_of(words: str) -> str:
    """A group of alternatives out of words (or patterns) separated by blanks; longer ones are tried first."""
    return "(?:" + "|".join(sorted(words.split(), key=len, reverse=True)) + ")"


def keywords(pattern: str) -> regex.Pattern[str]:
    """Context words as one pattern; each stands at the start of a word and may go on in a compound."""
    return regex.compile(r"(?<![\p{L}\p{N}])(?:" + regex.sub(r"\s*\n\s*", "", pattern) + r")", regex.IGNORECASE)


def _groups(text: str) -> list[tuple[int, int, str]]:
    """Groups with one sign between them: where they stand and what they are without it."""
    return [
        (*match.span(), "".join(character for character in match[0] if character.isalnum()).upper())
        for match in scan(_SPREAD, text)
    ]


def _continues_list(before: str, value: str) -> bool:
    """Whether a number of the same build stands before, as in ``Personalnummern: 88-10442 und 88-10517``."""
    listed = _LISTED.search(before)
    return listed is not None and _DIGIT.sub("9", listed["value"]) == _DIGIT.sub("9", value)


class GuardRecognizer(LocalRecognizer):  # type: ignore[misc]
    """A recognizer of one entity. Subclasses give patterns, context words and, where there is one, a checksum.

    Presidio's own context step compares lemmas within five words, is quadratic in the text, and puts
    the value in its exceptions; here context is looked up around each match, in linear time.
    """

    ENTITY: ClassVar[str]
    RULES: ClassVar[tuple[Rule, ...]] = ()
    CONTEXT: ClassVar[regex.Pattern[str] | None] = None
    #: No digit may stand between context word and value: for shapes that could be any number.
    CONTEXT_ADJACENT: ClassVar[bool] = False
    CHECKSUM_NAME: ClassVar[str] = "Prüfziffer"
    #: The build without blanks and signs, for numbers whose check digit tells them under any grouping.
    COMPACT: ClassVar[regex.Pattern[str] | None] = None

    def __init__(self, supported_language: str = "de") -> None:
        super().__init__(supported_entities=[self.ENTITY], supported_language=supported_language)

    def load(self) -> None:
        """Nothing to load; patterns are compiled with the class."""

    def check(self, value: str) -> bool | None:
        """Whether the checksum of ``value`` is right; ``None`` where the kind of number has none."""
        return None

    def accept(self, text: str, start: int, end: int) -> bool:
        """A last look at the surroundings; ``False`` drops the match."""
        return True

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
        """Presidio's interface; ``entities`` is not needed, each recognizer has one."""
        return [self.result(text, *found) for found in self.find(text)]

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Start, end, score and evidence of every match worth at least :data:`FLOOR`."""
        for rule in self._applicable(text):
            for match in scan(rule.pattern, text):
                start, end = match.span("value") if "value" in rule.pattern.groupindex else match.span()
                if start < 0 or start == end or not self.accept(text, start, end):
                    continue
                judged = self.judge(text, start, end, rule)
                if judged is not None:
                    yield start, end, *judged
        if self.COMPACT is not None:
            yield from self._spread(text, self.COMPACT)

    def _spread(self, text: str, build: regex.Pattern[str]) -> Iterator[tuple[int, int, float, Evidence]]:
        """Numbers in groups of any length with any sign between them, where the check digit is right."""
        for start, end, compact in once(_groups, text):
            if build.fullmatch(compact) and self.check(compact) and self.accept(text, start, end):
                yield start, end, 0.85, Evidence(f"Gruppen von Zeichen, deren {self.CHECKSUM_NAME} stimmt.")

    def _applicable(self, text: str) -> Iterator[Rule]:
        """The rules that can come to anything: those that need a context word only where the text has one."""
        checks = type(self).check is not GuardRecognizer.check
        has_context: bool | None = None
        for rule in self.RULES:
            if self.CONTEXT is not None and max(rule.score, rule.checked if checks else 0.0) < FLOOR:
                if has_context is None:
                    has_context = self.CONTEXT.search(text) is not None
                if not has_context:
                    continue
            yield rule

    def judge(self, text: str, start: int, end: int, rule: Rule) -> tuple[float, Evidence] | None:
        """Score and evidence of one match, from checksum and context."""
        valid = self.check(text[start:end])
        word, closeness = self.context_word(text, start, end)
        score = rule.score
        if valid:
            score = max(score, rule.checked)
        elif valid is False and not word:
            score = rule.score - 0.25 if not rule.strict else 0.0
        if word:
            score = max(score, 0.75) + 0.1 * closeness
            if valid is False:
                score -= 0.15
        if score < FLOOR:
            return None
        parts = [rule.reason]
        if word:
            parts.append(f"das Stichwort „{word}“ steht dabei")
        if valid:
            parts.append(f"die {self.CHECKSUM_NAME} stimmt")
        elif valid is False:
            parts.append(f"die {self.CHECKSUM_NAME} stimmt nicht, vielleicht ein Tippfehler")
        return min(score, 0.99), Evidence("; ".join(parts) + ".")

    def context_word(self, text: str, start: int, end: int) -> tuple[str, float]:
        """The nearest context word and how near it is (1 = next to the value, 0 = at the edge)."""
        if self.CONTEXT is None:
            return "", 0.0
        before = text[max(0, start - CONTEXT_BEFORE - 40) : start]
        blank = before.rfind("\n\n")
        if blank >= 0:
            before = before[blank + 2 :]
        best: tuple[str, float] = "", 0.0
        for match in self.CONTEXT.finditer(before):
            gap = len(before) - match.end()
            if gap <= CONTEXT_BEFORE and not (
                self.CONTEXT_ADJACENT
                and _DIGIT.search(before, match.end())
                and not _continues_list(before, text[start:end])
            ):
                best = match[0], 1 - gap / CONTEXT_BEFORE
        if best[0]:
            return best
        behind = text[end : end + CONTEXT_BEHIND].split("\n", 1)[0]
        found = self.CONTEXT.search(behind)
        if found and not _DIGIT.search(behind[: found.start()]):
            return found[0], 0.5 * (1 - found.start() / CONTEXT_BEHIND)
        return self.column_word(text, start)

    def column_word(self, text: str, start: int) -> tuple[str, float]:
        """The context word in the head of the column in which a value stands."""
        found = self.CONTEXT.search(column_head(text, start)) if self.CONTEXT is not None else None
        return (found[0], 0.5) if found else ("", 0.0)

    def result(self, text: str, start: int, end: int, score: float, evidence: Evidence) -> RecognizerResult:
        """Presidio's form of a match, with the evidence in its metadata."""
        return RecognizerResult(
            self.ENTITY,
            start,
            end,
            score,
            recognition_metadata={
                RecognizerResult.RECOGNIZER_NAME_KEY: self.name,
                RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
                EVIDENCE: evidence,
            },
        )


@dataclass(frozen=True, slots=True)
class Candidate:
    """A match on its way through the conflict resolution; offsets in the normalised text."""

    start: int
    end: int
    entity: str
    score: float
    recognizer: str
    evidence: Evidence = field(compare=False)

    def elsewhere(self, start: int, end: int, how: str) -> Candidate:
        """The same match where it was read from, in another reading; ``how`` says so in German. Its words are no
        names to be looked for elsewhere.
        """
        evidence = replace(self.evidence, reason=f"{how}: {self.evidence.reason}", identifying=False)
        return replace(self, start=start, end=end, evidence=evidence)

    @classmethod
    def of(cls, result: RecognizerResult) -> Candidate:
        """Reads Presidio's form."""
        metadata = result.recognition_metadata
        return cls(
            result.start,
            result.end,
            result.entity_type,
            round(float(result.score), 4),
            metadata[RecognizerResult.RECOGNIZER_NAME_KEY],
            metadata[EVIDENCE],
        )
