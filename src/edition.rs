//! The project as one office publishes it: layers resolved.
