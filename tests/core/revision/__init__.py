"""Draft, plan and comments give a revision.

- three: a value of three fields without any rule
- office, paragraph: the rebase holds for every change of the office in test_revise.py and test_branches.py;
  units in it are in test_units.py
"""
