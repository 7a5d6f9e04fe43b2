"""Below the preview: places that the guard warns of and leaves as they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from ui.marking import letter_of
from ui.schemas import PlaceToCheck, Preview
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
        lists.append(_list(work.draft(name), preview.warnings))
    if lists:
        st.html(
            f'<section class="hinweis" role="status"><h2>{escape(words.check_places_title)}</h2>'
            f"<p>{escape(words.check_places_lead)}</p>{''.join(lists)}</section>"
        )


def _list(text: str, places: Sequence[PlaceToCheck]) -> str:
    """Places of one category together, under what is said of them; only the last may say how many more there are."""
    groups: dict[str, list[tuple[str, PlaceToCheck]]] = {}
    for number, place in enumerate(places):
        groups.setdefault(place.category, []).append((letter_of(number), place))
    items = []
    for group in groups.values():
        label, explanation = group[-1][1].label, max((place.explanation for _, place in group), key=len)
        quotes = "".join(
            f'<dd><span class="pruefen-art">{letter}</span> <q>{_quoted(text[place.start : place.end])}</q></dd>'
            for letter, place in group
        )
        items.append(f"<div><dt>{escape(label)}</dt>{quotes}<dd>{escape(explanation)}</dd></div>")
    return f'<dl class="pruefliste">{"".join(items)}</dl>'


def _quoted(place: str) -> str:
    """One line, as HTML; of a long place its beginning and its end."""
    line = " ".join(place.split())
    return escape(line if len(line) <= _QUOTED else f"{line[: _QUOTED // 2]} … {line[-_QUOTED // 2 :]}")
