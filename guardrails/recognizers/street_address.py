"""STREET_ADDRESS"""

from collections.abc import Iterator
from typing import ClassVar

import regex

from guardrails.deadline import scan
from guardrails.lexicon import load_lexicon
from guardrails.recognizers.base import Evidence, GuardRecognizer, compiled, keywords

_NUMBER = r"(?:\d{1,4}(?:[ ]?[a-zA-Z](?![\p{L}\d]))?(?:[ ]?[-/+][ ]?\d{1,4}(?:[ ]?[a-zA-Z](?![\p{L}\d]))?)?)"
_SUFFIX = (
    r"(?:straße|strasse|str(?:\.|(?=[ ]\d))|weg|allee|gasse|gäßchen|gässchen|platz|ring|damm|ufer|chaussee|steig|stieg|steg|pfad|zeile|markt|hof|berg|wall"
    r"|graben|kai|promenade|park|siedlung|brücke|tor|winkel|grund|kamp|twiete|rain|höhe|hang|anger|bogen|eck|garten|gärten|wiese|wiesen|feld|bruch|busch|heide|teich"
    r"|mühle|leite|halde|steige|stiege|reihe|freiheit|terrasse|quai|plan|warder|redder|dyk|deich)"
)
_CAP = r"\p{Lu}[\p{L}'.]*(?:-\p{L}[\p{L}'.]*)*"
_COMPOUND = rf"(?:{_CAP}-)*\p{{Lu}}[\p{{L}}'-]*?(?i:{_SUFFIX})"
_SPACED = rf"(?:{_CAP}[ ]){{1,3}}(?:Straße|Strasse|Str\.|Weg|Allee|Gasse|Platz|Ring|Damm|Ufer|Chaussee|Steig|Stieg|Pfad|Markt|Hof|Berg|Wall|Graben|Park|Tor|Promenade|Kamp)"
_PREPOSITION = (
    r"(?:Am|An[ ](?:der|den|dem)|Auf[ ](?:dem|der|den)|Im|In[ ](?:der|den|dem)|Zum|Zur|Unter[ ](?:den|der|dem)|Hinter[ ](?:dem|der|den)|Vor[ ](?:dem|der|den)"
    r"|Beim|Bei[ ](?:der|den)|Bei[ ]dem|Über[ ](?:dem|der)|Alte[rs]?|Neue[rs]?|Große[rs]?|Kleine[rs]?|Lange[rs]?|Kurze[rs]?|Obere[rs]?|Untere[rs]?|Breite[rs]?|Hohe[rs]?|Rue|Via)"
)
_TOWN = rf"(?:{_CAP}(?:[ ](?:am|an[ ]der|im|in[ ]der|bei|ob[ ]der|unter|vor[ ]der|auf|a\.|a\.d\.|i\.|b\.|St\.)[ ]?{_CAP}|[-/](?=\p{{Lu}}){_CAP}|[ ](?:\p{{Lu}}\p{{Ll}}+)(?=[ ]*(?:[,.;\n)]|$))){{0,2}}(?:[ ]?\([\p{{L}} .]{{2,24}}\))?)"
_ZIP_TOWN = rf"(?:(?:D[ -]{{1,2}})?\d{{5}}[ ]{{1,2}}{_TOWN})"
_EXTRA = r"(?:,?[ ](?:Hinterhaus|Vorderhaus|Seitenflügel|HH|VH|Whg\.?|Wohnung|App\.|Apartment|Zimmer|\d{1,2}\.[ ]?(?:OG|Obergeschoss|Stock|Etage)|EG|Erdgeschoss|DG|c/o)(?:[ ]\d{1,3}[a-z]?)?(?:[ ](?:links|rechts|Mitte))?)"
_TAIL = rf"(?:{_EXTRA}{{0,2}}(?:[ ]?[,;|][ ]?|[ ]{{0,2}}\n[ ]{{0,8}}|[ ](?:in[ ])?|[ ]?-[ ]?)(?:in[ ])?{_ZIP_TOWN})?"

_STREET_NUMBER = compiled(
    rf"(?<![\p{{L}}\p{{N}}-])(?P<value>(?P<street>{_SPACED}|{_COMPOUND})(?:[ ]{{1,2}}|[ ]?\n[ ]?|,[ ]|[ ]Nr\.?[ ])?(?P<number>{_NUMBER})(?![\p{{L}}\d]){_TAIL})",
    ignore_case=False,
)
_LOWER = compiled(
    rf"(?<![\p{{L}}\p{{N}}-])(?P<value>(?P<street>\p{{L}}[\p{{L}}-]{{2,30}}(?:straße|strasse|str\.?|weg|allee|gasse|platz|ring|damm|ufer|chaussee)|\p{{L}}[\p{{L}}-]{{2,20}}er[ ](?:straße|strasse|str\.|allee|weg|platz))[ ]{{1,2}}(?P<number>{_NUMBER})(?![\p{{L}}\d])(?:(?:,[ ]?|[ ]|\n)(?:in[ ])?\d{{5}}[ ]\p{{L}}[\p{{L}}-]{{2,30}})?)"
)
_PREPOSITIONAL = compiled(
    rf"(?<![\p{{L}}\p{{N}}-])(?P<value>(?P<street>{_PREPOSITION}[ ](?P<noun>{_CAP}(?:[ ]{_CAP})?))[ ](?P<number>{_NUMBER})(?![\p{{L}}\d]|\.[ ]?\d|\.[ ]\p{{Lu}}){_TAIL})",
    ignore_case=False,
)
_ENGLISH = compiled(
    r"(?<![\p{L}\p{N}])(?P<value>(?:Flat[ ]\d{1,3}[a-z]?,?[ ])?\d{1,5}[a-zA-Z]?,?[ ](?:\p{Lu}[\p{L}']+[ ]){1,3}(?:Street|St\.?|Road|Rd\.?|Avenue|Ave\.?|Lane|Ln\.?|Drive|Dr\.?|Close|Court|Ct\.?|Square|Sq\.?|Boulevard|Blvd\.?|Terrace|Crescent|Gardens|Way|Place)\b"
    r"(?:,[ ]\p{Lu}[\p{L}]+(?:[ ]\p{Lu}[\p{L}]+){0,2})?(?:,?[ ][A-Z]{1,2}\d[A-Z\d]?[ ]\d[A-Z]{2}\b)?)",
    ignore_case=False,
)
_ZIP_ALONE = compiled(rf"(?<![\p{{L}}\p{{N}}.,/-])(?P<value>{_ZIP_TOWN})(?![\p{{L}}\d])", ignore_case=False)
_PO_BOX = compiled(
    rf"(?<!\p{{L}})(?P<value>Postfach[ ]\d{{1,3}}(?:[ ]?\d{{1,3}}){{0,2}}(?:,[ ]|[ ]?\n[ ]?|[ ]){_ZIP_TOWN})",
    ignore_case=False,
)
_NAMED_ONLY = compiled(
    rf"(?<![\p{{L}}\p{{N}}])(?:wohn\p{{L}}*|lebt|leben|lebe|Anschrift|Adresse|gezogen|ziehe|umgezogen|gemeldet|zieht)[ :](?:[^.\n]{{0,24}}?[ ])??(?:in[ ](?:der|dem)|im|am|an[ ]der)[ ](?P<value>{_SPACED}|\p{{Lu}}[\p{{L}}-]*(?:straße|strasse|str\.|weg|allee|gasse|platz|ring|damm|ufer|chaussee))(?![\p{{L}}\d])",
    ignore_case=False,
)


class StreetAddressRecognizer(GuardRecognizer):
    """Where somebody can be found: street and house number, with postal code and town where they follow (one finding).

    Streets are known by their ending (``Musterstraße 5a``, ``Karl-Marx-Allee 12``, ``Berliner Str. 7-9``), by a preposition
    (``Am Markt 3``, ``Unter den Linden 5``) or as "12 High Street". Postal code and town alone are part of an address where
    a line, a residence word or a street line stands before. Workplaces and court houses look the same as homes and are
    found too; nouns that only look like streets (``Arbeitsplatz 3``, ``Im Jahr 2024``) are not.
    """

    ENTITY = "STREET_ADDRESS"
    CONTEXT: ClassVar = keywords(
        r"wohn\p{L}*|anschrift|adresse|straße|str\b|lebt|gemeldet|zugezogen|umgezogen|umzug|postanschrift|address|lives\sat|living\sat|c/o|ansässig|hausnummer|ort\b|plz|postleitzahl"
    )
    _ZIP_CONTEXT = keywords(
        r"wohn\p{L}*|anschrift|adresse|lebt|gemeldet|zugezogen|umgezogen|umzug|plz|postleitzahl|ort\b|address"
    )
    _NOT_A_STREET = regex.compile(
        r"(?:jahr\p{L}*|monat\p{L}*|zimmer|raum|kapitel|abschnitt|artikel|absatz|fall|teil|punkt|alter|umfang|durchschnitt|mai|januar|februar|märz|april|juni|juli|august"
        r"|september|oktober|november|dezember|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|stichtag|termin|anlage\p{L}*|seite|satz|nummer|gebäude|haus|saal|quartal|schnitt"
        r"|ergebnis|schuljahr|haushaltsjahr|geschäftsjahr|kalenderjahr|rahmen|sinne|bereich|referat|dezernat|amt|stufe|klasse|gruppe|tag|uhr|ende|anfang|gleis|tor|stand|platz|prozent|vergleich"
        r"|arbeits\p{L}*platz|parkplatz|stellplatz|sitzplatz|\p{L}*studienplatz|ausbildungsplatz|kita\p{L}*platz|betreuungsplatz|pflegeplatz|therapieplatz|rechtsweg|dienstweg|\p{L}*bauhof|wertstoffhof|recyclinghof"
        r"|hauptbahnhof|bahnhof|friedhof|umweg|ausweg|radweg|gehweg|schulweg|supermarkt|arbeitsmarkt|wohnungsmarkt|markt|park|hof|berg|ring|weg|beitrag|antrag|vertrag|vorgarten|kindergarten|umfeld|handlungsfeld|arbeitsfeld"
        r"|formularfeld|textfeld|feld|zweck|sparte|variante|version|ausgabe|tabelle|abbildung|gesetz|verordnung|formular|vordruck|entgeltgruppe|besoldungsgruppe|pflegegrad|stellenplan|bebauungsplan|plan|haushaltsplan|dienstplan|lehrplan"
        r"|grund|hintergrund|schulhof|innenhof|tor|motor|faktor|sektor|direktor|monitor|moderator|investor|autor|rektor|inspektor|doktor|pastor|einbruch|abbruch|umbruch|anspruch|widerspruch|strecke|ecke|eck|bogen|fragebogen|erhebungsbogen|meldebogen|ummeldebogen)$",
        regex.IGNORECASE,
    )

    def find(self, text: str) -> Iterator[tuple[int, int, float, Evidence]]:
        """Streets with numbers, then what only context makes an address."""
        lexicon = load_lexicon()
        taken_until = -1
        for pattern, prepositional in ((_STREET_NUMBER, False), (_PREPOSITIONAL, True), (_LOWER, False)):
            for match in scan(pattern, text):
                start, end = match.span("value")
                street = match["street"]
                word, closeness = self.context_word(text, start, end)
                with_town = bool(regex.search(r"\d{5}", match["value"][len(street) :]))
                last = (match["noun"] if prepositional else street).split(" ")[-1].rsplit("-", 1)[-1]
                certain = (
                    bool(regex.search(r"(?:straße|strasse|str\.?|allee|gasse|chaussee)$", street, regex.IGNORECASE))
                    and len(street) > 6
                )
                if not certain and not with_town and self._NOT_A_STREET.search(last):
                    continue
                if pattern is _LOWER and match["value"] != match["value"].lower() and not certain:
                    continue
                number_only = regex.sub(r"\D", "", match["number"])
                if prepositional and not with_town and (len(number_only) > 3 or (lexicon.common(last) and not word)):
                    continue
                if (
                    not prepositional
                    and not certain
                    and not with_town
                    and not word
                    and " " not in street
                    and "-" not in street
                ):
                    score = 0.4 if lexicon.common(street) else 0.65
                else:
                    score = 0.85 if certain or with_town else 0.65
                score += 0.1 * (with_town or bool(word)) + 0.02 * closeness
                yield start, end, min(score, 0.99), self._evidence("Straße mit Hausnummer", with_town, word)
                taken_until = max(taken_until, end)
        for pattern, score, reason in (
            (_ENGLISH, 0.8, "Englische Anschrift"),
            (_PO_BOX, 0.75, "Postfach mit Postleitzahl und Ort"),
            (_NAMED_ONLY, 0.7, "Straßenname hinter einem Wort des Wohnens"),
        ):
            for match in scan(pattern, text):
                yield *match.span("value"), score, Evidence(f"{reason}.")
        for match in scan(_ZIP_ALONE, text):
            found = self._zip_in_address(text, *match.span("value"))
            if found:
                yield *match.span("value"), found[0], Evidence(found[1])

    def _zip_in_address(self, text: str, start: int, end: int) -> tuple[float, str] | None:
        town = text[start:end].split(" ", 1)[-1].strip()
        lexicon = load_lexicon()
        known = lexicon.place(town) or lexicon.place_start(town.split(" ")[0].split("-")[0].split("/")[0])
        before = text[max(0, start - 60) : start].rsplit("\n\n", 1)[-1]
        context = None
        for context in self._ZIP_CONTEXT.finditer(before):  # noqa: B007 - the nearest counts
            pass
        if context and not regex.search(r"[.!?]\s", before[context.end() :]):
            return 0.8, f"Postleitzahl und Ort; das Stichwort „{context[0]}“ steht dabei."
        if known:
            return 0.7, "Postleitzahl und bekannter Ort."
        if regex.search(r"(?:^|\n)[ \t]*$", before) and regex.match(r"[ \t]*(?:\n|$)", text[end : end + 4]):
            return 0.6, "Postleitzahl und Ort in einer eigenen Zeile."
        return None

    @staticmethod
    def _evidence(reason: str, with_town: bool, word: str) -> Evidence:
        parts = [reason + (", dazu Postleitzahl und Ort" if with_town else "")]
        if word:
            parts.append(f"das Stichwort „{word}“ steht dabei")
        return Evidence("; ".join(parts) + ".")
