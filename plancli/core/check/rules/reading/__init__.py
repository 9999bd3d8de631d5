"""Rules about the text as it is read."""
