"""The tables of a round, in the formats of text."""
