"""Text that flows: paragraphs and tables of formats without pages (Word, web pages), between what
their files say and the source document."""
