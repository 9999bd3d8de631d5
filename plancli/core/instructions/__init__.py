"""What a sentence of a unit or of the office says about words that it quotes."""
