//! What Baton is about.
