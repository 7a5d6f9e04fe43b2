"""One exercise from the planted errors to the sentence to take away, by keyboard, reloaded at every step.

The real service, the shipped model, the real guard, a real browser. The steps build on each other, so they are one
test with one story; what it looks at is named along the way.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.barriers import no_barriers
from tests.journeys.conftest import Service, start_service, stop_service, visit
from tests.journeys.walk import ANSWER_TIMEOUT_MS, opens_account

CONTENT = Path(__file__).parents[1] / "content"
NAME, PHONE = "Swetlana Grünwald", "030 90126417"
SELECT = """(words) => {
  const texts = document.createTreeWalker(document.querySelector("[data-auswahl]"), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const at = texts.currentNode.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(texts.currentNode, at);
    range.setEnd(texts.currentNode, at + words.length);
    document.getSelection().removeAllRanges();
    document.getSelection().addRange(range);
    document.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
    return true;
  }
  return false;
}"""

FIELD = "document.querySelector('[aria-label=\"Markierte Stelle\"]')"


@pytest.fixture(scope="module")
def searching(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service whose one exercise has a text with planted places."""
    running = start_service(tmp_path_factory.mktemp("service"), SANDBOX_EXERCISES_DIR=str(CONTENT))
    yield running
    assert stop_service(running) == 0, "".join(running.output)[-3000:]


def test_the_loop_of_one_exercise_by_keyboard_and_with_reloads(browser: Browser, searching: Service) -> None:
    for visitor in visit(browser, searching):
        page = visitor.page
        _joins(page, searching, "Rotkehlchen 1")
        _reads_the_module(page)
        _searches(page)
        _writes_a_prompt(page)
        _gets_an_answer_in_spite_of_a_reload(page)
        _revises(page)
        _reflects(page)
        other_tab = visitor.context.new_page()
        _leaves_nothing_behind(page, other_tab, searching)
    _nothing_raw_was_kept(searching)


def _press(button: Locator) -> None:
    """What somebody without a mouse does."""
    button.focus()
    expect(button).to_be_focused()
    button.press("Enter")


def _joins(page: Page, service: Service, pseudonym: str) -> None:
    page.goto(service.address)
    page.get_by_label("Beitrittscode").fill(service.join_code)
    page.get_by_label("Pseudonym").fill(pseudonym)
    _press(page.get_by_role("button", name="Teilnehmen"))
    expect(page.get_by_text("1 Übung, noch nicht begonnen")).to_be_visible()
    no_barriers(page)


def _reads_the_module(page: Page) -> None:
    _press(page.get_by_role("link", name="1. Genau hinsehen"))
    material = page.get_by_role("heading", name="Karte: Fünf Blicke auf jede Zusammenfassung")
    expect(material).to_be_visible()
    expect(page.get_by_text("https://www.bsi.bund.de/")).to_be_visible()
    no_barriers(page)
    page.emulate_media(media="print")
    expect(material).to_be_visible()
    expect(page.get_by_text("Steht etwas da, das niemand gesagt hat?")).to_be_visible()
    expect(page.get_by_role("heading", name="Genau hinsehen", exact=True)).not_to_be_visible()
    expect(page.get_by_role("heading", name="Übungen")).not_to_be_visible()
    page.emulate_media(media="screen")
    _press(page.get_by_role("link", name="Fünf Fehler in einer Zusammenfassung"))
    expect(page.get_by_text("Schritt 1 von 8: Fall verstehen")).to_be_visible()
    no_barriers(page)


def _searches(page: Page) -> None:
    _press(page.get_by_role("button", name="Weiter: Suchen"))
    expect(page.get_by_text("Schritt 2 von 8: Suchen")).to_be_visible()
    page.wait_for_function("document.querySelector('[data-testid=stMain]').scrollTop === 0")
    place, marks = page.get_by_role("textbox", name="Markierte Stelle"), page.locator("[data-auswahl] mark")
    place.fill("640 Euro")
    page.get_by_role("textbox", name=re.compile("Was stimmt hier nicht")).fill(f"Frau {NAME} sagt 460")
    _press(page.get_by_role("button", name="Stelle markieren"))
    expect(marks).to_have_count(1)
    expect(place).to_have_value("")
    page.wait_for_function(
        f"({SELECT})('7. März') && document.querySelector('[aria-label=\"Markierte Stelle\"]').value"
    )
    expect(place).to_have_value("7. März")
    _press(page.get_by_role("button", name="Stelle markieren"))
    expect(marks).to_have_count(2)
    place.fill("seit Januar")
    _press(page.get_by_role("button", name="Stelle markieren"))
    expect(marks).to_have_count(3)
    no_barriers(page)
    page.reload()
    expect(marks).to_have_count(3)
    expect(page.get_by_text(f"Ihre Notiz: Frau {NAME} sagt 460")).to_be_visible()
    expect(page.get_by_text("Zusage statt offener Prüfung")).to_have_count(0)
    _press(page.get_by_role("button", name="Auflösen"))
    expect(page.get_by_text("Gefunden: 2 von 4 eingebauten Stellen, mit 3 Markierungen.")).to_be_visible()
    expect(page.get_by_text("Zusage statt offener Prüfung")).to_be_visible()
    expect(page.get_by_text("Hier war nichts eingebaut")).to_be_visible()
    expect(page.get_by_text("Ihre Notiz: Frau [PERSON_2] sagt 460")).to_be_visible()
    no_barriers(page)
    _press(page.get_by_role("button", name="Weiter: Prompt"))


def _writes_a_prompt(page: Page) -> None:
    expectation = page.get_by_role("textbox", name="Welche Angabe wird das Modell")
    prompt = page.get_by_role("textbox", name="Ihr Prompt")
    expect(prompt).to_be_visible()
    expectation.press_sequentially(f"Den Betrag, den Frau {NAME} nennt.")
    prompt.press_sequentially(f"Fasse für Frau {NAME}, Tel. {PHONE}, das Telefonat zusammen.")
    page.reload()  # in the middle of typing: the field was never left
    expect(prompt).to_have_value(re.compile(PHONE))
    expect(expectation).to_have_value(re.compile(NAME))
    page.get_by_text("Wie das Modell schreiben soll").click()
    page.get_by_text("Wild", exact=True).click()
    expect(page.get_by_text("Von Ihnen geändert: Kreativität: Wild (1,6).")).to_be_visible()
    no_barriers(page)
    page.reload()
    expect(page.get_by_text("Von Ihnen geändert: Kreativität: Wild (1,6).")).to_be_visible()
    _press(page.get_by_role("button", name="Schutzvorschau zeigen"))
    expect(page.get_by_text("Noch ist nichts an das Modell gegangen.")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Noch ist nichts an das Modell gegangen.")).to_be_visible()
    assert "schritt=vorschau" in page.url


def _gets_an_answer_in_spite_of_a_reload(page: Page) -> None:
    _press(page.get_by_role("button", name="An das Modell senden"))
    expect(page.get_by_text("Schritt 5 von 8: Antwort")).to_be_visible()
    expect(page.locator("article.antwort")).to_be_visible(timeout=ANSWER_TIMEOUT_MS)
    page.reload()
    expect(page.get_by_role("button", name="Weiter: Prüfen")).to_be_visible(timeout=ANSWER_TIMEOUT_MS)
    expect(page.get_by_text("kann Fehler enthalten").first).to_be_visible()
    no_barriers(page)
    _press(page.get_by_role("button", name="Weiter: Prüfen"))
    expect(page.get_by_text("Das hatten Sie erwartet")).to_be_visible()
    expect(page.get_by_text("Den Betrag, den Frau [PERSON_2] nennt.")).to_be_visible()
    no_barriers(page)
    page.go_back()
    expect(page.get_by_text("Schritt 5 von 8: Antwort")).to_be_visible()
    page.go_forward()
    expect(page.get_by_text("Schritt 6 von 8: Prüfen")).to_be_visible()


def _revises(page: Page) -> None:
    _press(page.get_by_role("button", name="Weiter: Überarbeiten"))
    own = page.get_by_role("textbox", name="Ihre Fassung")
    own.fill(f"Eigenhändig, 3. März. Frau {NAME}, {PHONE}, zahlt 460 Euro Miete. Entschieden ist noch nichts.")
    _press(page.get_by_role("button", name="Speichern und prüfen"))
    expect(page.get_by_text("Gespeichert, Fassung 1.")).to_be_visible()
    expect(page.locator("ins").filter(has_text="Eigenhändig")).to_be_visible()
    no_barriers(page)
    page.get_by_text("Entwurf mitnehmen").click()
    finished = page.get_by_role("textbox", name="Entwurf mit echten Werten")
    expect(finished).to_have_value(re.compile(f"Frau {NAME}, {PHONE}"))
    page.reload()
    expect(own).to_have_value(re.compile(NAME))
    expect(page.get_by_text("Gespeichert, Fassung 1.")).to_be_visible()
    _press(page.get_by_role("button", name="Weiter: Reflexion"))


def _reflects(page: Page) -> None:
    expect(page.get_by_text("Erwartung und Ergebnis")).to_be_visible()
    takeaway = page.get_by_role("textbox", name=re.compile("Ein Satz zum Mitnehmen"))
    takeaway.press_sequentially(f"Beträge prüfe ich immer, sagt Frau {NAME}.")
    page.reload()
    expect(takeaway).to_have_value(re.compile(NAME))
    no_barriers(page)
    _press(page.get_by_role("button", name="Reflexion speichern"))
    expect(page.get_by_text("Gespeichert. Die Übung ist damit abgeschlossen.")).to_be_visible()
    _press(page.get_by_role("link", name="Übungen", exact=True).first)
    expect(page.get_by_text("1 von 1 Übungen abgeschlossen")).to_be_visible()
    page.get_by_role("link", name="Meine Versuche").first.click()
    page.get_by_role("link", name=re.compile("Ansehen")).first.click()
    expect(page.get_by_text("Erwartung vor dem Senden")).to_be_visible()
    page.get_by_text("Womit dieser Versuch entstanden ist").click()
    expect(page.get_by_text("Wild (1,6)")).to_be_visible()
    no_barriers(page)


def _leaves_nothing_behind(page: Page, other_tab: Page, service: Service) -> None:
    """Who comes next at this browser finds nothing, in this tab and in the others."""
    kept = "sessionStorage.getItem('ki-werkstatt')"
    assert NAME in page.evaluate(kept)
    other_tab.goto(f"{service.address}/uebung?id=fehler-finden&schritt=prompt")
    prompt = other_tab.get_by_role("textbox", name="Ihr Prompt")
    prompt.press_sequentially(f"Frau {NAME}")
    other_tab.wait_for_function(f"({kept} || '').includes('{NAME}')")
    opens_account(page, "Rotkehlchen 1")
    _press(page.get_by_role("button", name="Abmelden"))
    expect(page.get_by_label("Beitrittscode")).to_be_visible()
    page.wait_for_function(f"{kept} === null")
    other_tab.wait_for_function(f"{kept} === null")
    _joins(page, service, "Rotkehlchen 2")
    page.goto(f"{service.address}/uebung?id=fehler-finden&schritt=prompt")
    expect(page.get_by_role("textbox", name="Ihr Prompt")).to_have_value("")
    other_tab.goto(f"{service.address}/uebung?id=fehler-finden&schritt=prompt")
    expect(other_tab.get_by_role("textbox", name="Ihr Prompt")).to_have_value("")


def _nothing_raw_was_kept(service: Service) -> None:
    """Neither expectation, note, revision nor reflection left a value in the database, beside it or in the log."""
    with sqlite3.connect(service.data_dir / "sandbox.db") as database:
        dump = "\n".join(database.iterdump())
    assert "Den Betrag, den Frau [PERSON_2] nennt." in dump
    written = "".join(service.output) + dump
    files = [path.read_bytes() for path in service.data_dir.rglob("*") if path.is_file()]
    for secret in (NAME, "Grünwald", PHONE):
        assert secret not in written
        assert not any(secret.encode() in content for content in files)
