//! Closed lists of words that files and the command line share.

/// Declares an enum whose members are written as fixed words, with `ALL`, `as_str`, `Display`,
/// `FromStr` (an unknown word names the nearest ones), serde and a schema.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$member_doc:meta])* $member:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $(
                $(#[$member_doc])*
                #[doc = concat!("Written `", $word, "`.")]
                #[serde(rename = $word)]
                $member
            ),+
        }

        impl $name {
            /// Every member, in the order of the list.
            pub const ALL: &'static [$name] = &[$($name::$member),+];

            /// The word it is written as.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$member => $word),+ }
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "enum": [$($word),+] })
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::problem::Problem;

            fn from_str(text: &str) -> Result<$name, $crate::problem::Problem> {
                $name::ALL.iter().copied().find(|member| member.as_str() == text).ok_or_else(|| {
                    let words: Vec<&str> = $name::ALL.iter().map(|member| member.as_str()).collect();
                    $crate::problem::Problem::usage("unknown-word", format!("\"{text}\" is not one of: {}", words.join(", ")))
                        .did_you_mean(text, words.iter().copied())
                })
            }
        }
    };
}

pub(crate) use choice;
