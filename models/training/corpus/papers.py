# ruff: noqa: E501
"""Papers for councils and views from public participation: long material, short results."""

from __future__ import annotations

from models.training.corpus.draw import Draw
from models.training.corpus.statements import accusative_topic, fill, noun, sentence, statement, statement_of

COUNCIL_LABELS = {
    "reason": ("Anlass", "Begründung", "Ausgangslage", "Sachverhalt"), "cost": ("Kosten", "Finanzielle Auswirkungen", "Mittelbedarf", "Kostenrahmen"),
    "source": ("Finanzierung", "Deckung", "Woher das Geld kommt", "Haushalt"), "time": ("Zeitplan", "Umsetzung", "Geplanter Ablauf", "Termine"), "other": ("Alternativen", "Bedenken", "Hinweis", "Auswirkungen auf das Klima"),
    "decision": ("Beschlussvorschlag", "Beschluss", "Vorschlag der Verwaltung", "Empfehlung"),
}  # fmt: skip
COUNCIL_HEADS = (
    "Vorlage {number} für den {committee}, Sitzung am {date}: {topic}", "Beschlussvorlage {number}. {Topic}. Beratung im {committee} am {date}.", "{committee}, {date}. Vorlage {number}: {topic}.",
    "Drucksache {number}, {topic}, {committee} am {date}", "Zur Sitzung vom {date} ({committee}) liegt die Vorlage {number} vor. Es geht um {accusative}.",
)  # fmt: skip
COMMITTEES = (
    "Hauptausschuss",
    "Bauausschuss",
    "Sozialausschuss",
    "Umweltausschuss",
    "Stadtrat",
    "Gemeinderat",
    "Kreistag",
    "Schulausschuss",
    "Finanzausschuss",
    "Kulturausschuss",
)
REASONS = (
    "{noun_x}|seit {duration}|beschädigt|ist|sei", "die Nachfrage|um {number} Prozent|gestiegen|ist|sei", "der Vertrag mit {organization}|am {date}||endet|ende", "{noun_x}|zu klein|geworden|ist|sei",
    "ein Gutachten|{number} Mängel||nennt|nenne", "das Land|seit dem {date} höhere Standards||verlangt|verlange", "die Anlage|aus dem Jahr 1987||stammt|stamme", "{number} Vereine|die Halle||nutzen|nutzten",
)  # fmt: skip
SOURCES = (
    "Haushalt des laufenden Jahres",
    "Fördermittel des Landes über {amount}",
    "Rücklage",
    "{amount} aus dem Haushalt, {amount2} vom Land",
    "Kredit über {amount}",
    "Spende von {organization}",
)
TIMES = (
    "Beginn am {later}",
    "Beginn {date}, Ende {later}",
    "Ausschreibung bis {later}",
    "Fertigstellung zum {later}",
    "Start ab {later}, Dauer {duration}",
)
OTHERS = (
    "eine kleinere Lösung|{amount}||kostet|koste", "der Verzicht|zu höheren Kosten|führen|kann|könne", "der Personalrat|noch nicht|zugestimmt|hat|habe", "der Baum vor der {address}||gefällt werden|muss|müsse", "die Straße|für {duration}|gesperrt|wird|werde",
    "der Energieverbrauch|um {number} Prozent||sinkt|sinke",
)  # fmt: skip
DECISIONS = (
    "Der {committee} stimmt dem Vorhaben zu.",
    "Der {committee} beauftragt die Verwaltung mit der Umsetzung.",
    "Der {committee} stellt {amount} bereit.",
    "Der {committee} nimmt die Vorlage zur Kenntnis.",
    "Die Verwaltung wird beauftragt, bis zum {later} zu berichten.",
    "Der Auftrag geht an {organization}.",
)
COUNCIL_THINGS = (
    "eine Zusammenfassung der Vorlage",
    "eine kurze Zusammenfassung für die Sitzung",
    "eine Zusammenfassung der Beschlussvorlage",
    "einen Überblick über die Vorlage",
    "eine Kurzfassung der Vorlage",
)
COUNCIL_COMMANDS = (
    "Fasse die Vorlage zusammen.",
    "Worum geht es in der Vorlage?",
    "Fasse die Beschlussvorlage für eine Ratsperson zusammen.",
    "vorlage zusammenfassen",
    "Was soll beschlossen werden, was kostet es und bis wann?",
    "Fasse die Vorlage in einfachen Sätzen zusammen.",
    "Erkläre die Vorlage kurz.",
)
POINTS_WISHES = (
    "In Stichpunkten.",
    "Als Stichpunkte.",
    "Bitte als Liste.",
    "Stichpunktartig.",
    "In Stichworten.",
    "Bitte Aufzählung.",
)
PROSE_WISHES = (
    "In ganzen Sätzen.",
    "Als Fließtext.",
    "Bitte als kurzer Text.",
    "Ohne Stichpunkte.",
    "In wenigen Sätzen.",
)
COUNTED = {
    2: ("Höchstens zwei Stichpunkte.", "In zwei Punkten.", "Nur zwei Punkte."),
    3: ("Höchstens drei Stichpunkte.", "In drei Punkten.", "Nenne nur drei Punkte.", "Genau drei Stichpunkte."),
    4: ("In vier Punkten.", "Höchstens vier Stichpunkte.", "Vier Punkte reichen."),
}

WHO = (
    "eine Anwohnerin", "ein Anwohner", "der Seniorenbeirat", "eine Familie aus {location}", "der Verein {organization}", "{person}", "der Jugendrat", "eine Ladenbesitzerin", "das Unternehmen {organization}", "die Schule",
    "der Radverein", "eine Elterngruppe", "der Behindertenbeirat", "ein Landwirt", "die Kirchengemeinde",
)  # fmt: skip
VERBS = (
    "wünscht",
    "kritisiert",
    "befürchtet",
    "fordert",
    "schlägt vor",
    "begrüßt",
    "fragt nach, ob es stimmt",
    "weist darauf hin",
    "lehnt ab",
    "bittet darum",
)
VIEWS = (
    "ein Radweg an der {address}||gebaut|wird|werde", "der Lärm|stärker||wird|werde", "{number} Parkplätze||wegfallen|sollen|sollten", "die Bäume||stehen bleiben|sollen|sollten", "eine Ampel an der {address}|nötig||ist|sei",
    "der Spielplatz|größer||wird|werde", "der Bus|alle {number} Minuten|fahren|soll|solle", "der Weg|ohne Stufen|gebaut|wird|werde", "die Kosten von {amount}|zu hoch||sind|seien", "die Bauzeit von {durations}|zu lang||ist|sei",
    "mehr Bänke||aufgestellt|werden|würden", "das Tempo|auf {number}0|begrenzt|wird|werde",
)  # fmt: skip
PARTICIPATION_HEADS = (
    "Zur Planung „{bare}“ konnten sich alle vom {date} bis {later} äußern. Es gingen {count} Stellungnahmen ein.", "Beteiligung zum Vorhaben „{bare}“, {date} bis {later}, {count} Rückmeldungen.", "{count} Menschen haben sich zu „{bare}“ geäußert (Zeitraum {date} bis {later}).",
    "Bürgerbeteiligung: {bare}. Frist vom {date} bis {later}. Eingegangen sind {count} Beiträge.", "Auslegung „{bare}“ vom {date} bis {later}, insgesamt {count} Einwendungen.",
)  # fmt: skip
PARTICIPATION_THINGS = (
    "eine Zusammenfassung der Stellungnahmen",
    "eine Auswertung der Beteiligung",
    "eine Übersicht der Meinungen",
    "eine Zusammenfassung der Rückmeldungen",
    "einen Überblick über die Beiträge",
)
PARTICIPATION_COMMANDS = (
    "Fasse die Stellungnahmen zusammen.",
    "Was sagen die Leute?",
    "Fasse die Beteiligung neutral zusammen.",
    "stellungnahmen zusammenfassen",
    "Wer will was? Bitte Überblick.",
    "Werte die Rückmeldungen aus.",
    "Fasse die Meinungen zusammen, ohne zu bewerten.",
)


def how_long(draw: Draw, *, as_points: bool) -> tuple[str, int]:
    """A wish about form and length, and the number of points that it allows (0: as many as there are)."""
    if as_points and draw.chance(0.4):
        count = draw.pick(tuple(COUNTED))
        return draw.voice(COUNTED[count]), count
    return draw.voice(POINTS_WISHES if as_points else PROSE_WISHES), 0


def council_paper(draw: Draw) -> list[str]:
    """A paper: its title line and its labelled points, a sentence each."""
    topic, committee = noun(draw), draw.pick(COMMITTEES)
    title = {"topic": topic, "Topic": topic[0].upper() + topic[1:], "accusative": accusative_topic(topic)}
    number = f"{draw.random.randint(10, 999)}/{draw.year}"
    head = draw.voice(COUNCIL_HEADS).format(number=number, committee=committee, date=draw.date(), **title)
    lines = [sentence(head)]
    shares = {"reason": 0.95, "cost": 0.85, "source": 0.6, "time": 0.75, "other": 0.5, "decision": 0.95}
    for name, share in shares.items():
        if not draw.chance(share):
            continue
        if name in ("reason", "other"):
            value = sentence(statement_of(draw, REASONS if name == "reason" else OTHERS).main)
        elif name == "cost":
            value = fill(draw, draw.pick(("{amount}", "{amount} im Jahr", "{amount} einmalig")))
        else:
            template = draw.voice({"source": SOURCES, "time": TIMES, "decision": DECISIONS}[name])
            value = fill(draw, template.replace("{committee}", committee))
        lines.append(f"{draw.voice(COUNCIL_LABELS[name])}: {value.removesuffix('.')}.")
    return lines


def participation(draw: Draw) -> list[str]:
    """Views on a plan: a line on the procedure, and who holds what."""
    topic, date = noun(draw), draw.date()
    words = {"bare": topic[4:], "date": date, "later": draw.later_date(), "count": str(draw.random.randint(5, 240))}
    lines = [draw.voice(PARTICIPATION_HEADS).format(**words)]
    for _ in range(draw.random.choice((2, 3, 3, 4, 5))):
        who = fill(draw, draw.voice(WHO))
        said = statement_of(draw, VIEWS) if draw.chance(0.8) else statement(draw)
        told = f"{who} {draw.voice(VERBS)}, dass {said.clause}" if draw.chance(0.7) else f"{who}: {said.main}"
        lines.append(sentence(told))
    return lines


def laid_out(draw: Draw, lines: list[str]) -> str:
    """The material as it is pasted: a title, then lines, a list or running text."""
    head, *rest = lines
    mark = draw.pick(("", "", "- ", "– "))
    joint = draw.pick(("\n", "\n\n", " ")) if not mark else "\n"
    return head + draw.pick(("\n", "\n\n")) + joint.join(mark + line for line in rest)


def in_short(lines: list[str], *, as_points: bool, count: int) -> str:
    """The material in points, as many as were asked for, or as running text."""
    if as_points:
        return "\n".join(f"- {line.removesuffix('.')}" for line in (lines[:count] if count else lines))
    return " ".join(lines)
