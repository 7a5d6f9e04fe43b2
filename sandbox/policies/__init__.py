"""Policies: proposed, dry-run, approved by a second person where they weaken protection, and put into force."""
