"""Draft, plan and comments give a revision.

- three: a value of three fields without any rule
"""
