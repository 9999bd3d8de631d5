"""Where words stand.

- anchors: values only, filled by everything in test_ladder.py
- printing: the fields under words are in test_ladder.py and tests/core/plan/test_printed.py
- tablenames: what rows and columns are called is asked by places in tables, in test_tabled.py
- locate: joins citation and ladder, tested by what the command prints in tests/cli
"""
