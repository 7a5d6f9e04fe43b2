"""What a search has found: numbers with their base, the text with every planted place, and why each was planted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from ui import furniture
from ui.schemas import Exercise, PlantedPlace, Search, SpottingMark, SpottingText
from ui.texts import texts
from ui.views.exercise.spans import Labelled, labelled


def show_result(
    exercise: Exercise,
    spotting: SpottingText,
    search: Search,
    side_by_side: Callable[[Exercise, SpottingText, str], None],
) -> None:
    """The whole result of one search."""
    words = texts().search
    furniture.notice(words.result_note, summary(search))
    if not search.places:
        furniture.paragraph(words.changed)
        return
    spans = [
        Labelled(
            place.start,
            place.end,
            f"{number}\N{NO-BREAK SPACE}{words.found if place.found else words.missed}",
            "gefunden" if place.found else "uebersehen",
        )
        for number, place in enumerate(search.places, start=1)
    ]
    side_by_side(exercise, spotting, labelled(spotting.text, spans))
    furniture.section(words.places_title)
    for number, place in enumerate(search.places, start=1):
        _place(number, place, spotting.text, search)
    _idle_marks(spotting.text, search)


def summary(search: Search) -> str:
    """How many places were found, of how many, with how many marks."""
    words = texts().search
    sentence = words.result_one if len(search.marks) == 1 else words.result
    return sentence.format(found=search.found, planted=search.planted, marks=len(search.marks))


def _place(number: int, place: PlantedPlace, text: str, search: Search) -> None:
    words = texts().search
    state = words.found if place.found else words.missed
    kind = words.kinds.get(place.kind, place.kind)
    notes = [mark.note for mark in search.marks if place.id in mark.places and mark.note]
    with st.container(key=f"karte-stelle-{place.id}", gap="small"):
        st.html(
            f"<p><strong>{number}. {escape(place.title)}</strong><br>"
            f'<span class="klein">{escape(state)}; {escape(kind)}</span></p>'
            f"<p><q>{escape(text[place.start : place.end])}</q></p>"
        )
        furniture.prose(place.explanation)
        for note in notes:
            furniture.paragraph(words.your_note.format(note=note), small=True)


def _idle_marks(text: str, search: Search) -> None:
    """Marks that found nothing: those beside a planted place, and those where nothing was planted."""
    words = texts().search
    idle = [mark for mark in search.marks if not mark.places]
    near = [mark for mark in idle if any(_overlap(mark, place) for place in search.places)]
    nothing = [mark for mark in idle if mark not in near]
    for marks, title, explanation in (
        (near, words.near_title, words.near),
        (nothing, words.nothing_title, words.nothing),
    ):
        if marks:
            furniture.section(title, explanation)
            st.html(_quoted(text, marks))


def _overlap(mark: SpottingMark, place: PlantedPlace) -> bool:
    return mark.start < place.end and place.start < mark.end


def _quoted(text: str, marks: Sequence[SpottingMark]) -> str:
    words = texts().search
    items = "".join(
        f"<li><q>{escape(text[mark.start : mark.end])}</q>"
        + (f'<br><span class="klein">{escape(words.your_note.format(note=mark.note))}</span>' if mark.note else "")
        + "</li>"
        for mark in marks
    )
    return f'<ul class="stellen">{items}</ul>'
