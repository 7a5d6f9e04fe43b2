"""Three exercises of three modules, each from the module's page to the reflection, and the certificate at the end.

An exercise with planted places, one with a case of the house, one with a case of the participant's own. The real
service, the shipped model, the real guard, a real browser; no barrier on any page on the way.
"""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import docx
from playwright.sync_api import Browser, Page, expect

from tests.journeys.barriers import no_barriers
from tests.journeys.conftest import Service, visit
from tests.journeys.walk import ANSWER_TIMEOUT_MS, joins, saved

MODULES = ("Was ein Sprachmodell kann und was nicht", "Briefe I:", "Datenschutz zuerst")
EXERCISES = ("Zu schön, um wahr zu sein", "Eingangsbestätigung für einen Wohngeldantrag", "Ein eigener Fall")
NAME, STREET, SIGNED = "Swetlana Grünwald", "Lindenstraße 12", "Dr. Quintessa Probename"
TAKEAWAYS = ("Jede Vorschrift schlage ich nach.", "Fristen prüfe ich selbst.", "Erst streichen, dann einfügen.")


def test_three_exercises_of_three_modules_to_the_certificate(
    browser: Browser, service: Service, tmp_path: Path
) -> None:
    for person in visit(browser, service):
        page = person.page
        page.goto(service.address)
        no_barriers(page)
        joins(page, service, "Mauersegler 5")
        expect(page.get_by_text(re.compile(r"^0 von \d+ Übungen"))).to_be_visible()
        no_barriers(page)
        _finds_what_was_planted(page)
        _answers_an_application(page)
        _brings_a_case_of_their_own(page)
        _looks_back(page)
        certificate = _takes_the_certificate(page, tmp_path)
    _certifies_what_was_done(certificate)
    _nothing_raw_was_kept(service)


def _finds_what_was_planted(page: Page) -> None:
    _opens(page, MODULES[0], EXERCISES[0])
    _goes_on(page, "Suchen")
    marks = page.locator("[data-auswahl] mark")
    for number, words in enumerate(("§ 47c Abs. 2 der Gewerbeordnung", "Mietvertrag", "Gemeinde"), start=1):
        place = page.get_by_role("textbox", name="Markierte Stelle")
        place.fill(words)
        page.get_by_role("button", name="Stelle markieren").click()
        expect(marks).to_have_count(number)
    no_barriers(page)
    page.get_by_role("button", name="Auflösen").click()
    expect(page.get_by_text("Gefunden: 1 von 6 eingebauten Stellen, mit 3 Markierungen.")).to_be_visible()
    expect(page.get_by_role("heading", name="Hier waren Sie nah dran")).to_be_visible()
    expect(page.get_by_role("heading", name="Hier war nichts eingebaut")).to_be_visible()
    _goes_on(page, "Prompt")
    _writes(page, "Bestätige den Empfang der Anzeige, nenne die Gebühr und die Ansprechperson.")
    _sends(page, "Der Schutz hat nichts gefunden.")
    _told_by_the_guard(page, ("In Ihrem Prompt", "nichts"))
    _goes_on(page, "Überarbeiten")
    _goes_on(page, "Reflexion")
    _reflects(page, TAKEAWAYS[0])


def _answers_an_application(page: Page) -> None:
    _opens(page, MODULES[1], EXERCISES[1])
    _goes_on(page, "Prompt")
    page.get_by_role("textbox", name=re.compile("Was wird dem Modell")).fill("Eine Unterlage fehlt am Ende.")
    page.get_by_text("Wie das Modell schreiben soll").click()
    page.get_by_text("Kurz", exact=True).click()
    expect(page.get_by_text("Von Ihnen geändert: Länge der Antwort")).to_be_visible()
    _writes(page, f"Schreibe eine Eingangsbestätigung mit Frist an Frau {NAME}, {STREET}.")
    _sends(page, "Der Schutz ersetzt 2 Stellen.")
    expect(page.get_by_text("Eine Unterlage fehlt am Ende.")).to_be_visible()
    _told_by_the_guard(page, ("In Ihrem Prompt", "Person (1), Anschrift (1)"))
    _goes_on(page, "Überarbeiten")
    page.get_by_role("textbox", name="Ihre Fassung").fill(f"Guten Tag Frau {NAME}, Ihr Antrag ist am 4. März da.")
    page.get_by_role("button", name="Speichern und prüfen").click()
    expect(page.get_by_text("Gespeichert, Fassung 1.")).to_be_visible()
    expect(page.get_by_text("Die Prüfung vorher und nachher")).to_be_visible()
    no_barriers(page)
    _goes_on(page, "Reflexion")
    _reflects(page, TAKEAWAYS[1])


def _brings_a_case_of_their_own(page: Page) -> None:
    _opens(page, MODULES[2], EXERCISES[2])
    _goes_on(page, "Prompt")
    page.get_by_role("textbox", name="Ihr Fall").fill(
        f"Frau {NAME}, wohnhaft {STREET}, 10969 Berlin, beantragt am 4. März 2026 einen Parkausweis."
    )
    _writes(page, "Fasse den Fall in zwei Sätzen zusammen.")
    page.reload()
    expect(page.get_by_role("textbox", name="Ihr Fall")).to_have_value(re.compile(STREET))
    _sends(page, "Der Schutz ersetzt 2 Stellen.")
    _told_by_the_guard(page, ("In Ihrem Fall", "Person (1), Anschrift (1)"))
    page.get_by_role("button", name="Zurück: Antwort").click()
    expect(page.get_by_role("heading", name=re.compile("Schritt 4 von 7"))).to_be_visible()
    page.get_by_role("button", name=re.compile("Reflexion")).click()
    _reflects(page, TAKEAWAYS[2])


def _opens(page: Page, module: str, exercise: str) -> None:
    page.get_by_role("link", name="Übungen", exact=True).first.click()
    page.get_by_role("link", name=re.compile(rf"\d\. {module}")).click()
    expect(page.get_by_text("Arbeitsmaterial", exact=True)).to_be_visible()
    no_barriers(page)
    page.get_by_role("link", name=re.compile(exercise)).first.click()
    expect(page.get_by_role("heading", name=re.compile("Schritt 1 von"))).to_be_visible()
    no_barriers(page)


def _goes_on(page: Page, step: str) -> None:
    page.get_by_role("button", name=f"Weiter: {step}").click()
    expect(page.get_by_role("heading", name=re.compile(rf"Schritt \d von \d: {step}"))).to_be_visible()
    no_barriers(page)


def _writes(page: Page, prompt: str) -> None:
    field = page.get_by_role("textbox", name="Ihr Prompt")
    field.fill(prompt)
    field.blur()


def _sends(page: Page, found: str) -> None:
    """From the written prompt over the guard's preview to the checks of the answer."""
    page.get_by_role("button", name="Schutzvorschau zeigen").click()
    expect(page.get_by_text("Noch ist nichts an das Modell gegangen.")).to_be_visible()
    expect(page.get_by_text(found)).to_be_visible()
    no_barriers(page)
    page.get_by_role("button", name="An das Modell senden").click()
    expect(page.get_by_role("button", name="Weiter: Prüfen")).to_be_visible(timeout=ANSWER_TIMEOUT_MS)
    no_barriers(page)
    _goes_on(page, "Prüfen")


def _told_by_the_guard(page: Page, *rows: tuple[str, str]) -> None:
    expect(page.get_by_role("heading", name="Was der Schutz ersetzt hat")).to_be_visible()
    facts = page.locator("dl.angaben").filter(has_text="In der Antwort")
    for text, kinds in rows:
        expect(facts.locator(f"dt:text-is('{text}') + dd")).to_have_text(kinds)


def _reflects(page: Page, takeaway: str) -> None:
    page.get_by_role("textbox", name=re.compile("Ein Satz zum Mitnehmen")).fill(takeaway)
    page.get_by_role("button", name="Reflexion speichern").click()
    expect(page.get_by_text("Gespeichert. Die Übung ist damit abgeschlossen.")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("Nächste Übung: "))).to_be_visible()
    no_barriers(page)


def _looks_back(page: Page) -> None:
    page.get_by_role("link", name="Meine Versuche", exact=True).click()
    expect(page.get_by_role("link", name="Ansehen: Versuch 1")).to_have_count(3)
    no_barriers(page)
    page.get_by_role("link", name="Lernjournal").click()
    for takeaway in TAKEAWAYS:
        expect(page.get_by_text(takeaway)).to_be_visible()
    no_barriers(page)


def _takes_the_certificate(page: Page, folder: Path) -> Path:
    page.get_by_role("link", name=re.compile("^Fortschritt und")).click()
    expect(page.get_by_text(re.compile(r"^3 von \d+ Übungen abgeschlossen"))).to_be_visible()
    field = page.get_by_label("Ihr Name, wie er auf dem Blatt stehen soll")
    field.fill(SIGNED)
    field.press("Enter")
    expect(page.locator(".druckblatt")).to_contain_text(SIGNED)
    no_barriers(page)
    return saved(page, folder, "bescheinigung")


def _certifies_what_was_done(certificate: Path) -> None:
    document = docx.Document(str(certificate.with_suffix(".docx")))
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    for exercise, module in zip(EXERCISES, MODULES, strict=True):
        assert any(row[0].startswith(exercise) and row[1].startswith(module) for row in rows), rows
    paper = certificate.with_suffix(".html").read_text(encoding="utf-8")
    assert SIGNED in paper and "Artikel 4 der Verordnung (EU) 2024/1689" in paper


def _nothing_raw_was_kept(service: Service) -> None:
    with sqlite3.connect(service.data_dir / "sandbox.db") as database:
        kept = "\n".join(database.iterdump())
    assert all(takeaway in kept for takeaway in TAKEAWAYS)
    for secret in (NAME, STREET, SIGNED):
        assert secret not in kept and secret not in "".join(service.output)
