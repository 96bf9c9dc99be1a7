"""Files become dossiers and notices; whatever cannot be used is refused with its place."""
