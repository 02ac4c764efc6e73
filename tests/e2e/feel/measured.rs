//! Times of one kind and their line of the report, in milliseconds.

/// How often something was timed, and the processor time of the window for all of it together,
/// which other programs on the machine do not blur as they blur the clock.
#[derive(Debug, Default)]
pub struct Times {
    pub each: Vec<f64>,
    pub cpu: f64,
}

impl Times {
    /// What `measure` times, with the processor time that `cpu` tells before and after.
    pub fn of(cpu: impl Fn() -> f64, measure: impl FnOnce() -> Vec<f64>) -> Times {
        let before = cpu();
        let each = measure();
        Times { each, cpu: cpu() - before }
    }

    pub fn add(&mut self, more: Times) {
        self.each.extend(more.each);
        self.cpu += more.cpu;
    }

    pub fn median(&self) -> f64 {
        self.at(50)
    }

    fn at(&self, percent: usize) -> f64 {
        let mut each = self.each.clone();
        each.sort_by(f64::total_cmp);
        each.get((each.len().max(1) - 1) * percent / 100).copied().unwrap_or(f64::NAN)
    }

    /// The aim is the median's.
    pub fn print(&self, what: &str, aim: Option<f64>) {
        let [median, high, worst] = [50, 95, 100].map(|percent| self.at(percent));
        print!("  {what:<36} median {median:>5.0}   95 % {high:>5.0}   worst {worst:>5.0}");
        if self.cpu > 0.0 {
            print!("   processor {:>5.1}", self.cpu / self.each.len() as f64);
        }
        if let Some(aim) = aim {
            print!("   aim {aim:.0}: {}", if median <= aim { "met" } else { "MISSED" });
        }
        println!("   ({})", self.each.len());
    }
}
