# ruff: noqa: E501
"""Kinds of applications: what is applied for, where, with which documents. Own wording."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """One kind of application.

    `request` follows "ein"/"Ihr" in the nominative (all are masculine: "Antrag auf Wohngeld"), `office` is a
    feminine office in the nominative, `documents` are noun phrases in the nominative plural or singular without
    article, and `held_out` kinds are seen in the evaluation only.
    """

    request: str
    office: str
    documents: tuple[str, ...]
    held_out: bool = False


def _kind(request: str, office: str, documents: str, held_out: bool = False) -> Kind:
    return Kind(request, office, tuple(part.strip() for part in documents.split(";")), held_out)


KINDS: tuple[Kind, ...] = (
    _kind("Antrag auf Wohngeld", "Wohngeldstelle", "Mietvertrag; Verdienstbescheinigung der letzten drei Monate; Nachweis über die Heizkosten; Meldebescheinigung; Nachweis über die Mietzahlung; Bescheid über Kindergeld; Kontoauszüge der letzten drei Monate"),
    _kind("Antrag auf Wohngeld", "Wohngeldbehörde", "Mietbescheinigung; Einkommensnachweise; aktuelle Rentenmitteilung; Nachweis über Unterhaltszahlungen; Betriebskostenabrechnung; Schulbescheinigung"),
    _kind("Weiterleistungsantrag auf Wohngeld", "Wohngeldstelle", "Nachweis über die aktuelle Miete; Gehaltsabrechnungen; Bescheid über Krankengeld; Erklärung zum Vermögen"),
    _kind("Antrag auf Elterngeld", "Elterngeldstelle", "Geburtsurkunde des Kindes; Bescheinigung über Mutterschaftsgeld; Einkommensnachweise der letzten zwölf Monate; Arbeitgeberbescheinigung; Erklärung zur Aufteilung der Monate; Steuerbescheid des Vorjahres"),
    _kind("Bauantrag", "Bauaufsichtsbehörde", "Lageplan; Baubeschreibung; Standsicherheitsnachweis; Bauzeichnungen im Maßstab 1:100; Nachweis der Stellplätze; Auszug aus dem Liegenschaftskataster; Brandschutznachweis"),
    _kind("Antrag auf einen Anwohnerparkausweis", "Straßenverkehrsbehörde", "Kopie der Zulassungsbescheinigung Teil I; Meldebestätigung; Nutzungsbescheinigung des Halters; Kopie des Personalausweises"),
    _kind("Antrag auf einen Bewohnerparkausweis", "Parkausweisstelle", "Fahrzeugschein; Überlassungserklärung; Nachweis über den Hauptwohnsitz"),
    _kind("Antrag auf einen Betreuungsplatz in der Kita", "Kita-Stelle", "Geburtsurkunde; Nachweis über den Masernschutz; Arbeitsbescheinigung beider Elternteile; Nachweis über das Einkommen; Bescheinigung über die Impfberatung"),
    _kind("Antrag auf einen Kita-Gutschein", "Kita-Gutscheinstelle", "Bescheinigung des Arbeitgebers; Nachweis über das Sorgerecht; Kopie der Meldebescheinigung; Einkommensteuerbescheid"),
    _kind("Antrag auf Ausstellung eines Personalausweises", "Ausweisstelle", "biometrisches Lichtbild; Geburtsurkunde; bisheriger Ausweis; Zustimmung des zweiten Elternteils"),
    _kind("Antrag auf einen Reisepass", "Passstelle", "aktuelles Passfoto; alter Reisepass; Heiratsurkunde; Nachweis über die Namensänderung"),
    _kind("Antrag auf ein Führungszeugnis", "Meldebehörde", "Aufforderung der Einrichtung; Kopie des Ausweises; Nachweis über das Ehrenamt; Zahlungsbeleg"),
    _kind("Antrag auf BAföG", "BAföG-Stelle", "Immatrikulationsbescheinigung; Einkommenserklärung der Eltern; Nachweis über die Miete; Lebenslauf; Nachweis über die Krankenversicherung; Leistungsnachweis nach dem vierten Semester"),
    _kind("Antrag auf einen Schwerbehindertenausweis", "Versorgungsverwaltung", "ärztlicher Befundbericht; Lichtbild; Entlassungsbericht der Klinik; Schweigepflichtentbindung; Nachweis über das Merkzeichen"),
    _kind("Antrag auf Feststellung einer Behinderung", "Feststellungsbehörde", "Facharztbericht; Liste der behandelnden Praxen; Einverständniserklärung; Kurbericht"),
    _kind("Antrag auf Grundsicherung", "Grundsicherungsstelle", "Rentenbescheid; Kontoauszüge; Nachweis über das Vermögen; Mietvertrag; Heizkostenabrechnung; Nachweis über die Pflegeversicherung"),
    _kind("Antrag auf Bürgergeld", "Leistungsabteilung", "Kündigungsschreiben; Anlage zum Einkommen; Kontoauszüge der letzten drei Monate; Mietbescheinigung; Nachweis über die Krankenkasse"),
    _kind("Antrag auf Kinderzuschlag", "Familienkasse", "Lohnabrechnungen; Nachweis über die Wohnkosten; Bescheid über Wohngeld; Erklärung zum Einkommen"),
    _kind("Antrag auf Kindergeld", "Familienkasse", "Geburtsurkunde; Steuer-Identifikationsnummer des Kindes; Schulbescheinigung; Nachweis über die Ausbildung; Haushaltsbescheinigung"),
    _kind("Antrag auf Unterhaltsvorschuss", "Unterhaltsvorschussstelle", "Geburtsurkunde des Kindes; Urkunde über die Vaterschaft; Scheidungsurteil; Nachweis über bisherige Zahlungen"),
    _kind("Antrag auf Leistungen für Bildung und Teilhabe", "Leistungsstelle", "Schulbescheinigung; Rechnung über die Klassenfahrt; Nachweis über den Sozialleistungsbezug; Mitgliedsbescheinigung des Vereins"),
    _kind("Antrag auf Einbürgerung", "Einbürgerungsbehörde", "Sprachzertifikat; Einbürgerungstest; Lebenslauf; Arbeitsvertrag; Nachweis über den Lebensunterhalt; Geburtsurkunde mit Übersetzung"),
    _kind("Antrag auf Verlängerung der Aufenthaltserlaubnis", "Ausländerbehörde", "gültiger Reisepass; Arbeitsvertrag; Nachweis über die Krankenversicherung; biometrisches Foto; Gehaltsabrechnungen"),
    _kind("Antrag auf eine Gaststättenerlaubnis", "Gewerbeaufsicht", "Führungszeugnis; Auszug aus dem Gewerbezentralregister; Pachtvertrag; Grundriss der Räume; Nachweis über die Unterrichtung"),
    _kind("Antrag auf eine Reisegewerbekarte", "Gewerbebehörde", "Bescheinigung in Steuersachen; Lichtbild; Führungszeugnis; Auszug aus dem Schuldnerverzeichnis"),
    _kind("Antrag auf Sondernutzung einer öffentlichen Fläche", "Tiefbauverwaltung", "Lageskizze; Nachweis der Haftpflichtversicherung; Angabe der Maße; Zustimmung der Anliegenden"),
    _kind("Antrag auf eine Baumfällgenehmigung", "Naturschutzbehörde", "Foto des Baumes; Lageplan mit Standort; Gutachten; Einverständnis des Eigentümers"),
    _kind("Antrag auf eine Fahrerlaubnis", "Fahrerlaubnisbehörde", "Sehtestbescheinigung; Nachweis über die Erste-Hilfe-Schulung; biometrisches Passbild; Anmeldung der Fahrschule"),
    _kind("Antrag auf Umtausch des Führerscheins", "Führerscheinstelle", "Passfoto; Kopie des alten Führerscheins; Karteikartenabschrift"),
    _kind("Antrag auf Eintragung in die Handwerksrolle", "Handwerkskammer", "Meisterbrief; Gewerbeanmeldung; Gesellschaftsvertrag; Ausweiskopie"),
    _kind("Antrag auf Förderung einer Photovoltaikanlage", "Förderstelle", "Kostenvoranschlag; Eigentumsnachweis; technisches Datenblatt; Foto des Daches"),
    _kind("Antrag auf Vereinsförderung", "Kulturverwaltung", "Satzung; Kostenplan; Freistellungsbescheid; Tätigkeitsbericht; Protokoll der Mitgliederversammlung"),
    _kind("Antrag auf einen Schulwechsel", "Schulaufsicht", "letztes Zeugnis; Begründung der Eltern; Aufnahmebestätigung der neuen Schule; Meldebescheinigung"),
    _kind("Antrag auf Beurlaubung vom Unterricht", "Schulverwaltung", "Begründung; Bestätigung des Veranstalters; Stellungnahme der Klassenleitung"),
    _kind("Antrag auf Namensänderung", "Namensbehörde", "Begründung; Geburtsurkunde; polizeiliches Führungszeugnis; Eheurkunde"),
    _kind("Antrag auf eine Melderegisterauskunft", "Meldebehörde", "Nachweis über das berechtigte Interesse; Vollmacht; Zahlungsnachweis"),
    _kind("Antrag auf Pflegegeld", "Pflegestelle", "Gutachten der Pflegeversicherung; Bescheid über den Pflegegrad; Vollmacht; Nachweis über die Pflegeperson"),
    _kind("Antrag auf Hilfe zur Pflege", "Sozialverwaltung", "Rechnung des Pflegedienstes; Einkommensnachweise; Betreuerausweis; Heimvertrag"),
    _kind("Antrag auf Eingliederungshilfe", "Teilhabestelle", "Entwicklungsbericht; ärztliche Stellungnahme; Kostenangebot; Hilfeplan"),
    _kind("Antrag auf Befreiung von der Hundesteuer", "Steuerverwaltung", "Bescheinigung des Tierheims; Nachweis über die Ausbildung des Hundes; Kopie des Schwerbehindertenausweises"),
    _kind("Antrag auf Stundung der Grundsteuer", "Stadtkasse", "Aufstellung der Einnahmen; Kontoauszug; Begründung der Notlage; Ratenvorschlag"),
    _kind("Antrag auf Ratenzahlung", "Vollstreckungsstelle", "Selbstauskunft; Lohnbescheinigung; Nachweis über Schulden; Vorschlag für die Raten"),
    _kind("Antrag auf Akteneinsicht", "Rechtsabteilung", "Vollmacht; Begründung; Kopie des Ausweises"),
    _kind("Antrag auf einen Wohnberechtigungsschein", "Wohnungsfachstelle", "Einkommenserklärung; Meldebescheinigung; Nachweis über die Schwangerschaft; Kopien der Ausweise"),
    _kind("Antrag auf einen Ferienpass", "Jugendförderung", "Schülerausweis; Foto des Kindes; Einverständnis der Eltern"),
    _kind("Antrag auf Trennungsgeld", "Personalstelle", "Nachweis über die Unterkunft; Fahrkarten; Versetzungsverfügung; Mietvertrag am Dienstort"),
    _kind("Antrag auf Beihilfe", "Beihilfestelle", "Arztrechnung; Rezept; Heil- und Kostenplan; Erstattungsmitteilung der Krankenversicherung"),
    _kind("Antrag auf Teilzeit", "Personalabteilung", "Angabe der gewünschten Stunden; Stellungnahme der Fachabteilung; Nachweis über die Pflege eines Angehörigen"),
    _kind("Antrag auf eine Genehmigung zur Nutzung der Sporthalle", "Sportverwaltung", "Belegungsplan; Liste der Übungsleitungen; Nachweis der Versicherung"),
    _kind("Antrag auf Aufstellung eines Containers", "Straßenbehörde", "Skizze des Standorts; Zeitraum der Aufstellung; Angaben zum Unternehmen"),
    _kind("Antrag auf ein Straßenfest", "Veranstaltungsstelle", "Ablaufplan; Lageplan; Sicherheitskonzept; Liste der Stände"),
    _kind("Antrag auf einen Angelschein", "Fischereibehörde", "Prüfungszeugnis; Passbild; Gebührennachweis"),
    _kind("Antrag auf Rückerstattung von Gebühren", "Gebührenstelle", "Quittung; Bankverbindung; Kündigungsbestätigung", True),
    _kind("Antrag auf eine Denkmalgenehmigung", "Denkmalbehörde", "Fotos der Fassade; Maßnahmenbeschreibung; Farbkonzept; Kostenvoranschlag", True),
    _kind("Antrag auf Wohnraumförderung", "Investitionsstelle", "Finanzierungsplan; Grundbuchauszug; Einkommensprüfung; Kaufvertrag", True),
    _kind("Antrag auf Landespflegegeld", "Sozialbehörde", "Bescheid der Pflegekasse; ärztliches Attest; Kopie des Ausweises; Bankverbindung", True),
    _kind("Antrag auf Zulassung eines Fahrzeugs", "Zulassungsbehörde", "elektronische Versicherungsbestätigung; Bericht der Hauptuntersuchung; Vollmacht; SEPA-Mandat", True),
    _kind("Antrag auf einen Gewerbeschein", "Gewerbestelle", "Ausweiskopie; Handelsregisterauszug; Erlaubnis nach der Handwerksordnung; Mietvertrag der Geschäftsräume", True),
)  # fmt: skip
