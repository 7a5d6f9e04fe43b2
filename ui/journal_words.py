"""Entries of the journal in words, for the page and for documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from ui.schemas import (
    BlindEntry,
    JournalEntry,
    NoteEntry,
    Preferences,
    ReflectionEntry,
    Revealed,
    SearchEntry,
    TakeawayEntry,
)
from ui.texts import texts


def module_title(entry: JournalEntry) -> str:
    """The module of an entry, in words."""
    words = texts().journal
    return words.module.format(title=entry.module_title) if entry.module_title else words.module_gone


def entry_title(entry: JournalEntry) -> str:
    """Kind, exercise and attempts of an entry."""
    words = texts().journal
    match entry:
        case SearchEntry():
            return words.search_title.format(kind=words.search, exercise=entry.exercise_title, number=entry.number)
        case NoteEntry():
            kind, one, two = words.note, entry.note.earlier.number, entry.note.later.number
        case BlindEntry():
            kind = words.blind
            one, two = sorted((entry.blind.left.number, entry.blind.right.number))
        case _:
            kind = {"expectation": words.expectation, "takeaway": words.takeaway}.get(entry.kind, words.reflection)
            return words.entry.format(kind=kind, exercise=entry.exercise_title, number=entry.number)
    return words.entry_pair.format(kind=kind, exercise=entry.exercise_title, earlier=one, later=two)


def told(entry: JournalEntry) -> str:
    """What the page tells of an entry before the person's own words: the question, or how it came out."""
    match entry:
        case ReflectionEntry():
            return entry.question
        case SearchEntry():
            result = texts().journal.search_result.format(found=entry.found, planted=entry.planted)
            return texts().journal.search_notes.format(result=result) if entry.notes else result
        case BlindEntry():
            return blind_result(entry.blind)
        case _:
            return ""


def own_words(entry: JournalEntry) -> list[str]:
    """The person's own words in an entry, redacted, by paragraph."""
    match entry:
        case SearchEntry():
            return list(entry.notes)
        case NoteEntry():
            return [entry.note.text]
        case BlindEntry():
            return [entry.blind.reason]
        case _:
            return [entry.text]


def without_takeaways(entries: Iterable[JournalEntry]) -> list[JournalEntry]:
    """The entries but for the sentences to take away, which stand on their own."""
    return [entry for entry in entries if not isinstance(entry, TakeawayEntry)]


def by_occasion(entries: Iterable[JournalEntry]) -> list[list[JournalEntry]]:
    """Entries that were written at one go about the same attempt, together: the answers to several questions."""
    found: list[list[JournalEntry]] = []
    for entry in entries:
        last = found[-1][-1] if found else None
        same = last is not None and entry_title(last) == entry_title(entry) and entry.at - last.at <= _ONE_GO
        if same:
            found[-1].append(entry)
        else:
            found.append([entry])
    return found


def blind_result(blind: Revealed) -> str:
    """Which attempt was preferred, and what the two differed in."""
    words = texts().journal
    different = differences_in_words(blind.differences)
    if blind.chosen is None:
        return words.blind_none.format(differences=different) if different else words.blind_none_chance
    sentence = words.blind_result if different else words.blind_result_chance
    return sentence.format(number=blind.chosen.number, differences=different)


def differences_in_words(differences: Sequence[str]) -> str:
    """What two attempts differ in, listed."""
    names = texts().compare.differences
    return ", ".join(names.get(name, name) for name in differences)


def preferences_in_words(preferences: Preferences) -> str:
    """How the blind comparisons came out, with their base; empty where there are none."""
    words = texts().compare
    if preferences.total == 1:
        if preferences.none:
            return words.preferences_one_none
        return words.preferences_one_later if preferences.later else words.preferences_one_earlier
    sentences = [
        sentence.format(count=count, total=preferences.total)
        for sentence, count in (
            (words.preferences_later, preferences.later),
            (words.preferences_earlier, preferences.earlier),
            (words.preferences_none, preferences.none),
        )
        if count
    ]
    if 0 < preferences.total < _FEW:
        sentences.append(words.preferences_few)
    return " ".join(sentences)


_FEW = 6
"""With fewer comparisons than this, all of them on one side is nothing rare: with five, chance does it once in 16."""

_ONE_GO = timedelta(minutes=10)
