"""What people read when the service does not answer any more: Streamlit has words for that which cannot be set."""

from __future__ import annotations

import json
from pathlib import Path

from ui.texts import texts

_SCRIPT = (Path(__file__).parent / "static" / "connection.js").read_text(encoding="utf-8").strip()


def words_for_a_lost_connection() -> str:
    """JavaScript that puts our words where Streamlit shows its own."""
    common = texts().common
    words = {"title": common.lost_title, "text": common.lost_text, "close": common.lost_close}
    given = json.dumps(words).replace("<", "\\u003c")
    return f"({_SCRIPT})({given});"
