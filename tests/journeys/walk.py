"""What several journeys do alike."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.barriers import AT_REST
from tests.journeys.conftest import Service

ANSWER_TIMEOUT_MS = 90_000


def joins(page: Page, service: Service, pseudonym: str) -> None:
    """From the first page to the overview, as a participant of the demonstration workshop."""
    page.goto(service.address)
    page.get_by_label("Beitrittscode").fill(service.join_code)
    page.get_by_label("Pseudonym").fill(pseudonym)
    page.get_by_role("button", name="Teilnehmen").click()
    expect(page.get_by_role("heading", name="Übungen", exact=True)).to_be_visible()


def opens_account(page: Page, name: str) -> None:
    """What belongs to the account, unfolded with the keyboard, which is led into it."""
    page.wait_for_function(AT_REST)
    button = page.get_by_role("button", name=name)
    button.focus()
    expect(button).to_be_focused()
    button.press("Enter")
    expect(page.get_by_role("dialog", name=name)).to_be_focused()
    expect(page.get_by_role("button", name="Abmelden")).to_be_visible()


def head_is_one_line(page: Page) -> None:
    """Name of the product, pages and account stand beside each other."""
    head = page.locator(".st-key-kopf").bounding_box()
    assert head is not None and head["height"] < 60, head
    assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("window.innerWidth")


def saved(page: Page, folder: Path, name: str) -> Path:
    """Both forms of the document on the page, saved; the path without its ending."""
    for ending in ("html", "docx"):
        with page.expect_download() as download:
            page.get_by_role("button", name=re.compile(ending.upper())).click()
        assert download.value.suggested_filename.endswith(f".{ending}")
        download.value.save_as(folder / f"{name}.{ending}")
    return folder / name
