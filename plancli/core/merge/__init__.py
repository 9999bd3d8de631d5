"""The edits of many comments on one draft, merged in its coordinates."""
