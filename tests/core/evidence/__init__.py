"""Who wrote what, and what proves it.

- below: lines of footnotes, accepted and rejected in tests/papers/test_footnotes.py
- blame, misquotes: run through the whole history of test_attribution.py and by tests/cli
- changed_line: a step of test_compare.py, tested there
- pieces, wordings: steps of test_redline.py, test_attribution.py and test_adoption.py, tested there
"""
