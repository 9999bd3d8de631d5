"""The draft with its comments and the drafting office's own changes: one value for every command."""
