//! Installs what the tests need: Debian packages through apt, and the Python readers of Office
//! files in an environment of their own under the build folder.

use std::path::PathBuf;

use crate::run::{Outcome, command, is_on_path, root, run, target};

/// Program or file that shows the package is there, and the package.
const DEBIAN: [(&str, &str); 4] = [
    ("libreoffice", "libreoffice-writer-nogui"),
    ("pdftoppm", "poppler-utils"),
    ("/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf", "fonts-liberation2"),
    ("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf", "fonts-noto-core"),
];

/// Installs the Debian packages that are missing.
pub fn debian(wanted: &[(&str, &str)]) -> Outcome {
    let missing: Vec<&str> =
        wanted.iter().filter(|(sign, _)| !is_there(sign)).map(|(_, package)| *package).collect();
    if missing.is_empty() { Ok(()) } else { install(&missing) }
}

fn install(packages: &[&str]) -> Outcome {
    // A stale list of packages is better than none when the network is away.
    if let Err(reason) = run(command("apt-get").args(["update", "-qq"])) {
        println!("{reason}");
    }
    let mut install = command("apt-get");
    install.env("DEBIAN_FRONTEND", "noninteractive");
    run(install.args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages))
}

/// The packages that the tests need.
pub fn for_tests() -> Outcome {
    debian(&DEBIAN)
}

/// The Python of an environment with the packages of `requirements` (a file under `tests/`).
pub fn python(requirements: &str) -> Result<PathBuf, String> {
    let wanted = root().join("tests").join(requirements);
    let text = std::fs::read_to_string(&wanted).map_err(|error| error.to_string())?;
    let environment = target().join("python");
    let python = environment.join("bin/python");
    let installed = environment.join(format!("{}.installed", requirements.replace('/', "-")));
    if python.is_file() && std::fs::read_to_string(&installed).is_ok_and(|have| have == text) {
        return Ok(python);
    }
    if !has_venv() {
        install(&["python3", "python3-venv"])?;
    }
    run(command("python3").args(["-m", "venv"]).arg(&environment))?;
    run(command(&python).args(["-m", "pip", "install", "--quiet", "-r"]).arg(&wanted))?;
    std::fs::write(&installed, text).map_err(|error| error.to_string())?;
    Ok(python)
}

/// Debian keeps what makes environments in a package of its own.
fn has_venv() -> bool {
    let asked = command("python3").args(["-c", "import ensurepip, venv"]).output();
    asked.is_ok_and(|answer| answer.status.success())
}

fn is_there(sign: &str) -> bool {
    if sign.starts_with('/') { std::path::Path::new(sign).exists() } else { is_on_path(sign) }
}
