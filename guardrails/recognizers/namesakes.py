"""Phrases that hold a name and mean no living person: historical people after whom rooms and schools are named, plants,
dishes, titles of books. The GDPR protects the living (recital 27); behind a salutation such a phrase counts as a name.
"""

import regex

from guardrails.deadline import scan

_PEOPLE = """
Albert Einstein|Marie Curie|Friedrich Ebert|Heinrich Heine|Max Planck|Otto Hahn|Lise Meitner|Carl Benz|Gottlieb Daimler
Rosa Luxemburg|Karl Liebknecht|Clara Zetkin|Karl Marx|Friedrich Engels|August Bebel|Konrad Adenauer|Theodor Heuss
Willy Brandt|Kurt Schumacher|Gustav Stresemann|Walther Rathenau|Matthias Erzberger|Hannah Arendt|Anne Frank
Sophie Scholl|Hans Scholl|Edith Stein|Dietrich Bonhoeffer|Martin Luther King|Martin Luther|Philipp Melanchthon
Johann Sebastian Bach|Wolfgang Amadeus Mozart|Ludwig van Beethoven|Richard Wagner|Robert Schumann|Clara Schumann
Johannes Brahms|Felix Mendelssohn|Georg Friedrich Händel|Johann Wolfgang von Goethe|Friedrich Schiller
Gotthold Ephraim Lessing|Bertolt Brecht|Thomas Mann|Theodor Fontane|Theodor Storm|Erich Kästner|Käthe Kollwitz
Annette von Droste-Hülshoff|Bettina von Arnim|Georg Büchner|Kurt Tucholsky|Carl von Ossietzky|Bertha von Suttner
Albrecht Dürer|Caspar David Friedrich|Lucas Cranach|Paula Modersohn-Becker|Gabriele Münter|Käthe Paulus
Immanuel Kant|Johann Gottfried Herder|Alexander von Humboldt|Wilhelm von Humboldt|Carl Friedrich Gauß|Johannes Kepler
Nikolaus Kopernikus|Isaac Newton|Galileo Galilei|Leonardo da Vinci|Michelangelo Buonarroti|Christoph Kolumbus
Werner von Siemens|Wilhelm Conrad Röntgen|Robert Koch|Rudolf Virchow|Emil von Behring|Paul Ehrlich|Justus von Liebig
Ada Lovelace|Alan Turing|Konrad Zuse|Grace Hopper|Emmy Noether|Marie Juchacz|Elisabeth Selbert|Helene Weber
Friederike Nadig|Helene Lange|Maria Montessori|Friedrich Fröbel|Johann Heinrich Pestalozzi|Albert Schweitzer
Mutter Teresa|Nelson Mandela|Mahatma Gandhi|Janusz Korczak|Claus von Stauffenberg|Geschwister Scholl|Otto von Bismarck
Gerhard von Scharnhorst|Freiherr vom Stein|Adam Ries|Adam Riese|Till Eulenspiegel|Käthchen von Heilbronn
Kaiser Wilhelm|Kaiser Karl|Kaiser Friedrich|Kaiser Otto|Kaiser Heinrich|König Ludwig|Königin Luise|Friedrich der Große
Prinz Eugen|Prinz Heinrich|Prinz Albrecht
"""
_THINGS = """
Guter Heinrich|Stolzer Heinrich|Roter Heinrich|Blauer Heinrich|Fleißiges Lieschen|Schwarzäugige Susanne
Flammendes Käthchen|Brennende Liebe|Blauer Klaus|Langer Hans|Scharfer Anton|Dummer August|Fauler Lenz|Flotter Otto
Stiller Alarm|Strammer Max|Kalter Hund|Armer Ritter|Arme Ritter|Tafelspitz|Falscher Hase|Errötende Jungfrau
Emil und die Detektive|Hänsel und Gretel|Max und Moritz|Peter und der Wolf|Romeo und Julia|Pippi Langstrumpf
Ronja Räubertochter|Michel aus Lönneberga|Jim Knopf|Benjamin Blümchen|Bibi Blocksberg|Donald Duck|Micky Maus
Harry Potter|Sherlock Holmes|Robin Hood|Rotkäppchen|Frau Holle|Meister Eder
Otto Normalverbraucher|Lieschen Müller|Max Mustermann|Erika Mustermann
"""
_PHRASES = sorted(
    (line for block in (_PEOPLE, _THINGS) for line in block.replace("\n", "|").split("|") if line), key=len
)
_ANY = regex.compile(r"(?<![\p{L}-])(?:" + "|".join(map(regex.escape, reversed(_PHRASES))) + r")s?(?![\p{L}-])")
_ADDRESSED = regex.compile(
    r"(?<!\p{L})(?:herrn?|frau|familie|fam\.|eheleute|dr\.|prof\.|name|geehrter?|liebe[rs]?|hallo)[ :]{1,2}$",
    regex.IGNORECASE,
)
_BORN = regex.compile(r"[ ,(]{1,3}(?:geb|wohnhaft|\*[ ]?\d|\d{1,2}\.\d)")
#: What things and animals are called: ``der Sorte Linda, Annabelle oder Sieglinde``, ``Hundename: Rocky``, ``Bestseller
#: wie „Momo“``; with the names that follow in the same enumeration.
_NAMED = r"[\"„«»]?\p{Lu}[\p{L}'-]+(?:[ ](?:(?:der|die|das|von|und)[ ])?\p{Lu}[\p{L}'-]+){0,2}[\"“”»«]?"
_THINGS_CALLED = regex.compile(
    r"(?<!\p{L})(?:Sorten?|Marken?|Rassen?|Baureihen?|Fabrikate?|Hersteller[ns]?|Modelle?n?|Züchtungen?"
    r"|(?:Hunde|Katzen|Pferde|Tier|Schiffs|Boots|Sorten|Marken|Haus|Kita|Gruppen|Team|Projekt|Kurs|Raum|Straßen)-?[Nn]amen?"
    r"|Hund|Hündin|Rüde|Katze|Kater|Pferd|Stute|Pony|Hengst|Wallach|Wellensittich|Kaninchen|Papagei"
    r"|Bestseller[ns]?|Romane?n?|Filme?n?|Bücher|Büchern|Buch|Hörspiele?n?|Stücke?n?|Musicals?|Opern?"
    r"|Kartoffeln?|Äpfel|Birnen|Kirschen|Tomaten|Rosen|Tulpen|\p{Lu}\p{Ll}+sorten|Regale?|Server|Drucker|\p{Lu}\p{Ll}+roboter"
    r"|Bebauungsplan(?:[ ]Nr\.[ ]?\d+\p{L}?)?|Kita)"
    r"(?:[ ]?:[ ]|[ ]\(|,[ ](?:die|der)[ ][^.:\n]{3,40}:[ ]|[ |]+(?:(?:ja|namens|genannt|heißt|wie|z\.[ ]?B\.),?[ ])?)"
    rf"(?P<names>{_NAMED}(?:(?:,[ ]|,?[ ](?:und|oder|sowie|bzw\.)[ ]){_NAMED}){{0,12}}+)"
)


#: ``A wie Anton``: the word stands for its letter. (A name that is spelled so is found as a whole.)
_LIKE = regex.compile(r"(?<![\p{L}\d])(?P<letter>\p{L})[ ]wie[ ](?P=letter)\p{L}{2,14}(?!\p{L})", regex.IGNORECASE)

_SAYS_ALPHABET = regex.compile(r"(?<!\p{L})(?:buchstabier|alphabet|funk|DIN[ ]5009)", regex.IGNORECASE)
#: The names of the German spelling alphabet until 2022, one behind the other.
_LETTER_NAME = (
    r"(?:Anton|Berta|Cäsar|Dora|Emil|Friedrich|Gustav|Heinrich|Ida|Julius|Konrad|Ludwig|Martha|Nordpol|Otto|Paula"
    r"|Richard|Samuel|Siegfried|Theodor|Ulrich|Viktor|Wilhelm|Xanthippe|Zacharias|Zeppelin)"
)
_ALPHABET = regex.compile(rf"(?<![\p{{L}}-]){_LETTER_NAME}(?:[ ,/-]{{1,3}}{_LETTER_NAME}){{1,30}}+(?![\p{{L}}-])")


def phrases_in(text: str) -> list[tuple[int, int]]:
    """Where such phrases stand, and neither a salutation before nor a birth behind says that a person is meant."""
    found = [
        phrase.span()
        for phrase in scan(_ANY, text)
        if not _ADDRESSED.search(text, max(0, phrase.start() - 12), phrase.start())
        and not _BORN.match(text, phrase.end())
    ]
    found += [match.span("names") for match in scan(_THINGS_CALLED, text) if not _BORN.match(text, match.end())]
    found += [match.span() for match in scan(_LIKE, text)]
    if _SAYS_ALPHABET.search(text):
        found += [match.span() for match in scan(_ALPHABET, text) if not _BORN.match(text, match.end())]
    return sorted(found)


def called_after(text: str, start: int, end: int, phrases: list[tuple[int, int]]) -> bool:
    """Whether the stretch lies within the phrases, or is a list that ends in one."""
    last = next(((begin, behind) for begin, behind in phrases if begin < end <= behind + 1), None)
    if last is None:
        return False
    return any(begin <= start < behind for begin, behind in phrases) or "," in text[start : last[0]]
