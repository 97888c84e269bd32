"""Word files (DOCX): Office Open XML, ISO/IEC 29500, part 1, section 17 (WordprocessingML)."""
