"""The word lists of name_words.yaml as sets."""

from importlib.resources import files

import regex
import yaml

_LISTS: dict[str, str] = yaml.safe_load(files(__package__).joinpath("name_words.yaml").read_text(encoding="utf-8"))


def _words(name: str) -> frozenset[str]:
    return frozenset(_LISTS[name].split())


#: Salutation -> ``m``, ``w`` or empty.
SALUTATIONS: dict[str, str] = {
    **dict.fromkeys(_words("salutations"), ""),
    **dict.fromkeys(_words("salutations_m"), "m"),
    **dict.fromkeys(_words("salutations_w"), "w"),
}
TITLES = _words("titles")
#: Those of them that stand before nothing but a name.
TITLES_BEFORE_NAMES = _words("titles_before_names")
#: In front of a name that stands for a case, a visit, a call.
FILES = _words("files")
#: Verbs and words behind which a name is told.
NAMED = _words("named")
#: Ranks and offices behind or under a signature.
RANKS = _words("ranks")
PARTICLES = _words("particles")
#: Those that are also written with a capital.
CAPITAL_PARTICLES = _words("capital_particles")
NOBLE = _words("noble")
ROLES = _words("roles")
PERSON_NOUNS = _words("person_nouns")
FIELDS = _words("fields") | PERSON_NOUNS | ROLES
CLOSINGS = _words("closings")
GREETINGS = _words("greetings")
BORN = _words("born")
RESIDES = _words("resides")
PERSON_VERBS = _words("person_verbs")
#: Any verb behind a name that stands without article.
VERBS = _words("verbs") | PERSON_VERBS
#: Ends of nouns for persons: ``Altbürgermeister``, ``Ergotherapeutin``.
PERSON_ENDINGS = tuple(_words("person_endings"))
NEVER = _words("never") | CLOSINGS | GREETINGS
NOT_ALONE = _words("not_alone")
INSTITUTIONS = _words("institutions")
#: In front of the name of a thing, an animal, a place, a club.
NAMED_THINGS = _words("named_things")
#: Surnames of two or three letters that are small words of German too.
SHORT_SURNAMES = _words("short_surnames")
NAME_AND_WORD = _words("name_and_word")
#: Those of them that are days, months and seasons.
CALENDAR = _words("calendar")
DETERMINERS = _words("determiners")
#: At the end of what stands before a word: the word is a noun there, not a name.
DETERMINER_BEFORE = regex.compile(r"(?<!\p{L})(?:" + "|".join(sorted(DETERMINERS)) + r")[ ]$", regex.IGNORECASE)
#: In front of a month or a season that is also a name: ``1. Mai``, ``Ende Sommer``, ``ab Mai``.
DATE_BEFORE = regex.compile(
    r"(?:\d{1,2}\.?|(?<!\p{L})(?:\p{L}+(?:te[nr]?|stem?)|erste[nr]?|dritte[nr]?|"
    r"anfang|ende|mitte|seit|ab|bis|zum|im|am|vom|fassung|monat))[ ]$",
    regex.IGNORECASE,
)
FRAU_AS_NOUN = _words("frau_as_noun")
FIELD_FILLERS = _words("field_fillers")
CLOSING_FILLERS = _words("closing_fillers")
#: What belongs to a person, behind a name in the genitive.
BELONGINGS = _words("belongings")
#: Verbs of what a person does, and neither season nor animal.
SAYS = _words("says")
#: Participles and infinitives of what is done with a person, at the end of a note.
DONE = _words("done")
#: Words that only end like adjectives.
NO_ADJECTIVES = _words("no_adjectives") | VERBS
#: Fields that hold one word of a name and nothing else.
NAME_FIELDS = _words("name_fields")
#: Verbs of coming and living of which a thing may be the subject too.
OF_THINGS = _words("of_things")
#: Surnames that are nouns besides, none of them feminine, with a plural of its own.
MASCULINE_SURNAMES = _words("masculine_surnames")
#: The same whose plural looks like the singular.
SAME_IN_PLURAL = _words("same_in_plural")
#: Those that no article can stand before unless they are names.
NEVER_INFLECTED = _words("never_inflected")
#: Those that stand without article although no name is meant: substances, dates, seasons, adjectives.
UNCOUNTED = _words("uncounted")
#: Short words at the end of a note with which nobody signs.
NO_SIGNATURES = _words("no_signatures")
#: Surnames that are animals, plants and things.
THINGS_AND_ANIMALS = _words("things_and_animals")
#: Where forebears lived, behind ``von der`` and ``zur``.
TOPOGRAPHIC = _words("topographic")
