//! Pages of a list: how long one is, and where the next begins.

use std::str::FromStr;

use specie_wire::api::ProblemCode;

use super::problems::Refused;

/// Lines of a page whose length was not asked for.
const PAGE_LINES_DEFAULT: u64 = 50;
/// Lines of a page at most.
const PAGE_LINES_MAX: u64 = 200;

/// The lines of a page for which `limit` was asked.
pub(super) fn lines_max(limit: Option<u64>) -> Result<usize, Refused> {
    let limit = limit.unwrap_or(PAGE_LINES_DEFAULT);
    let lines = usize::try_from(limit).ok().filter(|_| (1..=PAGE_LINES_MAX).contains(&limit));
    lines.ok_or_else(|| {
        Refused::with(ProblemCode::InvalidQuery, format!("limit: must be from 1 to {PAGE_LINES_MAX}."))
    })
}

/// The id after which a page begins, if one was named.
pub(super) fn page_after<I: FromStr>(text: Option<&str>) -> Result<Option<I>, Refused> {
    let wrong = |_| Refused::with(ProblemCode::InvalidQuery, "after: must be the next of the page before.");
    text.map(|text| text.parse().map_err(wrong)).transpose()
}

#[cfg(test)]
mod tests {
    use specie_domain::ids::OperationId;

    use super::*;

    #[test]
    fn a_page_has_a_length_within_its_bounds() {
        for (limit, lines) in
            [(None, Some(50)), (Some(1), Some(1)), (Some(200), Some(200)), (Some(0), None), (Some(201), None)]
        {
            assert_eq!(lines_max(limit).ok(), lines, "{limit:?}");
        }
    }

    #[test]
    fn a_page_begins_after_an_id_of_ours_or_at_the_beginning() {
        let id = "018bcfe5-687b-7fff-bfff-fffffffffc05";
        for (text, begins) in
            [(None, Some(None)), (Some(id), Some(Some(id.to_owned()))), (Some("x"), None), (Some(""), None)]
        {
            let after = page_after::<OperationId>(text).ok();
            assert_eq!(after.map(|after| after.map(|id| id.to_string())), begins, "{text:?}");
        }
    }
}
