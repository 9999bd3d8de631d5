"""Edits at places, and what several of them give together.

- freedom: refusals of parts that come, asserted in test_structure, test_lists and test_parts
- notes: footnotes that come and go, asserted in tests/papers/test_footnotes.py
- meeting: values only, asserted wherever comments meet
- tabular: rows and columns that come, merged and refused in revision/test_tables
- wanted: values only, asserted in test_structure and wherever parts come, go and move
"""
