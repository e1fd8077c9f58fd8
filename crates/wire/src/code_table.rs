//! One way to write a table of error codes: the enum, its texts, its statuses and the list of all come from the
//! same rows, so that none can be forgotten.

/// Makes an enum of codes from rows of `Variant = "TEXT", HTTP status, "sentence"`.
macro_rules! code_table {
    ($(#[$doc:meta])* $Name:ident { $($(#[$row_doc:meta])* $Variant:ident = $text:literal, $status:literal, $sentence:literal;)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $Name {
            $($(#[$row_doc])* $Variant,)*
        }

        impl $Name {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$Variant,)*];

            /// The code as it stands on the wire, for ever.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$Variant => $text,)* }
            }

            /// The HTTP status it comes with.
            #[must_use]
            pub const fn http_status(self) -> u16 {
                match self { $(Self::$Variant => $status,)* }
            }

            /// What was wrong and what to do, when nothing more exact is known.
            #[must_use]
            pub const fn sentence(self) -> &'static str {
                match self { $(Self::$Variant => $sentence,)* }
            }

            /// The code of a text, if it is one.
            #[must_use]
            pub fn from_text(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|code| code.as_str() == text)
            }
        }
    };
}

pub(crate) use code_table;
