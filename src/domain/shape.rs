//! What editors are told of values that files write as a text: JSON Schema of the file's form.

/// Declares the schema of a type that is written as a text of a pattern.
macro_rules! text_shape {
    ($name:ident, $pattern:expr, $description:literal) => {
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": $pattern, "description": $description })
            }
        }
    };
}

pub(crate) use text_shape;
