"""Text by itself.

- matchkey: its folding is asserted by what is found in tests/core/locate/test_ladder.py and test_quoting.py
"""
