"""What is wrong with texts by themselves.

- flaw: a value, of which the tests of each scan say what is in it
"""
