"""Where the words that somebody selected or typed stand in a text."""

from __future__ import annotations


def find_place(text: str, words: str, near: int | None = None) -> tuple[int, int] | None:
    """First character and one past the last, in code points; None where the words do not stand there.

    Blanks and line ends do not count, since a field drops them and a selection takes them along; upper and lower case
    do not either, where the words stand nowhere as written. Of several places the one nearest to `near` is taken.
    """
    wanted = "".join(words.split())
    if not wanted:
        return None
    positions = [index for index, letter in enumerate(text) if not letter.isspace()]
    letters = "".join(text[index] for index in positions)
    found = _all(letters, wanted)
    if not found and len(letters) == len(letters.lower()):
        found = _all(letters.lower(), wanted.lower())
    if not found:
        return None
    places = [(positions[at], positions[at + len(wanted) - 1] + 1) for at in found]
    return places[0] if near is None else min(places, key=lambda place: abs(place[0] - near))


def _all(text: str, part: str) -> list[int]:
    found, at = [], text.find(part)
    while at >= 0:
        found.append(at)
        at = text.find(part, at + 1)
    return found
