"""Below the preview: places that the guard warns of and leaves as they are."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import streamlit as st

from ui.marking import letter_of
from ui.schemas import Preview
from ui.texts import texts
from ui.work import Field, Work

#: Longest quotation in full, in characters.
_QUOTED = 90


def show(work: Work, previews: Mapping[Field, Preview]) -> None:
    """A calm notice with each place as the participant wrote it and what can be done about it."""
    words = texts().exercise
    names = {"prompt": words.field_prompt, "material": words.field_material}
    lists: list[str] = []
    for name, preview in previews.items():
        if not preview.warnings:
            continue
        if len(previews) > 1:
            lists.append(f"<p><strong>{escape(words.check_places_of.format(field=names[name]))}</strong></p>")
        draft = work.draft(name)
        items = [
            f'<li><span class="pruefen-art">{letter_of(number)} {escape(place.label)}</span> '
            f"<q>{escape(_quoted(draft[place.start : place.end]))}</q><p>{escape(place.explanation)}</p></li>"
            for number, place in enumerate(preview.warnings)
        ]
        lists.append(f'<ul class="pruefliste">{"".join(items)}</ul>')
    if lists:
        st.html(
            f'<section class="hinweis" role="status"><h2>{escape(words.check_places_title)}</h2>'
            f"<p>{escape(words.check_places_lead)}</p>{''.join(lists)}</section>"
        )


def _quoted(place: str) -> str:
    """One line; of a long place its beginning and its end."""
    line = " ".join(place.split())
    return line if len(line) <= _QUOTED else f"{line[: _QUOTED // 2]} … {line[-_QUOTED // 2 :]}"
