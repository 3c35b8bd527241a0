//! Markdown bodies: events to a tree, the tree to HTML, Typst and plain text.
