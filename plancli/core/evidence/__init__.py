"""Who wrote what, what was asked beside what was adopted, and what changed."""
