"""Whether a sentence is about a person: by name, by role or kinship, as oneself, as "Sie", or by a pronoun.

Plural collectives ("die Beschäftigten", "Menschen mit …") are nobody in particular; a salutation or a signature names
somebody without saying anything about them.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from guardrails.recognizers.base import any_of

_KIN = any_of(
    "Sohn Sohne Sohnes Sohns Tochter Kind Kindes Mutter Vater Vaters Bruder Bruders Schwester Oma Opa Großmutter"
    " Großvater Tante Onkel Nichte Neffe Neffen Enkel Enkelin Enkelkind Mann Mannes Frau Ehemann Ehemanns Ehefrau"
    " Partner Partners Partnerin Lebensgefährte Lebensgefährten Lebensgefährtin Lebenspartner Lebenspartnerin Freund"
    " Freundin Nachbarin Schwiegermutter Schwiegervater Stiefsohn Stieftochter Junge Jungen Mädchen Baby Säugling"
    " Person Ex-Mann Ex-Frau Chefin Chef Zwillingsbruder Zwillingsschwester Mündel Pflegekind Pflegesohn Halbbruder"
)
_MAN = any_of(
    "Antragstellers? Kunden? Kollegen? Mitarbeiters? Patient(?:en)? Klient(?:en)? Bewerbers? Beschäftigten?"
    " Bediensteten?"
    " Versicherten? Schülers? Azubis? Auszubildenden? Beamten? Beamter Beamte Mandant(?:en)? Mieters? Nachbarn? Zeugen?"
    " Beschwerdeführers? Petent(?:en)? Vorgesetzten? Teilnehmers? Bürgers? Betroffenen? Angestellten? Bewohners?"
    " Lehrers?"
    " Praktikant(?:en)? Gefangenen? Beschuldigten? Betreuten? Verstorbenen? Ratsuchenden? Leistungsbeziehers?"
    " Leistungsberechtigten? Widerspruchsführers? Asylbewerbers? Geflüchteten? Kandidat(?:en)? Sachbearbeiters?"
    " Hausmeisters? Bürgermeisters? Pfarrers? Leiters? Fahrers? Gastes? Arbeitnehmers? Referent(?:en)? Anrufers?"
    " Halters?"
    " Verletzten? Erkrankten? Häftlings? Insassen? Student(?:en)? Täters? Erblassers? Anwärters? Stelleninhabers?"
    " Monteurs? Ingenieurs? Technikers? Gärtners? Polizist(?:en)? Soldat(?:en)? Arzt Arztes Direktors? Professors?"
    " Rentners? Handwerkers? Künstlers? Unternehmers? Händlers? Imams? Priesters? Trainers? Tierarzt Richters?"
    " Auszubildender Beschäftigter Angestellter Betroffener Betreuter Versicherter Elternteils? Steuerpflichtigen?"
    " Schuldners? Empfängers? Verdächtigen? Gemeindearbeiters? Erziehers? Pflegers? Inhabers? Klägers? Jugendlichen?"
    " Jugendlicher Drittstaatlers? Bezirksleiters? Sozialarbeiters? Abteilungsleiters? Referatsleiters? Amtsleiters?"
)
_WOMAN = (
    r"(?:(?!(?:Term|Mediz|Diszipl|Berl|Benz|Magaz|Kam|Doktr|Vitam|Insul|Koka|Hero|Rosm|Tur|Stett|Schwer)in(?!\p{L}))"
    r"\p{Lu}[\p{Ll}-]{2,30}(?<!e)(?:in|frau)"
    r"|(?:Beschäftigte|Versicherte|Auszubildende|Angestellte|Betroffene|Vorgesetzte|Bedienstete|Betreute|Verstorbene|"
    r"Leistungsberechtigte|Ratsuchende|Geflüchtete|Anwesende|Jugendliche|Steuerpflichtige|Verdächtige|Hebamme)n?)"
)
_ADJECTIVES = r"(?:[\p{Ll}-]{3,20}e[nrms]?[ \t\n]{1,3}){0,2}"
_OWNER = r"(?:unser|mein|dein|sein|ihr|eur|euer|deren|dessen)(?:e[nrms]?)?"
_BY_NAME = regex.compile(
    r"(?<!\p{L})(?:Herrn?|Frau|Fr\.|Hr\.|Hrn\.|Fräulein|Familie|Mr\.?|Mrs\.?|Ms\.?|Miss)[ \t\n]{1,3}"
    r"(?:(?:Dr\.|Prof\.|med\.)[ \t]{0,2}){0,3}(?:\p{Lu}[\p{L}.'-]|\[)|\[PERSON_\d{1,4}\]"
)
_BY_ROLE = regex.compile(
    r"(?<!\p{L})(?i:der|den|dem|des|beim|vom|zum|am|im|dieser|diesen|diesem|dieses|eine?[nrms]?|"
    + _OWNER
    + r")[ \t\n]{1,3}"
    + _ADJECTIVES
    + r"(?:"
    + _KIN
    + "|"
    + _MAN
    + r")(?!\p{L})"
    r"|(?<!\p{L})(?i:die|diese|der|zur|dieser|eine?r?|"
    + _OWNER
    + r")[ \t\n]{1,3}"
    + _ADJECTIVES
    + _WOMAN
    + r"(?!\p{L})"
    r"|(?<!\p{L})(?i:die|diese|das|dieses)[ \t\n]{1,3}"
    + _ADJECTIVES
    + r"(?:Tochter|Mutter|Schwester|Kind|Oma|Tante|Nichte|Enkelin|Frau|Ehefrau|Partnerin|Mädchen|Baby|Person)(?!\p{L})"
    r"|(?:^|[.:;,\n(/-][ \t]{0,3}|\p{Lu}\p{L}+(?:notiz|vermerk)[ \t:]{1,3})"
    r"(?:(?:Antragsteller|Patient|Kund|Klient|Bewerber|Mandant|Mieter|Beschwerdeführer|Schüler|Kolleg|Mitarbeiter|"
    r"Anrufer|Nachbar|Mutter|Vater|Sohn|Tochter|Ehefrau|Ehemann|Bruder|Schwester|Kind|Mann|Frau|Azubi|Teilnehmer)"
    r"(?:in|e|en)?|Versicherte[r]?|Betroffene[r]?|Beschäftigte[r]?|Asts?\.?|AST|ASt|KL|Pat\.|Kd\.|VP|Betr\.|MA(?:in)?)"
    r"(?![\p{L}])(?![ \t](?:und|oder|sind|haben|werden|können|mit[ \t]Behinderung))"
    r"|(?<!\p{L})(?i:the|an?|my|his|her|our|this)[ \t](?:\p{Ll}{3,14}[ \t])?(?:applicant|client|employee|patient|"
    r"colleague|tenant|pupil|student|son|daughter|wife|husband|mother|father|brother|sister|child|man|woman|worker|neighbour|"
    r"candidate|claimant|boss|manager|clerk|teacher|intern|trainee|resident|person|boy|girl|partner)(?![\p{L}])"
)
_ONESELF = regex.compile(
    r"(?<!\p{L})(?i:ich)[ \t\n]{1,3}(?:\p{L}{2,12}[ \t\n]{1,3}){0,2}?(?:bin|habe|hatte|war|wurde|werde|leide|nehme|"
    r"muss|musste|kann|konnte|darf|gehöre|bete|faste|trage|lebe|möchte|beantrage|fühle|bekomme|brauche wegen)(?!\p{L})"
    r"|(?<!\p{L})(?i:bin|habe|war|wurde|leide|kann|konnte|muss|musste|nehme|hatte|werde|lege)[ \t\n]{1,3}ich(?!\p{L})"
    r"|(?<!\p{L})(?i:mein(?:e[nrms]?)?|mich)(?!\p{L})"
    r"|(?<!(?i:erklär|schreib|hilf|gib|nenn|formulier|fass|mach|erstell|übersetz|zeig|sag|entw[ie]rf|such|bitte|du|sie)e?"
    r"[ \t\n])(?<!\p{L})(?i:mir)(?!\p{L})"
    r"|(?<!\p{L})I(?:'m|'ve| am| have| was| had| suffer| take)(?!\p{L})|(?<!\p{L})my(?!\p{L})"
)
_ADDRESSED = regex.compile(r"(?<!\p{L})(?:Sie|Ihnen|Ihr(?:e[nrms]?)?|you|your)(?!\p{L})")
_PRONOUN = regex.compile(
    r"(?<!\p{L})(?i:er|sie|ihm|ihn|ihr(?:e[nrms]?)?|sein(?:e[nrms]?)?|dessen|deren|he|she|his|her|him)(?!\p{L})"
)
_HYPOTHETICAL = regex.compile(
    r"(?<!\p{L})(?i:wenn|falls|sofern|soweit|sollten?|gegebenenfalls|ggf\.|jede[rnms]?|wer|im falle?|können sie|"
    r"sie können|haben sie anspruch|ob sie|if|whether|in case|bitte|please)(?!\p{L})"
)
_NORM = regex.compile(
    r"(?<!\p{L})(?i:falls|sofern|soweit|jede[rnms]?|kein[e]?|im falle?|nachzuweisen|grundsätzlich|"
    r"in der regel|ist verpflichtet|hat anspruch|haben anspruch)(?!\p{L})"
)
_GREETING = regex.compile(
    r"\s{0,20}(?:Sehr geehrte[rs]?|Liebe[rs]?|Guten (?:Tag|Morgen|Abend)|Hallo|Moin|Dear|Hi|Hello|Mit freundlichen|"
    r"Viele Grüße|Freundliche Grüße|Beste Grüße|Herzliche Grüße|Im Auftrag|i\. ?A\.|gez\.|Kind regards|Best regards|"
    r"Ansprechpartner(?:in)?|Bearbeiter(?:in)?|Bearbeitet von|Sachbearbeiter(?:in)?:|Auskunft erteilt|Ihr Ansprech)"
)


@dataclass(frozen=True, slots=True)
class About:
    """Whom a sentence speaks of."""

    named: bool = False
    """A person by name or placeholder."""
    role: bool = False
    """One person by role or kinship."""
    oneself: bool = False
    """The writer."""
    addressed: bool = False
    """The reader, and not under a condition."""
    pronoun: bool = False
    """Somebody named before, perhaps."""

    @property
    def someone(self) -> bool:
        """Whether the sentence itself says that it is about a person."""
        return self.named or self.role or self.oneself or self.addressed


def about(sentence: str, holds_name: bool) -> About:
    """Whom ``sentence`` speaks of; ``holds_name`` says that the guard found a person in it."""
    if _GREETING.match(sentence) and len(sentence) < 160:
        return About()
    return About(
        named=holds_name or _BY_NAME.search(sentence) is not None,
        role=_BY_ROLE.search(sentence) is not None and not _NORM.search(sentence),
        oneself=_ONESELF.search(sentence) is not None,
        addressed=_ADDRESSED.search(sentence) is not None and not _HYPOTHETICAL.search(sentence),
        pronoun=_PRONOUN.search(sentence) is not None,
    )
