"""Edits at places, and what several of them give together.

- meeting: values only, asserted wherever comments meet
"""
