"""The lexicon of the tagger: what lists of names, places and everyday words say about one word."""

from __future__ import annotations

import json
import lzma
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

GIVEN_RARE, GIVEN_COMMON, SURNAME, PLACE = 1, 2, 4, 8
LOWER_SOME, LOWER_OFTEN, NOUN_SOME, NOUN_OFTEN = 16, 32, 64, 128
_NAME = GIVEN_RARE | GIVEN_COMMON | SURNAME
_STREET_ENDINGS = (
    *("straße", "strasse", "str", "str.", "weg", "allee", "platz", "gasse", "ring", "ufer", "damm", "chaussee"),
    *("steig", "pfad", "stieg", "graben", "winkel", "zeile", "wall", "promenade", "markt"),
)
_GENITIVE, _STREET = 256, 512
HideNames = Callable[[str], bool]


class NameLexicon:
    """Pipeline component: writes for each token what the lists know into `tag`, and its lower-cased text as lemma.

    The tag is a feature of the entity recognizer (spaCy passes `TAG` on to the embedding); the lemma lets
    Presidio find its context words, which compares lemmas and finds nothing where they are empty.
    """

    def __init__(self, words: dict[str, int] | None = None) -> None:
        self.words = words or {}
        self.hide: HideNames | None = None

    def facts(self, word: str) -> int:
        """The bits for `word` (lower case): of the word itself, else of its parts, its genitive's stem."""
        found = self.words.get(word, 0)
        if not found & _NAME:
            if "-" in word:
                for part in word.split("-"):
                    found |= self.words.get(part, 0) & (_NAME | PLACE)
            if not found & _NAME and len(word) > 3 and word[-1] == "s":
                stem = self.words.get(word[:-1], 0) & (_NAME | PLACE)
                found |= stem | _GENITIVE if stem else 0
        if self.hide is not None and self.hide(word):
            found &= ~(_NAME | _GENITIVE)
        if word.endswith(_STREET_ENDINGS):
            found |= _STREET
        return found

    def __call__(self, doc: Doc) -> Doc:
        """Annotate `doc` in place."""
        strings = doc.vocab.strings
        for token in doc:
            word = token.lower_
            token.tag = strings.add(f"L{self.facts(unicodedata.normalize('NFC', word)):x}")
            token.lemma_ = word
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


def _make(nlp: Language, name: str) -> Any:
    return NameLexicon()


Language.factory("name_lexicon", func=_make)
