//! The repository's own rules as tests: which crate may depend on which, how large a file may grow, what
//! is never written, and what ARCHITECTURE.md must name. The rules are in `tests/tidy`; this library is
//! empty, so that nothing can depend on it. Knows nothing of what the code does.
