"""What `import plancli` offers: a name is loaded when it is asked for; docs/API.md promises them."""
