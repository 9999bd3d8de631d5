"""Text by itself.

- alike: runs through the folding of test_matchkey.py
- cutting, script: the two halves of test_diff.py, which holds what they give together
"""
