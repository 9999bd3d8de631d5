"""Who wrote what, and what proves it.

- below: lines of footnotes, accepted and rejected in tests/papers/test_footnotes.py
- blame, misquotes: run through the whole history of test_attribution.py and by tests/cli
- changed_line: a step of test_compare.py, tested there
- moved_parts: drawn as rows of the comparison by tests/cli/test_published.py and tests/papers/test_moved.py
- pieces, wordings: steps of test_redline.py, test_attribution.py and test_adoption.py, tested there
"""
