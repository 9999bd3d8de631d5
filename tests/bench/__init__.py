"""The benchmark: what it is measured with, and how its figures reach the READMEs; no test measures time."""
