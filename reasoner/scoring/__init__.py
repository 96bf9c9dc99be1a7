"""The points of the scoring tables: which rows records stand in, what they are worth, and where each counts best."""
