//! The terminal: tables, prompts, colour, problems with their source lines.
