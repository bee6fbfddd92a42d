//! An index, list of names or rulebook kept that another program wrote or chance damaged, as a function of bytes: for fuzzing.

use std::io::{Seek, Write};

use super::image::{self, Image, Part};
use super::names;
use super::row::{Which, records};
use crate::book::kept_rules;
use crate::domain::summary::ClientSummary;

/// The index and what stands beside it: as the bytes are, and with the checksums that they should have.
pub fn index(bytes: &[u8]) {
    for bytes in [bytes.to_vec(), image::mended(bytes.to_vec())] {
        looked_through(&bytes);
    }
    for bytes in [bytes.to_vec(), names::mended(bytes.to_vec())] {
        let about = names::chapters_about(&bytes[..], "J-20");
        let all = names::read(&bytes).and_then(|names| names.clients(drop).and(names.jobs(drop)));
        // What can be read as a whole can be searched.
        assert!(all.is_none() || about.is_some());
    }
    kept_rules::looked_through(bytes);
}

/// Everything that commands ask of it.
fn looked_through(bytes: &[u8]) {
    let mut file = tempfile::tempfile().unwrap_or_else(|error| panic!("a file for the index: {error}"));
    file.write_all(bytes)
        .and_then(|()| file.rewind())
        .unwrap_or_else(|error| panic!("a file for the index: {error}"));
    let Some(image) = Image::open(file) else { return };
    for folder in image.folders() {
        let Some(known) = image.known(folder) else { continue };
        let _ = (image.is_sound(folder), image.part(known, Part::Rest).is_some());
        for which in [Which::Unsealed, Which::Near, Which::Whole] {
            for record in records(&image, folder, which).unwrap_or_default() {
                let _ = record.body.get::<ClientSummary>(Some(&image));
                let Some(job) = record.whole_job(Some(&image)) else { continue };
                let called = record.called_job(Some(&image)).map(|called| called.title.to_string());
                assert_eq!(
                    called.as_ref(),
                    Some(&job.summary.title),
                    "a whole job begins with what it is called"
                );
                let _ = job.summary.last_day();
                for due in job.dues {
                    let _ = due.due(&job.summary);
                }
            }
        }
        if let Some(block) = image.block(folder, known.whole) {
            assert_eq!(block.count(), known.count);
            let blocks = [block];
            assert!(image::write(image.head(), &blocks).is_some());
        }
    }
}
