"""Rules about what was decided and what the text says."""
