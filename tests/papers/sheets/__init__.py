"""Tables of every program: the same words, the same cells."""
