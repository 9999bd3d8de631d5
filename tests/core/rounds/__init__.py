"""A round of comments.

- round: joins what settlements, standing, written and unexplained say; each of them is tested here
- borne_out: values only; what papers and pages say by them is in tests/cli/test_adoption_split.py
- conflicts, status: what the commands conflicts, status and diff show of them, in tests/cli
- consulted, mend, note: what the commands unit, mend and note show and write, in tests/cli
"""
