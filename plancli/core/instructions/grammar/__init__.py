"""What an opinion asks for, read as edits of the draft: wholly, or not at all."""
