//! Whether a word is a Vietnamese syllable: the measure by which one reading of unknown bytes is
//! better than another. Old codes read wrongly give letters and signs that no syllable has.

use unicode_normalization::UnicodeNormalization;

use super::tcvn3::is_tone;

const ONSETS: [&str; 29] = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "kr", "l", "m", "n", "ng",
    "ngh", "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
];

/// What may stand behind an onset, without its tone.
const RIMES: [&str; 21] = [
    "a ac ach ai am an ang anh ao ap at au ay ak",
    "ăc ăk ăm ăn ăng ăp ăt",
    "âc âm ân âng âp ât âu ây",
    "e ec em en eng eo ep et ek",
    "ê êch êm ên êng ênh êp êt êu",
    "i ia ich im in inh ip it iu ic",
    "iêc iêm iên iêng iêp iêt iêu",
    "o oc oi om on ong op ot ok",
    "oa oac oach oai oam oan oang oanh oao oap oat oay",
    "oăc oăm oăn oăng oăt oe oen oeo oet oong ooc",
    "ô ôc ôi ôm ôn ông ôp ôt ôk ôông",
    "ơ ơi ơm ơn ơp ơt ơng",
    "u ua uc ui um un ung up ut uk",
    "uâ uân uâng uât uây uê uêch uên uênh uơ uy uya",
    "uych uyên uyêt uyn uynh uyp uyt uyu",
    "uô uôc uôi uôm uôn uông uôt",
    "ư ưa ưc ưi ưm ưn ưng ưt ưu",
    "ươc ươi ươm ươn ương ươp ươt ươu",
    "y yêm yên yêng yêt yêu",
    "ych ynh yt yn yp",
    "ươ",
];

/// How many words with letters beyond ASCII a text has, and how many of them are syllables.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Score {
    pub(super) n_words: usize,
    pub(super) n_syllables: usize,
}

impl Score {
    pub(super) fn of(text: &str) -> Score {
        let mut score = Score::default();
        let telling = |word: &&str| !word.is_ascii() && word.contains(char::is_alphabetic);
        for word in text.split(separates).filter(telling) {
            score.n_words += 1;
            score.n_syllables += usize::from(is_syllable(word));
        }
        score
    }

    /// Share of the words that are syllables, in per cent; 100 without any words.
    pub(super) fn percent(self) -> usize {
        (100 * self.n_syllables).checked_div(self.n_words).unwrap_or(100)
    }
}

/// Space and signs that stand beside words in any code.
fn separates(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => !c.is_ascii_alphabetic(),
        '\u{a0}' | '“' | '”' | '‘' | '’' | '–' | '—' | '…' | '•' => true,
        _ => false,
    }
}

fn is_syllable(word: &str) -> bool {
    let mut n_tones = 0;
    let mut tone = None;
    let plain: String = word
        .chars()
        .flat_map(char::to_lowercase)
        .nfd()
        .filter(|mark| {
            if is_tone(*mark) {
                n_tones += 1;
                tone = Some(*mark);
            }
            !is_tone(*mark)
        })
        .nfc()
        .collect();
    // Signs of measure and footnote marks stand in any code: m², 30°.
    if plain.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, '²' | '³' | '°' | 'º'))
        && n_tones == 0
    {
        return true;
    }
    let stopped = plain.ends_with(['c', 'p', 't']) || plain.ends_with("ch");
    // A syllable that ends in a stop has only the acute or the dot below.
    if n_tones > 1 || (stopped && !matches!(tone, None | Some('\u{301}' | '\u{323}'))) {
        return false;
    }
    ONSETS.iter().any(|onset| plain.strip_prefix(onset).is_some_and(is_rime))
}

fn is_rime(rest: &str) -> bool {
    RIMES.iter().any(|row| row.split(' ').any(|rime| rime == rest))
}
