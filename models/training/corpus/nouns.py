# ruff: noqa: E501
"""Documents with their articles, invented kinds of applications, and genitives: so that nothing can be memorised."""

from __future__ import annotations

from models.training.corpus.draw import Draw
from models.training.corpus.kinds import KINDS, Kind
from models.training.corpus.statements import HEADS, PREFIXES

MASCULINE = (
    "vertrag", "bescheid", "nachweis", "ausweis", "plan", "bericht", "schein", "brief", "pass", "beleg", "auszug", "antrag",
    "zettel", "befundbericht", "ablaufplan", "lebenslauf", "grundriss", "belegungsplan",
)  # fmt: skip
FEMININE = (
    "ung", "urkunde", "liste", "kopie", "skizze", "abrechnung", "mitteilung", "vollmacht", "satzung", "karte", "rechnung",
    "quittung", "auskunft", "begründung", "stellungnahme", "bescheinigung", "erklärung", "anmeldung", "abschrift",
)  # fmt: skip
NEUTER = (
    "zeugnis",
    "formular",
    "foto",
    "bild",
    "gutachten",
    "zertifikat",
    "protokoll",
    "attest",
    "urteil",
    "konzept",
    "angebot",
)
QUALIFIERS = (
    "", "", "", "", " des Arbeitgebers", " der Krankenkasse", " über die gezahlte Miete", " über das Einkommen", " vom Vorjahr", " im Original",
    " der letzten drei Monate", " der Schule", " über die Versicherung", " mit Unterschrift", " der Hausverwaltung", " über die Kosten",
    " des Vermieters", " der Bank", " für das laufende Jahr",
)  # fmt: skip
DOCUMENT_HEADS = (
    "nachweis", "bescheinigung", "vertrag", "plan", "bescheid", "abrechnung", "urkunde", "formular", "gutachten", "liste", "bericht",
    "erklärung", "rechnung", "bestätigung", "quittung", "konzept", "zeugnis", "vollmacht", "karte", "protokoll",
)  # fmt: skip
OFFICES = ("stelle", "behörde", "verwaltung", "abteilung", "aufsicht", "kasse", "amt", "amt", "amt", "amt")
WANTED = (
    "einen {m}", "eine {f}", "ein {n}", "{f}", "Genehmigung eines {gen}", "Verlängerung der {f}", "Änderung der {f}", "Zuschuss zur {f}",
    "Erstattung der {f}", "Befreiung von der {f}", "Erlaubnis für ein {n}", "Förderung eines {gen}",
)  # fmt: skip
GENITIVE = {
    "antrag": "antrags",
    "vertrag": "vertrags",
    "nachweis": "nachweises",
    "zuschuss": "zuschusses",
    "ausweis": "ausweises",
    "konto": "kontos",
}


def article_of(document: str) -> str:
    """The article of a document in the nominative, or nothing where its gender is not known from its ending."""
    first = document.split(" ")[0]
    if not first[:1].isupper():
        return ""
    lowered = first.lower()
    for article, endings in (("die", FEMININE), ("der", MASCULINE), ("das", NEUTER)):
        if lowered.endswith(endings):
            return article
    return ""


def with_article(document: str, case: str = "nominative") -> str:
    """`der Mietvertrag`, `den Mietvertrag`; unchanged where the gender is not known."""
    article = article_of(document)
    if case == "accusative" and article == "der":
        article = "den"
    return f"{article} {document}" if article else document


def genitive_of(topic: str) -> str:
    """`der Bauantrag` as `des Bauantrags`, `die Gebühr` as `der Gebühr`."""
    article, _, word = topic.partition(" ")
    if article == "die":
        return f"der {word}"
    head, space, rest = word.partition(" ")
    for ending, form in GENITIVE.items():
        if head.lower().endswith(ending):
            return (
                f"des {head[: -len(ending)]}{form if head[-len(ending)].islower() else form.capitalize()}{space}{rest}"
            )
    return f"des {head}s{space}{rest}"


def compound(draw: Draw, gender: str) -> str:
    """A compound noun of that gender without article."""
    head = draw.pick([head for article, head in HEADS if article == gender])
    return draw.pick(PREFIXES) + head


def invented_document(draw: Draw) -> str:
    """A document that no list has: `Brückenbescheinigung der Schule`."""
    return draw.pick(PREFIXES) + draw.pick(DOCUMENT_HEADS) + draw.pick(QUALIFIERS)


def invented_kind(draw: Draw) -> Kind:
    """An application that no list has, with its office and documents."""
    masculine = compound(draw, "der")
    wanted = draw.pick(WANTED).format(
        m=masculine, f=compound(draw, "die"), n=compound(draw, "das"), gen=genitive_of("der " + masculine)[4:]
    )  # fmt: skip
    real = draw.pick(KINDS).documents
    documents = [draw.pick(real) if draw.chance(0.35) else invented_document(draw) for _ in range(6)]
    return Kind(f"Antrag auf {wanted}", draw.pick(PREFIXES) + draw.pick(OFFICES), tuple(dict.fromkeys(documents)))


def neuter_office(text: str, office: str) -> str:
    """Articles before an office that ends in `amt`: the templates are written for feminine ones."""
    if not office.endswith("amt"):
        return text
    for feminine, neuter in (
        ("Posteingang der ", "Posteingang beim "), ("Bei der ", "Beim "), ("bei der ", "beim "), ("Die ", "Das "), ("die ", "das "),
        ("Der ", "Dem "), ("der ", "dem "), ("dem zuständigen ", "dem zuständigen "),
    ):  # fmt: skip
        text = text.replace(feminine + office, neuter + office)
    return text
