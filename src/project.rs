//! Reading a project folder into content.
