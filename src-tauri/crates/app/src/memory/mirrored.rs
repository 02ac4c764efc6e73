//! The words of the model that the page knows too: the same variants, with types for the page.

use serde::{Deserialize, Serialize};
use specta::Type;

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

impl ConclusionKind {
    /// By its stable name: `task`.
    pub fn from_code(code: &str) -> Option<ConclusionKind> {
        tongket_model::ConclusionKind::from_code(code).map(ConclusionKind::from)
    }

    /// Every stable name.
    pub fn codes() -> Vec<&'static str> {
        tongket_model::ConclusionKind::ALL.iter().map(|kind| kind.code()).collect()
    }

    /// "nhiệm vụ"
    pub fn vietnamese(self) -> &'static str {
        tongket_model::ConclusionKind::from(self).vietnamese()
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
}
