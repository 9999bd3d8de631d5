"""Text as people write it: sentences, atoms, the match key, differences, order."""
