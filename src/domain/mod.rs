//! The facts: what happened, was said, sent, ordered, paid; and the moves that change them.
