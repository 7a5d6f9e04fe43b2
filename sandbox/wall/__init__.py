"""The wall of instructive failures: attempts that participants choose to show to their workshop, anonymously."""
