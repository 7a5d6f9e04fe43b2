"""What several journeys do alike."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.conftest import Service

ANSWER_TIMEOUT_MS = 90_000


def joins(page: Page, service: Service, pseudonym: str) -> None:
    """From the first page to the overview, as a participant of the demonstration workshop."""
    page.goto(service.address)
    page.get_by_label("Beitrittscode").fill(service.join_code)
    page.get_by_label("Pseudonym").fill(pseudonym)
    page.get_by_role("button", name="Teilnehmen").click()
    expect(page.get_by_role("link", name="Lernjournal")).to_be_visible()


def saved(page: Page, folder: Path, name: str) -> Path:
    """Both forms of the document on the page, saved; the path without its ending."""
    for ending in ("html", "docx"):
        with page.expect_download() as download:
            page.get_by_role("button", name=re.compile(ending.upper())).click()
        assert download.value.suggested_filename.endswith(f".{ending}")
        download.value.save_as(folder / f"{name}.{ending}")
    return folder / name
