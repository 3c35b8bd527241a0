//! The bytes of a project folder, read once, as trees in which every value keeps its place.
