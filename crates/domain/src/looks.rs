//! How a name looks to whoever reads it. A second person must be another one to the eye of the first: one letter of
//! another alphabet, or a sign that nobody sees, does not make one. Knows the alphabets that share letters with ours,
//! not all of Unicode's confusables (UTS #39): who judges sees the whole name. In doubt two are one (`Elie`, `Elle`, for a
//! capital I looks like an l): they can be told apart by more of their names.

/// Whether nobody sees `sign`, or it turns the order of what stands beside it (Unicode's format characters and spaces of
/// other widths). The joiners U+200C and U+200D may stand in a name: some scripts cannot be written without them.
pub(crate) const fn is_unseen(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{1680}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{2000}'..='\u{200b}' | '\u{200e}'..='\u{200f}'
            | '\u{2028}'..='\u{202f}' | '\u{205f}'..='\u{206f}' | '\u{2800}' | '\u{3000}' | '\u{3164}'
            | '\u{a0}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// A name as it looks: without capitals, accents that stand alone, spaces and joiners, and with letters of other
/// alphabets as the Latin letter they look like.
pub(crate) fn of(name: &str) -> String {
    let is_mute = |sign: char| {
        sign.is_whitespace()
            || is_unseen(sign)
            || matches!(sign, '\u{200c}' | '\u{200d}' | '\u{300}'..='\u{36f}')
    };
    let small = name.chars().map(full_width_as_plain).flat_map(char::to_lowercase);
    small.filter(|sign| !is_mute(*sign)).map(|sign| as_latin(sign).unwrap_or(sign)).collect()
}

fn full_width_as_plain(sign: char) -> char {
    match sign {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(sign).saturating_sub(0xfee0)).unwrap_or(sign),
        seen => seen,
    }
}

/// The small Latin letter that a small (or only) letter of another alphabet looks like.
const fn as_latin(sign: char) -> Option<char> {
    Some(match sign {
        'а' | 'α' | 'ɑ' => 'a',
        'в' | 'β' => 'b',
        'с' | 'ϲ' => 'c',
        'ԁ' => 'd',
        'е' | 'ε' | 'є' => 'e',
        'ɡ' => 'g',
        'н' | 'һ' | 'η' => 'h',
        'і' | 'ι' | 'ı' | 'ӏ' | '1' | 'l' | '|' => 'i',
        'ј' | 'ϳ' => 'j',
        'к' | 'κ' => 'k',
        'м' | 'μ' | 'µ' => 'm',
        'п' | 'ν' => 'n',
        'о' | 'ο' | 'σ' | '0' | 'օ' => 'o',
        'р' | 'ρ' => 'p',
        'ԛ' => 'q',
        'ѕ' => 's',
        'т' | 'τ' => 't',
        'υ' | 'ս' => 'u',
        'ѵ' => 'v',
        'ԝ' | 'ω' => 'w',
        'х' | 'χ' => 'x',
        'у' | 'γ' => 'y',
        'ζ' => 'z',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_looks_the_same_is_the_same() {
        for (name, other, same) in [
            ("Ann Lee", " ann  LEE ", true),
            ("Ann Lee", "Ann\u{2060} Lee", true),
            ("Ann Lee", "Ann\u{a0}Lee", true),
            ("Ann Lee", "Аnn Lее", true), // Cyrillic A, e and e.
            ("Otto", "ΟΤΤΟ", true),       // Greek throughout.
            ("Paul", "Pau1", true),
            ("Ann", "Ａｎｎ", true),
            ("Elie", "Elle", true),
            ("Elie Roux", "Elle Ruiz", false),
            ("Ann Lee", "Anna Lee", false),
            ("Ann Lee", "Ann Leo", false),
            ("علي", "على", false),
            ("Иван", "Петр", false),
        ] {
            assert_eq!(of(name) == of(other), same, "{name:?} {other:?}");
        }
    }

    #[test]
    fn what_nobody_sees_is_known_and_letters_are_seen() {
        for sign in ['\u{200b}', '\u{2060}', '\u{202e}', '\u{feff}', '\u{e0041}', '\u{3164}'] {
            assert!(is_unseen(sign), "{sign:?}");
        }
        for sign in ['a', ' ', 'é', 'ع', '中', '\u{200d}', '\u{e01}'] {
            assert!(!is_unseen(sign), "{sign:?}");
        }
    }
}
