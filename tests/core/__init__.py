"""Tests of the core, room by room; a room names the modules without a test file, with the reason.

- codes, entry: what they declare is checked by tests/core/check/test_register.py and test_rules.py
"""
