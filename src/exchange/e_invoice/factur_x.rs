//! A PDF that says of itself that it is an invoice with data in it (Factur-X, which is ZUGFeRD 2): what the norm wants to
//! be told in the file's metadata (XMP). The data is in it already.
//!
//! The metadata stands in the file as plain text; what is put into it moves whatever comes after, and the table at the
//! end says where.

use std::fmt::Write as _;

use crate::problem::Problem;

/// Name of the data in the PDF.
pub const FILE: &str = "factur-x.xml";

/// The words of the schema: name, type of value, what it is.
const PROPERTIES: [(&str, &str); 4] = [
    ("DocumentFileName", "The name of the embedded XML document"),
    ("DocumentType", "The type of the hybrid document in capital letters, such as INVOICE"),
    ("Version", "The actual version of the standard applying to the embedded XML document"),
    ("ConformanceLevel", "The conformance level of the embedded XML document"),
];
const NAMESPACE: &str = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#";

/// The same PDF, with metadata that names its data.
///
/// # Errors
/// `factur-x` for a PDF that is not made as expected.
pub fn told(pdf: &[u8]) -> Result<Vec<u8>, Problem> {
    let failed = || {
        Problem::refused("factur-x", "the PDF can't be made an invoice with data in it")
            .because("its metadata is not where it is expected")
            .remedy("--as ubl, or cii: the same data without the PDF")
    };
    enlarged(pdf).ok_or_else(failed)
}

/// Whether a PDF says that it has data in it.
pub fn is_told(pdf: &[u8]) -> bool {
    find(pdf, b"<fx:DocumentFileName>", 0).is_some()
}

fn enlarged(pdf: &[u8]) -> Option<Vec<u8>> {
    let start = rfind(pdf, b"<?xpacket begin", pdf.len())?;
    let end = find(pdf, b"<?xpacket end", start)?;
    let packet = std::str::from_utf8(&pdf[start..end]).ok()?;
    // One list of schemas is there already: a second one would not be read.
    let schemas = packet.find("<pdfaExtension:schemas>")?;
    let list = schemas + packet[schemas..].find("</pdfaExtension:schemas>")?;
    let list = packet[..list].rfind("</rdf:Bag>")?;
    let all = packet.rfind("</rdf:RDF>")?;
    let packet =
        format!("{}{}{}{}{}", &packet[..list], schema(), &packet[list..all], values(), &packet[all..]);
    let added = packet.len().checked_sub(end - start)?;

    // `/Length 1234` of the stream stands between the beginning of its object and its content.
    let object = rfind(pdf, b" obj", start)?;
    let length = find(pdf, b"/Length ", object).filter(|at| *at < start)? + b"/Length ".len();
    let digits = pdf[length..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let known: usize = std::str::from_utf8(&pdf[length..length + digits]).ok()?.parse().ok()?;
    let written = (known + added).to_string();
    let moved = added + written.len() - digits;

    let mut out = Vec::with_capacity(pdf.len() + moved);
    out.extend_from_slice(&pdf[..length]);
    out.extend_from_slice(written.as_bytes());
    out.extend_from_slice(&pdf[length + digits..start]);
    out.extend_from_slice(packet.as_bytes());
    let (table, rest) = (end, pdf.len());
    let at = rfind(pdf, b"startxref", rest)?;
    let number = at + b"startxref".len() + 1;
    let digits = pdf[number..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let xref: usize = std::str::from_utf8(&pdf[number..number + digits]).ok()?.parse().ok()?;
    if xref < table || !pdf.get(xref..)?.starts_with(b"xref") {
        return None;
    }
    out.extend_from_slice(&pdf[table..xref]);
    out.extend(moved_table(&pdf[xref..at], start, moved)?);
    out.extend_from_slice(format!("startxref\n{}", xref + moved).as_bytes());
    out.extend_from_slice(&pdf[number + digits..]);
    Some(out)
}

/// The table of objects, with places after `from` moved.
fn moved_table(table: &[u8], from: usize, by: usize) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(table.len());
    let mut rest = table;
    while !rest.is_empty() {
        let is_entry = rest.len() >= 20
            && rest[..10].iter().all(u8::is_ascii_digit)
            && rest[10] == b' '
            && matches!(rest[17], b'n' | b'f');
        if is_entry {
            let (entry, after) = rest.split_at(20);
            let place: usize = std::str::from_utf8(&entry[..10]).ok()?.parse().ok()?;
            let place = if entry[17] == b'n' && place > from { place + by } else { place };
            out.extend_from_slice(format!("{place:010}").as_bytes());
            out.extend_from_slice(&entry[10..]);
            rest = after;
        } else {
            let line = rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |at| at + 1);
            out.extend_from_slice(&rest[..line]);
            rest = &rest[line..];
        }
    }
    Some(out)
}

/// What the words mean, as PDF/A wants every word of metadata explained.
fn schema() -> String {
    let mut text = format!(
        "<rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>\
         <pdfaSchema:namespaceURI>{NAMESPACE}</pdfaSchema:namespaceURI><pdfaSchema:prefix>fx</pdfaSchema:prefix>\
         <pdfaSchema:property><rdf:Seq>"
    );
    for (name, about) in PROPERTIES {
        let _ = write!(
            text,
            "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>{name}</pdfaProperty:name>\
             <pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category>\
             <pdfaProperty:description>{about}</pdfaProperty:description></rdf:li>"
        );
    }
    text.push_str("</rdf:Seq></pdfaSchema:property></rdf:li>");
    text
}

fn values() -> String {
    format!(
        "<rdf:Description rdf:about=\"\" xmlns:fx=\"{NAMESPACE}\"><fx:DocumentType>INVOICE</fx:DocumentType>\
         <fx:DocumentFileName>{FILE}</fx:DocumentFileName><fx:Version>1.0</fx:Version>\
         <fx:ConformanceLevel>EN 16931</fx:ConformanceLevel></rdf:Description>"
    )
}

fn find(bytes: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    let found = bytes.get(from..)?.windows(wanted.len()).position(|window| window == wanted)?;
    Some(from + found)
}

fn rfind(bytes: &[u8], wanted: &[u8], before: usize) -> Option<usize> {
    bytes.get(..before)?.windows(wanted.len()).rposition(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_other_making_is_refused() {
        for bytes in [&b""[..], b"%PDF-1.7", b"%PDF-1.7 <?xpacket begin <?xpacket end startxref\n0\n%%EOF"] {
            assert!(!told(bytes).unwrap_err().remedies.is_empty());
        }
    }
}
