"""Edits at places, and what several of them give together.

- meeting: values only, asserted wherever comments meet
- compose, finder, place: have no result of their own that is not one of test_placed.py, test_words.py or
  test_structure.py; what they give together is in tests/core/revision/test_revise.py and in the golden cases
"""
