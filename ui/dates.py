"""Dates and moments in words."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from ui.texts import texts


def in_words(day: date) -> str:
    """A date, as in „4. März 2026“."""
    common = texts().common
    return common.date.format(day=day.day, month=common.months[day.month - 1], year=day.year)


def moment_in_words(moment: datetime, zone: tzinfo | None = None) -> str:
    """A moment, as in „4. März 2026, 10:12 Uhr“, in the reader's time zone when none is given."""
    common = texts().common
    here = moment.astimezone(zone or _reader_zone())
    return common.moment.format(
        day=here.day,
        month=common.months[here.month - 1],
        year=here.year,
        hour=here.hour,
        minute=here.minute,
    )


def _reader_zone() -> tzinfo | None:
    """The time zone of the browser; None, the server's, when it tells none."""
    try:
        return ZoneInfo(st.context.timezone or "")
    except (ZoneInfoNotFoundError, ValueError):
        return None
