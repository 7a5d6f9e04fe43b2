"""Marks: what participants say about findings, what a data-protection officer decides, and the examples that follow."""
