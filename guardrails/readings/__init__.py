"""Other ways to read stretches of a text, for numbers that somebody has disguised or a scanner has spoilt.

What can be read in one way only is the normalisation's matter. Here a stretch has a second reading beside the first:
spelled-out digits as digits (``null eins sieben sechs``), spaced or dotted characters joined (``D E 8 9 …``), letters
inside numbers as the digits they look like (``DE89 37O4``), digits inside words as letters (``K4raca``), labels as they
should read (``Aktenzeiehen``), Base64 and hexadecimal codes as what they encode. A reading may have another reading.
Recognizers of identifiers and deny lists look at them too, and what is found points to where it was read from. Ordinary
text has no such stretches, and then nothing is looked at twice.
"""

from guardrails.readings.encoded import encoded_blocks
from guardrails.readings.hidden import hidden_readings
from guardrails.readings.open_stretch import open_stretch
from guardrails.readings.other_reading import Reading, read_otherwise

__all__ = ["Reading", "encoded_blocks", "hidden_readings", "open_stretch", "read_otherwise"]
