"""A round of comments: how far each has come, who answered whom, what the office changed itself."""
