"""Review: looks through the prompt log of a workshop, recorded for those they concern."""
