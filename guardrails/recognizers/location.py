"""LOCATION"""

from collections.abc import Iterator
from typing import Any, ClassVar

import regex
from presidio_analyzer import RecognizerResult

from guardrails.deadline import scan
from guardrails.lexicon import load_lexicon
from guardrails.recognizers.base import Evidence, GuardRecognizer, any_of, compiled, keywords
from guardrails.recognizers.date_of_birth import DATE
from guardrails.recognizers.name_words import PERSON_NOUNS

_PLACE = (
    r"\p{Lu}\p{L}+(?:-\p{Lu}\p{L}+){0,2}(?:[ ](?:am|an[ ]der|im|in[ ]der|bei|ob[ ]der|vor[ ]der|auf"
    r"|a\.)[ ]\p{Lu}\p{L}+|-e[ ]\p{Lu}\p{L}+|[ ]\p{Lu}\p{L}+)?"
    r"(?:[ ]\((?:Oder|Main|Saale|Spree|Havel|Elbe|Harz|Lahn|Holstein|Allgäu|Pfalz|Eifel"
    r"|Odenwald|Schwarzwald|Westf\.?)\))?"
)

_RESIDES = any_of(
    r"wohnhaft wohne wohnt wohnen wohnte wohnten lebt lebe leben lebte gemeldet geboren geb\. aufgewachsen "
    r"zugezogen umgezogen "
    "gezogen stammt stammen kommt komme kommen kam kamen gekommen zieht ziehe ziehen zog zogen verzogen verzieht "
    "angereist eingereist ausgereist abgereist floh flohen geflohen geflüchtet zurückgekehrt nachsendeauftrag "
    r"übersiedelt lives live living lived born resident moved stays stayed grew_up relocated registered"
).replace("_", "[ ]")
_RELATIVES = any_of(
    "Tochter Sohn Eltern Mutter Vater Bruder Schwester Oma Opa Großmutter Großvater Tante Onkel Familie Freundin "
    "Freund Kindern Mutti Enkel Enkelin Lebensgefährtin Lebensgefährten Verwandten Cousin Cousine"
)
_MEANWHILE = (
    r"ist|sind|jetzt|derzeit|zurzeit|seit[ ][^,.\n]{1,20}|am[ ][^,\n]{4,22}|mit[ ][^,.\n]{3,30}|allein|gerade"
    r"|ursprünglich|bald"
    r"|dann|ebenfalls|now|(?:in[ ])?(?:19|20)\d{2}|als[ ][^,.\n]{3,25}|with[ ][^,.\n]{3,40}|jedoch|wieder"
)


class LocationRecognizer(GuardRecognizer):
    """Places that say where a person lives, was born or comes from: ``wohnhaft in Köln``, ``Wohnort: Bad Belzig``,
    ``geboren in Izmir``, ``ist aus Neukölln zugezogen``. Cities in general statements, names of authorities and courts
    stay. The rule, not the tagger, decides: a place found by either is taken only behind such words.
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
        rf"(?<![\p{{L}}\p{{N}}])(?i:{_RESIDES})(?i:[ ](?:{_MEANWHILE})){{0,2}}"
        rf"[ ](?i:in|im|aus|nach|bei|from|to|near)[ ](?:der[ ]|den[ ]|dem[ ])?(?P<value>{_PLACE})",
        ignore_case=False,
    )
    _FIELD = compiled(
        r"(?<![\p{L}\p{N}])(?i:wohnort|geburtsort|geburtsland|wohnsitz|herkunftsort|heimatort|ort(?=[ ]?:)"
        rf"|(?<=plz[/, ]{{1,2}})ort)[ ]?[:|=][ ]?(?:\d{{5}}[ ])?(?P<value>{_PLACE})",
        ignore_case=False,
    )
    _MOVED = compiled(
        rf"(?<![\p{{L}}\p{{N}}])(?:aus|von|nach|in)[ ](?P<value>{_PLACE})[ ](?:zugezogen|umgezogen|gezogen"
        r"|gemeldet|wohnhaft|wohnt|lebt|lebte|wohnte|geboren|aufgewachsen|verzogen|aufgehalten|aufhält|angereist"
        r"|eingereist|geflohen|geflüchtet|gekommen|zurückgekehrt|abgeschoben|stammt|kommt|kam)",
        ignore_case=False,
    )
    _BIRTH = compiled(
        r"(?:(?i:geb\p{L}*\.?|born)[^\n\p{L}]{0,16}(?:(?:ist|wurde)[ ]\p{L}{2,4}[ ])?"
        rf"(?:(?i:am|on|on[ ]the)[ .:]{{1,14}})?|\*[ ]?){DATE}"
        rf"[ ,]{{1,4}}(?P<in>(?i:in|zu)[ :]{{1,3}})?(?P<value>{_PLACE})(?!\p{{L}})",
        ignore_case=False,
    )
    _APPOSITION = compiled(
        r"(?<!\p{L})(?:(?i:geburtsort[ ]und[ ]-land|heimatstadt|heimatort|heimatdorf|geburtsort|geburtsstadt|wohnort"
        r"|wohnsitz)[ ]?:?[ ]|(?:ursprünglich|gebürtig|neu|frisch|kürzlich)[ ]aus[ ])"
        rf"(?P<value>{_PLACE}(?:,[ ]\p{{Lu}}\p{{Ll}}{{3,}}(?=\n|$))?)",
        ignore_case=False,
    )
    _WITH_RELATIVES = compiled(
        rf"bei[ ](?:der|dem|den|seine[rmn]|ihre[rmn]|meine[rmn]|unsere[rmn]|einer|einem)[ ]{_RELATIVES}"
        rf"(?:[ ]\p{{Lu}}[\p{{L}}-]+)?[ ]in[ ](?P<value>{_PLACE})",
        ignore_case=False,
    )
    _SECOND_HOME = compiled(
        rf"(?i:zweitwohnung|ferienhaus|wohnung|privatanschrift|private[ ]address|elternhaus|wohnsitz|zuhause)"
        rf"[ ](?i:in|at)[ ](?P<value>{_PLACE})",
        ignore_case=False,
    )
    _LOWER_CASE = compiled(
        rf"(?<![\p{{L}}\p{{N}}]){_RESIDES}(?:[ ](?:{_MEANWHILE})){{0,2}}[ ](?:in|aus|nach|from)[ ]"
        r"(?P<value>\p{Ll}[\p{L}-]{3,30})"
    )
    _NEVER = regex.compile(
        any_of(
            "Deutschland Österreich Europa EU Haushalt Wohnung Haus Ausland Inland Heim Pflegeheim Einrichtung "
            "Ehe Trennung "
            "Miete Mutti Bereitschaftspflege Pflegefamilie Notunterkunft Unterkunft Stift Rente Ausbildung "
            "Familie Stadt Gemeinde Kreis Eigentum Wohngeld Obdach Eltern Mutter Vater Frau Herr"
        )
        + r"\p{Ll}{0,3}",
        regex.IGNORECASE,
    )

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Places behind a word of residence or origin, and in fields."""
        lexicon = load_lexicon()
        for pattern, score, reason in (
            (self._FIELD, 0.85, "Ort in einem Feld wie „Wohnort“"),
            (self._BEHIND_WORD, 0.85, "Ort hinter einem Wort des Wohnens oder der Herkunft"),
            (self._MOVED, 0.85, "Ort vor einem Wort des Wohnens oder der Herkunft"),
            (self._BIRTH, 0.8, "Ort hinter einem Geburtsdatum"),
            (self._APPOSITION, 0.75, "Ort hinter einem Wort wie „Heimatstadt“"),
            (self._WITH_RELATIVES, 0.8, "Ort, an dem Angehörige wohnen"),
            (self._SECOND_HOME, 0.8, "Ort einer Wohnung"),
            (self._LOWER_CASE, 0.75, "Ort hinter einem Wort des Wohnens oder der Herkunft"),
        ):
            for match in scan(pattern, text):
                start, end = match.span("value")
                value = match["value"]
                while (
                    " " in value
                    and not lexicon.place(value)
                    and len(value.rsplit(" ", 1)[1]) > 3
                    and lexicon.common(value.rsplit(" ", 1)[1])
                ):
                    value = value.rsplit(" ", 1)[0]
                    end = start + len(value)
                if self._NEVER.fullmatch(value.split(" ")[0]) or value.split(" ")[0].lower() in PERSON_NOUNS:
                    continue
                if pattern is self._LOWER_CASE and not (
                    (lexicon.place(value) or lexicon.place_abroad(value)) and value.islower()
                ):
                    continue
                if pattern is self._BIRTH and match["in"] is None and not lexicon.place(value):
                    continue
                known = (
                    lexicon.place(value)
                    or lexicon.place_start(value.split("-")[0].split(" ")[0])
                    or lexicon.place_abroad(value)
                )
                certain = pattern is self._BIRTH and match["in"] is not None
                if not known and not certain and lexicon.common(value):
                    continue
                yield start, end, score if known else score - 0.1, Evidence(f"{reason}.")

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
            if word and not regex.search(r"[.;!?]\s|\n", before[word.end() :]) and not self._NEVER.fullmatch(value):
                evidence = Evidence(f"Vom Sprachmodell als Ort erkannt; das Stichwort „{word[0]}“ steht davor.")
                results.append(self.result(text, span.start_char, span.end_char, 0.65, evidence))
        return results
