//! Problems found while reading and making: the type and its renderings. Knows nothing else.
