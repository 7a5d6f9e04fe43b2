"""The report of the shipped guard, for those who audit it."""

from __future__ import annotations

from tests.sandbox.live_service import LiveService, Person


def test_the_dpo_reads_the_report_as_data_and_as_a_page(live: LiveService, dpo: Person) -> None:
    report = dpo.get("/api/v1/guard/evaluation").json()
    assert report["documents"] >= 300
    assert 0 < report["overall"]["recall"]["low"] <= report["overall"]["recall"]["value"] <= 1
    page = dpo.get("/api/v1/guard/evaluation.html")
    assert page.headers["content-type"].startswith("text/html")
    assert "Wie gut der Schutz" in page.text and "<script" not in page.text


def test_others_do_not(live: LiveService, participant: Person, trainer: Person) -> None:
    for person in (participant, trainer):
        assert person.get("/api/v1/guard/evaluation").status_code == 403
        assert person.get("/api/v1/guard/evaluation.html").status_code == 403
