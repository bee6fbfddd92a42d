//! Lines of a template that hold nothing but tags, or one component, leave no empty line in what is printed.
//!
//! The line break, and the indentation, move inside the tag, where they mean nothing. The text keeps
//! its length, so a place that the template engine names is still the place in the file.

/// The template with the line breaks of tag-only lines moved into their tags.
pub fn swallow_tag_lines(template: &str) -> String {
    template.split_inclusive('\n').map(swallowed).collect()
}

fn swallowed(line: &str) -> String {
    let body = line.trim_end();
    let tags = body.trim_start();
    if !line.ends_with('\n')
        || body.ends_with("-%}")
        || body.ends_with("-#}")
        || body.ends_with("-}}")
        || !is_only_tags(tags)
    {
        return line.to_string();
    }
    let indentation = &body[..body.len() - tags.len()];
    let ending = &line[body.len()..];
    let (opening, rest) = tags.split_at(if tags[2..].starts_with('-') { 3 } else { 2 });
    let (rest, closing) = rest.split_at(rest.len() - 2);
    format!("{opening}{indentation}{rest}{ending}{closing}")
}

/// Whether the text is a row of complete `{% … %}`, `{# … #}` and `{{ <…/> }}`.
fn is_only_tags(mut text: &str) -> bool {
    if text.len() < 4 {
        return false;
    }
    while !text.is_empty() {
        let closing = if text.starts_with("{%") {
            "%}"
        } else if text.starts_with("{#") {
            "#}"
        } else if text.starts_with("{{ <") {
            "}}"
        } else {
            return false;
        };
        match text[2..].find(closing) {
            Some(end) => text = &text[2 + end + 2..],
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_tags_gives_its_line_break_to_the_tag() {
        assert_eq!(
            swallow_tag_lines("a\n  {% if b %}\nc\n{% endif %}\n"),
            "a\n{%   if b \n%}c\n{% endif \n%}"
        );
        assert_eq!(swallow_tag_lines("{{ <b c={d}/> }}\n"), "{{ <b c={d}/> \n}}");
        assert_eq!(swallow_tag_lines("{# why #}{% set a = 1 %}\nb"), "{# why #}{% set a = 1 \n%}b");
    }

    #[test]
    fn other_lines_stay_as_they_are() {
        for line in ["{{ a }}\n", "x {% if b %}\n", "{% if b -%}\n", "{% if b %}", "{% a\n", "\n", "{#}\n"] {
            assert_eq!(swallow_tag_lines(line), line);
        }
    }

    #[test]
    fn the_length_never_changes() {
        let template = "{% for a in b %}\r\n   {%- if a %}  \n{{ a }}\n{% endif %}{% endfor %}\n";
        assert_eq!(swallow_tag_lines(template).len(), template.len());
    }
}
