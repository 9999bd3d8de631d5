"""What units send back, read as comments: nothing is guessed, and only people decide."""
