"""Files that came back, read as opinions; drafts, read as bodies.

- differing, placing, pieces, stream: what they come to is tried whole in test_laid
- body, grid, opinions, taken: only values, which the tests of the others make and read
"""
