"""The plan, its drafts and plan.yaml as values, and how they are printed."""
