"""The pages around the attempts, with a real service behind them: full, empty, and when something is missing."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.sandbox.live_service import LETTER, LiveService, Person
from tests.ui.conftest import OpenPage

FORMAL = "Schreibe eine förmliche Eingangsbestätigung."
WARM = "Schreibe eine herzliche Eingangsbestätigung an Frau Swetlana Grünwald."


def html(app: AppTest) -> str:
    assert not app.exception
    return "".join(element.proto.body for element in app.get("html"))


def pair_of(person: Person) -> tuple[str, str]:
    first = person.send(FORMAL, seed=1, max_tokens=20).one("done")["id"]
    second = person.send(WARM, seed=2, max_tokens=24, temperature=1.0).one("done")["id"]
    return str(first), str(second)


def press(app: AppTest, label: str) -> AppTest:
    (button,) = [button for button in app.button if label in button.label]
    return button.click().run()


def test_empty_pages_explain_what_will_be_here(live: LiveService, open_page: OpenPage) -> None:
    person = live.participant()
    for name, said in (
        ("vergleich", "zwei Versuche derselben Übung"),
        ("blindvergleich", "zwei Versuche derselben Übung"),
        ("journal", "Ihr Lernjournal ist noch leer"),
        ("bescheinigung", "Noch nichts zu bescheinigen"),
        ("mitnehmen", "Noch nichts Eigenes zum Mitnehmen"),
    ):
        assert said in html(open_page(person, name)), name


def test_two_attempts_stand_beside_each_other_and_the_note_is_kept(live: LiveService, open_page: OpenPage) -> None:
    person = live.participant()
    pair_of(person)
    app = open_page(person, "vergleich", uebung=LETTER)
    markup = html(app)
    assert "<del>" in markup and "<ins>" in markup and "1 Wort gestrichen" in markup
    assert "Kreativität (Temperatur)" in markup and "Startzahl des Zufalls" in markup
    assert markup.count('<article class="antwort"') == 2
    assert "Was die Prüfung dazu sagt" in markup and "unverändert: " in markup
    app.text_area[0].input("Herr Adebayo Okonkwo kam dazu.").run()
    app = press(app, "Notiz speichern")
    assert "[PERSON_4]" in html(app) and "Gespeichert" in html(app)
    (note,) = person.get("/api/v1/comparisons").json()["notes"]
    assert note["text"] == "Herr [PERSON_4] kam dazu."
    again = open_page(person, "vergleich", uebung=LETTER)
    assert again.text_area[0].value == "Herr [PERSON_4] kam dazu."


def test_choosing_one_attempt_twice_is_told(live: LiveService, open_page: OpenPage) -> None:
    person = live.participant()
    first, _ = pair_of(person)
    app = open_page(person, "vergleich", uebung=LETTER, a=first, b=first)
    assert "zwei verschiedene Versuche" in html(app) and "<del>" not in html(app)


def test_blind_means_blind_until_choice_and_reason(live: LiveService, open_page: OpenPage) -> None:
    person = live.participant()
    first, second = pair_of(person)
    begun = person.post("/api/v1/comparisons/blind", {"attempt_ids": [first, second]}).json()
    app = open_page(person, "blindvergleich", id=begun["id"])
    shown = html(app)
    model = person.get("/api/v1/service").json()["model"]["title"]
    for telling in (first, second, "Versuch 1", "Versuch 2", FORMAL, "herzliche", model, "Kreativität"):
        assert telling not in shown
    assert "Bitte wählen Sie eine Antwort" in html(press(app, "aufdecken"))
    app.radio[0].set_value("left").run()
    assert "warum Sie so wählen" in html(press(app, "aufdecken"))
    assert person.get(f"/api/v1/comparisons/blind/{begun['id']}").json() == begun
    app.text_area[0].input("Klingt freundlicher.").run()
    revealed = html(press(app, "aufdecken"))
    assert "Sie haben Antwort A gewählt: Das ist Versuch" in revealed and "der Prompt, die Kreativität" in revealed
    assert "Im bisher einzigen Vergleich" in revealed
    assert "Diesen Vergleich gibt es nicht" in html(open_page(person, "blindvergleich", id="nichts"))


def test_the_journal_shows_sentences_first_and_everything_once(live: LiveService, open_page: OpenPage) -> None:
    person = live.participant()
    attempt = person.send(max_tokens=8).one("done")["id"]
    answers = {"vertrauen": "Die Frist.", "mitnehmen": "Fristen prüfe ich selbst."}
    person.http.put(f"/api/v1/attempts/{attempt}/reflection", json={"answers": answers})
    markup = html(open_page(person, "journal"))
    assert markup.count("Fristen prüfe ich selbst.") == 1
    assert markup.index("Fristen prüfe ich selbst.") < markup.index("Die Frist.")
    assert "Welche Stelle des Entwurfs" in markup


def test_nothing_hangs_on_the_wall_before_it_was_seen_as_others_see_it(live: LiveService, open_page: OpenPage) -> None:
    person, other = live.participant(), live.participant()
    attempt = person.send(max_tokens=12).one("done")["id"]
    app = open_page(person, "versuche", id=attempt)
    assert not [button for button in app.button if button.label == "An die Wand hängen"]
    app.text_area[0].input("Frau Swetlana Grünwald lernt daraus.").run()
    app = press(app, "Zeigen, was andere sehen")
    assert "Frau [PERSON_3] lernt daraus." in html(app).replace('<span class="platzhalter">', "").replace("</span>", "")
    assert person.get("/api/v1/wall").json()["own"] == []
    app.text_area[0].input("Etwas anderes.").run()
    assert "Sehen Sie sich die Vorschau noch einmal an" in html(app)
    assert not [button for button in app.button if button.label == "An die Wand hängen"]
    app = press(app, "Zeigen, was andere sehen")
    app = press(app, "An die Wand hängen")
    assert "hängt an der Wand" in html(app)
    assert "Etwas anderes." in html(open_page(other, "wand"))
    wall = open_page(person, "wand")
    assert "Ihr Beitrag" in html(wall)
    assert "Abgenommen" in html(press(wall, "Von der Wand nehmen"))


def test_a_good_attempt_is_marked_and_taken_home(live: LiveService, open_page: OpenPage) -> None:
    person = live.participant()
    attempt = person.send(WARM, max_tokens=30).one("done")["id"]
    app = open_page(person, "versuche", id=attempt)
    app = press(app, "Als gut markieren")
    assert "★ Markierung entfernen" in [button.label for button in app.button]
    assert "★ gut" in html(open_page(person, "versuche"))
    page = open_page(person, "mitnehmen")
    assert any("Gute Prompts mit Entwürfen (1)" in box.label for box in page.checkbox)
    assert not page.text_input, "no field for a value before it is asked for"
    page.radio[0].set_value("werte").run()
    fields = {field.label for field in page.text_input}
    assert any("[PERSON_3]" in label for label in fields)
    assert "echte Angaben enthalten" in html(page)


def test_values_that_the_session_knows_are_filled_in(live: LiveService, open_page: OpenPage) -> None:
    person = live.participant()
    attempt = person.send(WARM, max_tokens=30).one("done")["id"]
    person.http.put(f"/api/v1/attempts/{attempt}/star", json={"starred": True})
    page = open_page(person, "mitnehmen", known={LETTER: {"[PERSON_3]": "Swetlana Grünwald"}})
    assert "Grünwald" not in html(page)
    page.radio[0].set_value("werte").run()
    assert [field.value for field in page.text_input if "[PERSON_3]" in field.label] == ["Swetlana Grünwald"]
    assert f"1 von {len(page.text_input)} Platzhaltern" in html(page)


def test_the_name_on_the_certificate_stays_on_the_page(live: LiveService, open_page: OpenPage) -> None:
    person = live.participant()
    attempt = person.send(max_tokens=8).one("done")["id"]
    person.http.put(f"/api/v1/attempts/{attempt}/reflection", json={"answers": {"mitnehmen": "Prüfen."}})
    app = open_page(person, "bescheinigung")
    app.text_input[0].input("Dr. Quintessa Probename").run()
    assert "Dr. Quintessa Probename" in html(app) and "Es gab keine Prüfung" in html(app)
    written = b"".join(path.read_bytes() for path in live.settings.data_dir.rglob("*") if path.is_file())
    assert b"Probename" not in written


def test_a_trainer_hides_with_a_reason(live: LiveService, open_page: OpenPage) -> None:
    person = live.participant()
    attempt = person.send(max_tokens=8).one("done")["id"]
    person.post("/api/v1/wall", {"attempt_id": attempt, "lesson": "Zum Ausblenden."})
    trainer = live.visitor()
    token = live.app.state.bootstrap.trainer_link.partition("einrichtung=")[2]
    made = trainer.post(f"/api/v1/setup/{token}", {"name": "Ahorn", "password": "vier Wörter hintereinander"})
    assert made.status_code == 201
    app = open_page(trainer, "wand")
    assert "Zum Ausblenden." in html(app)
    place = next(number for number, item in enumerate(person.get("/api/v1/wall").json()["entries"]) if item["own"])
    app.text_input[place].input("Zu lang für die Runde.")
    [button for button in app.button if button.label == "Beitrag ausblenden"][place].click().run()
    hidden = [item for item in person.get("/api/v1/wall").json()["entries"] if item["hidden"]]
    assert len(hidden) == 1 and hidden[0]["hidden_reason"] == "Zu lang für die Runde."
