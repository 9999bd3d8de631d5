"""Where words stand.

- anchors: values only, filled by everything in test_ladder.py
- printing: in which paragraphs words stand is in test_printing.py, the fields under words in test_ladder.py
- tablenames: what rows and columns are called is asked by places in tables, in test_tabled.py
- locate: joins citation and ladder, tested by what the command prints in tests/cli
"""
