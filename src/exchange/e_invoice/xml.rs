//! XML elements, and texts that may stand in them.

use std::borrow::Cow;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::domain::typed::harmless::misleads;

/// A document under way. It is written into memory, where nothing can fail.
pub struct Xml {
    writer: Writer<Vec<u8>>,
}

impl Xml {
    /// A document with this root and what `fill` puts into it.
    pub fn document(root: &str, namespaces: &[(&str, &str)], fill: impl FnOnce(&mut Xml)) -> Vec<u8> {
        let mut xml = Xml { writer: Writer::new_with_indent(Vec::new(), b' ', 2) };
        xml.write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml.within_with(root, namespaces, fill);
        let mut bytes = xml.writer.into_inner();
        bytes.push(b'\n');
        bytes
    }

    fn write(&mut self, event: Event<'_>) {
        let written = self.writer.write_event(event);
        debug_assert!(written.is_ok(), "memory takes every byte");
    }

    /// An element with what `fill` puts into it.
    pub fn within(&mut self, name: &str, fill: impl FnOnce(&mut Xml)) {
        self.within_with(name, &[], fill);
    }

    /// An element with attributes and what `fill` puts into it.
    pub fn within_with(&mut self, name: &str, attributes: &[(&str, &str)], fill: impl FnOnce(&mut Xml)) {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.write(Event::Start(start));
        fill(self);
        self.write(Event::End(BytesEnd::new(name)));
    }

    /// An element with text.
    pub fn text(&mut self, name: &str, text: &str) {
        self.text_with(name, &[], text);
    }

    /// An element with attributes and text.
    pub fn text_with(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        let attributes: Vec<(&str, Cow<'_, str>)> =
            attributes.iter().map(|(key, value)| (*key, Cow::from(legible(value)))).collect();
        let attributes = attributes.iter().map(|(key, value)| (*key, value.as_ref()));
        self.write(Event::Start(BytesStart::new(name).with_attributes(attributes)));
        self.write(Event::Text(BytesText::new(&legible(text))));
        self.write(Event::End(BytesEnd::new(name)));
    }

    /// An element with text, if there is one.
    pub fn maybe(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }
}

/// The text with every character that XML 1.0 forbids replaced, without what misleads the eye, and line ends of one kind.
pub fn legible(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let may_stand = |c: char| {
        matches!(c, '\t' | '\n' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
            && !c.is_control()
            || matches!(c, '\t' | '\n')
    };
    let seen = text.chars().filter(|c| c.is_control() || !misleads(*c));
    seen.map(|c| if may_stand(c) { c } else { '\u{fffd}' }).collect()
}

/// The same on one line, with single spaces.
pub fn one_line(text: &str) -> String {
    legible(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_stays_text() {
        let written = Xml::document("a", &[("xmlns", "urn:x")], |xml| {
            xml.text_with("b", &[("c", "\"<&\u{1}")], "]]></b><b>&amp;\u{0}\u{8}\u{fffe}\r\n\u{202e}x");
        });
        let text = String::from_utf8(written).unwrap();
        assert_eq!(
            text,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a xmlns=\"urn:x\">\n  \
             <b c=\"&quot;&lt;&amp;\u{fffd}\">]]&gt;&lt;/b&gt;&lt;b&gt;&amp;amp;\u{fffd}\u{fffd}\u{fffd}\nx</b>\n</a>\n"
        );
    }
}
