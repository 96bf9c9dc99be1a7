"""The questions that follow a verdict: what if, what next, what would it take, until when, and on what it rests."""
