"""What is wrong with a text whatever it says."""
