//! A damaged index that passes for a sound one: for fuzzing.

use super::{FolderRef, Head, MAGIC, PREAMBLE, checksum, layout};

/// The bytes with the layout and the checksums that they should have, so that what stands in them is looked at; as they
/// are where they have no head that can be read.
pub fn mended(mut bytes: Vec<u8>) -> Vec<u8> {
    if bytes.len() < PREAMBLE {
        return bytes;
    }
    bytes[..16].copy_from_slice(MAGIC);
    bytes[16..32].copy_from_slice(&layout().bytes());
    let rest = bytes.split_off(PREAMBLE);
    let told = bytes[32..40].iter().rev().fold(0_usize, |told, byte| told << 8 | usize::from(*byte));
    let (told, body) = rest.split_at(told.min(rest.len()));
    let head = match postcard::from_bytes::<(Head, u64, Vec<FolderRef<'_>>)>(told) {
        Ok((head, front, mut refs)) => {
            let (mut near, mut far) = (0, usize::try_from(front).unwrap_or(usize::MAX));
            for known in &mut refs {
                let front = [&mut known.table, &mut known.open].map(|piece| (piece, true));
                let behind = [&mut known.sealed, &mut known.rest].map(|piece| (piece, false));
                for (piece, is_near) in front.into_iter().chain(behind) {
                    let at = if is_near { &mut near } else { &mut far };
                    let end = usize::try_from(piece.length).ok().and_then(|length| at.checked_add(length));
                    let Some(end) = end else { continue };
                    if let Some(bytes) = body.get(*at..end) {
                        piece.checksum = checksum(bytes);
                    }
                    *at = end;
                }
            }
            postcard::to_extend(&(head, front, refs), Vec::new()).unwrap_or_default()
        }
        Err(_) => told.to_vec(),
    };
    bytes[32..40].copy_from_slice(&(head.len() as u64).to_le_bytes());
    bytes[40..48].copy_from_slice(&checksum(&head).to_le_bytes());
    [&bytes, &head, body].concat()
}
