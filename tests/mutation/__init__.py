"""The rules under mutation: whatever is changed in them, a table must notice."""
