"""The sentences that tell a person why a file was not read, one row for each reason."""

from __future__ import annotations

import os
from pathlib import Path

from extract.errors import ReadError

MESSAGES: dict[str, tuple[str, str]] = {
    "not_found": (
        "{path}: không tìm thấy tệp này.",
        "{path}: there is no such file.",
    ),
    "is_folder": (
        "{path}: thư mục này không có tệp nào đọc được (các loại đọc được: {suffixes}).",
        "{path}: a folder in which no file can be read (kinds that are read: {suffixes}).",
    ),
    "not_readable": (
        "{path}: không mở được tệp ({reason}).",
        "{path}: the file cannot be opened ({reason}).",
    ),
    "empty": (
        "{path}: tệp rỗng, không có chữ nào.",
        "{path}: is empty, it holds no text.",
    ),
    "too_large": (
        "{path}: tệp quá lớn ({size:.1f} MB; tối đa {limit} MB).",
        "{path}: is too large ({size:.1f} MB; at most {limit} MB).",
    ),
    "long_line": (
        "{path}: dòng {line} quá dài ({length} ký tự; tối đa {limit}).",
        "{path}: line {line} is too long ({length} characters; at most {limit}).",
    ),
    "long_text": (
        "{path}: văn bản quá dài ({length} ký tự; tối đa {limit}).",
        "{path}: the text is too long ({length} characters; at most {limit}).",
    ),
    "binary": (
        "{path}: nội dung tệp không phải là chữ.",
        "{path}: is a binary file, not text.",
    ),
    "encrypted": (
        "{path}: tệp có mật khẩu; hãy bỏ mật khẩu rồi lưu lại.",
        "{path}: is protected by a password; save it without one.",
    ),
    "damaged": (
        "{path}: tệp bị hỏng hoặc bị cắt cụt ({reason}); hãy xin lại bản gốc hoặc mở rồi lưu lại.",
        "{path}: is damaged or cut off ({reason}); get it again, or open it and save it anew.",
    ),
    "too_many_pages": (
        "{path}: quá nhiều trang ({pages}; tối đa {limit}); hãy tách tệp.",
        "{path}: has too many pages ({pages}; at most {limit}); split the file.",
    ),
    "too_complex": (
        "{path}: cấu trúc tệp quá phức tạp ({reason}); hãy mở và lưu lại ở định dạng đơn giản hơn.",
        "{path}: its structure is too complex ({reason}); open it and save it in a simpler form.",
    ),
    "unpacks_too_large": (
        "{path}: nội dung nén bung ra quá lớn (trên {limit} MB), có thể là tệp cố ý gây hại;"
        " hãy hỏi lại người gửi.",
        "{path}: unpacks to more than {limit} MB and may have been made to do harm; ask who"
        " sent it.",
    ),
    "image_too_large": (
        "{path}: ảnh quá lớn ({width} x {height} điểm ảnh; tối đa {limit} triệu);"
        " hãy quét lại ở 300 dpi.",
        "{path}: the image is too large ({width} x {height} pixels; at most {limit} million);"
        " scan it again at 300 dpi.",
    ),
    "no_text": (
        "{path}: không thấy chữ nào trong tệp; hãy mở xem tệp có đúng là văn bản không.",
        "{path}: no text was found in it; open it and see whether it is the document.",
    ),
    "too_slow": (
        "{path}: đọc quá {limit} giây vẫn chưa xong nên đã dừng; hãy mở và lưu lại tệp.",
        "{path}: reading was stopped after {limit} seconds; open the file and save it anew.",
    ),
    "too_much_memory": (
        "{path}: đọc tệp cần quá {limit} MB bộ nhớ nên đã dừng; hãy tách hoặc lưu lại tệp.",
        "{path}: reading needs more than {limit} MB of memory and was stopped; split the file or"
        " save it anew.",
    ),
    "reader_died": (
        "{path}: chương trình đọc tệp bị ngắt giữa chừng ({reason}); hãy mở và lưu lại tệp.",
        "{path}: the program that reads it ended unexpectedly ({reason});"
        " open it and save it anew.",
    ),
    "tool_failed": (
        "{path}: {tool} không đọc được tệp ({reason}); hãy mở và lưu lại tệp.",
        "{path}: {tool} could not read it ({reason}); open it and save it anew.",
    ),
    "several_documents": (
        "{path}: tệp nén chứa nhiều văn bản; hãy đọc bằng lệnh kehoach run.",
        "{path}: the archive holds several documents; read it with kehoach run.",
    ),
    "no_documents": (
        "{path}: tệp nén không có văn bản nào đọc được (các loại đọc được: {suffixes}).",
        "{path}: the archive holds no document that can be read (kinds: {suffixes}).",
    ),
    "not_text": (
        "{path}: tên tệp có đuôi {suffix} nhưng nội dung là {kind}, không phải văn bản thuần.",
        "{path}: is named {suffix} but holds {kind}, not plain text.",
    ),
    "unsupported": (
        "{path}: chưa đọc được loại tệp này ({kind}); các loại đọc được: {suffixes}.",
        "{path}: this kind of file is not read ({kind}); kinds that are read: {suffixes}.",
    ),
    "wrong_encoding": (
        "{path}: không đọc được bảng mã chữ{hint_vi}; hãy lưu lại tệp ở bảng mã UTF-8.",
        "{path}: the text's encoding cannot be read{hint_en}; save the file as UTF-8.",
    ),
}


def problem(code: str, path: Path, **facts: object) -> ReadError:
    """The error `code` about the file `path`; `facts` fill the gaps of its two sentences.

    >>> problem("empty", Path("a.txt")).en
    'a.txt: is empty, it holds no text.'
    """
    vi, en = MESSAGES[code]
    name = shown(path)
    return ReadError(code, vi.format(path=name, **facts), en.format(path=name, **facts))


def shown(path: Path) -> str:
    """The path with forward slashes; bytes that are no UTF-8 become U+FFFD, so it can be written.

    >>> shown(Path("a") / "b.txt")
    'a/b.txt'
    """
    return os.fsencode(path.as_posix()).decode("utf-8", errors="replace")
