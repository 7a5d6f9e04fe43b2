"""The service ends while somebody has a page open."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.conftest import start_service, stop_service, visit
from tests.journeys.walk import joins


def test_a_lost_connection_is_told_in_the_language_of_the_page(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    service = start_service(tmp_path_factory.mktemp("service"))
    for visitor in visit(browser, service):
        joins(visitor.page, service, "Zaunkönig 4")
        assert stop_service(service) == 0, "".join(service.output)[-3000:]
        told = visitor.page.get_by_role("dialog", name="Keine Verbindung zur KI-Werkstatt")
        expect(told).to_contain_text("Die Seite verbindet sich von selbst wieder")
        expect(told.get_by_role("button", name="Schließen")).to_be_visible()
