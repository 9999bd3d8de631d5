"""Tables, letters and pages as values.

- prose: values only, drawn in every format by tests/papers
- look: values only, drawn in every format by tests/papers
- cover_sheet: asserted, and drawn in every format, by tests/papers/test_cover.py
- happened: asserted in every format by tests/papers/test_moved.py
- reply: asserted by the letters of tests/cli/test_published.py and tests/cli/test_units.py
"""
