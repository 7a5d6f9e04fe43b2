"""What axe finds on a page."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AT_REST = """() => (!document.getElementById('root')
    || document.querySelector('[data-testid=stApp][data-test-script-state=notRunning]'))
  && document.getAnimations().every((one) => one.playState !== 'running'
    || one.effect.getComputedTiming().endTime === Infinity)"""
"""Streamlit fades what is about to be replaced, and colours half-way through a transition are nobody's.
A saved document has no Streamlit to wait for."""


def no_barriers(page: Page) -> None:
    """No violation of WCAG 2.2 A or AA that axe can find, on the page as it stays."""
    page.wait_for_function(AT_REST)
    rules = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
    found = Axe().run(page, options=rules).response["violations"]
    shown = [(one["id"], [node["html"][:200] for node in one["nodes"]][:3]) for one in found]
    assert not shown, f"{page.url}: {shown}"
