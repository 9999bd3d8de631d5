"""Letters of every program: their lines, and the tables in them."""
