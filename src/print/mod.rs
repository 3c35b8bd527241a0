//! The print house: one job in, press-ready files out.
