//! A real browser without a window, where one is installed.

use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A browser without a window.
pub struct Browser(&'static str);

/// What came of opening a page.
pub struct Opened {
    /// The document as the page's script left it.
    pub dom: String,
    /// What the page wrote to its console, errors of loading and policy included.
    pub console: String,
}

impl Browser {
    const LIMIT: Duration = Duration::from_secs(90);

    /// None where there is none; then the test says that it was skipped.
    pub fn or_skipped() -> Option<Self> {
        let installed = Self::installed();
        if installed.is_none() {
            eprintln!("skipped: no chromium is installed");
        }
        installed
    }

    fn installed() -> Option<Self> {
        let names = ["chromium", "chromium-browser", "google-chrome"];
        let runs = |name: &&str| {
            let version = Command::new(name).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
            version.is_ok_and(|status| status.success())
        };
        names.into_iter().find(runs).map(Self)
    }

    /// Opens a page; panics where that takes too long.
    pub fn open(&self, page: &str) -> Opened {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("page.html");
        std::fs::write(&file, page).unwrap();
        let (out, log) = (folder.path().join("dom"), folder.path().join("log"));
        let mut browser = self
            .command(folder.path())
            .arg(format!("file://{}", file.display()))
            .stdout(std::fs::File::create(&out).unwrap())
            .stderr(std::fs::File::create(&log).unwrap())
            .spawn()
            .unwrap();
        let begun = Instant::now();
        while browser.try_wait().unwrap().is_none() {
            if begun.elapsed() > Self::LIMIT {
                browser.kill().unwrap();
                browser.wait().unwrap();
                panic!("the browser took more than {:?}", Self::LIMIT);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        let console = read(&log).lines().filter(|line| line.contains("CONSOLE")).collect::<Vec<_>>().join("\n");
        Opened { dom: read(&out), console }
    }

    fn command(&self, folder: &Path) -> Command {
        let mut command = Command::new(self.0);
        command.args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--enable-logging=stderr",
            "--virtual-time-budget=10000",
            "--window-size=600,1200",
            "--dump-dom",
        ]);
        command.arg(format!("--user-data-dir={}", folder.join("profile").display()));
        command
    }
}

fn read(path: &Path) -> String {
    let mut bytes = Vec::new();
    std::fs::File::open(path).unwrap().read_to_end(&mut bytes).unwrap();
    String::from_utf8_lossy(&bytes).into_owned()
}
