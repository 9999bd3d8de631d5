"""Rules about who comments, when, and on which draft."""
