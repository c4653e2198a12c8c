"""The command line and the wiring: the only place that builds objects and joins them. No Qt but for the window."""
