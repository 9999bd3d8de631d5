"""Who wrote what, and what proves it.

- blame, compare, misquotes: run through the whole history of test_attribution.py and by tests/cli
- pieces, wordings: steps of test_redline.py, test_attribution.py and test_adoption.py, tested there
"""
