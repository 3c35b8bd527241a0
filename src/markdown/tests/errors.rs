//! Every problem this room names, whole.
