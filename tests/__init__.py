"""Tests: what is true of the rules, the answers and the program."""
