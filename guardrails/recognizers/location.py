"""LOCATION"""

from collections.abc import Iterator
from typing import Any, ClassVar

import regex
from presidio_analyzer import RecognizerResult

from guardrails.deadline import scan
from guardrails.lexicon import Lexicon, load_lexicon
from guardrails.recognizers import place_phrases as phrases
from guardrails.recognizers.base import Evidence, GuardRecognizer, any_of, compiled, keywords
from guardrails.recognizers.column_names import PERSONAL
from guardrails.recognizers.dates import DATE
from guardrails.recognizers.name_words import DETERMINER_BEFORE, FIELDS, NAMED_THINGS, OF_THINGS, PERSON_NOUNS
from guardrails.recognizers.place_words import FIELD, HOME, PLACE, RELATIVES, RESIDES, STAYED
from guardrails.recognizers.table_columns import head_and_line

_MEANWHILE = (
    r"ist|sind|jetzt|derzeit|zurzeit|seit[ ][^,.\n]{1,20}|am[ ][^,\n]{4,22}|mit[ ][^,.\n]{3,30}|allein|gerade"
    r"|ursprünglich|bald|noch|aber|vorher|zuvor|früher|täglich|immer"
    r"|im[ ](?:Sommer|Winter|Herbst|Frühjahr|[A-ZÄ]\p{Ll}{2,8})"
    r"|sich|zurück|(?:zum|ab|bis)[ ][^,.\n]{3,14}|hier|bei[ ]\p{L}{3,8}[ ]\p{Lu}\p{L}+"
    r"|wirklich|eigentlich|wohl|doch|angeblich|laut[ ][^,.\n]{3,20}|nach[ ]\p{Ll}+[ ](?:Auskunft|Angaben?)"
    r"|nicht(?:[ ]mehr)?|er|sie|der|die|ich|wir|denn|auch|hinten|drüben|oben|unten|weit|ja"
    r"|zu[ ](?:(?:meine|seine|ihre|unsere)[rnm]?|de[rnm])[ ]\p{L}{3,24}"
    r"|dann|ebenfalls|now|(?:in[ ])?(?:19|20)\d{2}|als[ ][^,.\n]{3,25}|with[ ][^,.\n]{3,40}|jedoch|wieder"
)
_PREPOSITION = (
    r"(?:(?i:in|im|aus|nach|bei|von|from|to|near|at)|[nv]\.)[ ](?:(?:(?i:der|den|dem|einem|einer)|d\.)[ ]"
    r"(?:(?:Dorf|Stadt|Region|Gegend|Nähe|Ecke|Umgebung|Provinz|Kreis|Umkreis|Raum|Großraum|Distrikt)[ ]"
    r"(?:bei[ ]|von[ ]|um[ ]|rund[ ]um[ ]|zwischen[ ])?)?)?"
)
#: Words with which the names of places end, where no list knows them: ``Niederzell``.
_PLACE_ENDING = regex.compile(
    r"(?:zell|ingen|hausen|dorf|bach|burg|berg|stedt|städt|stadt|rode|roda|walde|hagen|kirchen|feld"
    r"|münster|büttel|wedel|ow|itz"
    r"|leben|weiler|hofen|stetten|reuth|moor|fehn|sum|koog|siel|furt|brück|bronn|born|au|thal)$"
)


class LocationRecognizer(GuardRecognizer):
    """Places that say where a person lives, was born or comes from: ``wohnhaft in Köln``, ``Wohnort: Bad Belzig``,
    ``geboren in Izmir``, ``ist aus Neukölln zugezogen``, ``Mutter in Homs``. Cities in general statements, names of
    authorities and courts stay. The rule, not the tagger, decides: a place found by either is taken only behind such
    words.
    """

    ENTITY = "LOCATION"
    CONTEXT: ClassVar = keywords(
        any_of(
            r"wohnhaft wohn(?:t|e|en|te|ten|ort|sitz|haft|end)\b lebt(?:e|en)?\b leben\b gemeldet geboren\b geb\. "
            r"geburtsort geburtsland stamm(?:t|en|e)\b zugezogen umgezogen umzug zieht ziehe\b ziehen\b gezogen "
            r"herkunft heimatort "
            "staatsangehörigkeit aufgewachsen lives living born resident moved wohnung wohnanschrift meldeadresse"
        )
    )
    _BEHIND_WORD = compiled(
        rf"(?<![\p{{L}}\p{{N}}])(?i:(?P<verb>{RESIDES}))(?:[ ](?i:{_MEANWHILE})){{0,2}}"
        rf"[ ]{_PREPOSITION}(?P<value>{PLACE})(?:[ ](?:nach|to)[ ](?P<second>{PLACE}))?",
        ignore_case=False,
    )
    _FIELD = compiled(
        rf"(?<![\p{{L}}\p{{N}}])(?:(?i:{FIELD}|ort(?=[ ]?:)|(?<=plz[/, ]{{1,2}})ort)"
        r"(?:[ ]?[:|=]|[ ]?[.…]{3,40}[ ]?:?|(?<=[Ww]ohnsitz|[Ww]ohnort|[Oo]rt|[Ww]ohnung|[Aa]ufenthalt)(?=[ ]\p{Lu}))"
        r"|(?i:zuletzt)(?=[ ]\p{Lu}))"
        rf"[ .…]{{0,40}}+(?:laut[ ]\p{{L}}+[ ])?(?:\d{{5}}[ ])?(?P<value>{PLACE})"
        rf"(?:(?:,[ ]|/)(?P<second>{PLACE})(?=[ ]?(?:\n|$|;|,|\|)))?",
        ignore_case=False,
    )
    _MOVED = compiled(
        rf"(?<![\p{{L}}\p{{N}}])(?:aus|von|nach|in|im|aus[ ]dem|bei|n\.|v\.)[ ](?P<value>{PLACE})"
        rf"(?:[ ]nach[ ](?P<second>{PLACE}))?[ ]"
        rf"(?:(?:zur[ ]Schule|in[ ]die[ ]Schule|hierher|her|weg|worden|hierhin|zu[ ]uns|zu[ ]mir)[ ])?(?P<verb>{STAYED}"
        r"|gegangen(?<=Schule[ ]gegangen))(?![\p{L}])",
        ignore_case=False,
    )
    _BIRTH = compiled(
        r"(?:(?i:geb\p{L}*\.?|born)[^\n\p{L}]{0,16}(?:(?:ist|wurde)[ ]\p{L}{2,4}[ ])?"
        rf"(?:(?i:am|on|on[ ]the)[ .:]{{1,14}})?|\*[ ]?"
        rf"|(?<=,[ ]?\p{{Lu}}[\p{{L}}-]{{1,20}}[ ](?:[mwdfx][ ])?))"
        rf"(?:{DATE}|\d{{8}})"
        rf"[ ,/]{{1,4}}(?P<in>(?i:in|zu)[ :]{{1,3}})?(?P<value>{PLACE})(?!\p{{L}})",
        ignore_case=False,
    )
    _APPOSITION = compiled(
        r"(?<!\p{L})(?:(?i:geburtsort[ ]und[ ]-land|heimatstadt|heimatort|heimatdorf|geburtsort|geburtsstadt|wohnort"
        r"|wohnsitz)[ ]?:?[ ]|(?:ursprünglich|gebürtig|neu|frisch|kürzlich)[ ]aus[ ]|[Oo]riginally[ ]from[ ]|fled[ ])"
        rf"(?P<value>{PLACE}(?:,[ ]\p{{Lu}}\p{{Ll}}{{3,}}(?=\n|$))?)",
        ignore_case=False,
    )
    _WITH_RELATIVES = compiled(
        rf"(?<!\p{{L}}){RELATIVES}(?:[ ]\((?:\d{{1,3}})\)|[ ]\p{{Lu}}[\p{{L}}-]+)?"
        rf"(?:[ ](?:noch|jetzt|derzeit|lebt|leben|is|wohnt|wohnen|still|seit[ ]\p{{L}}+))?"
        rf"[ ](?:in|aus|nach|from|bei)[ ](?P<value>{PLACE})",
        ignore_case=False,
    )
    #: ``bisher Gladbeck, neu …``, ``gem. Szczecin``: only towns that a list knows.
    _FORMERLY = compiled(
        r"(?<!\p{L})(?:[Bb]isher|[Ee]hemals|[Vv]ormals|[Ff]rüher|[Vv]orher|gem\.|wh\.|wohnh\.|[Ww]egzug"
        r"|[Zz]uzug)[ ]?:?[ ]"
        rf"(?:in[ ]|aus[ ]|nach[ ])?(?P<value>{PLACE})(?=[ ]?(?:[,;.)\n/|]|$|[ ](?:neu|jetzt|nach|und)(?!\p{{L}})))",
        ignore_case=False,
    )
    _YEARS_OLD = compiled(rf"\d{{1,2}}-?[Jj]ährige[rnm]?[ ](?:aus|from)[ ](?P<value>{PLACE})", ignore_case=False)
    _HOME = compiled(
        rf"(?<!\p{{L}})(?P<noun>(?i:{HOME}))[ ](?i:in|at|aus|von|nach|from|to|n\.|v\.)[ ](?P<value>{PLACE})"
        rf"(?:[ ]nach[ ](?P<second>{PLACE}))?",
        ignore_case=False,
    )
    _OWN = compiled(
        r"(?<!\p{L})(?:[Mm]ein|[Ss]ein|[Ii]hr|[Uu]nser)(?:e[rnms]?)?[ ](?:\p{Ll}+[ ])?"
        r"(?:Haus|Grundstück|Garten|Laube|Hof|Mietwohnung|Eigentumswohnung|Wohnheim|Schule"
        r"|Lehre|Ausbildung|Studium|Arbeit|Job|Stelle)[ ]in[ ]"
        rf"(?P<value>{PLACE})",
        ignore_case=False,
    )
    _LEARNS = compiled(
        rf"(?<!\p{{L}}){RELATIVES}[ ]"
        rf"(?:studiert|arbeitet|lernt|macht[ ][^.\n]{{3,24}}|geht|besucht[ ][^.\n]{{3,24}}|wohnt|sitzt|liegt)[ ]"
        rf"(?:[^.,\n]{{2,20}}[ ])??in[ ](?P<value>{PLACE})",
        ignore_case=False,
    )
    _DISTRICT = compiled(
        rf"(?<!\p{{L}})(?:im|in[ ]den)[ ](?:Stadtteil|Ortsteil|Kiez|Bezirk|Viertel|Stadtbezirk)[ ](?P<value>{PLACE})",
        ignore_case=False,
    )
    _LOWER_CASE = compiled(
        rf"(?<![\p{{L}}\p{{N}}]){RESIDES}(?:[ ](?:{_MEANWHILE})){{0,2}}[ ](?:in|aus|nach|from)[ ]"
        r"(?P<value>\p{Ll}[\p{L}-]{3,30})"
        r"(?:,?[ ](?:vorher|davor|früher|jetzt|und)[ ](?:in[ ])?(?P<second>\p{Ll}[\p{L}-]{3,30}))?"
    )
    _MOVED_BEHIND = compiled(
        r"[ ](?:um|zu|weg|her)?(?:gezogen|gewohnt|gemeldet|geboren|aufgewachsen|geflohen|wohnhaft|wohnend|verzogen)"
        r"(?!\p{L})"
    )
    _FROM_OR_TO = compiled(r"(?<!\p{L})(?:aus|von|nach|in)[ ]$")
    _LOWER_MOVED = compiled(
        r"(?<![\p{L}\p{N}])(?:aus|von|nach|in)[ ](?P<value>\p{Ll}[\p{L}-]{3,30})"
        r"(?:[ ]nach[ ](?P<second>\p{Ll}[\p{L}-]{3,30}))?[ ]"
        r"(?:gezogen|umgezogen|zugezogen|verzogen|gewohnt|gemeldet)(?!\p{L})",
        ignore_case=False,
    )
    _NEVER = regex.compile(
        any_of(
            "Deutschland Österreich Europa EU Haushalt Wohnung Haus Ausland Inland Heim Pflegeheim Einrichtung "
            "Ehe Trennung "
            "Miete Mutti Bereitschaftspflege Pflegefamilie Notunterkunft Unterkunft Stift Rente Ausbildung "
            "Familie Stadt Gemeinde Kreis Eigentum Wohngeld Obdach Eltern Mutter Vater Frau Herr Untermiete Haft Kur "
            "Reha "
            "Januar Februar März April Mai Juni Juli August September Oktober November Dezember January February March "
            "May June July October December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Frist Antrag"
        )
        + r"\p{Ll}{0,3}",
        regex.IGNORECASE,
    )
    _RULES = (
        (_FIELD, 0.85, "Ort in einem Feld wie „Wohnort“"),
        (_BEHIND_WORD, 0.85, "Ort hinter einem Wort des Wohnens oder der Herkunft"),
        (_MOVED, 0.85, "Ort vor einem Wort des Wohnens oder der Herkunft"),
        (_BIRTH, 0.8, "Ort hinter einem Geburtsdatum"),
        (_APPOSITION, 0.75, "Ort hinter einem Wort wie „Heimatstadt“"),
        (_WITH_RELATIVES, 0.8, "Ort, an dem Angehörige wohnen"),
        (_YEARS_OLD, 0.8, "Ort, aus dem jemand kommt"),
        (_HOME, 0.8, "Ort einer Wohnung oder eines Umzugs"),
        (_DISTRICT, 0.75, "Stadtteil"),
        (phrases.OF_SOMEBODY, 0.75, "Ort, aus dem jemand kommt"),
        (phrases.AT_SOMEBODYS, 0.75, "Ort, an dem Angehörige leben"),
        (phrases.LOWER_WHERE, 0.75, "Ort hinter einem Wort des Wohnens oder der Herkunft"),
        (phrases.ORIGIN, 0.75, "Ort, aus dem jemand kommt"),
        (phrases.WHERE_NOW, 0.72, "Ort, an dem jemand jetzt ist"),
        (phrases.FIELD_IN, 0.8, "Ort in einem Feld wie „Wohnort“"),
        (phrases.REGISTERED, 0.75, "Ort einer Wohnung oder eines Umzugs"),
        (phrases.BORN, 0.8, "Ort hinter einem Wort des Wohnens oder der Herkunft"),
        (phrases.NATIVE, 0.7, "Ort, aus dem jemand kommt"),
        (_FORMERLY, 0.75, "Ort hinter einem Wort des Wohnens oder der Herkunft"),
        (_OWN, 0.75, "Ort von etwas, das jemandem gehört"),
        (_LEARNS, 0.75, "Ort, an dem Angehörige leben"),
        (_LOWER_CASE, 0.75, "Ort hinter einem Wort des Wohnens oder der Herkunft"),
        (_LOWER_MOVED, 0.75, "Ort vor einem Wort des Wohnens oder der Herkunft"),
    )
    _BEFORE_VERB = regex.compile(r"(?P<word>\p{Lu}[\p{L}-]+)[ ]$")

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Places behind a word of residence or origin, and in fields."""
        lexicon = load_lexicon()
        for pattern, score, reason in self._RULES:
            for match in scan(pattern, text):
                if self._of_a_thing(text, match, lexicon):
                    continue
                for group in ("value", "second") if "second" in pattern.groupindex else ("value",):
                    if match[group] is not None:
                        yield from self._judged(text, match, group, score, f"{reason}.", lexicon)
        yield from self._in_columns(text, lexicon)

    def _judged(
        self, text: str, match: regex.Match[str], group: str, score: float, reason: str, lexicon: Lexicon
    ) -> Iterator[tuple[int, int, float, Evidence]]:
        """The place in a group of the match, without everyday words behind it."""
        pattern = match.re
        start, end = match.span(group)
        value = _without_words(match[group], lexicon)
        end = start + len(value)
        known = lexicon.place(value) or lexicon.place_abroad(value)
        known = known or lexicon.place_start(value.split("-")[0].split(" ")[0])
        first = value.split(" ")[0]
        if (
            self._NEVER.fullmatch(first)
            or first.lower() in NAMED_THINGS
            or first.lower() in PERSON_NOUNS
            or first.lower() in FIELDS
        ):
            return
        if pattern is phrases.NATIVE:
            if lexicon.place(match["town"]) or lexicon.place(f"{match['town']}en"):
                yield start, end, score, Evidence(reason)
            return
        if _OF_THE.search(text, max(0, start - 8), start) and lexicon.listed(value):
            return  # in der Lehre, aus dem Bund
        if pattern in (self._LOWER_CASE, self._LOWER_MOVED, phrases.LOWER_WHERE) and not (
            (lexicon.place(value) or lexicon.place_abroad(value)) and value.islower()
        ):
            return
        if pattern is self._BIRTH and match["in"] is None and not (lexicon.place(value) or lexicon.place_abroad(value)):
            return
        if pattern is self._FORMERLY and not (lexicon.place(value) or lexicon.place_abroad(value)):
            return
        weak = (
            *(self._WITH_RELATIVES, self._HOME, self._YEARS_OLD, self._OWN, self._LEARNS, phrases.OF_SOMEBODY),
            *(phrases.AT_SOMEBODYS, phrases.ORIGIN, phrases.BORN, phrases.WHERE_NOW),
        )
        if pattern in weak and not known and lexicon.common(first):
            return
        if _VERSION.match(text, end):
            return
        if pattern is self._FIELD and text[end : end + 1] == ":":
            return  # the next field
        certain = pattern is self._BIRTH and match["in"] is not None
        everyday = lexicon.common(value) and (lexicon.listed(value) or not _PLACE_ENDING.search(value))
        if everyday and not known and not certain:
            return
        yield start, end, score if known else score - 0.1, Evidence(reason)

    def _of_a_thing(self, text: str, match: regex.Match[str], lexicon: Lexicon) -> bool:
        """Whether a thing is said to come from a place: ``Das Gutachten kommt aus Stuttgart``."""
        if "verb" not in match.re.groupindex or match["verb"].lower() not in OF_THINGS:
            return False
        return self._thing_before(text, match.start() if match.re is self._MOVED else match.start("verb"), lexicon)

    def _thing_before(self, text: str, position: int, lexicon: Lexicon) -> bool:
        """Whether a noun stands right before, and no person."""
        before = self._BEFORE_VERB.search(text, max(0, position - 40), position)
        if before is None:
            return False
        word, start = before["word"], before.start()
        if word in _TIMES:
            return False
        if _RELATIVE.fullmatch(word) or word.lower() in PERSON_NOUNS or word in ("Er", "Sie", "Ich", "Es", "Wir"):
            return False
        if not lexicon.common(word) or lexicon.given(word) >= 20:
            return False
        return not lexicon.surname(word) or DETERMINER_BEFORE.search(text, max(0, start - 8), start) is not None

    def _in_columns(self, text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, float, Evidence]]:
        """Cells under a head like ``Wohnort``."""
        if not _HEAD.search(text):
            return
        for cell in scan(_CELL, text):
            head, line = head_and_line(text, cell.start("value"))
            head = head.strip()
            if _HEAD.fullmatch(head) and (head.lower() not in _OF_THINGS_TOO or PERSONAL.search(line)):
                value = _without_words(cell["value"], lexicon)
                if lexicon.place(value) or lexicon.place_abroad(value) or not lexicon.common(value.split(" ")[0]):
                    start = cell.start("value")
                    yield start, start + len(value), 0.8, Evidence(f"Steht in der Spalte „{head}“.")

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
        """The rules, and places of the tagger that stand close behind a word of residence or origin."""
        results = super().analyze(text, entities, nlp_artifacts)
        for span in nlp_artifacts.entities if nlp_artifacts else ():
            if span.label_ != "LOCATION":
                continue
            before = text[max(0, span.start_char - 28) : span.start_char]
            word = None
            for word in self.CONTEXT.finditer(before):  # noqa: B007 - the nearest counts
                pass
            value = text[span.start_char : span.end_char]
            if span.score >= _SURE_OF_A_PLACE and "\n" not in value:
                results.append(self.result(text, span.start_char, span.end_char, LIKELY_PLACE, _LIKELY))
            moved = self._MOVED_BEHIND.match(text, span.end_char) if span.score >= _SURE_OF_A_PLACE else None
            if word is None and moved is not None and self._FROM_OR_TO.search(before):
                evidence = Evidence("Vom Sprachmodell als Ort erkannt, vor einem Wort des Wohnens.")
                results.append(self.result(text, span.start_char, span.end_char, 0.65, evidence))
            if word is None or regex.search(r"[.;!?]\s|\n", before[word.end() :]) or self._NEVER.fullmatch(value):
                continue
            verb = span.start_char - len(before) + word.start()
            if word[0].lower() not in OF_THINGS or not self._thing_before(text, verb, load_lexicon()):
                evidence = Evidence(f"Vom Sprachmodell als Ort erkannt; das Stichwort „{word[0]}“ steht davor.")
                results.append(self.result(text, span.start_char, span.end_char, 0.65, evidence))
        return results


#: What a place is worth of which nothing says that it tells something about a person: below every threshold.
LIKELY_PLACE = 0.3
_LIKELY = Evidence("Vom Sprachmodell als Ort erkannt.", identifying=False)
#: ``from GeoServer 2.22.5``
_VERSION = regex.compile(r"[ ]v?\d{1,3}\.\d{1,3}(?!\d|\.(?:19|20)\d\d)")
_RELATIVE = regex.compile(RELATIVES)
_OF_THE = regex.compile(r"(?<!\p{L})(?:der|dem|den|einer|einem)[ ]$", regex.IGNORECASE)
#: How sure the tagger must be of a place that no list knows, before a word of residence.
_SURE_OF_A_PLACE = 0.9
#: ``erst vor fünf Jahren nach Kassel gezogen``
_TIMES = frozenset(("Jahren", "Jahr", "Monaten", "Monat", "Wochen", "Woche", "Tagen", "Zeit", "Krieg", "Schulzeit"))
#: Heads over columns of things too, unless the table is about persons.
_OF_THINGS_TOO = ("ort", "from", "town")
_HEAD = compiled(
    r"(?:(?:letzter|früherer|jetziger|aktueller|bisheriger|neuer|alter)[ ])?"
    r"(?:Wohnort|Wohnsitz|Aufenthaltsort|Aufenthalt)"
    r"|Geb\.?-?[ ]?ort|Geburtsort|Geburtsland|Herkunft|Herkunftsort|Herkunftsland|Ort|Wohnsitz|Town"
    r"|Place[ ]of[ ]birth|Birthplace|Hometown|From"
)
_CELL = compiled(rf"(?<=[|;\t,\n])[ ]*(?P<value>{PLACE})[ ]*(?=[|;\t,\n]|$)", ignore_case=False)


def _without_words(value: str, lexicon: Lexicon) -> str:
    """The place without everyday words that only stand behind it."""
    while " " in value and not lexicon.place(value) and not lexicon.place_abroad(value):
        head, last = value.rsplit(" ", 1)
        if last.startswith("(") or not (len(last) > 3 and (lexicon.common(last) or lexicon.given(last) > 50)):
            break
        value = head
        while value.rsplit(" ", 1)[-1] in ("am", "an", "der", "im", "in", "bei", "ob", "vor", "auf"):
            value = value.rsplit(" ", 1)[0]
    return value
