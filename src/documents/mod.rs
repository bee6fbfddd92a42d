//! Facts through templates to HTML and text.
