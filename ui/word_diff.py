"""Two texts word by word: what stayed, what was struck out, what was added. Pure functions: texts in, markup out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape
from typing import Literal

from ui.marking import mark_placeholders
from ui.texts import texts

_TOKEN = re.compile(r"\[[A-Z][A-Z_]*_\d+\]\s*|\w+\s*|[^\w\s]\s*|\s+")
"""A placeholder, a word or a mark, each with the blanks behind it."""


@dataclass(frozen=True)
class Stretch:
    """Words that belong together."""

    kind: Literal["same", "deleted", "inserted"]
    text: str


def word_diff(before: str, after: str) -> list[Stretch]:
    """The stretches that lead from one text to the other. Blanks alone make no difference.

    Without the deleted stretches it reads as the later text, without the inserted ones as the earlier, but for blanks.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    matcher = SequenceMatcher(None, [_key(token) for token in old], [_key(token) for token in new], autojunk=False)
    found: list[Stretch] = []
    for operation, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if operation == "equal":
            found.append(Stretch("same", "".join(new[new_from:new_to])))
            continue
        if old_from < old_to:
            found.append(Stretch("deleted", "".join(old[old_from:old_to])))
        if new_from < new_to:
            found.append(Stretch("inserted", "".join(new[new_from:new_to])))
    return [stretch for stretch in found if stretch.text]


def changes(stretches: Iterable[Stretch]) -> tuple[int, int]:
    """How many words were struck out and how many added."""
    counted = {"deleted": 0, "inserted": 0}
    for stretch in stretches:
        if stretch.kind != "same":
            counted[stretch.kind] += len(re.findall(r"[\w\[\]]+", stretch.text))
    return counted["deleted"], counted["inserted"]


def diff_html(stretches: Iterable[Stretch]) -> str:
    """The stretches as HTML: what was struck out with a line through it and a minus, what was added underlined and with
    a plus, both also in words for screen readers.
    """
    words = texts().compare
    said = {"deleted": (words.said_deleted, words.said_end), "inserted": (words.said_inserted, words.said_end)}
    pieces = []
    for stretch in stretches:
        body = mark_placeholders(stretch.text.rstrip())
        blank = escape(stretch.text[len(stretch.text.rstrip()) :])
        if stretch.kind == "same":
            pieces.append(body + blank)
            continue
        tag, sign = ("del", "−") if stretch.kind == "deleted" else ("ins", "+")
        before, after = (f'<span class="nur-vorgelesen">{escape(part)}</span>' for part in said[stretch.kind])
        pieces.append(
            f'{before}<{tag}><span class="zeichen" aria-hidden="true">{sign}</span>{body}</{tag}>{after}{blank or " "}'
        )
    return "".join(pieces)


def _key(token: str) -> str:
    """What of a token counts: the word; of blanks alone, whether they end a line."""
    return token.strip() or ("\n" if "\n" in token else " ")
