"""Each rule is one file with its case; test_rules.py runs all cases, test_edges.py those beside them.

- *: its case in plancli/cases is a test, with those in tests/core/check/edges
"""
