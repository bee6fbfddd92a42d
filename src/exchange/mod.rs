//! Bytes for other programs (CSV), and bytes from them (price books).
