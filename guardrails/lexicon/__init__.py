"""Word lists that ship with the guard: given names, surnames, everyday words, places. See README.md."""

from __future__ import annotations

import gzip
import unicodedata
from functools import cache
from importlib.resources import files


def fold(word: str) -> str:
    """The form in which words are compared: case, ß and dotless i do not count."""
    if word.isascii():
        return word.lower()
    return word.casefold().replace("ı", "i").replace("i̇", "i")


def plain(word: str) -> str:
    """Like :func:`fold`, and without accents (``Yıldız`` → ``yildiz``)."""
    folded = fold(word)
    if folded.isascii():
        return folded
    decomposed = unicodedata.normalize("NFKD", folded)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


#: Words of three letters that end compounds.
_SHORT_HEADS = frozenset(
    ("amt", "rat", "tag", "weg", "bau", "art", "akt", "hof", "not", "bus", "bad", "rad", "uhr", "tür", "zug", "weh")
)
#: What may stand between the parts of a compound.
_LINKS = ("s", "es", "n", "en", "er", "e")
_ENDINGS = ("s", "es", "n", "en", "e", "er", "in", "innen", "ern")
_NOUN_ENDINGS = (
    "ung",
    "ungen",
    "heit",
    "heiten",
    "keit",
    "keiten",
    "schaft",
    "schaften",
    "tion",
    "tionen",
    "ismus",
    "ität",
)


class Lexicon:
    """Lookup in the shipped lists; read-only, shared by all threads."""

    def __init__(
        self,
        given: dict[str, tuple[str, int]],
        surnames: frozenset[str],
        common: frozenset[str],
        places: frozenset[str],
        ambiguous: frozenset[str],
        abroad: frozenset[str],
    ) -> None:
        self._given = given
        self._surnames = surnames
        self._common = common
        self._places = places
        self._ambiguous = ambiguous
        self._parts = common | ambiguous
        self._abroad = abroad
        self._place_starts = frozenset(place.split(" ")[0] for place in places)

    def given(self, word: str) -> int:
        """How often the word was given as a first name (0 = never, 999 at most)."""
        folded = fold(word)
        found = self._given.get(folded)
        if found is None and not folded.isascii():
            found = self._given.get(plain(folded))
        if found is None and "-" in word:
            return min((self.given(part) for part in word.split("-") if part), default=0)
        return found[1] if found else 0

    def sex(self, word: str) -> str:
        """``w`` or ``m`` where nine of ten bearers are, otherwise empty."""
        found = self._given.get(fold(word.split("-")[0]))
        return found[0] if found and found[0] in "wm" and found[1] >= 10 else ""

    def surname(self, word: str) -> bool:
        """Whether the word is known as a surname, the genitive in -s included."""
        folded = fold(word)
        if folded in self._surnames or (not folded.isascii() and plain(folded) in self._surnames):
            return True
        if "-" in word:
            parts = [part for part in word.split("-") if part]
            return len(parts) > 1 and all(self.surname(part) for part in parts)
        return folded.endswith("s") and folded[:-1].rstrip("'") in self._surnames

    def listed(self, word: str) -> bool:
        """Whether the word stands in the list of everyday words as it is."""
        return fold(word) in self._common

    def common(self, word: str) -> bool:
        """Whether the word, inflected or as a compound of two or three, belongs to everyday or legal German."""
        folded = fold(word)
        if "-" in folded:
            if folded in self._common:
                return True
            if all(part in self._given for part in folded.split("-")):
                return False
            first, last = folded.split("-", 1)[0], folded.rsplit("-", 1)[1]
            named = len(first) > 2 and not self.common(first)
            return len(last) > 3 and not (named and self.surname(last)) and self.common(last)
        if self._everyday(folded):
            return True
        if len(folded) > 40 or folded in self._surnames or folded in self._given:
            return False
        return self._compound(folded, 1)

    def _compound(self, folded: str, depth: int) -> bool:
        for cut in range(4, len(folded) - 2):
            head, tail = folded[:cut], folded[cut:]
            if tail not in _SHORT_HEADS and (len(tail) < 4 or not (tail in self._parts or self._form(tail))):
                continue
            if head in self._parts or any(
                head.endswith(link) and len(head) - len(link) > 3 and head[: -len(link)] in self._parts
                for link in _LINKS
            ):
                return True
            if depth and len(head) > 8 and self._compound(head, depth - 1):
                return True
        return False

    def _form(self, folded: str) -> bool:
        """Whether the word is in the list, as it stands or without its ending."""
        return folded in self._common or any(
            folded.endswith(ending) and len(folded) - len(ending) >= 4 and folded[: -len(ending)] in self._common
            for ending in _ENDINGS
        )

    def abstract(self, word: str) -> bool:
        """Whether the word ends like nouns that are never names (``-ung``, ``-keit``)."""
        return fold(word).endswith(_NOUN_ENDINGS)

    def noun(self, word: str) -> bool:
        """Whether the word is a German noun besides being a name (``Perle``, ``Klinge``)."""
        return fold(word) in self._ambiguous

    def _everyday(self, folded: str) -> bool:
        if folded in self._common:
            return True
        if folded in self._surnames or folded in self._given:
            return False
        if len(folded) > 8 and folded.endswith(_NOUN_ENDINGS):
            return True
        return self._form(folded) or (len(folded) > 4 and folded[-1] == "e" and folded + "n" in self._common)

    def place(self, phrase: str) -> bool:
        """Whether the phrase is a German town or village."""
        folded = fold(phrase)
        return folded in self._places or (folded.endswith("s") and folded[:-1] in self._places)

    def place_abroad(self, phrase: str) -> bool:
        """Whether the phrase is a country, a city abroad, a river, a mountain or a landscape."""
        folded = fold(phrase)
        return folded in self._abroad or (folded.endswith("s") and folded[:-1] in self._abroad)

    def place_start(self, word: str) -> bool:
        """Whether a place name begins with the word."""
        return fold(word) in self._place_starts


class TextLexicon(Lexicon):
    """The lists while one text is read: each of its words is looked up once. Is thrown away with the text."""

    _REMEMBERED = ("given", "surname", "listed", "common", "noun", "place", "place_abroad")

    def __init__(self, lexicon: Lexicon) -> None:
        self.__dict__.update(lexicon.__dict__)
        for name in self._REMEMBERED:
            setattr(self, name, cache(getattr(lexicon, name)))


def _lines(name: str) -> list[str]:
    packed = files(__package__).joinpath(name).read_bytes()
    return gzip.decompress(packed).decode("utf-8").split("\n")


def own_nouns() -> list[str]:
    """Everyday nouns that the project collected by hand, as written."""
    return files(__package__).joinpath("own_nouns.txt").read_text(encoding="utf-8").split()


def own_places() -> list[str]:
    """Countries, landscapes, cities and rivers outside Germany that the project collected by hand."""
    lines = files(__package__).joinpath("own_places.txt").read_text(encoding="utf-8").splitlines()
    return [place for line in lines for place in line.split("|")]


@cache
def load_lexicon() -> Lexicon:
    """Reads the lists, once per process (about 0.2 s)."""
    given = {}
    for line in _lines("given_names.tsv.gz"):
        name, sex, count = line.split("\t")
        given[name] = (sex, int(count))
    return Lexicon(
        given,
        frozenset(_lines("surnames.txt.gz")),
        frozenset(_lines("common_words.txt.gz")),
        frozenset(fold(place.split(" (")[0]) for place in _lines("places.txt.gz")),
        frozenset(_lines("ambiguous_nouns.txt.gz")),
        frozenset(fold(place) for place in own_places()),
    )
