"""Labelled documents out of places that participants marked."""

from __future__ import annotations

import random

from guardrails.evaluation.documents import Document, Label
from guardrails.evaluation.values import look_alike, value_of, without_placeholders
from guardrails.marks import MarkTemplate


def document_of_mark(name: str, template: MarkTemplate) -> Document:
    """A document with invented values. The same name and template always give the same document.

    The marked place is labelled where it was missed, and a look-alike without label where a finding was contested.
    """
    chance = random.Random(name)  # noqa: S311 - invented values, nothing secret
    known: dict[str, str] = {}
    if template.verdict == "missed":
        place = (value_of(template.entity, template.build, chance, checked=True), template.entity)
    else:
        place = (look_alike(template.build, chance), "")
    before = without_placeholders(template.before.text, chance, known)
    after = without_placeholders(template.after.text, chance, known)
    text = ""
    labels: list[Label] = []
    for piece, entity in (*before, place, *after):
        if entity:
            labels.append(Label(len(text), len(text) + len(piece), entity))
        text += piece
    return Document(name, text, tuple(labels), language=template.language, tags=("mark",))
