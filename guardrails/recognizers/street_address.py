"""STREET_ADDRESS"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from guardrails.deadline import scan
from guardrails.lexicon import load_lexicon
from guardrails.recognizers import address_parts as parts
from guardrails.recognizers import street_patterns as patterns
from guardrails.recognizers.base import Evidence, GuardRecognizer, any_of, keywords

_ZIP = regex.compile(r"\d{5}")
_CERTAIN = regex.compile(r"(?:straße|strasse|str\.?|allee|gasse|chaussee)$", regex.IGNORECASE)
_DWELLING = r"wohn\p{L}*|anschrift|adresse|lebt|gemeldet|zugezogen|umgezogen|umzug|plz|postleitzahl|ort\b|address"


class StreetAddressRecognizer(GuardRecognizer):
    """Where somebody can be found: street and house number, with postal code and town where they follow (one finding).

    Streets are known by their ending (``Musterstraße 5a``, ``Karl-Marx-Allee 12``, ``Berliner Str. 7-9``), by a
    preposition (``Am Markt 3``, ``Unter den Linden 5``) or as ``12 High Street``. Postal code and town alone are part
    of an address where a word of residence stands before, where the town is known or where they fill a line. Offices
    and court houses look the same as homes and are found too; nouns that only look like streets (``Arbeitsplatz 3``,
    ``Im Jahr 2024``) are not.
    """

    ENTITY = "STREET_ADDRESS"
    CONTEXT: ClassVar = keywords(
        _DWELLING + r"|straße|str\b|lives\sat|living\sat|c/o|ansässig|hausnummer|vorher|zuvor|bisher|bislang|früher"
    )
    _ZIP_CONTEXT: ClassVar = keywords(_DWELLING)
    #: Behind these endings a compound of everyday words is a street all the same; the exceptions are listed below.
    _STREET_ENDING: ClassVar = regex.compile(
        r"(?:weg|gasse|ring|allee|damm|ufer|steig|stieg|stiege|pfad|twiete|chaussee|platz|hof)$"
    )
    #: Numbered roads outside of towns.
    NUMBERED_ROAD: ClassVar = regex.compile(
        r"(?:bundes|landes|kreis|staats|europa|fern)(?:straße|strasse|str\.?)", regex.IGNORECASE
    )
    #: What streets with a preposition are named after; ``Am Sportplatz 14`` is one even where nothing else says so.
    _LANDMARK: ClassVar = regex.compile(
        r"\p{L}*(?:sportplatz|festplatz|marktplatz|kirchplatz|dorfplatz|bahnhof|berg|feld|wald|wäldchen|garten"
        r"|gärten|park|markt|mühle|kirche"
        r"|brunnen|teich|see|bach|ufer|brücke|schloss|burg|schule|friedhof|kloster|werk|hafen|kanal|wiesen?|anger"
        r"|hang|winkel|grund|tal|weiher|linden?"
        r"|eichen?|buchen?|erlen|birken|tannen|kiefern|fichten|ulmen|rosen|reben|weinberg|bruch|stadion|bad|turm"
        r"|wall|graben|deich|damm|stein|kreuz"
        r"|kapelle|haus|häuschen|ziegelei|rand|hügel|bühl|höhe|hof|höfe|acker|äcker|heide|moor|moos|ried|hain|busch"
        r"|gehölz|holz|schleuse|wehr"
        r"|brink|hütte|marsch|masch|sand|wisch|bült|trift|bleiche|lieth|horn|breite|kuhle|wurt|hook"
        r"|speicher|anger|dorf|eck|ecke|zoll|schanze|sonne|zentrum|rain|halde|leite|insel|strand|quelle|spinnerei"
        r"|gericht|post|sägewerk"
        r"|wasserwerk|schlag|kamp|esch|horst|bogen|stadtpark|rathaus|tor|tore|mauer|gasse|weide|weiden|plan|lohe|loh"
        r"|siedlung)",
        regex.IGNORECASE,
    )
    _OF_A_TOWN: ClassVar = regex.compile(
        r"\p{L}{3,}(?<!(?:unser|dies|jed|welch|ein|kein|ander|weiter|neu|alt|groß|klein|lang|kurz))er[ ]",
        regex.IGNORECASE,
    )
    _ENDS: ClassVar = regex.compile(r"[ ]?(?:[,;)|•\n]|[.!?](?:\s|$)|$|[-–/][ ]|[ ]in[ ]\p{Lu}|[~*_✓✗✔✘☑☐→]|->)")
    NOT_A_STREET: ClassVar = regex.compile(
        any_of(
            r"jahr\p{L}* monat\p{L}* zimmer raum kapitel abschnitt artikel absatz fall teil punkt alter umfang "
            r"durchschnitt "
            "mai januar februar märz april juni juli august september oktober november dezember montag dienstag "
            "mittwoch "
            r"donnerstag freitag samstag sonntag stichtag termin anlage\p{L}* seite satz nummer gebäude haus "
            r"saal quartal "
            "schnitt ergebnis schuljahr haushaltsjahr geschäftsjahr kalenderjahr rahmen sinne bereich referat "
            "dezernat amt "
            "verfahren rechtsstreit prozess "
            "stufe klasse gruppe tag uhr ende anfang gleis tor stand platz prozent vergleich "
            r"\p{L}*gartenplatz arbeits\p{L}*platz parkplatz stellplatz sitzplatz \p{L}*studienplatz ausbildungsplatz "
            r"kita\p{L}*platz "
            r"betreuungsplatz pflegeplatz therapieplatz rechtsweg dienstweg \p{L}*bauhof wertstoffhof recyclinghof "
            r"\p{L}*bahnhof gasthof gutshof reiterhof pferdehof gerichtshof rechnungshof betriebshof hinterhof "
            "friedhof umweg ausweg radweg gehweg fußweg schulweg arbeitsweg heimweg hinweg "
            "rückweg amtsweg klageweg "
            "instanzenweg beschwerdeweg rettungsweg fluchtweg lösungsweg verwaltungsweg transportweg lieferweg "
            r"verkehrsweg stromweg vertriebsweg übertragungsweg förderweg bildungsweg "
            r"\p{L}*(?:lehr|arbeits|bank|steck|spiel|sport|lager"
            r"|abstell|steh|internet|computer|pc-?|liege|fenster|gast"
            r"|grill|camping|wickel|lade|therapie|heim|betreuungs|wohn|praktikums"
            r"|schul|mess|abschluss|tausch|kurs)platz marktplatz "
            r"(?:bus|bahn|boots|fähr|hoch)steig (?:haupt|unter|jahrgangs)gruppe grab nutzungsrecht "
            r"\p{L}*läufer \p{L}*käufer instr\.? "
            "mauerring dichtungsring schlüsselring ehering staudamm deichdamm blechring supermarkt arbeitsmarkt "
            "wohnungsmarkt markt "
            "park hof berg ring weg vorgarten kindergarten umfeld handlungsfeld arbeitsfeld formularfeld textfeld feld "
            "tabelle abbildung bebauungsplan plan haushaltsplan dienstplan lehrplan stellenplan grund "
            "hintergrund schulhof "
            "innenhof motor faktor sektor direktor monitor moderator investor autor rektor inspektor doktor pastor "
            "einbruch abbruch umbruch anspruch widerspruch strecke ecke eck bogen fragebogen erhebungsbogen meldebogen"
        ),
        regex.IGNORECASE,
    )

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Streets with numbers, then what only context makes an address."""
        for pattern in (patterns.STREET_NUMBER, patterns.PREPOSITIONAL, patterns.LOWER_CASE, patterns.OF_THE):
            for match in scan(pattern, text):
                judged = self._street(text, match, pattern)
                if judged is not None:
                    yield *parts.extended(text, *match.span("value")), *judged
        for match in scan(patterns.BY_ORDER, text):
            start, end = match.span("value")
            first, _, rest = match["street"].partition(" ")
            if self.NOT_A_STREET.fullmatch(first) and rest:
                start += len(first) + 1
            elif self.NOT_A_STREET.fullmatch(first) and not self._SQUARE.fullmatch(first):
                continue
            if not patterns.of_an_authority(text, start):
                yield (
                    *parts.extended(text, start, end),
                    0.75,
                    Evidence("Name, Hausnummer, Postleitzahl und Ort hintereinander."),
                )
        for match in scan(patterns.BY_ORDER_LOWER_CASE, text):
            if load_lexicon().place(match["town"]):
                yield *match.span("value"), 0.75, Evidence("Name, Hausnummer, Postleitzahl und Ort hintereinander.")
        for pattern, score, reason in (
            (patterns.ENGLISH, 0.8, "Englische Anschrift"),
            (patterns.ABROAD, 0.85, "Anschrift im Ausland"),
            (patterns.ABROAD_LOWER_CASE, 0.75, "Anschrift im Ausland"),
            (patterns.AT_A_NAME, 0.66, "Name und Hausnummer bei einem Wort des Wohnens"),
            (patterns.WITH_BLOCK, 0.7, "Straße mit Block oder Haus"),
            (patterns.MANNHEIM, 0.85, "Mannheimer Quadrat mit Postleitzahl"),
            (patterns.DWELLS_AT, 0.7, "Straße und Hausnummer hinter einem Wort des Wohnens"),
            (patterns.ENGLISH_LOWER_CASE, 0.65, "Englische Anschrift"),
            *((field, 0.7, "Feld einer Anschrift") for field in patterns.FIELDS),
            (patterns.PO_BOX, 0.75, "Postfach mit Postleitzahl und Ort"),
            (patterns.WITHOUT_NUMBER, 0.7, "Straßenname hinter einem Wort des Wohnens"),
        ):
            for match in scan(pattern, text):
                if pattern is patterns.AT_A_NAME and self._is_no_name(match["street"]):
                    continue
                if pattern is not patterns.DWELLS_AT or self._is_dwelling(match["street"]):
                    yield *match.span("value"), score, Evidence(f"{reason}.")
        yield from self._by_surroundings(text)
        if self.supported_language == "en":
            for match in scan(patterns.NUMBER_FIRST, text):
                yield *match.span("value"), 0.7, Evidence("Hausnummer und Straße in englischer Folge.")
        yield from self._columns(text)
        for pattern in (patterns.ZIP_ALONE, patterns.ZIP_LOWER_CASE):
            for match in scan(pattern, text):
                start, end = match.span("value")
                lower_case = pattern is patterns.ZIP_LOWER_CASE
                if lower_case and not load_lexicon().place(match["value"].split(" ")[1]):
                    continue
                found = self._zip(text, start, end)
                if found:
                    yield start, end, found[0], Evidence(found[1])

    _DWELLING: ClassVar = (
        *("wohn", "lebt", "leb", "wh.", "whft", "gemeldet", "zugestellt", "zogen", "zieht", "anschrift", "adresse"),
        *("einsatzort", "tatort", "objekt", "aufenthaltsort", "untergeb", "unterge"),
    )
    #: Without one of these words a pattern comes to nothing.
    _NEEDED: ClassVar[dict[regex.Pattern[str], tuple[str, ...]]] = {
        parts.NAMED_DWELLING: _DWELLING,
        parts.DWELLING_BEHIND: _DWELLING,
        parts.STREET_ALONE: _DWELLING,
        parts.LOWER_CASE_ADDRESS: ("anschrift", "adresse"),
        parts.PO_BOX_ALONE: ("postfach",),
        parts.NUMBER_BEFORE: ("nr.", "nummer", "haus"),
        **dict.fromkeys(parts.TOWN_FIELDS, ("ort", "stadt", "gemeinde", "straße", "strasse", "str.", "zusatz")),
    }

    def _by_surroundings(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """What only a word of dwelling, another field or the town below makes an address."""
        dwelling = "Name und Hausnummer bei einem Wort des Wohnens"
        lowered = text.lower()
        for pattern, score, reason in (
            (parts.NAMED_DWELLING, 0.62, dwelling),
            (parts.LOWER_CASE_ADDRESS, 0.62, dwelling),
            (parts.DWELLING_BEHIND, 0.66, dwelling),
            (parts.STREET_ALONE, 0.66, "Straßenname bei einem Wort des Wohnens"),
            (parts.HOUSE_BEHIND, 0.7, "Straße mit Haus in Klammern"),
            (parts.NUMBER_BEFORE, 0.7, "Hausnummer und Straße"),
            (parts.ABOVE_TOWN, 0.7, "Zeile über Postleitzahl und Ort"),
            (parts.PO_BOX_ALONE, 0.65, "Postfach"),
            *((field, 0.7, "Feld einer Anschrift") for field in parts.TOWN_FIELDS),
        ):
            if not any(word in lowered for word in self._NEEDED.get(pattern, ("",))):
                continue
            for match in scan(pattern, text):
                start, end = match.span("value")
                named = match.groupdict().get("street")
                if (
                    pattern is not parts.LOWER_CASE_ADDRESS and named and self._is_no_street(named)
                ) or patterns.of_an_authority(text, start):
                    continue
                yield *(parts.extended(text, start, end) if named else (start, end)), score, Evidence(f"{reason}.")

    def _is_no_name(self, street: str) -> bool:
        """Whether a word with a number is a thing or a person rather than a street: ``Zimmer 4``, ``Karl 2``."""
        last = street.split(" ")[-1]
        if len(last) < 4 or self._is_no_street(last):
            return True
        lexicon = load_lexicon()
        return lexicon.given(last) > 0 or (lexicon.listed(last) and not self._LANDMARK.fullmatch(last))

    def _is_no_street(self, street: str) -> bool:
        """Whether what stands behind a word of dwelling is a thing with a number: ``Zimmer 4``, ``Gruppe 2``."""
        words = street.split(" ")
        if self._SENTENCE_ENDS.search(street):
            return True
        if words[0][0].islower() and len(words) > 1 and not self._is_dwelling(street):
            return True
        if len(words) == 1 and load_lexicon().listed(street) and not self._LANDMARK.fullmatch(street):
            return True
        return any(self.NOT_A_STREET.fullmatch(word) for word in (words[0], words[-1])) and not (
            len(words) > 1 and self._LANDMARK.fullmatch(words[-1])
        )

    def _street(self, text: str, match: regex.Match[str], pattern: regex.Pattern[str]) -> tuple[float, Evidence] | None:
        lexicon = load_lexicon()
        start, end = match.span("value")
        street = match["street"]
        prepositional = pattern is patterns.PREPOSITIONAL
        word, closeness = self.context_word(text, start, end)
        with_town = bool(_ZIP.search(match["value"], len(street)))
        last = (match["noun"] if prepositional else street).split(" ")[-1].rsplit("-", 1)[-1]
        certain = (bool(_CERTAIN.search(street)) and len(street) > 6) or (street.count("-") > 1 and street[0].isupper())
        named_after = " " in street and self._OF_A_TOWN.match(street) is not None
        if (
            not (certain or with_town or prepositional or named_after)
            and self.NOT_A_STREET.fullmatch(last)
            and pattern is not patterns.OF_THE
            and not (pattern is patterns.LOWER_CASE and self._IN_THE.search(text, max(0, start - 8), start))
        ):
            return None
        if pattern is patterns.LOWER_CASE and not match["value"].islower() and not certain:
            return None
        if match["number"].startswith("0") and not with_town:
            return None
        if not with_town and self._UNIT.match(text, end):
            return None
        if not with_town and (self.NUMBERED_ROAD.fullmatch(street) or (self._GOES_ON.match(text, end))):
            return None
        if prepositional:
            named = self._ADJECTIVE.match(street) is not None and self._STREET_WORD.fullmatch(last) is not None
            if street.isupper() and not (with_town or word or self._LANDMARK.fullmatch(last)):
                return None
            if street.split(" ")[-1] in ("A", "B", "K", "L") and text[match.end("number") :][:5] not in (
                " Nr. ",
                ", Nr.",
            ):
                return None
            landmark = named or (
                bool(self._LANDMARK.fullmatch(last)) and (bool(word) or bool(self._ENDS.match(text, end)))
            )
            if self.NOT_A_STREET.fullmatch(match["noun"].split(" ")[0]) and not (landmark or with_town):
                return None
            digits = sum(character.isdigit() for character in match["number"])
            if not with_town and (digits > 3 or (lexicon.common(last) and not word and not landmark)):
                return None
            if not with_town and (not word or word.lower().startswith("str")) and self._COUNTED.match(text, end):
                return None
        if (
            pattern is patterns.LOWER_CASE
            and not (with_town or named_after)
            and self.NOT_A_STREET.fullmatch(last.split(" ")[-1])
            and not (self._WAY.search(last) and self._IN_THE.search(text, max(0, start - 8), start))
        ):
            return None
        score = 0.85 if certain or with_town else 0.65
        if (
            score < 0.8
            and not prepositional
            and not word
            and " " not in street
            and not self._STREET_ENDING.search(street)
            and lexicon.common(street)
        ):
            score = 0.4
        score += 0.1 * (with_town or bool(word)) + 0.02 * closeness
        if not with_town and patterns.of_an_authority(text, start):
            score = 0.45
        reasons = ["Straße mit Hausnummer" + (", dazu Postleitzahl und Ort" if with_town else "")]
        if word:
            reasons.append(f"das Stichwort „{word}“ steht dabei")
        return min(score, 0.99), Evidence("; ".join(reasons) + ".")

    _SENTENCE_ENDS: ClassVar = regex.compile(r"(?<!(?i:stra|gasse|weg))\p{Ll}{4}\.[ ]")
    #: Streets of one everyday word: ``Markt 1, 37627 Stadtoldendorf``.
    _SQUARE: ClassVar = regex.compile(r"Markt(?:platz)?|Ring|Berg|Hof|Platz|Feld|Bogen|Eck|Grund|Weg|Park|Plan|Strecke")
    _UNIT: ClassVar = regex.compile(
        r"[ ](?:Minuten|Stunden|Tage|Wochen|Monate|Jahre|Meter|Kilometer|km|Personen|Wohnungen|Plätze|Euro"
        r"|Prozent|Stück)(?!\p{L})"
    )
    _IN_THE: ClassVar = regex.compile(r"(?<!\p{L})(?:im|am|in[ ]der)[ ]$", regex.IGNORECASE)
    _WAY: ClassVar = regex.compile(r"(?:weg|gasse)$", regex.IGNORECASE)
    _ADJECTIVE: ClassVar = regex.compile(
        r"(?:Alte|Neue|Große|Kleine|Lange|Kurze|Obere|Untere|Breite|Hohe|Innere|Äußere|Krumme)[rs]?[ ]"
    )
    _STREET_WORD: ClassVar = regex.compile(r"(?:Weg|Platz|Ring|Markt|Hof|Berg|Graben|Park|Wall|Steig|Kamp|Damm|Deich)")
    _GOES_ON: ClassVar = regex.compile(r":\d|,\d{1,3}(?!\d)")
    _COUNTED: ClassVar = regex.compile(
        r"[ ](?:\p{Lu}\p{Ll}+|(?!in[ ]|bei[ ]|ist[ ]|und[ ]|wohn|gemeldet|liegt|steht)\p{Ll}{2,})"
    )

    def _columns(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Cells of a table below a head such as „PLZ“ or „Straße“."""
        for start, end, head in parts.cells(text):
            yield start, end, 0.7, Evidence(f"Angabe in der Spalte „{head}“ einer Tabelle.")

    def _is_dwelling(self, street: str) -> bool:
        """Whether what stands behind ``wohnt in den`` is named like a street, and not ``Container``."""
        noun = street.split(" ")[-1]
        return bool(self._LANDMARK.fullmatch(noun)) or not load_lexicon().common(noun)

    def _zip(self, text: str, start: int, end: int) -> tuple[float, str] | None:
        """What makes a postal code with a town part of an address."""
        if patterns.of_an_authority(text, start):
            return None
        lexicon = load_lexicon()
        town = text[start:end].split(" ", 1)[-1].strip()
        known = lexicon.place(town) or lexicon.place_start(regex.split("[ /-]", town)[0])
        before = text[max(0, start - 60) : start].rsplit("\n\n", 1)[-1]
        words = list(self._ZIP_CONTEXT.finditer(before))
        doubtful = not known and "  " in text[start:end] and lexicon.common(town.split(" ")[0])
        if words and not doubtful and not regex.search(r"[.!?]\s", before[words[-1].end() :]):
            return 0.8, f"Postleitzahl und Ort; das Stichwort „{words[-1][0]}“ steht dabei."
        if known:
            return 0.7, "Postleitzahl und bekannter Ort."
        if not known and lexicon.common(town.split(" ")[0]):
            return None
        if regex.search(r"(?:^|\n)[ \t]*$", before) and regex.match(r"[ \t]*(?:\n|$)", text[end : end + 4]):
            return 0.6, "Postleitzahl und Ort in einer eigenen Zeile."
        return None
