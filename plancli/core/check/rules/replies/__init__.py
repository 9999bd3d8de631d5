"""Rules about what replies and reasons say: it is held against the text, and against the decision."""
