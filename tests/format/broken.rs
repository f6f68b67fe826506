//! What is broken is told with its place and cause.
