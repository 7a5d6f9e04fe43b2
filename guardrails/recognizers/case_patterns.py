"""Labels of references of authorities, and how the blocks of a reference follow each other."""

LABEL = r"""
(?<![\p{L}\p{N}])(?:
  (?:Gerichts-?|Verwaltungs-?|Vor-?|Geschäfts-?|Gläubiger-?)?akten-?(?:zeichen|nummer|nr\.?|n°)|aktz\.?
 |az\.?(?=[\s:.(?])|a\.z\.|geschäfts-?(?:zeichen|nummer|nr\.?)|gesch\.?-?\s?z(?:eichen)?\.?|geschz\.?|gz\.?(?=[\s:])|g\.z\.
 |kassen-?(?:zeichen|konto|nummer|nr\.?)|buchungs-?(?:zeichen|nummer|nr\.?)|(?:mein|unser|ihr|dessen)e?n?\s(?:zeichen|az\.?)
 |(?:vorgangs|antrags|bescheid|fall|verfahrens|widerspruchs|register|registrier|tagebuch|beleg|vollstreckungs|kassen
   |rechnungs|forderungs|bußgeld|mahn|dokumenten?|eingangs|ticket|anzeigen|ordnungs|nachweis|schadens?|prozess)
   s?-?(?:nummer|nr\.?|zeichen|kennung|id)
 |(?:[\p{L}]{0,20}-?akte|vorgang|verfahren|verfahrens)(?=[ ](?:unter[ ])?(?:Nr\.?[ ])?(?:(?-i:\p{Lu}){1,4}[ ./-])?
    [\p{L}\d./-]{0,14}
    (?:\d[/.-]\d|[ ]\p{L}[ ]\d{2}|\d{4}))
 |bei\s(?:antwort|rückfragen|zahlung)\p{L}*\s(?:bitte\s)?(?:stets\s|immer\s)?angeben(?=\s?:)
 |ticket(?=[ ][A-Z]{2,5}-?\d{4})|reg\.?-?\s?n(?:umme)?r\.?
 |reg(?:ister|\.)(?=\s(?-i:[A-Z]{1,3})\s?\d)|kassenz\.|gesch\.-?nr\.?|aktenz\.|dienstregister
 |(?:geburts|ehe|heirats|sterbe)(?:eintrag|register|urkunde)s?(?::?\snr\.?)
 |zeichen(?=\s?:|\sder\s\p{L}{3,16}\s[^\s]{0,14}\d|\s(?:ist|lautet|war)\s[^\s]{0,14}\d
   |\s\p{L}{1,6}[-/.]?\p{L}{0,6}[-/. ]?\d|\s\d[\d.]{0,8}[/-])
 |(?:fund|schadens|verlust)?(?:anzeige|meldung)\snr\.?|(?:beschwerde|petition|eingabe)\snr\.?(?=\s?[^\s]{0,4}\d[^\s]{0,3}\d[^\s]{0,3}\d)
 |(?:case|file|reference)\s(?:number|no\.?|ref\.?)|ref(?=\.?\s?:?\s?[^\s]{0,12}\d[^\s]{0,12}[ ]?[^\s]{0,8}[/-]\d)
 |(?:file|case|dossier)(?=\s?:?\s\d{1,4}[-/.]\d{4,})
 |our\sref(?:erence)?\.?|your\sref(?:erence)?\.?
 |ur-?\s?(?:nr\.?|nummer)|urkunden(?:rollen?|verzeichnis)?-?\s?(?:nr\.?|nummer)|urk\.?-?\s?(?:rolle\s)?nr\.?|dr\s(?-i:II?)(?=\s?\d)
 |grundbuch\p{L}*\s(?=von\s|des\s|der\s)(?:(?:von|des|der|amtsgerichts?)\s[\p{L}-]{3,24}\s|von\s){0,2},?\s?(?:blatt|bl\.)(?:\s?nr\.)?
 |(?:vorg|bearb|dok|tgb|ref|buch|verf|antr|mand|bel|rg|kass|ord|beitr|verw|kenn|eing|best|auftr|abr|fall|kto)\.?-?\s?(?:nr\.?|nummer|n°)
 |ordnungs(?:begriff|merkmal)|(?:debitor|kreditor)(?:en)?(?:-?\s?n(?:umme)?r\.?|konto)?(?=\s?:?\s\d)|(?:personen|bürger|kassen|abgaben)konto(?=\s?:?\s\d)
 |kz\.?(?=\s?:|\s\d{3,}[ ./-]\d|\s(?-i:\p{Lu}{1,4})[./-]\d)|buz\.?(?=\s?:)|buchungsz\.|personenkontonummer|pk-?\s?nr\.?
 |referenz(?:-?\s?n(?:umme)?r\.?|zeichen|code)?(?=\s?:|\s[^\s]{0,12}\d)|mandats?-?ref(?:erenz)?(?:-?nummer)?\.?(?=\s?:|\s[^\s]{0,12}\d)
 |bitte\s(?:bei\s[^\n:.]{3,40}\s|in\s[^\n:.]{3,40}\s)?(?:stets\s|immer\s|unbedingt\s|mit)?angeben(?=\s?:?\s[^\s,.;]{0,10}\d)
 |please\squote|(?:case|application|claim|ticket|invoice|booking|order|permit|docket|incident)\s(?:id|number|no\.?|ref\.?)
 |(?:fall|vorgangs|antrags|ticket|fallakten|dokumenten?|einsatz)-?id(?=\s?[:#]|\s[^\s]{0,8}\d)|ticket\s?(?=\#)
 |hundesteuer(?:marke|-?nr\.?|nummer)|bauschein(?:\snr\.)?|grabstellen?-?nr\.?|listennummer|sammel-?nummer\s\p{L}{3,}\s\p{L}{6,24}|sammelnummer
 |(?:gebühren|abgaben|steuer|mahn|kassen)konto(?=\s?:?\s[^\s]{0,8}\d)|abgaben-?(?:nummer|nr\.?)|dok(?:ument)?\.?-nr\.?
 |(?:beleg|bescheid|antrag|vorgang|anfrage|mahnung|quittung|akte|fall|waffenbesitzkarte|jagdschein|fischereischein
   |sprengschein|gewerbeschein|bauschein|tgb\.?|tagebuch|dienstregister
   |[\p{L}]{3,20}(?:karte|schein|anzeige|buch))[ ](?:nr\.|nummer|no\.)
   (?=\s?:?\s?[^\s]{0,6}[ ]?\d[^\s]{0,4}\d[^\s]{0,4}\d)
 |unter\sangabe\s(?:von|des|der)(?=\s[^\s]{0,12}\d)|(?:strafvollstreckung|nachlass(?:sache)?|insolvenz(?:verfahren)?|hilfeplan|förderplan|teilhabeplan
   |asservat|fundsache|debitor|kreditor)(?=\s(?-i:\p{Lu}){1,5}[ -]?\d|\s[^\s]{0,12}\d[^\s]{0,6}\d)
 |ew-?az\.?|einheitswert-?(?:nummer|nr\.?)|objekt-?(?:nummer|nr\.?)(?=\s?:)|behandlungsschein\p{L}{0,2}(?:\s(?!nr)\p{L}{3,20}){0,2}\snr\.
 |v\.?-?nr\.?(?=\s?:|\s[^\s]{0,8}\d{4})|(?:tgb\.?|wbk)(?=\s?:?\s?\d{1,6}/\d{2})
 |vr\s?(?-i:(?:BA|JA|SG)\b)|(?-i:Gesch)\.?-?\s?Z\.?\s?:|js-?(?:az|nr)\.?
)
"""
#: Words before „-nummer“ that name things, not proceedings or persons.
THINGS = (
    r"(?:v|sp|baum|spiel|bauwerks?|brücken?|masten?|leuchten?|schacht|labor|proben?|prüfplaketten?|waffen?|los|muster|anlagen?|vorlagen?|eg|eu|einecs|index|rezept|patent|artikel|bestell|serien|geräte|modell|typ|typen|haus"
    r"|raum|zimmer|version|gebühren|plan|seiten?|kapitel|teile|ersatzteil|waren"
    r"|produkt|material|charge|inventar|rand|fuß|fußnoten|drucksache|drs|isbn|issn|ean|gtin|lauf|lfd|haushalts|wagen"
    r"|zug|linie|gleis|bus"
    r"|flug|los|position|pos|norm|din|abfallschlüssel|schlüssel|gefahr|stoff|un|cas|kostenstellen?|kosten|telefon|tel"
    r"|ruf|notruf|service"
    r"|fax|handy|mobil|mobilfunk|durchwahl|post|flur|flurstück|gemarkung|block|stellen?|planstellen?|stufen|gruppen"
    r"|klassen"
    r"|ziffer|tabelle|spalte|zeile|kanal|port|build|release|heft|band|ausgabe|lager|regal|farb|bau(?:reihen|muster"
    r"|jahr)|titel|tür|vers"
    r"|vordruck|formular|formblatt|merkblatt|amtsblatt|gesetz|absatz|satz|unter|kenn|verkehrs|wert|vor|an|aus|ab|wahr"
    r"|kurz|vorzeichen"
    r"|buch|tele|verkehrszeichen|schrift|satz|rechts|frage|ausrufe|straßen|wahl(?:kreis|bezirk|lokal)|kreis|bezirk"
    r"|hotline|leit|notfall"
    r"|art|best|inv|tb|mat|prod|ser|fabr|typ|kap|abb|tab|bd|flst|zi|seminar|lehrgangs?|kurs|veranstaltungs?|vergabe"
    r"|ausschreibungs?"
    r"|schulungs?|fortbildungs?|projekt|maßnahmen?|modul|programm|vz|bp|bebauungsplan|gtin|warentarif|zolltarif"
    r"|tarif|hsn|wkn|isin|kfz|cpv)"
)
GLUE = (
    r"(?:(?<=zeichen|nummer)s(?!\p{L}))?(?:\s?\([^()\n\d]{2,48}\)|[ ]?[.…_]{3,60})?"
    r"(?:\s(?:on|of|for|from|auf|in|im|aus|vom|zum|zur)\s(?:(?:the|der|dem|den|des|ihrem"
    r"|ihrer)\s)?\p{L}{3,24}(?=\s(?:is|ist|lautet)\s))?"
    r"[\s.]{0,3}(?:(?:nr|nummer|lautet|ist|war|is|no|jeweils|drauf|lt|neu|alt|bisher|jetzt|hierzu|dazu|wie\sfolgt"
    r"|diktiert|dort|hier|unter|hiesiges|des\s[\p{L}]{3,20}|der\s[\p{L}]{3,20}"
    r"|beim?\s[\p{L}]{3,20}|(?-i:\p{Lu}{2,6})(?=\s?:))\b\.?[\s]?){0,2}[\s:=|#(\[\"'?-]{0,5}"
)
# A reference: blocks with at least one digit in all, joined by blanks, dots, slashes, hyphens. Blocks of letters
# are short (senate, register sign, organisation), so that the sentence behind it is not swallowed.
_BLOCK = (
    r"(?:\d[\p{L}\d]{0,19}|(?-i:\p{Lu}){1,6}\d[\p{L}\d]{0,15}|[\p{L}]{1,4}\d{1,12}"
    r"|(?-i:(?!EUR\b|Euro\b)\p{Lu}[\p{Lu}\p{Ll}]{0,4})|(?-i:StVK|UJs|BRs|XVII)"
    r"|\p{L}{1,12}(?=[/_.-](?:\p{L}{1,6}[/_. -])?\d)|(?<=[/-])\p{L}{1,3}(?!\p{L}))"
)
_NOT_A_SIGN = r"(?:Am|Im|In|An|Ab|Zu|Um|Es|Er|Da|So|Ob|Vom|Der|Die|Das|Bis|Mit|Und)"
_JOIN = (
    r"(?:[ ]?[/_-]{1,2}[ ]?|[.:](?=[\p{L}\d])|[.][ ](?=\d)|[ ](?=(?-i:(?!O?[LAV]G\b)\p{Lu}{1,5})(?:[ .,;)/-]|$)|\d"
    rf"|(?-i:(?!{_NOT_A_SIGN})\p{{Lu}}\p{{Ll}}{{1,2}})(?=[,;.)]|$)"
    r"|(?-i:\p{Lu}\p{Ll}{1,2}\p{Lu})[ -]\d|(?-i:OWi|U?Js|[DCL]s|KLs|Ks|Ns|[GQWS]s|BRs|StVK|VollStr)[ ]\d"
    rf"|(?-i:(?!{_NOT_A_SIGN})\p{{Lu}}\p{{Ll}}{{1,2}})[ ]\d{{2,}}(?![.:]|[ ]\p{{Lu}})))"
)
REFERENCE = rf"(?=[^\n\d]{{0,12}}\d){_BLOCK}(?:{_JOIN}{_BLOCK}){{0,8}}"
#: As ``s 14 as 221/25`` or ``iii b 4 512/25``, typed in small letters.
LAZY = (
    r"(?-i:(?:\p{Ll}{1,5}[ ]){0,2}\d{1,4}[a-z]?[ ](?:-[ ])?(?:\p{Ll}{1,4}"
    r"[ ])?\d{1,6}(?:[ .]\d{1,6})?(?:/\d{2,4}){1,2}(?:[ ]\p{Ll}{1,2}(?:[ ]er)?)?|\p{Ll}{1,4}[ ]?(?=[\d./-]*[./-]"
    r"\d|\d{4})\d[\d./-]{2,16}\d(?:[ ]\d{2,6})?(?![\d.]))"
)

REGISTER = (
    r"(?:F|FH|C|O|S|T|U|K|A|B|L|X|XIV|XVII|XVI|VI|IV|Ls|Ds|Cs|Js|OWi|OWI|Gs|Ks|KLs|Ns|Ca|Sa|BV|Ga|AS|R|KR|P|SO|AL|SB"
    r"|VG|VS|BA"
    r"|E|D|M|N|IN|IK|J|JK|HK|HKO|Qs|StVK|AR|UJs|BRs|Ss|Ws|Ta|V|KA|RA|EG|H|AY|BL|EK|G|II|III|DK)"
)
