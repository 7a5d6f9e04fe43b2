"""Builds the shipped word lists from open data. Run: ``python -m guardrails.lexicon.build DATA_DIR``.

Needs Faker (extra ``train``) and the folders ``names``, ``places``, ``law`` and ``ner`` of the data
directory; see README.md beside this file for sources and licences. The result is deterministic.
"""

import csv
import gzip
import importlib
import json
import lzma
import re
import sys
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from pydoc_data import topics

from faker.providers.lorem import de_DE as german_lorem
from faker.providers.lorem import en_US as english_lorem
from spacy.lang.de.stop_words import STOP_WORDS as GERMAN_STOP_WORDS
from spacy.lang.en.stop_words import STOP_WORDS as ENGLISH_STOP_WORDS

from guardrails.lexicon import own_nouns
from guardrails.training.names import NameBook

HERE = Path(__file__).parent
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
FAKER_LOCALES = [
    "de_DE",
    "de_AT",
    "de_CH",
    "tr_TR",
    "az_AZ",
    "pl_PL",
    "cs_CZ",
    "sk_SK",
    "vi_VN",
    "ro_RO",
    "it_IT",
    "hr_HR",
    "sl_SI",
    "fr_FR",
    "es_ES",
    "pt_PT",
    "pt_BR",
    "nl_NL",
    "en_GB",
    "en_US",
    "en_NG",
    "en_IN",
    "en_KE",
    "sv_SE",
    "da_DK",
    "fi_FI",
    "hu_HU",
    "lt_LT",
    "lv_LV",
    "et_EE",
    "id_ID",
    "fil_PH",
    "yo_NG",
    "ha_NG",
    "ig_NG",
    "tw_GH",
    "zu_ZA",
    "ar_AA",
    "sq_AL",
    "bs_BA",
    "ng_NG",
]
LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’-]{2,}")
#: Surnames that statutes also use as a word (occupations, mostly) and that stay surnames first.
SURNAMES_FIRST = frozenset(
    word
    for line in (
        "müller schmidt weber meyer wagner becker schulz hoffmann schäfer fischer krüger hofmann hartmann",
        "werner krause lehmann schmid maier köhler herrmann walter mayer huber peters scholz möller schubert",
        "günther berger winkler lorenz baumann franke albrecht ludwig böhm martin krämer otto seidel heinrich brandt",
        "haas schulte dietrich ziegler kuhn kühn pohl bergmann thomas voigt arnold wolff pfeiffer vogel koch kaiser",
    )
    for word in line.split()
)


def _faker_names(kinds: tuple[str, ...]) -> Iterator[str]:
    for locale in FAKER_LOCALES:
        try:
            module = importlib.import_module(f"faker.providers.person.{locale}")
        except ModuleNotFoundError:
            continue
        for kind in kinds:
            for name in getattr(module.Provider, kind, ()):
                if LATIN.fullmatch(name):
                    yield name


def _stock_names(data: Path) -> tuple[set[str], set[str]]:
    """Given names and surnames of all origins: those of the tagger's recipe, in Latin letters, and own lists."""
    given: set[str] = set()
    surnames: set[str] = set()
    for evaluation in (False, True):
        for stock in NameBook.read(data / "names", evaluation=evaluation).stocks.values():
            given.update(part for name in (*stock.given_f, *stock.given_m) for part in name.split(" "))
            surnames.update(part for name in stock.surnames for part in name.split(" "))
    for line in (HERE / "own_names.txt").read_text(encoding="utf-8").splitlines():
        kind, _, names = line.partition(": ")
        (given if kind == "given" else surnames).update(names.split())
    return (
        {name.casefold() for name in given if LATIN.fullmatch(name)},
        {name.casefold() for name in surnames if LATIN.fullmatch(name)},
    )


def _word_counts(data: Path) -> tuple[Counter[str], Counter[str]]:
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    with lzma.open(data / "law" / "gesetze_de.txt.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            for word in WORD.findall(line):
                (lower if word[0].islower() else capital)[word] += 1
    return lower, capital


def _news_words(data: Path) -> tuple[Counter[str], Counter[str]]:
    """Words outside of every entity in the SmartData training documents."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    decoder = json.JSONDecoder()
    with gzip.open(data / "ner" / "smartdata" / "train.json.gz", "rt", encoding="utf-8") as source:
        rest = source.read()
    position = 0
    while position < len(rest):
        while position < len(rest) and rest[position].isspace():
            position += 1
        if position >= len(rest):
            break
        document, position = decoder.raw_decode(rest, position)
        text = document["text"]["string"]
        hidden = [False] * len(text)
        for mention in (document.get("conceptMentions") or {}).get("array", []):
            span = mention["span"]
            for index in range(span["start"], min(span["end"], len(text))):
                hidden[index] = True
        for match in WORD.finditer(text):
            if not any(hidden[match.start() : match.end()]):
                (lower if match[0][0].islower() else capital)[match[0]] += 1
    return lower, capital


def _traffic_words(data: Path) -> tuple[Counter[str], Counter[str]]:
    """Words outside of every entity in the MobIE training documents."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    with zipfile.ZipFile(data / "ner" / "mobie" / "ner_conll03_formatted.zip") as packed:
        for line in packed.read("train.conll2003").decode("utf-8").splitlines():
            parts = line.split()
            if len(parts) == 4 and parts[3] == "O" and WORD.fullmatch(parts[0]):
                (lower if parts[0][0].islower() else capital)[parts[0]] += 1
    return lower, capital


def _own_words(statutes: Counter[str]) -> set[str]:
    """Words of the project's own texts: exercises, letters for training, templates.

    The texts have made-up people, so words with a capital count only where statutes use them too.
    """
    root = HERE.parents[1]
    paths = [
        *sorted((root / "exercises" / "content").rglob("*.md")),
        *sorted((root / "exercises" / "content").rglob("*.yaml")),
        *sorted((root / "models" / "training" / "corpus").glob("*.py")),
        root / "guardrails" / "training" / "templates" / "train_negative.txt",
    ]
    counts = Counter(word for path in paths if path.exists() for word in WORD.findall(path.read_text(encoding="utf-8")))
    own = {
        word.casefold() for word, count in counts.items() if word[0].islower() or (count >= 2 and statutes[word] > 0)
    }
    return own | set((HERE / "own_words.txt").read_text(encoding="utf-8").casefold().split())


def _english_words() -> set[str]:
    """Everyday English: Faker's word list, spaCy's stop words, prose of the Python documentation."""
    prose = Counter(word for text in topics.topics.values() for word in WORD.findall(text) if word[0].islower())
    words = set(english_lorem.Provider.word_list) | set(ENGLISH_STOP_WORDS)
    return {word.casefold() for word in words} | {word for word, count in prose.items() if count >= 5}


def _write(name: str, lines: Iterable[str]) -> None:
    path = HERE / name
    with path.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write("\n".join(lines).encode())


def build(data: Path) -> None:
    """Writes the five lists beside this file."""
    surnames = {
        name.strip().casefold()
        for name in (data / "names" / "nachnamen_germaner.txt").read_text(encoding="utf-8").splitlines()
        if LATIN.fullmatch(name.strip())
    }
    surnames |= {name.casefold() for name in _faker_names(("last_names", "last_names_female", "last_names_male"))}

    stock_given, stock_surnames = _stock_names(data)
    surnames |= stock_surnames

    sexes: dict[str, Counter[str]] = defaultdict(Counter)
    with (data / "names" / "vornamen_berlin_2012_2023.csv").open(encoding="utf-8") as source:
        for row in csv.DictReader(source):
            if LATIN.fullmatch(row["vorname"]) and "-" not in row["vorname"]:
                sexes[row["vorname"].casefold()][row["geschlecht"]] += int(row["anzahl"])
    for kind, sex in (("first_names_female", "w"), ("first_names_male", "m"), ("first_names", "")):
        for name in _faker_names((kind,)):
            if "-" not in name and (sex or name.casefold() not in sexes):
                sexes[name.casefold()][sex] += 5
    low, capital = _word_counts(data)
    given = []
    for name, counts in sorted(sexes.items()):
        total = sum(counts.values())
        if total <= 2 and (low[name] >= 3 or capital[name.capitalize()] >= 3):
            continue
        sex = "w" if counts["w"] > 0.9 * total else "m" if counts["m"] > 0.9 * total else "u"
        given.append(f"{name}\t{sex}\t{min(total, 999)}")

    news_low, news_capital = _news_words(data)
    common = {word.casefold() for word, count in low.items() if count >= 3}
    traffic_low, traffic_capital = _traffic_words(data)
    common |= {word.casefold() for word, count in (news_low + traffic_low).items() if count >= 2}
    own = _own_words(capital) | {word.casefold() for word in german_lorem.Provider.word_list} | set(GERMAN_STOP_WORDS)
    common |= {word for word in own | _english_words() if low[word] > 2 or sexes[word].total() < 20}
    for word, count in capital.items():
        key = word.casefold()
        named = key in surnames or sexes[key].total() >= 5
        least = 200 if sexes[key].total() >= 20 else 15 if named else 3
        if key not in SURNAMES_FIRST and count >= least:
            common.add(key)
    for word, count in (news_capital + traffic_capital).items():
        key = word.casefold()
        if count >= 2 and key not in surnames and sexes[key].total() < 5:
            common.add(key)
    abroad = stock_surnames | stock_given
    own_list = {noun.casefold() for noun in own_nouns()}
    common |= {word for word in own_list if word not in abroad and sexes[word].total() < 5}
    common -= SURNAMES_FIRST
    common = {word for word in common if 2 <= len(word) <= 24 and word.count("-") == 0}

    places = set()
    with (data / "places" / "plz_de.csv").open(encoding="utf-8") as source:
        for row in csv.DictReader(source):
            places.add(row["ort"])
            places.add(row["ort"].split(" ")[0] if row["ort"].split(" ")[0] in row["land"] else row["ort"])

    known = {name.split("\t")[0] for name in given}
    more = {name for name in stock_given if "-" not in name and low[name] < 3}
    given += [f"{name}\tu\t5" for name in more - known]
    _write("given_names.tsv.gz", sorted(given))
    _write("surnames.txt.gz", sorted(surnames))
    _write("common_words.txt.gz", sorted(common))
    _write("places.txt.gz", sorted(places))
    _write("ambiguous_nouns.txt.gz", _ambiguous(capital, common, surnames | known | more))


def _ambiguous(capital: Counter[str], common: set[str], names: set[str]) -> list[str]:
    """Nouns of federal law and of the project's own list that are names too and no everyday words."""
    nouns = {word.casefold() for word, count in capital.items() if count >= 6} | {n.casefold() for n in own_nouns()}
    return sorted((nouns & names) - common)


if __name__ == "__main__":
    build(Path(sys.argv[1]))
