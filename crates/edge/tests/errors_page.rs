//! The page of errors in the docs names every code of both interfaces, with the status it really has.

use specie_wire::api::ProblemCode;
use specie_wire::pos::ErrorCode;

const PAGE: &str = include_str!("../../../docs/errors.md");

/// The heading and the status that the page must have, for every code there is.
fn expected() -> Vec<(String, String)> {
    let pos = ErrorCode::ALL.iter().map(|code| (code.as_str(), code.http_status()));
    let api = ProblemCode::ALL.iter().map(|code| (code.as_str(), code.http_status()));
    pos.chain(api).map(|(code, status)| (format!("### `{code}`"), format!("HTTP {status}. "))).collect()
}

#[test]
fn every_code_has_its_place_on_the_errors_page() {
    for (heading, status) in expected() {
        let place = PAGE.split("\n").position(|line| line == heading);
        let place = place.unwrap_or_else(|| panic!("docs/errors.md has no heading {heading}"));
        let first_line = PAGE.split("\n").nth(place + 2).unwrap_or_default();
        assert!(first_line.starts_with(&status), "{heading}: {first_line:?} does not start with {status:?}");
    }
}

#[test]
fn the_errors_page_names_no_code_that_does_not_exist() {
    let expected = expected();
    for line in PAGE.lines().filter(|line| line.starts_with("### ")) {
        assert!(expected.iter().any(|(heading, _)| heading == line), "{line} is no code");
    }
}

#[test]
fn a_code_is_found_by_its_text_and_no_text_stands_for_two() {
    for code in ErrorCode::ALL {
        assert_eq!(ErrorCode::from_text(code.as_str()), Some(*code));
        assert!(matches!(code.http_status(), 400 | 401 | 429 | 500 | 503), "{}", code.as_str());
    }
    for code in ProblemCode::ALL {
        assert_eq!(ProblemCode::from_text(code.as_str()), Some(*code));
    }
}
