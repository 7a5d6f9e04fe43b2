"""Review: a trainer's look through the prompt log of a workshop, recorded for those it concerns."""
