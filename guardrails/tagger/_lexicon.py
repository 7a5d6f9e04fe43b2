"""The lexicon of the tagger: what lists of names, places and everyday words say about one word."""

from __future__ import annotations

import json
import lzma
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import regex
from spacy.language import Language
from spacy.tokens import Doc

from guardrails.tagger._surroundings import surroundings

GIVEN_RARE, GIVEN_COMMON, SURNAME, PLACE = 1, 2, 4, 8
LOWER_SOME, LOWER_OFTEN, NOUN_SOME, NOUN_OFTEN = 16, 32, 64, 128
_NAME = GIVEN_RARE | GIVEN_COMMON | SURNAME
_STREET_ENDINGS = (
    *("straße", "strasse", "str", "str.", "weg", "allee", "platz", "gasse", "ring", "ufer", "damm", "chaussee"),
    *("steig", "pfad", "stieg", "graben", "winkel", "zeile", "wall", "promenade", "markt"),
)
GENITIVE, STREET, DERIVED, LOWER_CASE_TEXT, CAPITALS_TEXT, NOUN_RARE = 256, 512, 1024, 2048, 4096, 8192
PEOPLE = 16384
#: In ``doc.user_data``: whoever calls knows that the text is about people, whatever it says itself.
ABOUT_PEOPLE = "about_people"
#: Words of a text that is about somebody: numbers in it may be those of a person.
_PEOPLE = regex.compile(
    r"(?<!\p{L})(?:frau|herrn?|fr\.|hr\.|familie|geb(?:oren|urtsdatum|\.)|wohnhaft|vorname|nachname|antragsteller(?:in)?"
    r"|kunde|kundin|mutter|vater|tochter|sohn|ehefrau|ehemann|mr|mrs|ms)(?!\p{L})",
    regex.IGNORECASE,
)
_DIGIT = regex.compile(r"\d")
_COMMON = LOWER_SOME | LOWER_OFTEN | NOUN_SOME | NOUN_OFTEN  # what compounds are made of
_INFLECTIONS = ("en", "er", "es", "em", "e", "n", "s", "t", "te", "ten", "st", "ern", "in", "innen")
_LINKS = ("", "s", "es", "n", "en", "er")
HideWords = Callable[[str], bool]


class NameLexicon:
    """Pipeline component: writes for each token what the lists know into `tag`, and what stands over and before it.

    The reader sees a token through spaCy's attributes, so the features travel in some that nothing else uses: the bits
    of the lists as `TAG`, the head of the column as `LEMMA`, the label of the line as `DEP`, the build of a number with
    its full length as `NORM`.
    """

    def __init__(self, words: dict[str, int] | None = None) -> None:
        self.words = words or {}
        self.hide: HideWords | None = None

    def facts(self, word: str) -> int:
        """The bits for `word` (lower case): of the word itself, else of its parts, its genitive's stem."""
        found = self.words.get(word, 0)
        if not found & _NAME:
            if "-" in word:
                for part in word.split("-"):
                    found |= self.words.get(part, 0) & (_NAME | PLACE)
            if not found & _NAME and len(word) > 3 and word[-1] == "s":
                stem = self.words.get(word[:-1], 0) & (_NAME | PLACE)
                found |= stem | GENITIVE if stem else 0
        if self.hide is not None and not found & (LOWER_OFTEN | NOUN_OFTEN) and self.hide(word):
            found = 0
        if word.endswith(_STREET_ENDINGS):
            found |= STREET
        elif not found:
            found = DERIVED if self._derived(word) else 0
        return found

    def _derived(self, word: str) -> bool:
        """Whether an unlisted word is a form or a compound of everyday words, and so hardly a name."""
        common = self.words.get
        for ending in _INFLECTIONS:
            if word.endswith(ending) and len(word) - len(ending) > 2:
                stem = word[: -len(ending)]
                if common(stem, 0) & _COMMON or common(stem + "e", 0) & _COMMON or common(stem + "en", 0) & _COMMON:
                    return True
        for cut in range(len(word) - 4, 3, -1):
            if common(word[cut:], 0) & _COMMON:
                head = word[:cut]
                for link in _LINKS:
                    if head.endswith(link) and common(head[: len(head) - len(link)], 0) & _COMMON:
                        return True
        return False

    def __call__(self, doc: Doc) -> Doc:
        """Annotate `doc` in place."""
        add = doc.vocab.strings.add
        tokens = list(doc)
        words = [token.text for token in tokens]
        text = doc.text
        known: dict[str, int] = {}
        tags: dict[int, int] = {}
        whole = _case(words)
        about = PEOPLE if doc.user_data.get(ABOUT_PEOPLE) or _PEOPLE.search(text) else 0
        start = 0
        ends = [number for number, word in enumerate(words) if "\n" in word and word.isspace()]
        for end in [*ends, len(words)]:
            case = _case(words[start:end])
            of_line = ((whole if case is None else case) or 0) | about
            for number in range(start, min(end + 1, len(words))):
                word = words[number]
                facts = known.get(word, -1)
                if facts < 0:
                    facts = known[word] = self.facts(unicodedata.normalize("NFC", word.lower()))
                facts |= of_line
                if facts not in tags:
                    tags[facts] = add(f"L{facts:x}")
                tokens[number].tag = tags[facts]
                if not word.isalpha() and sum(map(str.isdigit, word)) > 1:
                    tokens[number].norm_ = _DIGIT.sub("9", word)
            start = end + 1
        begins = [token.idx for token in tokens]
        for place in surroundings(text):
            first, last = bisect_right(begins, place.start) - 1, bisect_right(begins, place.end - 1)
            if place.start >= begins[first] + len(words[first]):  # at the blank behind a token
                first += 1
            above, beside = add(place.above), add(place.beside)
            for token in tokens[first:last]:
                token.lemma, token.dep = above, beside
        return doc

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the lexicon: one word a line, front-coded by xz."""
        Path(path).mkdir(parents=True, exist_ok=True)
        lines = "".join(f"{word}\t{bits}\n" for word, bits in sorted(self.words.items()))
        packed = lzma.compress(lines.encode(), preset=9 | lzma.PRESET_EXTREME)
        (Path(path) / "words.tsv.xz").write_bytes(packed)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> NameLexicon:
        """Read what `to_disk` wrote. Raises FileNotFoundError or lzma.LZMAError for a damaged model."""
        text = lzma.decompress((Path(path) / "words.tsv.xz").read_bytes()).decode()
        pairs = (line.split("\t") for line in text.splitlines())
        self.words = {word: int(bits) for word, bits in pairs}
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The lexicon as bytes, for spaCy's `nlp.to_bytes`."""
        return json.dumps(self.words).encode()

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> NameLexicon:
        """The reverse of `to_bytes`."""
        self.words = json.loads(data)
        return self


def _case(tokens: list[str]) -> int | None:
    """Whether a line is written all in lower case or in capitals; None where it is too short to tell."""
    words = [token for token in tokens if token.isalpha()]
    if len(words) < 4:
        return None
    initials = sum(word[0].isupper() for word in words)
    if initials < 0.1 * len(words):
        return LOWER_CASE_TEXT
    return CAPITALS_TEXT if sum(word.isupper() and len(word) > 1 for word in words) > 0.7 * len(words) else 0


def _make(nlp: Language, name: str) -> Any:
    return NameLexicon()


Language.factory("name_lexicon", func=_make)
