"""The words that a dossier is written in, a module a subject."""
