//! Every address, artefact and job, known before anything is rendered.
