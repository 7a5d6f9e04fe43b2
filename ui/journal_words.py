"""Entries of the journal in words, for the page and for documents."""

from __future__ import annotations

from collections.abc import Sequence

from ui.schemas import BlindEntry, JournalEntry, NoteEntry, Preferences, ReflectionEntry, Revealed, TakeawayEntry
from ui.texts import texts


def module_title(entry: JournalEntry) -> str:
    """The module of an entry, in words."""
    words = texts().journal
    return words.module.format(title=entry.module_title) if entry.module_title else words.module_gone


def entry_title(entry: JournalEntry) -> str:
    """Kind, exercise and attempts of an entry."""
    words = texts().journal
    if isinstance(entry, ReflectionEntry | TakeawayEntry):
        kind = words.takeaway if isinstance(entry, TakeawayEntry) else words.reflection
        return words.entry.format(kind=kind, exercise=entry.exercise_title, number=entry.number)
    if isinstance(entry, NoteEntry):
        numbers = (entry.note.earlier.number, entry.note.later.number)
        kind = words.note
    else:
        numbers = (min(_numbers(entry.blind)), max(_numbers(entry.blind)))
        kind = words.blind
    return words.entry_pair.format(kind=kind, exercise=entry.exercise_title, earlier=numbers[0], later=numbers[1])


def entry_text(entry: JournalEntry) -> list[str]:
    """The paragraphs of an entry; the person's own words are redacted in them."""
    if isinstance(entry, BlindEntry):
        return [blind_result(entry.blind), entry.blind.reason]
    return [entry.note.text if isinstance(entry, NoteEntry) else entry.text]


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
    if not preferences.total:
        return ""
    sentences = [
        sentence.format(count=count, total=preferences.total)
        for sentence, count in (
            (words.preferences_later, preferences.later),
            (words.preferences_earlier, preferences.earlier),
            (words.preferences_none, preferences.none),
        )
        if count
    ]
    if preferences.total < _FEW:
        sentences.append(words.preferences_few)
    return " ".join(sentences)


_FEW = 6
"""With fewer comparisons than this, all of them on one side is nothing rare: with five, chance does it once in 16."""


def _numbers(blind: Revealed) -> tuple[int, int]:
    return blind.left.number, blind.right.number
