//! Texts made of Vietnamese syllables of which it is known how they are typed without accents, and
//! the truth about what a query has to find in them, told by going through all of them.

use crate::Chance;

/// Beginnings and ends of syllables, as written and without accents. No syllable of them reads as a
/// number.
const BEGINNINGS: [(&str, &str); 20] = [
    ("đ", "d"),
    ("Đ", "d"),
    ("kh", "kh"),
    ("ph", "ph"),
    ("tr", "tr"),
    ("ch", "ch"),
    ("gi", "gi"),
    ("ng", "ng"),
    ("nh", "nh"),
    ("qu", "qu"),
    ("b", "b"),
    ("g", "g"),
    ("h", "h"),
    ("k", "k"),
    ("n", "n"),
    ("p", "p"),
    ("r", "r"),
    ("s", "s"),
    ("t", "t"),
    ("th", "th"),
];
const ENDS: [(&str, &str); 24] = [
    ("ương", "uong"),
    ("ượng", "uong"),
    ("iệt", "iet"),
    ("ành", "anh"),
    ("ạnh", "anh"),
    ("ình", "inh"),
    ("ổng", "ong"),
    ("ống", "ong"),
    ("ực", "uc"),
    ("ước", "uoc"),
    ("ấp", "ap"),
    ("ặng", "ang"),
    ("uyết", "uyet"),
    ("uỷ", "uy"),
    ("ủy", "uy"),
    ("oạt", "oat"),
    ("ầu", "au"),
    ("ến", "en"),
    ("ễn", "en"),
    ("ột", "ot"),
    ("ốt", "ot"),
    ("ền", "en"),
    ("ỡng", "ong"),
    ("ưởng", "uong"),
];

pub struct Corpus {
    /// As written.
    pub texts: Vec<String>,
    /// The same word by word, as typed without accents.
    words: Vec<Vec<u16>>,
    /// What each number stands for.
    plain: Vec<String>,
}

/// A query and how many texts hold what it asks for.
pub struct Question {
    pub text: String,
    pub n_hits: usize,
}

impl Corpus {
    /// So many texts of so many words; some words are much more frequent than others.
    pub fn new(n_texts: usize, n_words: usize, chance: &mut Chance) -> Corpus {
        let mut corpus = Corpus { texts: Vec::new(), words: Vec::new(), plain: Vec::new() };
        let n_syllables = BEGINNINGS.len() * ENDS.len();
        let syllables: Vec<(String, u16)> =
            (0..n_syllables).map(|at| corpus.syllable(at)).collect();
        for _ in 0..n_texts {
            let (mut text, mut words) = (String::new(), Vec::new());
            for _ in 0..n_words {
                let (first, second) = (chance.below(n_syllables), chance.below(n_syllables));
                let (written, word) = &syllables[first * second / n_syllables];
                text.push_str(written);
                text.push_str(chance.one_of(&[" ", " ", " ", ", ", "; "]));
                words.push(*word);
            }
            corpus.texts.push(text.trim_end().to_owned());
            corpus.words.push(words);
        }
        corpus
    }

    fn syllable(&mut self, at: usize) -> (String, u16) {
        // Spread, so that frequent ones are not all alike.
        let at = at * 7 % (BEGINNINGS.len() * ENDS.len());
        let (beginning, end) = (BEGINNINGS[at % BEGINNINGS.len()], ENDS[at / BEGINNINGS.len()]);
        let plain = format!("{}{}", beginning.1, end.1);
        let number = self.plain.iter().position(|known| *known == plain).unwrap_or_else(|| {
            self.plain.push(plain);
            self.plain.len() - 1
        });
        (format!("{}{}", beginning.0, end.0), u16::try_from(number).unwrap())
    }

    /// One to three words of a text in any order, the last perhaps not finished; or three that
    /// stand next to each other, between quotation marks.
    pub fn question(&self, chance: &mut Chance) -> Question {
        let words = &self.words[chance.below(self.words.len())];
        if chance.below(4) == 0 {
            let at = chance.below(words.len() - 3);
            let asked = &words[at..at + 3];
            let holds = |words: &&Vec<u16>| words.windows(3).any(|three| three == asked);
            let text = format!("\"{}\"", self.typed(asked));
            return Question { text, n_hits: self.words.iter().filter(holds).count() };
        }
        let n_asked = 1 + chance.below(3);
        let asked: Vec<u16> = (0..n_asked).map(|_| words[chance.below(words.len())]).collect();
        let (last, whole) = asked.split_last().unwrap();
        let mut begun = self.plain[usize::from(*last)].clone();
        begun.truncate(begun.len() - chance.below(2).min(begun.len() - 2));
        let ends: Vec<bool> = self.plain.iter().map(|word| word.starts_with(&begun)).collect();
        let holds = |words: &&Vec<u16>| {
            whole.iter().all(|word| words.contains(word))
                && words.iter().any(|word| ends[usize::from(*word)])
        };
        let n_hits = self.words.iter().filter(holds).count();
        Question { text: format!("{} {begun}", self.typed(whole)), n_hits }
    }

    fn typed(&self, words: &[u16]) -> String {
        let words: Vec<&str> =
            words.iter().map(|word| self.plain[usize::from(*word)].as_str()).collect();
        words.join(" ")
    }
}

/// Pieces of the query language of FTS5, of SQL, and of text that is hard to read.
const PIECES: [&str; 40] = [
    "\"", "\"\"", "'", "*", "^", "+", "-", "(", ")", ":", "{", "}", "AND", "OR", "NOT", "NEAR(",
    "NEAR", "words:", "rowid", ";", "--", "%", "_", "\\", "\0", "\u{301}", "\u{feff}", "\u{202e}",
    "«", "“", "”", "24-CT/TU", "102.614", "…", "XVI", "đ", "Đ", "🎉", "\u{e000}", "\n",
];

/// A query as nobody should type it.
pub fn hostile_query(chance: &mut Chance) -> String {
    let mut query = String::new();
    for _ in 0..chance.below(24) {
        match chance.below(8) {
            0 => query.extend(char::from_u32(chance.below(0x11_0000) as u32)),
            1 => query.push_str(&"a".repeat(chance.below(300))),
            2 => query.push(' '),
            _ => query.push_str(chance.one_of(&PIECES)),
        }
    }
    query
}
