"""One file per user task: a task is a verb of the command line and, later, a ribbon button."""
