//! Staging, exchange and manifests: whole or not at all.
