//! Rules over what an edition says, one file a rule family.
