"""Pages and running text: letters, the plan, the evidence, the review page."""
