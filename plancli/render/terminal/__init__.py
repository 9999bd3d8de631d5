"""Values made visible in a terminal."""
