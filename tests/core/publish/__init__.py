"""Tables, letters and pages as values.

- prose, sheet: values only, drawn in every format by tests/papers
"""
