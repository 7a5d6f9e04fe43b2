"""Facts of the case against facts of the answer.

Compared are dates, times, amounts, durations, percentages, numbers, provisions, case numbers and placeholders; of
authorities and other bodies only whether the case knows them.
Whether a sentence about them is true is not compared: "the deadline is 25 March" and "the deadline is not
25 March" carry the same fact.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from pydantic import Field

from exercises.checks.draft import Draft
from exercises.checks.result import CheckResult, CheckStatus, PlacePair
from exercises.checks.settings import Line, Settings
from exercises.extraction import Fact, extract_facts, offices, says_the_same
from exercises.extraction.quantities import numbers_in_words
from exercises.extraction.references import letters_and_digits
from exercises.sentences import split_sentences

_FIELD_LETTERS = 6
"""Letters by which the field of an authority is recognised in the case: `Wohngeldstelle` by `Wohngeldantrag`."""

_SET_ASIDE = re.compile(r"\b(?:verworfen|verwarf|überholt|hinfällig)\b", re.IGNORECASE)
_INSTEAD_OF = r"\b(?:statt|anstatt|anstelle\s+von|nicht\s+mehr)(?:\s+(?:wie|bisher|bis|zum|der|dem|den))*\s+"


class FactNote(Settings):
    """A value of the case that is treated apart."""

    value: Line
    """The value as it stands in the case, for example `20. März` or `[LOCATION_1]`."""
    why: Line
    """German: why it is treated apart. Shown to the participant where it matters."""


class FactsSettings(Settings):
    """Compares the values of the answer with those of the case."""

    check: Literal["facts"]
    """Kind of the check."""
    title: Line = "Angaben aus dem Fall"
    """German heading."""
    complete: bool = True
    """Whether the answer should carry every value of the case. If false, values left out are only listed."""
    not_needed: tuple[FactNote, ...] = Field(default=(), max_length=30)
    """Values that the answer may leave out."""
    superseded: tuple[FactNote, ...] = Field(default=(), max_length=30)
    """Values that are mentioned in the case but no longer hold. A sentence that sets one aside may name it."""


def check_facts(settings: FactsSettings, draft: Draft, check_id: str = "facts") -> CheckResult:
    """Which values of the case the answer carries, lacks, changes, or adds."""
    known = extract_facts(draft.source)
    given = known + extract_facts(draft.prompt)
    claimed = extract_facts(draft.answer)
    exempt = _noted(settings.not_needed) + _noted(settings.superseded)
    required = [fact for fact in _distinct(known) if not _any_same(exempt, fact)]

    carried = [fact for fact in required if _any_carries(claimed, fact)]
    missing = [fact for fact in required if fact not in carried]
    support = numbers_in_words(draft.given) | _counts_of_lists(draft.source)
    invented = [
        fact
        for fact in _distinct(claimed)
        if fact.kind != "placeholder"
        and not _any_same(given, fact)
        and not (fact.kind == "number" and fact.key[0] in support)
        and not (fact.kind == "case_number" and str(fact.key[0]) in letters_and_digits(draft.given))
    ]
    changed = _changed(missing, invented)
    lost = [fact for fact in missing if all(fact is not before for before, _ in changed)]
    added = [fact for fact in invented if all(fact is not after for _, after in changed)]
    added += _unknown_offices(draft)
    outdated = [
        (note, fact)
        for note in settings.superseded
        for fact in _distinct([fact for fact in claimed if not _is_set_aside(draft.answer, fact)])
        if any(says_the_same(old, fact) for old in extract_facts(note.value))
    ]

    items = [f"Verändert: {a.label}. Im Fall „{a.text}“, in der Antwort „{b.text}“" for a, b in changed]
    left_out = "Fehlt" if settings.complete else "Nicht übernommen"
    items += [f"{left_out}: {_named(fact)}" for fact in lost]
    items += [f"Überholt: {_named(fact)}. {note.why}" for note, fact in outdated]
    items += [f"Nicht im Fall: {_named(fact)}" for fact in added]
    if carried:
        items.append("Übernommen: " + ", ".join(fact.text for fact in carried))

    status: CheckStatus = "ok"
    if outdated or added or (changed and not settings.complete):
        status = "hint"
    if settings.complete and (lost or changed):
        status = "missing"
    pairs = [
        PlacePair(label=a.label, case=_sentence_at(draft.source, a), answer=_sentence_at(draft.answer, b))
        for a, b in changed
    ]
    message = _message(settings, draft, len(carried), len(required), lost, changed, added, bool(outdated))
    return CheckResult(id=check_id, title=settings.title, status=status, message=message, items=items, pairs=pairs)


def values_not_in(notes: Sequence[FactNote], case: str) -> list[int]:
    """Indexes of notes whose value is no value of the case (a slip in the exercise file)."""
    known = extract_facts(case)
    return [
        index
        for index, note in enumerate(notes)
        if not (named := extract_facts(note.value)) or not all(_any_same(known, fact) for fact in named)
    ]


def _is_set_aside(text: str, fact: Fact) -> bool:
    """Whether the sentence says that a value no longer holds: "180 Euro were considered and rejected"."""
    sentence = _sentence_at(text, fact)
    return bool(_SET_ASIDE.search(sentence) or re.search(rf"{_INSTEAD_OF}{re.escape(fact.text)}", sentence, re.I))


def _noted(notes: Sequence[FactNote]) -> list[Fact]:
    return [fact for note in notes for fact in extract_facts(note.value)]


def _any_same(known: Sequence[Fact], claimed: Fact) -> bool:
    return any(says_the_same(fact, claimed) for fact in known)


def _any_carries(claimed: Sequence[Fact], required: Fact) -> bool:
    return any(_carries(fact, required) and says_the_same(required, fact) for fact in claimed)


def _carries(claimed: Fact, required: Fact) -> bool:
    """A year alone does not carry a month, and neither a year nor a month carries a date."""
    if required.kind == "date":
        return claimed.kind not in {"number", "month"}
    return not (claimed.kind == "number" and required.kind == "month")


def _distinct(facts: Sequence[Fact]) -> list[Fact]:
    seen: dict[tuple[object, object], Fact] = {}
    for fact in facts:
        seen.setdefault((fact.kind, fact.key), fact)
    return list(seen.values())


def _changed(missing: Sequence[Fact], invented: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    """Pairs of one kind of which exactly one is missing and exactly one was added: probably one became the other."""
    pairs = []
    for kind in dict.fromkeys(fact.kind for fact in missing):
        before = [fact for fact in missing if fact.kind == kind]
        after = [fact for fact in invented if fact.kind == kind]
        if len(before) == len(after) == 1:
            pairs.append((before[0], after[0]))
    return pairs


def _unknown_offices(draft: Draft) -> list[Fact]:
    """Bodies that neither case nor prompt name, nor their field: `Meldebehörde` in a case about a rent."""
    beginnings = {word.lower() for word in re.findall(r"[A-ZÄÖÜ][A-Za-zÄÖÜäöüß]+", draft.given)}
    return [
        fact
        for fact in _distinct(list(offices(draft.answer)))
        if draft.given.strip() and not any(word.startswith(str(fact.key[0])[:_FIELD_LETTERS]) for word in beginnings)
    ]


def _sentence_at(text: str, fact: Fact) -> str:
    """The sentence that holds a fact."""
    before = [sentence for sentence in split_sentences(text) if sentence.start <= fact.start]
    return before[-1].text if before else fact.text


def _counts_of_lists(text: str) -> set[Decimal]:
    """Lengths of the lists in a text: "the three documents" counts, it does not invent."""
    counts: set[Decimal] = set()
    run = 0
    for line in [*text.splitlines(), "end"]:
        if re.match(r"\s*(?:[-*•–]|\d{1,2}[.)])\s", line):
            run += 1
        elif line.strip():
            counts.add(Decimal(run))
            run = 0
    return counts


def _named(fact: Fact) -> str:
    return fact.text if fact.kind == "placeholder" else f"{fact.label} „{fact.text}“"


def _message(
    settings: FactsSettings,
    draft: Draft,
    carried: int,
    required: int,
    lost: Sequence[Fact],
    changed: Sequence[tuple[Fact, Fact]],
    added: Sequence[Fact],
    outdated: bool,
) -> str:
    if draft.is_empty:
        return "Es gibt noch keine Antwort, die sich mit dem Fall vergleichen ließe."
    if not required and not added:
        return "Im Text stehen keine Daten, Beträge oder Platzhalter, die sich vergleichen ließen."
    parts = []
    if settings.complete and required:
        parts.append(f"{carried} von {required} Angaben des Falls stehen auch in der Antwort.")
    elif required:
        parts.append(
            f"{carried} von {required} Angaben Ihres Textes stehen auch in der Antwort. Nicht jede muss dort stehen."
        )
    if changed:
        parts.append("Verändert sieht aus, was unten nebeneinandersteht. So ein Fehler fällt beim Lesen kaum auf.")
    if lost and settings.complete:
        parts.append("Prüfen Sie, ob das Fehlende gebraucht wird: Wer den Text liest, kennt den Fall nicht.")
    if outdated:
        parts.append("Eine Angabe war im Fall selbst schon überholt. Sehen Sie nach, ob sie hier als gültig erscheint.")
    if added:
        parts.append(
            "Manches steht weder im Fall noch im Prompt. Es kann erfunden, gezählt oder ausgerechnet sein: "
            "Bitte prüfen."
        )
    if not (changed or lost or added or outdated):
        parts.append("Ob sie im richtigen Zusammenhang stehen, sehen nur Sie.")
    return " ".join(parts)
