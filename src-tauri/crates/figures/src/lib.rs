//! How offices read and write numbers: exact amounts, units, periods, qualifiers, ordinals, dates
//! and comparisons. Parser and printer are twins under the grammar in `GRAMMAR.md`.
//! No input or output and no floating point here; nothing is rounded by a printer (round first,
//! then print).

mod amount;
mod change;
mod date;
mod fold;
mod number;
mod ordinal;
mod period;
mod qualifier;
mod quantity;
mod rank;
mod read_change;
mod read_date;
mod read_period;
mod read_quantity;
mod read_words;
mod round_unit;
mod search_words;
mod series;
mod style;
mod text;
mod tone;
mod unit;
mod verdict;
mod words;

pub use amount::{Amount, AmountError};
pub use change::{Change, ChangeReading, Trend};
pub use date::{Date, DateReading, days_phrase};
pub use fold::{fold, same_name};
pub use number::{
    Convention, NotANumber, NumberReading, print_number, read_number, read_number_as,
};
pub use ordinal::{print_ordinal, read_ordinal};
pub use period::{Period, PeriodError};
pub use qualifier::Qualifier;
pub use quantity::{Quantity, QuantityError};
pub use rank::print_rank;
pub use read_date::read_date;
pub use read_words::read_number_in_words;
pub use search_words::{SearchWord, search_words};
pub use series::{Streak, streak};
pub use style::{DateSeparator, Ordinals, Style, TonePlacement};
pub use text::{first_lower, first_upper};
pub use tone::{place_tones, spelled};
pub use unit::{Base, Unit, UnitError};
pub use verdict::{Direction, Verdict, percent_of, verdict};
pub use words::number_in_words;
