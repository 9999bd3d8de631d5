"""The rules of check.

- about, flawed, rule: run with every rule by test_rules.py, test_register.py and test_edges.py
"""
