"""The certificate of participation: what was practised and when, and nothing that nobody has checked."""

from __future__ import annotations

from datetime import date

from ui.dates import in_words as day_in_words
from ui.documents.model import Block, Document, Paragraph, Run, Table, WritingLines, plain
from ui.schemas import PractisedExercise, Progress
from ui.texts import texts
from ui.texts.language import language


def certificate(progress: Progress, name: str, today: date) -> Document:
    """The certificate for what is practised so far. Without a name, and without a house, a line is left for it."""
    words = texts().certificate
    start, end = in_words(progress.starts_on), in_words(progress.ends_on)
    period = start if start == end else words.period.format(start=start, end=end)
    took_part = words.took_part_house if progress.house else words.took_part
    fields = {"workshop": progress.workshop_title, "period": period, "house": progress.house}
    rows = tuple((item.exercise_title, item.module_title, days(item)) for item in progress.practised)
    blocks: list[Block] = [
        Paragraph((Run(name.strip()),), "large") if name.strip() else WritingLines((words.line_for_name,)),
        Paragraph((Run(took_part.format(**fields)),)),
        *(() if progress.house else (WritingLines((words.house_line,)),)),
        Paragraph(plain(words.practised)),
        Table((words.column_exercise, words.column_module, words.column_days), rows),
        Paragraph(plain(words.article_four)),
        Paragraph(plain(words.no_proof)),
        WritingLines((words.sign_place, words.sign_name)),
        Paragraph(plain(words.name_unchecked.format(day=in_words(today))), "small"),
    ]
    return Document(
        title=words.document,
        subtitle="",
        language=document_language(),
        header=texts().common.product_long,
        page_word=texts().take_home.page,
        of_word=texts().take_home.page_of,
        blocks=tuple(blocks),
    )


def days(exercise: PractisedExercise) -> str:
    """From the first to the last attempt, in words."""
    words = texts().certificate
    first, last = in_words(exercise.first_on), in_words(exercise.last_on)
    return words.one_day.format(first=first) if first == last else words.days.format(first=first, last=last)


def in_words(day: date) -> str:
    """A date that no line end can tear apart."""
    return day_in_words(day).replace(" ", "\N{NO-BREAK SPACE}")


def document_language() -> str:
    """The language of the words around, as documents name it."""
    return {"de": "de-DE", "en": "en-GB"}.get(language(), language())
