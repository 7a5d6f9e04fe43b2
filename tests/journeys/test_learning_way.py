"""From two attempts to what is taken home: comparison, blind comparison, wall, journal, certificate, documents.

The real service, the shipped model, the real guard, a real browser. The two attempts are sent over the HTTP interface
with the participant's own session; the exercise page has a journey of its own.
"""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path

import docx
from playwright.sync_api import Browser, Page, expect

from tests.journeys.barriers import no_barriers
from tests.journeys.conftest import Service, Visitor, visit
from tests.journeys.walk import head_is_one_line, joins, saved

LETTER = "eingangsbestaetigung-wohngeld"
VALUE, NAME = "Swetlana Grünwald", "Dr. Quintessa Probename"
PSEUDONYM = "Rotmilan 4"


def test_from_two_attempts_to_what_is_taken_home(browser: Browser, service: Service, tmp_path: Path) -> None:
    for person in visit(browser, service):
        joins(person.page, service, PSEUDONYM)
        _two_attempts(person)
        _compares(person.page)
        _compares_blind(person.page)
        _contributes(person.page)
        for other in visit(browser, service, width=390):
            joins(other.page, service, "Wasseramsel 2 im Unterholz des Auwalds")
            _finds_the_menu(other.page)
            _sees_the_wall(other.page)
            _finds_empty_pages(other.page)
        _reads_the_journal(person.page)
        certificate = _takes_the_certificate(person.page, tmp_path)
        restored, bare = _takes_everything(person.page, tmp_path)
        _withdraws(person.page)
    _opens(browser, certificate, (NAME, "Artikel 4 der Verordnung (EU) 2024/1689", "Eingangsbestätigung"), ())
    _opens(browser, restored, (VALUE, "Die Frist kam dazu.", "kann Fehler enthalten"), ())
    _opens(browser, bare, ("[PERSON_3]", "Die Frist kam dazu."), (VALUE, NAME))
    _nothing_raw_was_kept(service)


def _two_attempts(person: Visitor) -> None:
    with person.client() as http:
        sent = [
            _send(http, f"Schreibe eine Eingangsbestätigung an Frau {VALUE}.", 0.0),
            _send(http, f"Schreibe eine freundliche Eingangsbestätigung mit Frist an Frau {VALUE}.", 1.2),
        ]
        answers = {"vertrauen": f"Die Frist, sagt Frau {VALUE}.", "mitnehmen": "Fristen prüfe ich selbst."}
        kept = http.put(f"/api/v1/attempts/{sent[1]}/reflection", json={"answers": answers})
        assert kept.status_code == 200, kept.text


def _send(http: object, prompt: str, temperature: float) -> str:
    body = {"prompt": prompt, "settings": {"temperature": temperature, "seed": 7}}
    lines = http.post(f"/api/v1/exercises/{LETTER}/attempts", json=body).text.splitlines()  # type: ignore[attr-defined]
    accepted = json.loads(next(line for line in lines if line.startswith("data:"))[5:])
    return str(accepted["attempt_id"])


def _compares(page: Page) -> None:
    page.get_by_role("link", name="Meine Versuche").click()
    page.get_by_role("link", name=re.compile("Zwei Versuche vergleichen")).click()
    expect(page.locator("ins").first).to_contain_text("freundliche")
    expect(page.get_by_text("Kreativität (Temperatur)")).to_be_visible()
    expect(page.get_by_role("heading", name="Versuch 2", exact=True)).to_be_visible()
    expect(page.locator("article.antwort")).to_have_count(2)
    no_barriers(page)
    page.get_by_role("textbox", name="Was habe ich geändert").fill("Die Frist kam dazu.")
    page.get_by_role("button", name="Notiz speichern").click()
    expect(page.get_by_text("Die Notiz steht auch in Ihrem Lernjournal")).to_be_visible()


def _compares_blind(page: Page) -> None:
    page.get_by_role("link", name="Diese beiden Antworten blind vergleichen").click()
    page.get_by_role("button", name="Antworten zeigen").click()
    expect(page.get_by_text("Welche Antwort würden Sie eher verwenden?")).to_be_visible()
    for telling in ("Versuch 1", "Versuch 2", "Werkstatt", "freundliche Eingangsbestätigung mit Frist"):
        expect(page.locator("article.antwort").filter(has_text=telling)).to_have_count(0)
    no_barriers(page)
    page.get_by_text("Antwort B", exact=True).last.click()
    page.get_by_role("button", name="Wahl speichern und aufdecken").click()
    expect(page.get_by_text("Bitte schreiben Sie zuerst")).to_be_visible()
    page.get_by_role("textbox", name="Warum?").fill(f"Frau {VALUE} würde es verstehen.")
    page.get_by_role("button", name="Wahl speichern und aufdecken").click()
    expect(page.get_by_text(re.compile("Sie haben Antwort B gewählt"))).to_be_visible()
    expect(page.get_by_text("würde es verstehen")).not_to_contain_text(VALUE)
    expect(page.get_by_text("Im bisher einzigen Vergleich")).to_be_visible()
    no_barriers(page)


def _contributes(page: Page) -> None:
    page.get_by_role("link", name="Meine Versuche").click()
    page.get_by_role("link", name=re.compile("Ansehen: .*Versuch 2")).click()
    page.get_by_role("button", name="Als gut markieren").click()
    expect(page.get_by_role("button", name="Markierung entfernen")).to_be_visible()
    page.get_by_text("An die Wand der lehrreichen Fehler hängen").click()
    page.get_by_role("textbox", name="Was kann man daraus lernen").fill("Hohe Kreativität erfindet Einzelheiten.")
    page.get_by_role("button", name="Zeigen, was andere sehen werden").click()
    expect(page.get_by_role("heading", name="Genau das sehen andere")).to_be_visible()
    expect(page.locator(".wandkarte.vorschau")).not_to_contain_text(PSEUDONYM)
    no_barriers(page)
    page.get_by_role("button", name="An die Wand hängen", exact=True).click()
    expect(page.get_by_text("Dieser Versuch hängt an der Wand")).to_be_visible()


def _finds_the_menu(page: Page) -> None:
    """On a narrow page with a long pseudonym: the head stays one line, the pages are in a menu for the keyboard too."""
    head_is_one_line(page)
    expect(page.get_by_role("link", name="Lernjournal")).to_have_count(0)
    page.get_by_role("button", name="Menü").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Menü")).to_be_focused()
    no_barriers(page)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Übungen", exact=True)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("button", name="Menü")).to_be_focused()
    expect(page.get_by_role("dialog")).to_have_count(0)
    _chooses(page, "Lernjournal")
    expect(page.get_by_role("heading", name="Lernjournal", exact=True)).to_be_visible()


def _chooses(page: Page, name: str) -> None:
    """Out of the menu of a narrow page."""
    page.get_by_role("button", name="Menü").click()
    page.get_by_role("dialog").get_by_role("link", name=name).click()


def _sees_the_wall(page: Page) -> None:
    _chooses(page, "Lehrreiche Fehler")
    expect(page.get_by_text("Hohe Kreativität erfindet Einzelheiten.")).to_be_visible()
    page.get_by_text("Antwort des Modells lesen").click()
    expect(page.locator("article.antwort")).to_be_visible()
    expect(page.locator(".wandkarte")).not_to_contain_text(re.compile(f"{PSEUDONYM}|Versuch 2|Uhr"))
    expect(page.get_by_role("button", name="Von der Wand nehmen")).to_have_count(0)
    no_barriers(page)


def _finds_empty_pages(page: Page) -> None:
    _chooses(page, "Lernjournal")
    expect(page.get_by_text("Ihr Lernjournal ist noch leer")).to_be_visible()
    no_barriers(page)
    for link, said in (
        ("Fortschritt und Bescheinigung", "Noch nichts zu bescheinigen"),
        ("Alles mitnehmen", "Noch nichts Eigenes zum Mitnehmen"),
    ):
        _chooses(page, "Lernjournal")
        page.get_by_role("link", name=link).click()
        expect(page.get_by_text(said)).to_be_visible()
        no_barriers(page)


def _reads_the_journal(page: Page) -> None:
    page.get_by_role("link", name="Lernjournal").click()
    expect(page.get_by_role("heading", name="Meine Sätze zum Mitnehmen")).to_be_visible()
    for said in ("Fristen prüfe ich selbst.", "Die Frist kam dazu.", "Welche Stelle des Entwurfs"):
        expect(page.get_by_text(said)).to_be_visible()
    expect(page.get_by_text(VALUE)).to_have_count(0)
    no_barriers(page)


def _takes_the_certificate(page: Page, folder: Path) -> Path:
    page.get_by_role("link", name="Fortschritt und Bescheinigung").click()
    page.get_by_label("Ihr Name, wie er auf dem Blatt stehen soll").fill(NAME)
    page.get_by_label("Ihr Name, wie er auf dem Blatt stehen soll").press("Enter")
    expect(page.locator(".druckblatt")).to_contain_text(NAME)
    no_barriers(page)
    return saved(page, folder, "bescheinigung")


def _takes_everything(page: Page, folder: Path) -> tuple[Path, Path]:
    page.get_by_role("link", name="Lernjournal").click()
    page.get_by_role("link", name="Alles mitnehmen").click()
    expect(page.get_by_text("Gute Prompts mit Entwürfen (1)")).to_be_visible()
    bare = saved(page, folder, "platzhalter")
    page.get_by_text("Mit echten Werten").click()
    page.get_by_text("Werte ansehen und ergänzen").click()
    field = page.get_by_role("textbox", name=re.compile(r"\[PERSON_3\]"))
    field.fill(VALUE)
    field.press("Enter")
    expect(page.get_by_text(re.compile("^1 von [0-9]+ Platzhaltern"))).to_be_visible()
    no_barriers(page)
    return saved(page, folder, "werte"), bare


def _withdraws(page: Page) -> None:
    page.get_by_role("link", name="Lehrreiche Fehler").click()
    page.get_by_role("button", name="Von der Wand nehmen").click()
    expect(page.get_by_text("Abgenommen.")).to_be_visible()
    expect(page.get_by_text("An der Wand hängt noch nichts")).to_be_visible()


def _opens(browser: Browser, path: Path, said: tuple[str, ...], unsaid: tuple[str, ...]) -> None:
    """Opens a saved document in both forms, the HTML without a network."""
    opened = docx.Document(str(path.with_suffix(".docx")))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    written = "\n".join([*(paragraph.text for paragraph in opened.paragraphs), *cells])
    context = browser.new_context(offline=True)
    page = context.new_page()
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.goto(path.with_suffix(".html").as_uri())
    shown = page.locator("body").inner_text()
    for part in said:
        assert part in " ".join(written.split()) and part in " ".join(shown.split()), part
    for part in unsaid:
        assert part not in written and part not in shown
    assert page.locator("html").get_attribute("lang") == "de-DE"
    assert requested == [path.with_suffix(".html").as_uri()]
    no_barriers(page)
    context.close()


def _nothing_raw_was_kept(service: Service) -> None:
    """Neither the value nor the name on the certificate, in the database, beside it or in the log."""
    with sqlite3.connect(service.data_dir / "sandbox.db") as database:
        dump = "\n".join(database.iterdump())
    assert "[PERSON_3]" in dump and "blind_comparison" in dump
    files = [path.read_bytes() for path in service.data_dir.rglob("*") if path.is_file()]
    for secret in (VALUE, "Grünwald", NAME, "Probename"):
        assert secret not in dump and secret not in "".join(service.output)
        assert not any(secret.encode() in content for content in files)
