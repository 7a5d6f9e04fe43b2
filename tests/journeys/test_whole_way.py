"""One workshop from the first contact to the audit: participant, trainer, data-protection officer.

The real service, the shipped model, the real guard, a real browser. The steps build on each other, so they are one
test with one story; what it looks at is named along the way.
"""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.journeys.barriers import no_barriers
from tests.journeys.conftest import Service, visit
from tests.journeys.walk import ANSWER_TIMEOUT_MS, head_is_one_line, opens_account

MISSED = "quellbrunnhof"
SECRETS = ("Yıldız", "Lindenstraße 14", "DE89 3704 0044 0532 0130 00", "030 2345678", MISSED)
PROMPT = (
    "Schreibe eine freundliche Eingangsbestätigung. Nenne die fehlenden Unterlagen und die Frist. "
    "Rückfragen an Frau Yıldız, Lindenstraße 14, 10969 Berlin, Telefon 030 2345678, "
    f"IBAN DE89 3704 0044 0532 0130 00. Sie wartet im {MISSED}."
)


def test_a_workshop_from_first_contact_to_audit(browser: Browser, service: Service) -> None:
    for participant in visit(browser, service):
        _participant_joins(participant.page, service)
        _participant_finishes_the_exercise(participant.page)
        no_barriers(participant.page)
        for trainer in visit(browser, service):
            _sets_up(trainer.page, service.setup_link("Trainerin"), "trainerin", "vier zufällige Wörter hier")
            _trainer_reads_the_prompt_log(trainer.page)
        _participant_sees_who_looked(participant.page)
        for officer in visit(browser, service):
            _sets_up(officer.page, service.setup_link("Datenschutz"), "datenschutz", "noch vier andere Wörter")
            _officer_audits(officer.page)
            _officer_reads_the_prompt_log(officer.page)
        _participant_sees_that_the_officer_looked(participant.page)
    _the_chain_holds_for_the_command_line_too(service)
    _nothing_raw_was_kept(service)
    _nothing_left_the_house(service)


def _participant_joins(page: Page, service: Service) -> None:
    page.goto(service.address)
    expect(page.locator("html")).to_have_attribute("lang", "de")
    page.get_by_label("Beitrittscode").fill("FALSCH-1234")
    page.get_by_label("Pseudonym").fill("Blaumeise 7")
    page.get_by_role("button", name="Teilnehmen").click()
    expect(page.get_by_text("Diesen Beitrittscode")).to_be_visible()
    no_barriers(page)
    page.get_by_label("Beitrittscode").fill(service.join_code)
    page.get_by_label("Pseudonym").fill("Blaumeise 7")
    page.get_by_role("button", name="Teilnehmen").click()
    expect(page.get_by_text(re.compile(r"0 von \d+ Übungen"))).to_be_visible()


def _participant_finishes_the_exercise(page: Page) -> None:
    page.get_by_role("link", name=re.compile("Briefe")).first.click()
    expect(page.get_by_text("Arbeitsmaterial", exact=True)).to_be_visible()
    no_barriers(page)
    page.get_by_role("link", name=re.compile("Eingangsbestätigung")).first.click()
    expect(page.get_by_text("Schritt 1 von 7: Fall verstehen")).to_be_visible()
    no_barriers(page)
    page.get_by_role("button", name="Weiter: Prompt").click()
    page.get_by_label("Ihr Prompt").fill(PROMPT)
    page.get_by_role("button", name="Schutzvorschau zeigen").click()
    expect(page.get_by_text("Noch ist nichts an das Modell gegangen.")).to_be_visible()
    page.get_by_text("Hat der Schutz etwas übersehen").click()
    page.get_by_role("textbox", name="Übersehene Stelle").fill(MISSED)
    page.get_by_role("button", name="Ersetzen und melden").click()
    expect(page.get_by_text("der Datenschutz erfährt davon")).to_be_visible()
    sent = page.locator("text=Das geht an das Modell").first.locator("xpath=../..")
    expect(sent).to_contain_text("[PERSON_3]")
    for secret in SECRETS:
        expect(sent).not_to_contain_text(secret)
    no_barriers(page)
    page.get_by_role("button", name="An das Modell senden").click()
    expect(page.get_by_role("button", name="Weiter: Prüfen")).to_be_visible(timeout=ANSWER_TIMEOUT_MS)
    expect(page.get_by_text("kann Fehler enthalten").first).to_be_visible()
    page.get_by_role("button", name="Weiter: Prüfen").click()
    expect(page.get_by_role("heading", name="Automatisch geprüft")).to_be_visible()
    page.get_by_role("button", name="Weiter: Überarbeiten").click()
    page.get_by_role("button", name="Weiter: Reflexion").click()
    expect(page.get_by_text("Schritt 7 von 7: Reflexion")).to_be_visible()
    expect(page.get_by_role("textbox", name="Ihre Fassung")).to_have_count(0)
    page.get_by_role("textbox").first.fill("Die Frist hätte ich ohne Prüfung nicht übernommen, sagt Frau Yıldız.")
    page.get_by_role("button", name="Reflexion speichern").click()
    expect(page.get_by_text("Gespeichert.").first).to_be_visible()
    page.get_by_role("link", name="Meine Versuche").first.click()
    expect(page.get_by_text("mit Reflexion").first).to_be_visible()


def _sets_up(page: Page, link: str, name: str, password: str) -> None:
    page.goto(link)
    page.get_by_label("Name, mit dem Sie sich anmelden").fill(name)
    page.get_by_label(re.compile("Passwort")).fill(password)
    page.get_by_role("button", name="Zugang einrichten").click()
    opens_account(page, name)
    no_barriers(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name=name)).to_be_focused()
    head_is_one_line(page)
    no_barriers(page)


def _trainer_reads_the_prompt_log(page: Page) -> None:
    page.get_by_role("link", name="Promptprotokoll").first.click()
    page.get_by_role("button", name="Protokoll öffnen").click()
    expect(page.get_by_text("Blaumeise 7").first).to_be_visible()
    expect(page.get_by_text("[PERSON_3]").first).to_be_attached()
    for secret in SECRETS:
        expect(page.get_by_text(secret)).to_have_count(0)
    no_barriers(page)


def _participant_sees_who_looked(page: Page) -> None:
    page.reload()
    expect(page.get_by_text("Wer in meine Versuche geschaut hat")).to_be_visible()
    expect(page.get_by_text("trainerin (Training)")).to_be_visible()
    no_barriers(page)


def _officer_audits(page: Page) -> None:
    page.get_by_role("link", name="Prüfprotokoll").first.click()
    expect(page.get_by_text("Die Kette ist vollständig")).to_be_visible()
    expect(page.get_by_text(re.compile("Promptprotokoll")).first).to_be_visible()
    no_barriers(page)
    page.get_by_role("link", name="Schutzregeln").first.click()
    expect(page.get_by_text("IBAN_CODE").first).to_be_visible()
    no_barriers(page)
    page.get_by_role("link", name="Markierungen").first.click()
    expect(page.get_by_text("Zu entscheiden: 1")).to_be_visible()
    no_barriers(page)
    page.get_by_role("textbox", name=re.compile("Grund der Entscheidung")).fill("Ein Ort, den der Schutz nicht kannte.")
    page.get_by_role("button", name="Als Prüfbeispiel übernehmen").click()
    expect(page.get_by_text("1 übernommenes Beispiel")).to_be_visible()


def _officer_reads_the_prompt_log(page: Page) -> None:
    page.get_by_role("link", name="Promptprotokoll").first.click()
    page.get_by_role("button", name="Protokoll öffnen").click()
    expect(page.get_by_text("Blaumeise 7").first).to_be_visible()
    expect(page.get_by_text("[PERSON_3]").first).to_be_attached()
    no_barriers(page)


def _participant_sees_that_the_officer_looked(page: Page) -> None:
    page.reload()
    expect(page.get_by_text("datenschutz (Datenschutz)")).to_be_visible()


def _the_chain_holds_for_the_command_line_too(service: Service) -> None:
    program = Path(sys.executable).with_name("sandbox")
    command = [str(program), "audit", "verify", "--json", "--data-dir", str(service.data_dir)]
    result = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert result["valid"] is True
    assert result["checked"] >= 8


def _nothing_raw_was_kept(service: Service) -> None:
    """Neither in the database nor beside it, nor in what the service wrote to its log."""
    with sqlite3.connect(service.data_dir / "sandbox.db") as database:
        dump = "\n".join(database.iterdump())
    assert "[PERSON_3]" in dump
    written = "".join(service.output) + dump
    files = [path.read_bytes() for path in service.data_dir.rglob("*") if path.is_file()]
    for secret in SECRETS:
        assert secret not in written
        assert not any(secret.encode() in content for content in files)


def _nothing_left_the_house(service: Service) -> None:
    """Every address that a Python process of the service tried to reach was on this machine."""
    allowed = re.compile(
        r"connect (\('(127\.0\.0\.1|::1)'|'|b'|\"/)|resolve '(127\.0\.0\.1|localhost|::1)'|resolve None"
    )
    lines = service.network_log.read_text().splitlines()
    assert lines, "the watch did not run"
    assert [line for line in lines if not allowed.match(line)] == []
