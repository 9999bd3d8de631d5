"""Drafts that others wrote, read from whatever program made them: one body for all of them."""
