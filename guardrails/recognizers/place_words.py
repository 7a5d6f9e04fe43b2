"""How places are written, and the words that say that somebody lives there or comes from there."""

from __future__ import annotations

from guardrails.recognizers.base import any_of

_WORD = r"\p{Lu}[\p{L}\p{M}]+(?:['ʻʼ]\p{L}+)?"
#: ``Halle (Saale)``, ``Neustadt an der Weinstraße``, ``St. Ingbert``, ``Deir ez-Zor``, ``Klein Rönnau``
PLACE = (
    rf"(?:(?:St|Skt)\.[ ])?{_WORD}(?:-(?:\p{{Lu}}|\p{{Ll}}{{2}}-\p{{Lu}})[\p{{L}}\p{{M}}]+){{0,2}}"
    r"(?:[ ](?:am|an[ ]der|im|in[ ]der|bei|ob[ ]der|vor[ ]der|auf|a\.|a\.d\.|a\.[ ]d\.)[ ]\p{Lu}\p{L}+"
    rf"|-e[ ]{_WORD}|[ ](?:e[zsltr]|al|as|ash|ad|de|del|la|do|da)-{_WORD}|[ ]{_WORD})?"
    r"(?:[ ]\((?:Oder|Main|Saale|Spree|Havel|Elbe|Harz|Lahn|Holstein|Allgäu|Pfalz|Eifel"
    r"|Odenwald|Schwarzwald|Westf\.?)\))?"
)
#: Verbs of living, coming and going in front of ``in``, ``aus``, ``nach``.
RESIDES = any_of(
    r"wohnhaft wohne wohnt wohnen wohnte wohnten lebt lebe leben lebte lebten gemeldet geboren geb\. aufgewachsen "
    r"zugezogen umgezogen gezogen stammt stamme stammen stammte kommt komme kommen kam kamen gekommen zieht ziehe "
    "ziehen "
    "zog zogen verzogen verzieht angereist eingereist ausgereist abgereist floh flohen geflohen geflüchtet flüchtete "
    "zurückgekehrt nachsendeauftrag übersiedelt pendelt pendle pendeln pendelte untergekommen untergebracht "
    "niedergelassen sesshaft heimisch zuhause ansässig beheimatet wohnend aufhältig "
    "haust hausen hauste logiert logieren residiert nächtigt gewohnt gelebt abgemeldet angemeldet umgemeldet "
    "ausgewandert abgewandert ausgesiedelt umgesiedelt emigriert heimgekehrt heimgezogen weggezogen hingezogen "
    "abgehauen daheim zu_hause dahoam sitzt sitzen hockt "
    "lives live living lived born resident moved moves moving stays stayed staying grew_up relocated registered "
    "resides "
    "residing befindet befinde befand zurückkehren commutes comes came fled originally"
).replace("_", "[ ]")
#: The same behind a place, and what else happens to people where they live.
STAYED = any_of(
    r"zugezogen umgezogen gezogen gemeldet wohnhaft wohnt wohne lebt lebe lebte wohnte gewohnt geboren aufgewachsen "
    "verzogen aufgehalten aufhält angereist eingereist geflohen geflüchtet gekommen zurückgekehrt abgeschoben stammt "
    "stamme kommt kam geblieben abgemeldet angemeldet umgemeldet geheiratet studiert studierte beerdigt bestattet "
    "untergebracht untergekommen übersiedelt wohnend zur_Welt ausgewandert weggezogen ausgesiedelt "
    " lebend ansässig beheimatet wegzog zuzog "
    "hinzieht umzieht auf(?=[.,;!]) ab(?=[.,;!])"
).replace("_", "[ ]")
#: Fields and nouns in front of the name of a place.
FIELD = (
    r"(?:letzter[ ])?(?:wohnort|wohnsitz|wohngemeinde|(?:haupt|neben|zweit)wohn(?:sitz|ung|ort))|"
    r"geb\\.?-?[ ]?ort|geburtsort(?:[ ]?/[ ]?-?(?:geburts)?land"
    r"|[ ]und[ ]-?land)?|geburtsland|geburtsstadt|geboren[ ]in|herkunfts?(?:ort|land)?|"
    r"heimat(?:ort|stadt|dorf|gemeinde|land)?|aufenthalts?(?:ort)?"
    r"|place[ ]of[ ](?:birth|residence|origin)|"
    r"birthplace|home[ ]?town|country[ ]of[ ](?:origin|birth)|residence|town|city"
)
#: Relatives and other people of whom is said where they are.
RELATIVES = any_of(
    "Töchter Tochter Söhne Sohn Eltern Mutter Vater Bruder Brüder Schwestern Schwester Oma Opa Großmutter Großvater "
    "Großeltern Tante Onkel Familie Familienangehörige Angehörige Angehörigen Freundin Freundes Freunden Freund "
    "Kindern "
    "Leuten Leute Kumpel Kumpels Geschw\\. Schwieger Pflegeeltern Stiefvater Stiefmutter Ex Zwillingsschwester "
    "Zwillingsbruder Urgroßmutter Uroma Uropa Halbbruder Halbschwester "
    "Kinder Kind Mutti Vati Mama Papa Enkel Enkelin Lebensgefährtin Lebensgefährten Verwandten Verwandte Bekannten "
    "Bekannte Cousin Cousine Ehefrau Ehemann Gatte Gattin Ehepaar Paar Exfrau Exmann Partner Partnerin Nichte Neffe "
    "Schwager Schwägerin Schwiegereltern Schwiegermutter Schwiegersohn Schwiegertochter Nachbarn Nachbarin Studentin "
    "Student Rentnerin Rentner Anruferin Anrufer Bürgerin Bürger Mieterin Mieter Klient Klientin Schülerin Schüler "
    "Zeugin Zeuge Witwe Witwer Geflüchtete Geflüchteter Flüchtling Bewerberin Bewerber Antragstellerin Antragsteller "
    "Braut Bräutigam Verlobte Verlobter Geschwister Zwillinge Pflegefamilie Gastfamilie Nachzug Familiennachzug "
    "wife husband mother father parents sister brother son daughter family aunt uncle cousin grandmother grandfather "
    "friend friends relatives"
)
#: Nouns of a move or of a home, in front of a preposition.
HOME = any_of(
    "Zweitwohnung Zweitwohnsitz Nebenwohnsitz Hauptwohnsitz Ferienhaus Wohnung Privatanschrift Anschrift Adresse "
    "Elternhaus Wohnsitz Zuhause Zuzug Zuzüge Wegzug Umzug Rückkehr Einreise Flucht Zimmer Unterkunft Heimat Geburt "
    "Herkunft Verzug Besuch Heimreise address home flat move"
)
