//! What the workbook part of .xlsx and .xlsb tells, whatever it is written in.

/// The workbook's tabs in their order, and the day its dates count from.
#[derive(Default)]
pub(crate) struct Workbook {
    pub(crate) tabs: Vec<Tab>,
    pub(crate) dates_from_1904: bool,
}

pub(crate) struct Tab {
    pub(crate) name: String,
    pub(crate) hidden: bool,
    /// The id of the relation to its part.
    pub(crate) relation: String,
}
