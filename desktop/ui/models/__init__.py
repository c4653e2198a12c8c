"""What Qt's views show of the session."""
