"""The same document through other programs that write tagged PDFs: `make bench-peers`."""
