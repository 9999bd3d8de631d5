"""Text by itself.

- picture_endings: a list, asked by test_picture_names.py
- alike: runs through the folding of test_matchkey.py
- cutting: its own cases are here, what it gives a comparison is in test_diff.py
"""
