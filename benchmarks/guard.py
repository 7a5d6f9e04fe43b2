"""What the guard costs: start, time per 1,000 characters, memory. ``python -m benchmarks.guard`` prints JSON."""

import json
import os
import random
import statistics
import subprocess
import sys
import time

import psutil

#: Letters of about 1,000 characters each; the figures are over all of them.
LETTERS = 120
_SALUTATION = ("Frau", "Herr")
_NAMES = (
    "Selin Karaca",
    "Thomas Krüger",
    "Agnieszka Kowalczyk",
    "Oluwaseun Adeyemi",
    "Iryna Bondarenko",
    "Van Thanh Nguyen",
)
_SENTENCES = (
    "Ihr Antrag auf Wohngeld vom {day}. März 2026 ist am {later}. März 2026 bei uns eingegangen.",
    "Für die weitere Bearbeitung benötigen wir noch die Mietbescheinigung und einen Nachweis über Ihr Einkommen.",
    "Bitte reichen Sie die Unterlagen bis zum 25. April 2026 ein; die Frist folgt aus § 66 Abs. 3 SGB I.",
    "Die Miete von {rent},40 Euro haben wir berücksichtigt, die Nebenkosten von 145 Euro ebenfalls.",
    "Sie sind gemeldet in der Karl-Marx-Straße {number}, 12043 Berlin, gemeinsam mit Ihrem Sohn Emre.",
    "Überweisen Sie den Betrag auf das Konto DE89 3704 0044 0532 0130 00 Kassenzeichen 602.C-31507//002{number}.",
    "Rückfragen beantworten wir unter 030 9018-24{number} oder per E-Mail an wohngeld@musterhausen.example.",
    "Die Bearbeitung dauert in der Regel sechs Wochen; wir bitten Sie, bis dahin von Anfragen abzusehen.",
    "Die Stadt Musterhausen informiert auf ihrer Internetseite über die Voraussetzungen des Wohngeldes.",
)


def letter(chance: random.Random) -> str:
    """A generated German letter with invented people."""
    name = chance.choice(_NAMES)
    head = f"Sehr geehrte {chance.choice(_SALUTATION)} {name.split()[-1]},\n\n"
    body = ""
    while len(body) < 850:
        sentence = chance.choice(_SENTENCES)
        body += sentence.format(
            day=chance.randint(1, 12),
            later=chance.randint(13, 30),
            rent=chance.randint(300, 900),
            number=chance.randint(100, 999),
        ) + chance.choice((" ", " ", "\n\n"))
    return f"{head}{body.strip()}\n\nMit freundlichen Grüßen\nIm Auftrag\n{name}\n"


def measure_here() -> dict[str, float | str]:
    """Measures in this process, whose memory then is the guard's."""
    before = psutil.Process().memory_info().rss
    started = time.perf_counter()
    from guardrails import Guard, RawText

    guard = Guard.load()
    load_seconds = time.perf_counter() - started
    chance = random.Random(2026)
    letters = [letter(chance) for _ in range(LETTERS)]
    for text in letters[:5]:
        guard.redact(RawText(text), timeout=None)
    wall, cpu = [], []
    for text in letters:
        wall_start, cpu_start = time.perf_counter(), time.process_time()
        guard.redact(RawText(text), timeout=None)
        wall.append((time.perf_counter() - wall_start) * 1e6 / len(text))
        cpu.append((time.process_time() - cpu_start) * 1e6 / len(text))
    stream_started = time.process_time()
    characters = 0
    for text in letters[:10]:
        stream = guard.stream()
        for position in range(0, len(text), 4):
            stream.feed(text[position : position + 4])
        stream.finish()
        characters += len(text)
    stream_ms = (time.process_time() - stream_started) * 1e6 / characters
    memory = psutil.Process().memory_info().rss
    return {
        "load_seconds": round(load_seconds, 2),
        "ms_per_1000_characters_p50": round(statistics.median(wall), 1),
        "ms_per_1000_characters_p95": round(statistics.quantiles(wall, n=20)[-1], 1),
        "cpu_ms_per_1000_characters_p50": round(statistics.median(cpu), 1),
        "cpu_ms_per_1000_characters_p95": round(statistics.quantiles(cpu, n=20)[-1], 1),
        "stream_cpu_ms_per_1000_characters": round(stream_ms, 1),
        "memory_mb": round(memory / 1e6),
        "memory_added_mb": round((memory - before) / 1e6),
        "recognizers": guard.versions.recognizers,
        "tagger": guard.versions.tagger,
    }


def measure() -> dict[str, float | str]:
    """Measures in a fresh process on one core."""
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    result = subprocess.run(
        [sys.executable, "-m", "benchmarks.guard"], check=True, capture_output=True, text=True, env=environment
    )
    figures: dict[str, float | str] = json.loads(result.stdout)
    return figures


if __name__ == "__main__":
    print(json.dumps(measure_here(), ensure_ascii=False, indent=2))
