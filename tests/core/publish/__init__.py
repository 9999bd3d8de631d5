"""Tables, letters and pages as values.

- prose, sheet: values only, drawn in every format by tests/papers
- reply: asserted by the letters of tests/cli/test_published.py and tests/cli/test_units.py
"""
