"""Edits at places, and what several of them give together.

- meeting: values only, asserted wherever comments meet
- tabular: rows and columns that come, merged and refused in revision/test_tables
- wanted: values only, asserted in test_structure and wherever parts come, go and move
"""
