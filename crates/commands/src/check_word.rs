//! The check word: one plain word that the customer's phone and the cashier's page both show once a session is open, so
//! that the two people see that they are in the same operation and not beside each other. It is a keyed hash of the
//! operation's id, so nothing is kept for it, both sides are told the same for ever, and nobody without the
//! deployment's keys can say it. It is a help for honest people in a noisy shop: it opens nothing and proves nothing.

use specie_domain::ids::OperationId;

use crate::calls::Commands;

/// Short words that are hard to mishear for one another; the list never changes, only its order of use is secret.
const WORDS: [&str; 256] = [
    "acorn", "actor", "alarm", "album", "alley", "amber", "anchor", "angel", "ankle", "apple", "apron",
    "arch", "arrow", "atlas", "attic", "autumn", "bacon", "badge", "bagel", "ballet", "bamboo", "banana",
    "banjo", "barn", "basil", "basket", "beach", "beaver", "bell", "bench", "berry", "bike", "bird",
    "biscuit", "bison", "blanket", "boat", "bonfire", "book", "bottle", "branch", "bread", "brick", "bridge",
    "broom", "brush", "bubble", "bucket", "bunny", "butter", "button", "cabin", "cactus", "cake", "camel",
    "camera", "candle", "canoe", "carpet", "carrot", "castle", "cedar", "cello", "chalk", "cherry", "chess",
    "circus", "clock", "cloud", "clover", "coat", "cocoa", "coffee", "comet", "copper", "coral", "cotton",
    "crab", "crayon", "cricket", "crown", "curtain", "daisy", "dancer", "deer", "desert", "desk", "dinner",
    "dolphin", "donkey", "door", "dragon", "drum", "duck", "eagle", "easel", "elbow", "elephant", "engine",
    "falcon", "farm", "feather", "fence", "ferry", "fiddle", "field", "finger", "fire", "flag", "flute",
    "forest", "fork", "fox", "frog", "galaxy", "garden", "garlic", "gate", "ginger", "giraffe", "glove",
    "goat", "gold", "goose", "grape", "grass", "guitar", "hammer", "harbor", "harp", "hawk", "hazel",
    "helmet", "hill", "honey", "horse", "hotel", "house", "igloo", "iris", "island", "ivory", "jacket",
    "jasmine", "jelly", "jewel", "juice", "jungle", "kettle", "key", "kitchen", "kite", "kiwi", "knight",
    "koala", "ladder", "lake", "lamp", "lantern", "lemon", "leopard", "lettuce", "lily", "lion", "lizard",
    "lobster", "magnet", "mango", "maple", "marble", "market", "meadow", "melon", "mirror", "monkey", "moon",
    "mountain", "mouse", "museum", "music", "needle", "nest", "nickel", "noodle", "nutmeg", "oak", "ocean",
    "olive", "onion", "orange", "orchid", "otter", "owl", "oyster", "paint", "panda", "paper", "parrot",
    "peach", "pear", "pebble", "pencil", "penguin", "pepper", "piano", "picnic", "pigeon", "pillow", "pine",
    "planet", "plum", "pocket", "pony", "potato", "pumpkin", "puzzle", "quilt", "rabbit", "radio", "rain",
    "raven", "ribbon", "river", "robin", "rocket", "rope", "rose", "sail", "salmon", "sand", "satin",
    "school", "shell", "silver", "spoon", "squirrel", "stairs", "star", "summer", "sunset", "table", "tiger",
    "tomato", "train", "tulip", "turtle", "umbrella", "valley", "velvet", "violin", "wagon", "walnut",
    "whale", "willow", "window", "zebra",
];

/// Whether `text` is one of the words.
pub(crate) fn is_check_word(text: &str) -> bool {
    WORDS.contains(&text)
}

impl Commands {
    /// The operation's check word.
    #[must_use]
    pub fn check_word(&self, operation_id: OperationId) -> &'static str {
        let [first, ..] = *self.vault.check_number(operation_id).as_bytes();
        WORDS.get(usize::from(first)).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_words_are_plain_short_and_each_there_once() {
        let words: BTreeSet<&str> = WORDS.into_iter().collect();
        assert_eq!(words.len(), WORDS.len());
        for word in WORDS {
            let is_plain = word.bytes().all(|byte| byte.is_ascii_lowercase());
            assert!(is_plain && (2..=8).contains(&word.len()), "{word}");
        }
    }
}
