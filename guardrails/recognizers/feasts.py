"""Feasts by which people tell a birthday: ``Heiligabend``, ``3. Advent 1951``, ``am Tag der Arbeit``."""

_NUMBERED = (
    r"(?:[1-4]\.|erste[rnm]?|zweite[rnm]?|dritte[rnm]?|vierte[rnm]?)[ ]"
    r"(?:advent(?:ssonntag)?|(?:weihnachts|oster|pfingst)(?:feier)?tag)"
)
#: Those of one day, also of a moving one; the evening or the day before and behind count too.
FEAST = (
    r"(?:(?:der[ ]|am[ ])?(?:tag|abend)[ ](?:vor|nach)[ ])?(?:dem[ ])?(?:neujahr(?:stag|smorgen|snacht)?|silvester"
    r"(?:nacht|abend)?"
    r"|heilig(?:er[ ]|en[ ])?abend|heiligabend|nikolaus(?:tag|abend)?|(?:st\.?|sankt)[ ]nikolaus|weihnachten|barbaratag"
    rf"|luci(?:a|en)tag|{_NUMBERED}|(?:heilige?[ -]?)?drei[ -]?könig(?:e|stag|en)?|valentinstag|lichtmess"
    r"|(?:rosen|oster|pfingst)montag|weiberfastnacht|fastnacht(?:sdienstag|smontag)?|faschings(?:dienstag|montag"
    r"|sonntag)"
    r"|aschermittwoch|palmsonntag|gründonnerstag|karfreitag|karsamstag|ostersamstag|oster(?:sonntag|nacht)"
    r"|pfingstsonntag|weißer[ ]sonntag"
    r"|(?:christi[ ])?himmelfahrt(?:stag)?|vatertag|muttertag|fronleichnam|mariä[ ](?:himmelfahrt|lichtmess)"
    r"|walpurgisnacht|maifeiertag|(?:internationale[rn]?[ ])?(?:welt)?frauentag|kindertag"
    r"|tag[ ]der[ ](?:arbeit|(?:deutschen[ ])?einheit|befreiung)"
    r"|johanni(?:s(?:tag|nacht)?)?|siebenschläfer(?:tag)?|michaeli(?:s|stag)?|erntedank(?:tag|sonntag|fest)?"
    r"|reformationstag|halloween|allerheiligen|allerseelen|martini|martinstag|(?:st\.?|sankt)[ ]martin|volkstrauertag"
    r"|buß-[ ]und[ ]bettag|totensonntag|ewigkeitssonntag|winteranfang|frühlingsanfang|sommeranfang|herbstanfang"
    r"|sommersonnenwende|wintersonnenwende|schalttag"
    r"|new[ ]year'?s[ ](?:day|eve)|christmas[ ](?:day|eve)|boxing[ ]day|good[ ]friday|easter[ ](?:sunday|monday)"
    r"|may[ ]day|halloween|leap[ ]day)"
)
