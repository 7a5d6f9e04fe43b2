"""Pages of the learning loop with a service of one's own making: what is shown, what is sent, what comes back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import ui
from ui.schemas import CheckResult, Exercise, LoggedSearch, ModuleSummary, Search, StoredFinding
from ui.texts import texts
from ui.views.exercise.guard_found import kinds_in_words
from ui.views.exercise.revise import before_and_after, check_table
from ui.views.exercise.search import in_words
from ui.views.exercise.search_result import summary
from ui.views.exercise.settings import LENGTHS, TEMPERATURES, nearest_step, stored_settings, tokens_of
from ui.views.home import module_progress
from ui.views.module import source_list
from ui.views.prompt_log import search_table
from ui.work import ADDRESSES, STEPS, Work, steps_of


def exercise(**fields: object) -> Exercise:
    base = {"id": "x", "version": "1", "module": "m", "module_title": "M", "title": "T", "kind": "letter", "minutes": 5}
    return Exercise.model_validate(base | fields)


def markup(app: AppTest) -> str:
    return "".join(element.proto.body for element in app.get("html"))


def test_a_step_to_search_is_there_only_with_a_text_to_search() -> None:
    assert "search" not in steps_of(exercise())
    assert steps_of(exercise(spotting={"title": "T", "text": "Text"})) == STEPS
    assert len(set(ADDRESSES.values())) == len(STEPS) == len(ADDRESSES)


def test_every_step_says_who_sees_it_and_what_follows() -> None:
    words = texts().exercise
    assert set(words.steps) == set(words.audience) == set(words.following) == set(STEPS)


def test_settings_in_words_and_back() -> None:
    assert [nearest_step(value) for value in TEMPERATURES.values()] == list(TEMPERATURES)
    assert (nearest_step(0.0), nearest_step(2.0)) == ("exact", "wild")
    assert [tokens_of(exercise(max_tokens=400), name) for name in LENGTHS] == [120, 240, 400]
    assert tokens_of(exercise(max_tokens=1), "short") == 1
    assert dict(stored_settings({"temperature": 0.1, "max_tokens": 400, "seed": 7})) == {
        "Kreativität": "Genau (0,1)",
        "Länge der Antwort": "höchstens 400 Wortteile",
        "Zufall": "fester Startwert 7",
    }
    drawn = stored_settings({"seed": 4711, "seed_drawn": True})
    assert dict(drawn) == {"Zufall": "jedes Mal anders (hier gezogen: Startwert 4711)"}
    assert dict(stored_settings({"seed": None})) == {"Zufall": "jedes Mal anders"}


def test_settings_are_sent_only_where_they_were_changed() -> None:
    def page() -> None:
        import json

        import streamlit as st

        from ui.schemas import Exercise
        from ui.views.exercise import settings
        from ui.work import work_on

        fields = {"id": "x", "version": "1", "module": "m", "module_title": "M", "title": "T", "kind": "letter"}
        work = work_on("x")
        settings.show(Exercise(**fields, minutes=5, temperature=0.1, max_tokens=400), work)
        st.text(json.dumps(work.settings))

    app = AppTest.from_function(page, default_timeout=20).run()
    assert not app.exception and json.loads(app.text[0].value) == {}
    app.radio[0].set_value("wild").run()
    app.radio[2].set_value(True).run()
    app.number_input[0].set_value(42).run()
    assert json.loads(app.text[0].value) == {"temperature": TEMPERATURES["wild"], "seed": 42}
    app.radio[0].set_value("exact").run()
    app.radio[2].set_value(False).run()
    assert json.loads(app.text[0].value) == {}


SEARCHED = {"number": 2, "found": 1, "planted": 2, "at": "2026-03-04T10:00:00Z"}


def test_a_search_is_told_with_its_base_and_never_as_a_grade() -> None:
    search = Search.model_validate(SEARCHED | {"marks": [{"start": 0, "end": 3}]})
    assert summary(search) == "Gefunden: 1 von 2 eingebauten Stellen, mit 1 Markierung."
    assert in_words(search) == "Durchgang 2: 1 von 2, Markierungen: 1"
    assert "keine Note" in texts().search.result_note


def test_the_result_shows_every_place_and_marks_that_hit_nothing() -> None:
    def page() -> None:
        from ui.schemas import Exercise, Search, SpottingText
        from ui.views.exercise.search import _side_by_side
        from ui.views.exercise.search_result import show_result

        spotting = SpottingText(title="Brief", task="Suchen", text="Am 7. März zahlt sie <640> Euro.")
        place = {"kind": "changed", "explanation": "Im Fall: **460**"}
        search = Search.model_validate(
            {
                "number": 1,
                "found": 1,
                "planted": 2,
                "at": "2026-03-04T10:00:00Z",
                "marks": [
                    {"start": 3, "end": 10, "note": "falsch?", "places": ["a"]},
                    {"start": 11, "end": 16, "places": []},
                    {"start": 17, "end": 23, "places": []},
                ],
                "places": [
                    {**place, "id": "a", "start": 0, "end": 10, "title": "Datum", "found": True},
                    {**place, "id": "b", "start": 21, "end": 26, "title": "Betrag <b>", "found": False},
                ],
            }
        )
        fields = {"id": "x", "version": "1", "module": "m", "module_title": "M", "title": "T", "kind": "letter"}
        show_result(Exercise(**fields, minutes=5, case="Am 3. März"), spotting, search, _side_by_side)

    app = AppTest.from_function(page, default_timeout=20).run()
    assert not app.exception
    shown = markup(app)
    assert "1. Datum" in shown and "gefunden; Im Fall steht es anders" in shown
    assert "2. Betrag &lt;b&gt;" in shown and "übersehen" in shown and "&lt;640&gt;" in shown
    assert "Ihre Notiz: falsch?" in shown
    near, nothing = shown.split("Hier waren Sie nah dran")[1].split("Hier war nichts eingebaut")
    assert near.count("<q>") == nothing.count("<q>") == 1
    assert "<q>zahlt</q>" in nothing
    assert [element.value for element in app.markdown] == ["Im Fall: **460**"] * 2


def test_the_prompt_log_has_a_line_for_every_search() -> None:
    person = {"id": "p", "pseudonym": "Eule <7>"}
    mark = {"start": 0, "end": 3, "note": "Frau [PERSON_2]?"}
    log = SEARCHED | {"participant": person, "exercise_id": "x", "exercise_title": "Fehler", "marks": [mark]}
    table = search_table([LoggedSearch.model_validate(log)])
    assert "Eule &lt;7&gt;" in table and "1 von 2" in table and 'class="platzhalter">[PERSON_2]' in table


def test_marking_says_what_stands_in_the_way() -> None:
    def page() -> None:
        import streamlit as st

        from ui.views.exercise.search import add_mark
        from ui.work import Work

        work, text, words = Work("x"), "Am 3. März und am 13. März.", []
        words.append(add_mark(work, text, " ", "", None))
        words.append(add_mark(work, text, "4. April", "", None))
        words.append(add_mark(work, text, "3. März", "n" * 501, None))
        words.append(add_mark(work, text, "3. März", " warum? ", 19))
        words.append(add_mark(work, text, "3. März", "", 19))
        words.append(add_mark(work, text, "Am", "", None))
        for word in words:
            st.text(word)
        st.text(repr([(mark.start, mark.end, mark.note) for mark in work.marks]))

    app = AppTest.from_function(page, default_timeout=20).run()
    assert not app.exception
    told = texts().search
    *answers, marks = [element.value for element in app.text]
    assert answers == [told.add_empty, told.add_absent, told.note_too_long.format(limit=500), "", told.add_again, ""]
    assert marks == "[(0, 2, ''), (19, 26, 'warum?')]"


def test_what_the_browser_kept_is_taken_back_once_and_only_by_its_owner() -> None:
    def page() -> None:
        import streamlit as st

        from ui import drafts, keeping
        from ui.work import work_on

        drafts.gather()
        if keeping.take_back("konto-1"):
            st.text(drafts.draft("entwurf-prompt-x"))
            st.text(repr(work_on("x").missed))
            keeping.hold("konto-1")

    def after(kept: object) -> AppTest:
        app = AppTest.from_function(page, default_timeout=20).run()
        assert not app.text, "nothing is shown before the browser has answered"
        return app.text_area[0].input(kept if isinstance(kept, str) else json.dumps(kept)).run()

    held = {"entwurf-prompt-x": "An Frau </script> Meier", "#uebersehen-x": '{"Quellbrunn": "LOCATION"}', "zahl": 7}
    own = after({"owner": "konto-1", "texts": held})
    assert not own.exception
    assert [element.value for element in own.text] == ["An Frau </script> Meier", "{'Quellbrunn': 'LOCATION'}"]
    assert not own.text_area, "the hidden field goes"
    script = markup(own)
    assert "halten(" in script and script.count("</script>") == 1
    for kept in ({"owner": "konto-2", "texts": held}, {"owner": "konto-1"}, "kein JSON", "[]", {"texts": held}):
        other = after(kept)
        assert not other.exception and [element.value for element in other.text] == ["", "{}"], kept


def test_what_this_session_wrote_is_newer_than_what_the_browser_kept() -> None:
    def page() -> None:
        import streamlit as st

        from ui import drafts

        drafts.keep("a", "neu")
        drafts.enclose("b", "neu")
        drafts.take_back({"a": "alt", "c": "alt"}, {"b": "alt"})
        st.text(f"{drafts.draft('a')} {drafts.enclosed('b')} {drafts.draft('c')}")

    assert AppTest.from_function(page, default_timeout=20).run().text[0].value == "neu neu alt"


def test_marks_that_are_no_marks_are_left_out() -> None:
    def page() -> None:
        import streamlit as st

        from ui import drafts
        from ui.work import Work

        for kept in ('{"marks": [{"start": "x"}]}', '{"marks": 3}', "nichts", "[1]", ""):
            drafts.enclose("suche-x", kept)
            st.text(repr(Work("x").marks))

    app = AppTest.from_function(page, default_timeout=20).run()
    assert not app.exception and {element.value for element in app.text} == {"[]"}


def test_the_script_asks_nobody_outside_and_forgets_on_signing_out() -> None:
    script = (Path(ui.__file__).parent / "static" / "keeping.js").read_text(encoding="utf-8")
    assert "localStorage" not in script and "http" not in script and "fetch" not in script
    assert "/api/v1/session/logout" in script
    assert "</script" not in script, "it is read into pages"


def test_module_progress_has_its_base() -> None:
    assert module_progress(ModuleSummary(id="m", title="T", exercises=3)) == "3 Übungen, noch nicht begonnen"
    assert module_progress(ModuleSummary(id="m", title="T", exercises=1)) == "1 Übung, noch nicht begonnen"
    begun = ModuleSummary(id="m", title="T", exercises=3, begun=3, reflected=2)
    assert module_progress(begun) == "2 von 3 Übungen abgeschlossen"


def test_sources_are_text_and_load_nothing() -> None:
    shown = source_list(exercise(sources=[{"title": "<i>Gesetz", "url": "https://example.org/x"}]).sources)
    assert (
        "&lt;i&gt;Gesetz" in shown and "https://example.org/x" in shown and "href" not in shown and "src" not in shown
    )


def check(name: str, status: str) -> CheckResult:
    return CheckResult.model_validate({"id": name, "title": name, "status": status})


def test_checks_before_and_after_stand_beside_each_other() -> None:
    before, after = [check("a", "missing"), check("b", "ok")], [check("a", "ok"), check("b", "ok"), check("c", "hint")]
    assert before_and_after(before, after) == "1 Punkte waren anzusehen, jetzt sind es 1. Verglichen werden 3."
    table = check_table(before, after)
    assert table.count("<strong>") == 1 and "<strong>in Ordnung</strong>" in table


@pytest.mark.parametrize("step", ["prompt", "reflect"])
def test_a_work_begins_where_it_is_told(step: str) -> None:
    assert Work("x", step).step == step  # type: ignore[arg-type]


def test_what_the_guard_found_is_told_by_text_kind_and_count() -> None:
    kinds = (("prompt", "Person"), ("answer", "IBAN"), ("prompt", "Telefonnummer"), ("prompt", "Person"))
    findings = [StoredFinding(source=source, entity="X", label=label) for source, label in kinds]
    assert kinds_in_words(findings, "prompt") == "Person (2), Telefonnummer (1)"
    assert kinds_in_words(findings, "answer") == "IBAN (1)"
    assert kinds_in_words(findings, "material") == "nichts"
