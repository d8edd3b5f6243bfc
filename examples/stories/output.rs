//! Where the stories go: to standard output, or to a file that is written whole or not at all.

use std::fs::{self, File, Permissions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::failure::Failure;
use crate::reading::fault::FileName;

/// Where to write.
#[derive(Debug)]
pub enum Target {
    /// Standard output.
    Standard,
    /// Something that is there and is no regular file, such as a pipe: it cannot be replaced.
    Stream(PathBuf),
    /// A file to make or replace.
    File(Replacement),
}

/// A file to make or replace, symbolic links followed.
#[derive(Debug)]
pub struct Replacement {
    /// As the user calls it.
    name: FileName,
    path: PathBuf,
    folder: PathBuf,
    permissions: Option<Permissions>,
}

impl Target {
    /// The target that a path means; an error where its folder is missing, so that no work is done for nothing.
    pub fn of(path: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = path else { return Ok(Self::Standard) };
        Self::at(path).map_err(|error| Failure::Output { file: FileName::of(path), error })
    }

    fn at(path: &Path) -> io::Result<Self> {
        let found = match fs::metadata(path) {
            Ok(found) => Some(found),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        if found.as_ref().is_some_and(fs::Metadata::is_dir) {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        if found.as_ref().is_some_and(|found| !found.is_file()) {
            return Ok(Self::Stream(path.to_owned()));
        }
        let name = FileName::of(path);
        let path = if found.is_some() { path.canonicalize()? } else { end_of_links(path.to_owned()) };
        let folder = match path.parent() {
            Some(folder) if folder != Path::new("") => folder.to_owned(),
            _ => PathBuf::from("."),
        };
        if !fs::metadata(&folder)?.is_dir() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        let permissions = found.map(|found| found.permissions());
        Ok(Self::File(Replacement { name, path, folder, permissions }))
    }

    /// Refuses to replace a file that is read.
    pub fn spare(&self, mut inputs: impl Iterator<Item = impl AsRef<Path>>) -> Result<(), Failure> {
        let Self::File(Replacement { name, path, .. }) = self else { return Ok(()) };
        if inputs.any(|input| input.as_ref().canonicalize().is_ok_and(|input| input == *path)) {
            return Err(Failure::InputAsOutput { file: name.clone() });
        }
        Ok(())
    }

    /// Writes what `print` prints.
    pub fn write(self, print: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
        let (file, written) = match self {
            Self::Standard => (FileName::fixed("standard output"), buffered(io::stdout().lock(), print)),
            Self::Stream(path) => {
                let opened = File::options().write(true).open(&path);
                (FileName::of(&path), opened.and_then(|file| buffered(file, print)))
            }
            Self::File(target) => (target.name.clone(), target.replace(print)),
        };
        written.map_err(|error| Failure::Output { file, error })
    }
}

/// Where symbolic links lead that end at nothing; what ends at nothing has no circle.
fn end_of_links(mut path: PathBuf) -> PathBuf {
    while let Ok(link) = fs::read_link(&path) {
        path = path.parent().unwrap_or(Path::new("")).join(link);
    }
    path
}

impl Replacement {
    #[allow(clippy::incompatible_msrv, reason = "the library's; examples need a newer Rust")]
    fn replace(self, print: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
        sweep(&self.folder);
        let mut builder = tempfile::Builder::new();
        builder.prefix(PREFIX).suffix(SUFFIX);
        match self.permissions {
            Some(permissions) => builder.permissions(permissions),
            None => as_new_file(&mut builder),
        };
        let new: NamedTempFile = builder.tempfile_in(&self.folder)?;
        // A file system that knows no locks tells `sweep` so, too.
        let _ = new.as_file().lock();
        buffered(new.as_file(), print)?;
        // Some file systems report a full disk only here.
        new.as_file().sync_all()?;
        new.persist(&self.path)?;
        Ok(())
    }
}

/// How files are called that are not yet whole.
const PREFIX: &str = ".stories-";
const SUFFIX: &str = ".part";

/// Removes what killed runs left in a folder: whoever still writes a file has it locked.
#[allow(clippy::incompatible_msrv, reason = "the library's; examples need a newer Rust")]
fn sweep(folder: &Path) {
    let is_ours = |name: &str| name.starts_with(PREFIX) && name.ends_with(SUFFIX);
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if is_file && entry.file_name().to_str().is_some_and(is_ours) {
            let left = File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok());
            // What cannot be removed is in nobody's way.
            let _ = left.then(|| fs::remove_file(entry.path()));
        }
    }
}

fn buffered(sink: impl Write, print: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut buffer = BufWriter::with_capacity(1 << 16, sink);
    print(&mut buffer)?;
    buffer.flush()
}

/// Gives a new file what programs give their files (the system takes away what the user's mask forbids); temporary files
/// are for their owner alone.
#[cfg(unix)]
fn as_new_file<'b, 'p, 's>(builder: &'b mut tempfile::Builder<'p, 's>) -> &'b mut tempfile::Builder<'p, 's> {
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666))
}

#[cfg(not(unix))]
fn as_new_file<'b, 'p, 's>(builder: &'b mut tempfile::Builder<'p, 's>) -> &'b mut tempfile::Builder<'p, 's> {
    builder
}
