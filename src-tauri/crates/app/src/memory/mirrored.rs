//! The words of the model that the page knows too: the same variants, with types for the page.

use serde::{Deserialize, Serialize};
use specta::Type;
use tongket_figures::fold;

macro_rules! mirrored {
    ($($name:ident of $model:ident { $($variant:ident),+ $(,)? })+) => {$(
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name {
            $($variant),+
        }

        impl From<tongket_model::$model> for $name {
            fn from(of: tongket_model::$model) -> $name {
                match of {
                    $(tongket_model::$model::$variant => $name::$variant),+
                }
            }
        }

        impl From<$name> for tongket_model::$model {
            fn from(of: $name) -> tongket_model::$model {
                match of {
                    $($name::$variant => tongket_model::$model::$variant),+
                }
            }
        }
    )+};
}

mirrored! {
    BodyKind of BodyKind { Post, Collective }
    DocumentState of DocumentState { Pending, Issued }
    RelationKind of RelationKind { Implements, Amends, Replaces }
    EventKind of EventKind { Drafted, Consulted, Submitted, Issued, MidTermReview, FinalReview }
    Answer of Answer { Accepted, Explained }
    ConclusionKind of ConclusionKind {
        Assessment, Instruction, Task, Delegation, Commitment, Request, Proposal, Limitation,
        Cause, Lesson, Solution, Objective, Scheme, Statement,
    }
    CauseKind of CauseKind { Subjective, Objective }
    TaskProgress of Progress { Open, Doing, Done, Dropped }
    Role of Role { Lead, Support }
}

/// "Nhiệm vụ" as one types it: `nhiem-vu`.
fn typed(word: &str) -> String {
    fold(word).replace(' ', "-")
}

impl ConclusionKind {
    /// By its Vietnamese word as it is typed, `nhiem-vu`, or by the stable name of files, `task`.
    pub fn from_word(word: &str) -> Option<ConclusionKind> {
        use tongket_model::ConclusionKind as Kind;
        let is_called = |kind: &Kind| typed(kind.vietnamese()) == typed(word);
        let called = || Kind::ALL.into_iter().find(is_called);
        Kind::from_code(word).or_else(called).map(ConclusionKind::from)
    }

    /// Every word that is typed: `nhiem-vu`.
    pub fn words() -> Vec<String> {
        tongket_model::ConclusionKind::ALL.iter().map(|kind| typed(kind.vietnamese())).collect()
    }

    /// "nhiệm vụ"
    pub fn vietnamese(self) -> &'static str {
        tongket_model::ConclusionKind::from(self).vietnamese()
    }

    /// Every kind with its name, for the page's choices: (`task`, "nhiệm vụ").
    pub fn names() -> Vec<(ConclusionKind, &'static str)> {
        let named = |kind: tongket_model::ConclusionKind| (kind.into(), kind.vietnamese());
        tongket_model::ConclusionKind::ALL.map(named).to_vec()
    }
}

impl TaskProgress {
    /// "đang thực hiện"
    pub fn vietnamese(self) -> &'static str {
        tongket_model::Progress::from(self).vietnamese()
    }

    /// Of a limitation: "đang khắc phục"
    pub fn overcome(self) -> &'static str {
        tongket_model::Progress::from(self).overcome()
    }

    /// Every state with its names, of what is to be done and of a limitation, for the page's
    /// choices: (`doing`, "đang thực hiện", "đang khắc phục").
    pub fn names() -> Vec<(TaskProgress, &'static str, &'static str)> {
        use tongket_model::Progress::{Doing, Done, Dropped, Open};
        [Open, Doing, Done, Dropped].map(|it| (it.into(), it.vietnamese(), it.overcome())).to_vec()
    }
}
