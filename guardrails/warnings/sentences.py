"""Where sentences end, in letters, notes and forms: German abbreviations, ordinals and dates do not end one."""

from __future__ import annotations

import regex

from guardrails.deadline import scan

_END = regex.compile(
    r"(?P<stop>[.!?])[\"')\]]{0,3}[ \t]{0,3}\n?[ \t]{0,3}(?=[\p{Lu}\p{N}\"'(\[*-]|$)"
    r"|\n[ \t]*\n"
    r"|\n(?=[ \t]{0,8}(?:[-*•|]|\d{1,2}[.)])[ \t])"
    r"|(?<=[,:])\n"
    r"|(?<=[|\t][^\n]{0,80})\n|\n(?=[^\n:|]{1,30}(?::|\|)[ \t])"
)
_ABBREVIATION = regex.compile(
    r"(?:^|[^\p{L}])(?:\p{L}|\p{L}*str|wh|re|li|abs|nr|art|bzw|ca|dr|prof|hr|fr|frl|str|geb|vgl|ggf|evtl|usw|etc|inkl|zzgl|mind|max|tel|"
    r"az|gem|lt|bspw|sog|st|ing|dipl|med|jur|phil|rer|nat|pol|ziff|abt|mio|mrd|std|min|jan|feb|mär|apr|jun|jul|aug|"
    r"sept|sep|okt|nov|dez|kath|ev|verst|verh|gesch|led|pat|ast|kd|bes|insb|hl|dg|vers|pers|mr|mrs|ms|no|e\.v)$",
    regex.IGNORECASE,
)
_NUMBER = regex.compile(r"\d{1,2}$")
_AFTER_ORDINAL = regex.compile(
    r"\s{0,3}(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Klasse|Etage|Stock|OG|Quartal|Woche|Monat|Geburtstag|"
    r"Schwangerschafts|SSW|Lebens|Jahrhundert|Semester|Mal|\d)"
)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """The sentences of ``text``, in order, without gaps; lines of lists and tables count as sentences."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in scan(_END, text):
        stop = match.start("stop")
        if stop >= 0 and text[stop] == ".":
            before = text[max(0, stop - 12) : stop]
            if _ABBREVIATION.search(before):
                continue
            if _NUMBER.search(before) and _AFTER_ORDINAL.match(text, stop + 1):
                continue
        if match.end() > start:
            spans.append((start, match.end()))
            start = match.end()
    if start < len(text):
        spans.append((start, len(text)))
    return spans
