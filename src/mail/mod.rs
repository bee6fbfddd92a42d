//! Messages: facts to mail drafts; transports.
