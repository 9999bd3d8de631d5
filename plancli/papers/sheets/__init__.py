"""Tables that others return, read from whatever program wrote them: one grid for all of them."""
