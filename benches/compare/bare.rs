//! The bare thing, with nothing around it: `bare stat|read FOLDER…` looks at or reads every file below, on two threads;
//! `bare write FILE` replaces a file by its own contents so that it lasts. Built by `rustc -O`, not by cargo.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

fn main() {
    let mut arguments = std::env::args_os().skip(1);
    let what = arguments.next().expect("what to do");
    if what == "write" {
        write(Path::new(&arguments.next().expect("a file")));
        return;
    }
    let mut folders: Vec<PathBuf> = arguments.map(PathBuf::from).collect();
    // Folders above the last ones hold folders alone.
    let mut last = Vec::new();
    while let Some(folder) = folders.pop() {
        let below = fs::read_dir(&folder).expect("a folder").flatten();
        let before = folders.len();
        for entry in below {
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                folders.push(entry.path());
            } else {
                break;
            }
        }
        if folders.len() == before {
            last.push(folder);
        }
    }
    let (next, sum) = (AtomicUsize::new(0), AtomicU64::new(0));
    let read = what == "read";
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let mut bytes = Vec::new();
                while let Some(folder) = last.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let mut size = 0;
                    for entry in fs::read_dir(folder).expect("a folder").flatten() {
                        if read {
                            bytes.clear();
                            let mut file = File::open(entry.path()).expect("a file");
                            size += file.read_to_end(&mut bytes).expect("its bytes") as u64;
                        } else {
                            size += entry.metadata().expect("a file").len();
                        }
                    }
                    sum.fetch_add(size, Ordering::Relaxed);
                }
            });
        }
    });
    println!("{}", sum.into_inner());
}

fn write(path: &Path) {
    let bytes = fs::read(path).expect("a file");
    let beside = path.with_extension("beside");
    let mut file = File::create(&beside).expect("a file beside");
    file.write_all(&bytes).expect("its bytes");
    file.sync_all().expect("synced");
    fs::rename(&beside, path).expect("renamed");
    File::open(path.parent().expect("a folder")).expect("a folder").sync_all().expect("synced");
}
