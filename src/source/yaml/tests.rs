//! Tests of the YAML tree.
