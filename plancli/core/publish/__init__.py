"""What is published of a round: tables, letters, tasks, the review page."""
