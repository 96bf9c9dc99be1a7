"""An answer becomes text, Markdown, HTML or JSON; nothing is worked out here."""
