"""Files that came back, read as opinions; drafts, read as bodies.

- differing, placing, pieces, stream: what they come to is tried whole in test_laid
- quotation, unit_lists: halves of phrasing, tried in its file
- asked, changed, columns, figures_out, grouping, noting, proving, returned, rows, tables_out: the steps from
  a tracked change to an edit, shown together by tests/papers/test_returned.py, test_returned_tables.py and
  test_returned_notes.py
- body, grid, opinions, origin, taken, tracked: only values, which the tests of the others make and read
"""
