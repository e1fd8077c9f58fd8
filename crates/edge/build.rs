//! Finds the built pages in `web/dist` and writes the table that embeds them. A checkout whose pages were not built
//! gets an empty table, and the program says so to whoever asks for a page.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Files of the pages, at most: more are a mistake of the build, not pages.
const FILES_MAX: usize = 2_000;

fn main() -> io::Result<()> {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/dist");
    // Cargo takes a path that is not there as changed each time, and would compile this crate anew for ever.
    drop(fs::create_dir_all(&dist));
    tell_cargo(&dist);
    let mut table = String::from("static FILES: &[(&str, &[u8])] = &[\n");
    for (name, path) in files(&dist)? {
        table.push_str(&format!("    ({name:?}, include_bytes!({path:?})),\n"));
    }
    table.push_str("];\n");
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    fs::write(Path::new(&out).join("pages.rs"), table)
}

/// This is how a build script speaks to cargo.
fn tell_cargo(dist: &Path) {
    println!("cargo:rerun-if-changed={}", dist.display());
}

/// Every file below `dist`: its name with `/`, and where it is. In the order of the names.
fn files(dist: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let (mut found, mut folders) = (Vec::new(), vec![dist.to_owned()]);
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(dist).map_err(io::Error::other)?;
            let name: Vec<_> = name.iter().map(|part| part.to_string_lossy()).collect();
            found.push((name.join("/"), path.canonicalize()?));
        }
    }
    if found.len() > FILES_MAX {
        return Err(io::Error::other(format!("web/dist holds more than {FILES_MAX} files")));
    }
    found.sort();
    Ok(found)
}
