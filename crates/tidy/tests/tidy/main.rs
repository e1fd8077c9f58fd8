//! The repository's own rules. Each rule is a function from text to findings; one test runs it over the
//! repository, another shows on a bad sample that it can fail.

mod architecture;
mod arrows;
mod repository;
mod source;
