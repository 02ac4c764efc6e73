//! docxtpl on the same work, run by the Python that `cargo xtask bench` prepares.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cost::Costs;
use crate::dataset::{Place, Size};
use crate::{Failure, finish};

pub struct Peer {
    python: PathBuf,
}

impl Peer {
    pub fn find() -> Result<Peer, Failure> {
        let python = std::env::var_os("TONGKET_PYTHON")
            .ok_or("TONGKET_PYTHON names no Python with docxtpl; start with cargo xtask bench")?;
        Ok(Peer { python: python.into() })
    }

    /// The interpreter and its libraries alone.
    pub fn start(&self, runs: usize) -> Result<Costs, Failure> {
        Costs::of(runs, || self.script("docxtpl_same_work.py"))
    }

    /// Makes a template from our report, then fills it with its values.
    pub fn same_work(&self, place: &Place, runs: usize) -> Result<Costs, Failure> {
        let (template, values) = (place.0.join("mau.docx"), place.0.join("so-lieu.json"));
        let mut prepare = self.script("docxtpl_template.py");
        finish(prepare.arg(place.report()).arg(&template).arg(&values))?;
        Costs::of(runs, || {
            let mut render = self.script("docxtpl_same_work.py");
            render.arg(&template).arg(&values).arg(report(place));
            render
        })
    }

    /// How many numbers both files hold; an error when they differ.
    pub fn same_figures(&self, place: &Place, size: Size) -> Result<usize, Failure> {
        // Each row shows result, plan, both years' ratios and the target.
        let least = size.figures() + size.indicators * 6;
        let mut compare = self.script("same_figures.py");
        compare.arg(place.report()).arg(report(place)).arg(least.to_string());
        Ok(String::from_utf8(finish(&mut compare)?)?.trim().parse()?)
    }

    fn script(&self, name: &str) -> Command {
        let mut command = Command::new(&self.python);
        command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("bench").join(name));
        command
    }
}

fn report(place: &Place) -> PathBuf {
    place.0.join("docxtpl.docx")
}
