"""The districts of German number plates (Unterscheidungszeichen, § 9 FZV, list of the Kraftfahrt-Bundesamt)."""

from pathlib import Path

#: Without ``DIN``, which mostly begins the name of a standard.
DISTRICTS = frozenset(Path(__file__).with_name("plate_districts.txt").read_text(encoding="utf-8").split())
