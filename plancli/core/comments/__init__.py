"""Comments: what a unit asked for, what the office decided, and the record of what is in the text."""
