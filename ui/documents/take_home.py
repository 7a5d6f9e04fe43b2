"""Journal, good prompts with their drafts, and working material as one document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ui.dates import in_words, moment_in_words
from ui.documents.certificate import document_language
from ui.documents.from_markdown import blocks_of
from ui.documents.model import Block, Document, Heading, Item, ItemList, Paragraph, Passage, Run, plain
from ui.journal_words import by_occasion, entry_title, module_title, own_words, told, without_takeaways
from ui.marking import placeholders_in
from ui.restoring import restore
from ui.schemas import Attempt, JournalEntry, TakeawayEntry, TakeHome
from ui.texts import texts

Values = Mapping[str, Mapping[str, str]]
"""Real values by exercise and placeholder: the same placeholder stands for something else in another exercise."""


@dataclass(frozen=True)
class Contents:
    """What goes into the document."""

    takeaways: bool = True
    good: bool = True
    journal: bool = True
    begun_material: bool = True
    other_material: bool = False


def take_home(taken: TakeHome, contents: Contents, today: date, values: Values | None = None) -> Document:
    """The document; with `values` its placeholders are replaced as far as these reach, without they stay."""
    return _Writing(taken, contents, values).document(today)


def open_placeholders(taken: TakeHome, contents: Contents) -> list[tuple[str, str, str]]:
    """Exercise, its title and placeholder for every placeholder in the texts of the person that go in."""
    found: dict[tuple[str, str, str], None] = {}
    for exercise_id, title, text in _own_texts(taken, contents):
        for placeholder in placeholders_in(text):
            found.setdefault((exercise_id, title, placeholder))
    return list(found)


def nothing_in(taken: TakeHome, contents: Contents) -> bool:
    """Whether the document would have no content."""
    own = any(True for _ in _own_texts(taken, contents))
    return not own and not any(_wanted(item.begun, contents) for item in taken.material)


class _Writing:
    """One document being composed."""

    def __init__(self, taken: TakeHome, contents: Contents, values: Values | None) -> None:
        self._taken, self._contents, self._values = taken, contents, values
        self._words = texts().take_home

    def document(self, today: date) -> Document:
        words, contents = self._words, self._contents
        note = words.made_placeholders if self._values is None else words.made_real
        blocks: list[Block] = [Paragraph(plain(f"{words.made_on.format(day=in_words(today))} {note}"), "small")]
        if contents.takeaways:
            blocks += self._takeaways()
        if contents.good:
            blocks += self._good()
        blocks += self._journal()
        blocks += self._material()
        of_workshop = words.document_of.format(workshop=self._taken.workshop_title)
        return Document(
            title=words.document,
            subtitle=" · ".join(part for part in (of_workshop, self._taken.house) if part),
            language=document_language(),
            header=texts().common.product_long,
            page_word=words.page,
            of_word=words.page_of,
            blocks=tuple(blocks),
        )

    def _takeaways(self) -> Iterator[Block]:
        entries = [entry for entry in self._taken.journal.entries if isinstance(entry, TakeawayEntry)]
        if not entries:
            return
        yield Heading(1, self._words.section_takeaways)
        source = texts().journal.takeaway_from
        yield ItemList(
            tuple(
                Item(
                    (
                        *plain(self._restored(entry.text, entry.exercise_id)),
                        Run(f" ({source.format(title=entry.exercise_title)})", emphasis=True),
                    )
                )
                for entry in entries
            )
        )

    def _good(self) -> Iterator[Block]:
        if not self._taken.good:
            return
        yield Heading(1, self._words.section_good)
        for attempt in self._taken.good:
            yield from self._attempt(attempt)

    def _attempt(self, attempt: Attempt) -> Iterator[Block]:
        words = self._words
        yield Heading(2, words.good_attempt.format(title=attempt.exercise_title, number=attempt.number))
        if attempt.material:
            yield self._own(words.own_material, attempt.material, attempt.exercise_id)
        yield self._own(words.own_prompt, attempt.prompt, attempt.exercise_id)
        if attempt.answer.strip():
            model = attempt.model.title or attempt.model.name if attempt.model else ""
            text = plain(self._restored(attempt.answer, attempt.exercise_id))
            yield Passage(words.model_text.format(model=model), text, "model")
        if attempt.revisions:
            yield self._own(words.own_revision, attempt.draft, attempt.exercise_id)

    def _journal(self) -> Iterator[Block]:
        entries = _journal_entries(self._taken, self._contents)
        if not entries:
            return
        yield Heading(1, self._words.section_journal)
        for title, group in groupby(entries, key=module_title):
            yield Heading(2, title)
            for occasion in by_occasion(group):
                yield from self._occasion(occasion)

    def _occasion(self, entries: Sequence[JournalEntry]) -> Iterator[Block]:
        yield Heading(3, entry_title(entries[0]))
        yield Paragraph(plain(moment_in_words(entries[0].at)), "small")
        for entry in entries:
            sentence = told(entry)
            if sentence:
                yield Paragraph((Run(sentence, emphasis=True),))
            for text in own_words(entry):
                yield Paragraph(plain(self._restored(text, entry.exercise_id)))

    def _material(self) -> Iterator[Block]:
        wanted = [item for item in self._taken.material if _wanted(item.begun, self._contents)]
        if not wanted:
            return
        yield Heading(1, self._words.section_material, new_page=True)
        for number, item in enumerate(wanted):
            yield Heading(2, f"{item.module_title}: {item.title}", new_page=number > 0)
            yield from blocks_of(item.text)

    def _own(self, label: str, text: str, exercise_id: str) -> Passage:
        return Passage(label, plain(self._restored(text, exercise_id)), "person")

    def _restored(self, text: str, exercise_id: str) -> str:
        return text if self._values is None else restore(text, self._values.get(exercise_id, {}))


def _wanted(begun: bool, contents: Contents) -> bool:
    return contents.begun_material if begun else contents.other_material


def _own_texts(taken: TakeHome, contents: Contents) -> Iterable[tuple[str, str, str]]:
    for attempt in taken.good if contents.good else ():
        for text in (attempt.material or "", attempt.prompt, attempt.answer, attempt.draft):
            yield attempt.exercise_id, attempt.exercise_title, text
    takeaways = [entry for entry in taken.journal.entries if isinstance(entry, TakeawayEntry)]
    for entry in (*(takeaways if contents.takeaways else ()), *_journal_entries(taken, contents)):
        for text in own_words(entry):
            yield entry.exercise_id, entry.exercise_title, text


def _journal_entries(taken: TakeHome, contents: Contents) -> Sequence[JournalEntry]:
    return without_takeaways(taken.journal.entries) if contents.journal else ()
