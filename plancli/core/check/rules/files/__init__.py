"""Rules about the files of the plan and its drafts as they stand."""
