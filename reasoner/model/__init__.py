"""What a candidate, a notice and an answer are made of. No input or output, no solver."""
