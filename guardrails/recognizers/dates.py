"""How dates are written, as patterns for whatever looks for them."""

MONTHS = (
    r"(?:Jan(?:uar|\.)?|Jänner|Feb(?:ruar|r?\.)?|Mär(?:z|\.)|Mrz\.?|Maerz|Apr(?:il|\.)?|Mai|Jun(?:i|\.)?|Jul(?:i|\.)?"
    r"|Aug(?:ust|\.)?"
    r"|Sep(?:t)?(?:ember|\.)?|Okt(?:ober|\.)?|Nov(?:ember|\.)?|Dez(?:ember|\.)?|January|February|March|May|June|July"
    r"|October|December|Oct\.?|Dec\.?)"
)
YEAR = r"(?:1[89]\d{2}|20\d{2})"
DATE = (
    rf"(?:(?:0?[1-9]|[12]\d|3[01])[.][ \n]?(?:0?[1-9]|1[0-2])[.][ \n]?(?:{YEAR}|'?\d{{2}})(?!\d)"
    rf"|(?:0?[1-9]|[12]\d|3[01])(?:[.]|st|nd|rd|th)?[ \n]{{0,2}}(?:of[ ])?{MONTHS}[ ,]{{0,2}}(?:{YEAR}|'\d{{2}})(?!\d)"
    rf"|{MONTHS}[ ](?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,?[ ]{YEAR}"
    rf"|{YEAR}[-/.](?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\d|3[01])(?!\d)"
    rf"|(?:0?[1-9]|[12]\d|3[01])[./][ ]?(?-i:[IVX]{{1,4}})[./][ ]?(?:{YEAR}|\d{{2}}(?!\d))"
    rf"|(?:0?[1-9]|[12]\d|3[01])[/-](?:0?[1-9]|1[0-2])[/-](?:{YEAR}|\d{{2}})(?!\d))"
)
