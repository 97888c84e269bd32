"""Older word processors' files (DOC, RTF, ODT): LibreOffice turns them into DOCX."""
