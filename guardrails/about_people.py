"""Whether a text is about people at all: what that says of its numbers and of its doubtful names.

The same number means different things in different papers. ``Kundennummer``, ``Vertrag``, ``Az.``, ``Rechnung`` are
a person's in a letter to her, and a thing's in a list of meters, tenders, devices or bills between firms. The number
does not tell, and neither does its label; the paper does: one about people names somebody, says where somebody lives
or when somebody was born, holds an identifier, or speaks of somebody with the words of a family, of proceedings, of
benefits. Where a text of some length has none of that, its numbers belong to things.
"""

from __future__ import annotations

import regex

from guardrails.deadline import scan
from guardrails.lexicon import load_lexicon
from guardrails.recognizers.base import Candidate
from guardrails.recognizers.de_kfz import DeKfzRecognizer
from guardrails.recognizers.lone_names import WEAK
from guardrails.recognizers.name_words import VERBS
from guardrails.recognizers.tagged_names import noun_phrase_before
from guardrails.recognizers.tagger import CERTAIN, TaggerRecognizer

#: Words and numbers from which on a text is long enough to say of whom it speaks.
_LONG = 25
#: Lines from which on a text is a table, a form or a list.
_LINES = 4
#: What is said to the assistant or to colleagues about the task, not about anybody: ``bau mir eine Tabelle``.
_REQUEST = regex.compile(
    r"(?<!\p{L})(?:mach|bau|schreib|erstell|formulier|gib|gibst|zeig|erklär|hilf|sag|nenn|such|find|fass|liste?|sortier|rechne?"
    r"|prüf|übersetz|entwirf|entwerf|mal|bastel|liefer|generier|kürz|überarbeit|denk)e?(?:[ ]du)?[ ](?:mir|mich)"
    r"(?!\p{L})"
    r"|(?<!\p{L})(?:kannst|könntest|würdest|hast|weißt|kennst|magst|sollst|bist|wirst|machst|schreibst|hilfst)[ ]du"
    r"(?:[ ](?:bitte|mal))?(?:[ ](?:mir|mich))?(?!\p{L})"
    r"|(?<!\p{L})du[ ](?:bist|sollst|kannst|musst|hast)(?!\p{L})|(?<!\p{L})(?:ich[ ](?:brauche?|bräuchte?|benötige)"
    r"|(?:brauche?|bräuchte)[ ]ich)(?!\p{L})",
    regex.IGNORECASE,
)
#: Fields of forms and exports in which a person stands.
_FIELD = regex.compile(
    r"^[ ]*(?:nutzer|anwender|benutzer|melder|meldende|anforderer|kunde|kundin|bürger|finder|mieter|bewohner"
    r"|antragsteller|fahrer|halter|beschwerdeführer|mitarbeiter|teilnehmer|schüler|gemeldet von|gemeldet)(?:in|r|nde)?"
    r"[ ]?[:=|>]{1,2}[ ]?"
    r"(?:\p{L}+[ .]{1,2})?\p{Lu}",
    regex.IGNORECASE | regex.MULTILINE,
)
#: The first line of a list of things, which may be called after benefits and proceedings.
_LIST_OF_THINGS = regex.compile(
    r"[^\n]{0,40}?(?:bestand|bestände|inventar|kataster|zählerst|zählerliste|lager|ersatzteil|liegenschaft|energiebericht|formular"
    r"|vordruck|stückliste|materialliste|aktenplan|schlüsselplan|wartung|lizenz|hardware|software|geräteliste|geräteverw"
    r"|straßenbeleucht|bestellliste|artikelliste|spielplatzkontr|störmeld)",
    regex.IGNORECASE,
)
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*(?:['-]\p{L}[\p{L}\p{M}]*)*")
_RUN = regex.compile(r"[\p{L}\p{N}]+")
_LAST_WORD = regex.compile(r"(?P<word>\p{L}+)[ ]$")
_NEXT_WORD = regex.compile(r"[ ](?P<word>\p{Ll}+)(?!\p{L})")
#: Words with a capital at the start of a sentence, behind which a name may stand.
_BEFORE_NAMES = frozenset(
    ("und", "ob", "dass", "weil", "wenn", "wie", "auch", "nur", "aber", "denn", "when", "if", "and")
)
#: Findings that do not tell that a text speaks of somebody.
_NO_PERSON = frozenset(("LOCATION", "URL", "IP_ADDRESS"))
#: Kinds of data that only people have.
_OF_PEOPLE = frozenset(
    (
        *("DATE_OF_BIRTH", "DE_TAX_ID", "DE_SOCIAL_SECURITY", "DE_HEALTH_INSURANCE", "DE_ID_CARD", "DE_PASSPORT"),
        *("DE_FOREIGNER_ID", "DE_PERSONNEL_ID", "DE_TAX_NUMBER", "DE_LANR", "CREDIT_CARD", "EMAIL_ADDRESS"),
        *("US_SSN", "US_ITIN", "UK_NINO"),
    )
)
#: Words that are said of people.
_PERSONAL_WORDS = frozenset(
    (
        *("herr", "herrn", "frau", "familie", "fam", "eheleute", "ich", "mein", "meine", "meinem", "meinen", "meiner"),
        *("mir", "mich", "du", "dich", "dein", "deine", "deiner", "ihm", "ihn", "ihrem", "ihren", "she", "he", "his"),
        *("my", "mr", "mrs", "born", "birth", "zuname", "wohnt", "wohnte", "wohnhaft", "mutter", "mama", "vater"),
        *("papa", "tochter", "sohn", "kind", "kindes", "kinder", "neffe", "nichte", "tante"),
        *("onkel", "bruder", "schwester", "oma", "opa", "zeuge", "zeugin", "zeugen", "chef", "chefin", "kollege"),
        *(
            "kollegin",
            "kontoinhaber",
            "kontoinhaberin",
            "anschlussinhaber",
            "kundin",
            "inhaber",
            "inhaberin",
            "halterin",
        ),
        *("angerufen", "patient", "patienten", "patientin", "mandantin", "mieterin", "handy", "gebdat", "gebd"),
        *("verstorben", "verstorbene", "verstorbenen", "versicherte", "versicherter", "versicherten", "nachbar"),
        *("nachbarin", "nachbarn"),
    )
)
#: Beginnings of words that are said of people, of proceedings against them and of what they are paid.
_PERSONAL_STEMS = (
    *("vorname", "nachname", "familienname", "name1", "name2", "geburtsdat", "geburtstag", "geburtsort", "geburtsname"),
    *("geboren", "ehefrau", "ehemann", "ehegatt", "ehepaar", "lebensgefährt", "witwe", "enkel", "kläger"),
    *("beklagte", "betroffene", "beschuldigte", "schuldner", "bewerber", "leistungsberechtigt"),
    *("leistungsempfänger", "hilfeempfänger", "unterhaltsp", "unterhaltsv", "unterhaltsz", "klient", "erblasser"),
    *("fahrzeughalter", "hundehalter", "geschädigte", "tatverdächtig", "anrufer", "bußgeld", "strafs", "strafverf"),
    *("elterngeld", "kindergeld", "wohngeld", "bürgergeld", "sozialhilfe", "grundsicherung", "bafög", "pflegegeld"),
    *("beihilfe", "schwerbehind", "rentenversicherung", "duldung", "aufenthaltserlaubnis", "aufenthaltstitel"),
    *("visum", "asyl", "einbürgerung", "vormund", "beistandschaft", "betreuungsverf", "nachlassg", "nachlasss"),
    *("nachlassp", "zwangsräumung", "pfändung", "waffenbesitz", "jagdschein", "fahrerlaubnis", "führerschein"),
    *("hundesteuer", "bedarfsgemeinschaft"),
)
#: ``geb. 1962``, ``Ms Mason``: words that mean something else when written otherwise.
_WRITTEN_SO = regex.compile(r"(?<![\p{L}.])(?:geb\.[ ]?(?:am\b|in\b|[*\d\p{Lu}])|Ms[. ]|sie\b)")
#: Words of the vehicles of a house.
_FLEET = regex.compile(
    r"(?<!\p{L})(?:fuhrpark|dienstwagen|(?:dienst|pool|einsatz|lösch|nutz)-?fahrzeug|km-?stand|kilometerstand|tankkarte"
    r"|uvv|hu|baujahr|bj|leasing|bauhof|feuerwehr|erstzulassung)(?!\p{Ll})",
    regex.IGNORECASE,
)
_VEHICLE = DeKfzRecognizer.CONTEXT
#: The word by which a number was found, in its reason; and those that name numbers of people alone.
_KEYWORD = regex.compile(r"„[^“]*“\.?$|„[^“]*“(?= steht)")
_STAFF = regex.compile(
    r"pers(?!pe)|beihilf|mitarb|bediens|besold|lohn|gehalt|bezüge|matr|schüler|studi|dienst|beschäft|azubi|truppe|bundesw"
    r"|staff|employee|lehrer|ruhege|benutzer|nutzer",
    regex.IGNORECASE,
)
#: Digits from which on the number of an account is a bank's, not one in the books of a house.
_ACCOUNT = 8
#: Signs before the name of a thing: ``„Effi Briest“``, ``Rosa 'Gloria Dei'``.
_QUOTES = frozenset("\"'„“”‚»«")
#: Telephone numbers in the usual way of writing.
_TELEPHONE = regex.compile(r"\(?(?:\+|00)\d|\(?0\d{2,5}[ )]{0,2}[ /-]|01[567]\d{7,10}$")
#: Mailboxes of offices, which are nobody's own.
_MAILBOX = regex.compile(
    r"(?:[\p{L}-]{0,24}(?:stelle|service|servicedesk|helpdesk|hotline|team|b(?:ü|ue)ro|amt|verwaltung|abteilung|referat|kasse"
    r"|sekretariat|zentrale|werke|schule|kita|bau|hof|dienst|betrieb|archiv|b(?:ü|ue)cherei|bibliothek|museum|bad|wehr"
    r"|meldung|anmeldung|auskunft|planung|steuer|abfall|verkehr|umwelt|wahlen|daten|schutz|data|office|desk)"
    r"|post|info|kontakt|contact|noreply|no-reply|support|rathaus|redaktion|presse|bestell\p{L}*|einkauf|vergabe\p{L}*"
    r"|soziales|jugend|kultur|tourismus|edv|it|hr|admin|mail|mailbox|webmaster|postmaster|newsletter)[\d-]{0,4}"
    r"(?:@|[ ](?:at|ät)[ ]|[ ]?[\[(](?:at|ät)[\])])",
    regex.IGNORECASE,
)
#: Numbers that are free of charge or paid for by the caller, and switchboards: nobody's own.
_PUBLIC_LINE = regex.compile(r"0(?:800|900|180|137|700)[ /-]?\d|(?:\+49|0049|\(?0)[\d() /-]{4,16}[-–][ ]?0{1,2}\Z")
#: Behind the first house of a stretch of a street: ``30 bis 38``.
_STRETCH = regex.compile(r"[ ]?(?:bis|[-–])[ ]?(?:Nr\.[ ])?\d")
#: Worth of a name from which on it tells by itself that a text speaks of somebody.
_SURE = 0.8
_TAGGER = TaggerRecognizer.__name__
#: What a name is worth of which the tagger alone is certain.
_TAGGED = 0.6
#: What a name in doubt is worth, and one that a field or a column announces, a telephone number, an account.
_DOUBTFUL, _ANNOUNCED, _CONTACT = 0.3, 0.5, 0.3
#: What any number of names in doubt is worth together.
_MANY_DOUBTFUL = 0.6
#: What one in quotation marks is worth: animals, ships, plants, shops and works are called so.
_QUOTED = 0.1
#: A salutation before them: ``Frau „D.“``.
_TO_SOMEBODY = regex.compile(r"(?<!\p{L})(?:Herrn?|Frau|Familie|Fr\.|Hr\.)[ ][\"'„“”‚»«]\Z")
#: A salutation inside of the marks: ``„Herr Nilsson“``, ``"Tante Inge"``.
_CALLED = regex.compile(
    r"[\"'„“”‚»«](?:Herr|Frau|Tante|Onkel|Oma|Opa|Kapitän|Doktor|Dr\.|Miss|Mister|Mr\.?|Mrs\.?)[ ]\Z"
)


def supported(text: str, findings: list[Candidate]) -> list[Candidate]:
    """Without numbers of things, and without doubtful names, in a text that is not about people.

    What is left in doubt are plants, storms, dishes, brands called by a name. A text about people names one of them
    in full, with a salutation, an office or a relation, holds an identifier, or says what somebody called by a given
    name does. A short text says too little; there only the weakest names are given up, and only where nothing else
    is found.
    """
    doubtful = [_is_doubtful(text, finding) for finding in findings]
    things = [_may_be_of_a_thing(text, finding) for finding in findings]
    if not any(doubtful) and not any(things):
        return findings
    long = sum(1 for _ in scan(_RUN, text)) >= _LONG
    impersonal = long and not _about_people(text, findings)
    if impersonal:
        findings = [finding for finding, thing in zip(findings, things, strict=True) if not thing]
        doubtful = [_is_doubtful(text, one) or (one.entity == "PERSON" and one.score < _SURE) for one in findings]
    certain = [finding for finding, doubt in zip(findings, doubtful, strict=True) if not doubt]
    if len(certain) == len(findings) or any(finding.entity not in _NO_PERSON for finding in certain):
        return findings
    if any(_acts(text, finding) for finding in findings):
        return findings
    strong = [finding for finding in findings if finding.entity != "PERSON" or finding.score > WEAK]
    return certain if long else strong


def _about_people(text: str, findings: list[Candidate]) -> bool:
    """Whether findings or words say that a text speaks of somebody."""
    weights = {(text[one.start : one.end], one.entity): _weight(text, one) for one in findings}
    names = sum(weight for (_, entity), weight in weights.items() if entity == "PERSON" and weight <= _DOUBTFUL)
    others = sum(weight for (_, entity), weight in weights.items() if entity != "PERSON" or weight > _DOUBTFUL)
    return others + min(names, _MANY_DOUBTFUL) >= 1 or _says_somebody(text)


def _weight(text: str, finding: Candidate) -> float:
    """How much a finding says that the text is about people; 1 is enough."""
    if finding.entity == "PERSON":
        if _is_quoted(text, finding):
            return _QUOTED
        if "Spalte „" in finding.evidence.reason:
            return _ANNOUNCED
        if finding.recognizer == _TAGGER:
            return _TAGGED if finding.score >= CERTAIN else _DOUBTFUL
        return 1.0 if finding.score >= _SURE else _DOUBTFUL
    if finding.entity == "DE_TAX_NUMBER" and finding.score < 0.7:
        return 0.0
    if finding.entity == "EMAIL_ADDRESS" and _MAILBOX.match(text, finding.start, finding.end):
        return 0.0
    if finding.entity == "SECRET":
        return 1.0 if finding.score > _SURE else 0.0
    if finding.recognizer == _TAGGER and finding.entity in ("STREET_ADDRESS", "DE_CASE_NUMBER"):
        return _DOUBTFUL if finding.score >= CERTAIN else 0.0
    if finding.entity == "IBAN_CODE" and not text[finding.start].isalpha():
        return 0.0
    if finding.entity == "IBAN_CODE" or (finding.entity == "PHONE_NUMBER" and not _may_be_of_a_thing(text, finding)):
        return _CONTACT
    return 1.0 if finding.entity in _OF_PEOPLE and not _may_be_of_a_thing(text, finding) else 0.0


def _says_somebody(text: str) -> bool:
    if _FIELD.search(text):
        return True
    requests = bytearray(len(text))
    for match in scan(_REQUEST, text):
        requests[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    things = _LIST_OF_THINGS.match(text.lstrip()) is not None
    for match in scan(_WORD, text):
        if requests[match.start()]:
            continue
        word = match[0].lower()
        if word == "sohn" and text[match.start() - 2 : match.start()] == "& ":
            continue
        if word in _PERSONAL_WORDS or (not things and word.startswith(_PERSONAL_STEMS)):
            return True
    return _WRITTEN_SO.search(text) is not None


def _may_be_of_a_thing(text: str, finding: Candidate) -> bool:
    """Whether a finding is of a kind that things have as well, and nothing of its own tells that it is a person's."""
    entity, score = finding.entity, finding.score
    if entity == "DE_CASE_NUMBER":
        return True
    if entity == "EMAIL_ADDRESS":
        return _MAILBOX.match(text, finding.start, finding.end) is not None
    if entity in ("DE_ID_CARD", "DE_PASSPORT"):
        return "„Serien" in finding.evidence.reason and not finding.evidence.reason.endswith("stimmt.")
    if entity == "DE_BENEFIT_ID":
        return not finding.evidence.reason.startswith("Aufbau") or score <= 0.6
    if entity == "DE_KFZ":
        return score < 0.65 or _FLEET.search(text) is not None or _VEHICLE.search(text) is None
    if entity == "IBAN_CODE":
        return not text[finding.start].isalpha() and finding.end - finding.start < _ACCOUNT
    if entity == "PHONE_NUMBER":
        value = text[finding.start : finding.end]
        if _PUBLIC_LINE.match(value):
            return True
        spelled = any(sign.isalpha() for sign in value)
        return score <= _SURE and not spelled and _TELEPHONE.match(value) is None
    if entity == "STREET_ADDRESS":
        return score <= 0.6 or text.count("\n") >= _LINES or _STRETCH.match(text, finding.end) is not None
    if entity in ("UK_NHS", "DE_FUEHRERSCHEIN"):
        return "Stichwort" not in finding.evidence.reason and "Angabe zu" not in finding.evidence.reason
    if entity == "DE_PERSONNEL_ID":
        word = _KEYWORD.search(finding.evidence.reason)
        return word is not None and _STAFF.search(word[0]) is None
    if entity == "CREDIT_CARD":
        return not finding.evidence.reason.endswith("stimmt.")
    return entity == "IP_ADDRESS" and score <= 0.6


def _is_quoted(text: str, finding: Candidate) -> bool:
    """Whether a name is called so in quotation marks that open right before it, or before its salutation."""
    start = finding.start
    if _TO_SOMEBODY.search(text, max(0, start - 12), start):
        return False
    return text[start - 1 : start] in _QUOTES or _CALLED.search(text, max(0, start - 9), start) is not None


def _is_doubtful(text: str, finding: Candidate) -> bool:
    if finding.entity == "PERSON" and _is_quoted(text, finding):
        return True
    if finding.entity != "PERSON":
        return finding.entity == "LOCATION" and finding.score <= 0.75
    single = " " not in text[finding.start : finding.end]
    return finding.score <= 0.6 or (single and finding.recognizer == _TAGGER and finding.score < CERTAIN)


def _acts(text: str, finding: Candidate) -> bool:
    """Whether a given name that is no noun or place stands before a verb, or is told a task behind a preposition."""
    if finding.entity != "PERSON":
        return False
    word = text[finding.start : finding.end]
    lexicon = load_lexicon()
    if lexicon.given(word) < 3 or lexicon.common(word) or lexicon.noun(word):
        return False
    if lexicon.place(word) or lexicon.place_abroad(word) or noun_phrase_before(text, finding.start):
        return False
    before = _LAST_WORD.search(text, max(0, finding.start - 30), finding.start)
    if before and (before["word"][0].isupper() and before["word"].lower() not in _BEFORE_NAMES):
        return False
    behind = _NEXT_WORD.match(text, finding.end)
    return behind is not None and behind["word"] in VERBS
