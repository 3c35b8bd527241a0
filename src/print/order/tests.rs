//! The order sheet, line by line.
