"""Agencies: names, groups, lists, headings, and names written out in full."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.find.agencies import expand, find_agencies, is_agency_heading, read_agencies

LISTS = [
    # text, members, what is odd about it
    ("Sở Y tế, Công an tỉnh chủ trì", ["Sở Y tế", "Công an tỉnh"], "a subject ends at its verb"),
    (
        "Sở Giáo dục và Đào tạo và Sở Văn hóa, Thể thao và Du lịch phối hợp",
        ["Sở Giáo dục và Đào tạo", "Sở Văn hóa, Thể thao và Du lịch"],
        "commas and 'và' inside names",
    ),
    (
        "Sở VHTT&DL, Sở LĐ-TBXH, Sở NN-PTNT",
        ["Sở VHTT&DL", "Sở LĐ-TBXH", "Sở NN-PTNT"],
        "abbreviations with marks inside",
    ),
    (
        "Uỷ ban nhân dân các huyện, thành phố; Toà án nhân dân tỉnh",
        ["Uỷ ban nhân dân các huyện, thành phố", "Toà án nhân dân tỉnh"],
        "old tone marks; one entry for all districts",
    ),
    (
        "UBND các xã, phường, đặc khu và Thuế tỉnh",
        ["UBND các xã, phường, đặc khu", "Thuế tỉnh"],
        "communes since July 2025",
    ),
    ("HĐND, UBND các cấp", ["HĐND", "UBND các cấp"], "the level stands once"),
    (
        "Kho bạc Nhà nước khu vực VII, Quân khu 1",
        ["Kho bạc Nhà nước khu vực VII", "Quân khu 1"],
        "numbers that belong to names",
    ),
    (
        "Ngân hàng Chính sách xã hội - Chi nhánh tỉnh Lạng Sơn",
        ["Ngân hàng Chính sách xã hội - Chi nhánh tỉnh Lạng Sơn"],
        "a branch",
    ),
    ("UBND huyện Cần Giờ tổ chức", ["UBND huyện Cần Giờ"], "'cần' is a verb elsewhere"),
    (
        "Đài Truyền hình Thành phố",
        ["Đài Truyền hình Thành phố"],
        "'hình thành' is a verb elsewhere",
    ),
    (
        "Viện Khoa học Lao động và Xã hội, Trường THCS Chu Văn An",
        ["Viện Khoa học Lao động và Xã hội", "Trường THCS Chu Văn An"],
        "names that no list knows; 'xã' of 'Xã hội' is no commune",
    ),
    (
        "Ủy ban Quốc gia về trẻ thơ, Ban Quản lý Vườn quốc gia Núi Cao",
        ["Ủy ban Quốc gia về trẻ thơ", "Ban Quản lý Vườn quốc gia Núi Cao"],
        "what follows 'quốc gia'",
    ),
    (
        "Ban Chỉ đạo phòng, chống dịch tỉnh, Hội đồng thẩm định",
        ["Ban Chỉ đạo phòng, chống dịch tỉnh", "Hội đồng thẩm định"],
        "a comma that separates nothing",
    ),
    (
        "Phòng Cảnh sát giao thông Công an tỉnh, Ban Pháp chế Hội đồng nhân dân tỉnh",
        ["Phòng Cảnh sát giao thông Công an tỉnh", "Ban Pháp chế Hội đồng nhân dân tỉnh"],
        "a unit and its house",
    ),
    ("các sở, ban, ngành liên quan", ["các sở, ban, ngành liên quan"], "a group is one entry"),
    (
        "các sở, ban, ngành liên quan và các địa phương",
        ["các sở, ban, ngành liên quan", "các địa phương"],
        "a new 'các' begins a new entry",
    ),
    (
        "các cơ quan, đơn vị và địa phương liên quan",
        ["các cơ quan, đơn vị và địa phương liên quan"],
        "'liên quan' binds the whole row",
    ),
    (
        "các bộ, ngành và địa phương; các bộ, ban, ngành, đoàn thể trung ương và địa phương",
        ["các bộ, ngành và địa phương", "các bộ, ban, ngành, đoàn thể trung ương và địa phương"],
        "all levels of the apparatus are one group",
    ),
    (
        "Các Bộ, cơ quan trung ương và địa phương: rà soát",
        ["Các Bộ, cơ quan trung ương và địa phương"],
        "likewise",
    ),
    (
        "các sở, ban, ngành và địa phương",
        ["các sở, ban, ngành", "địa phương"],
        "a province's departments and its places are two",
    ),
    (
        "các bộ, ngành liên quan và địa phương",
        ["các bộ, ngành liên quan", "địa phương"],
        "'liên quan' closes the first group",
    ),
    (
        "các bộ, ngành, liên quan xây dựng",
        ["các bộ, ngành, liên quan"],
        "a stray comma before 'liên quan'",
    ),
    (
        "các bộ, ngành, liên quan đến tài sản",
        ["các bộ, ngành"],
        "'liên quan đến' is no such word",
    ),
    (
        "các tổ chức, cá nhân và doanh nghiệp",
        ["các tổ chức, cá nhân và doanh nghiệp"],
        "one 'các' governs the row",
    ),
    (
        "lực lượng kiểm lâm, lực lượng bảo vệ rừng của chủ rừng và chính quyền địa phương",
        ["lực lượng kiểm lâm", "lực lượng bảo vệ rừng của chủ rừng", "chính quyền địa phương"],
        "a noun said twice begins a new entry; an owner in lower case",
    ),
    (
        "các trường đào tạo, bồi dưỡng cán bộ, công chức của các bộ, cơ quan ngang bộ: tăng cường",
        ["các trường đào tạo, bồi dưỡng cán bộ, công chức của các bộ, cơ quan ngang bộ"],
        "a group that belongs to a group",
    ),
    (
        "Các báo viết, tạp chí, tập san của các bộ, ngành, địa phương",
        ["Các báo viết, tạp chí, tập san của các bộ, ngành, địa phương"],
        "kinds of papers in a row",
    ),
    (
        "các Báo điện tử và các bộ, ngành, địa phương",
        ["các Báo điện tử", "các bộ, ngành, địa phương"],
        "a paper narrowed",
    ),
    (
        "các cơ quan chủ quản báo chí, các đối tác, các đơn vị sự nghiệp công lập",
        ["các cơ quan chủ quản báo chí", "các đối tác", "các đơn vị sự nghiệp công lập"],
        "heads of groups",
    ),
    (
        "các tập đoàn, tổng công ty nhà nước, các hiệp hội ngành hàng và các cơ sở giáo dục",
        [
            "các tập đoàn, tổng công ty nhà nước",
            "các hiệp hội ngành hàng",
            "các cơ sở giáo dục",
        ],
        "heads of groups",
    ),
    (
        "Ban Chỉ đạo Trung ương các Chương trình mục tiêu quốc gia đề xuất",
        ["Ban Chỉ đạo Trung ương các Chương trình mục tiêu quốc gia"],
        "a committee's programmes",
    ),
    (
        "Ban Chỉ đạo Trung ương về kết quả thực hiện",
        ["Ban Chỉ đạo Trung ương"],
        "what is reported to it is no part of its name",
    ),
    (
        "Ủy ban nhân dân thành phố Thủ Đức và các quận - huyện: tổng hợp",
        ["Ủy ban nhân dân thành phố Thủ Đức và các quận - huyện"],
        "one committee's name for several places",
    ),
    (
        "Đoàn Thanh niên các tỉnh, thành phố và tương đương, các tỉnh, thành Đoàn",
        ["Đoàn Thanh niên các tỉnh, thành phố và tương đương", "các tỉnh, thành Đoàn"],
        "levels of the Youth Union",
    ),
    (
        "Trung tâm Giống cây trồng, vật nuôi và thủy sản",
        ["Trung tâm Giống cây trồng, vật nuôi và thủy sản"],
        "a pair of words with a comma",
    ),
    (
        "các sở, ngành và chính quyền địa phương",
        ["các sở, ngành", "chính quyền địa phương"],
        "another kind of body",
    ),
    (
        "các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ",
        ["các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ"],
        "one group",
    ),
    (
        "các Sở, ban, ngành, thành phố Thủ Đức, các Quận/Huyện và các đơn vị có liên quan",
        [
            "các Sở, ban, ngành",
            "thành phố Thủ Đức",
            "các Quận/Huyện",
            "các đơn vị có liên quan",
        ],
        "places among agencies",
    ),
    (
        "các cơ quan, đơn vị, tổ chức thực hiện Kế hoạch",
        ["các cơ quan, đơn vị"],
        "'tổ chức' is the verb here",
    ),
    (
        "các trường mầm non, tiểu học trên địa bàn, trạm y tế",
        ["các trường mầm non, tiểu học trên địa bàn", "trạm y tế"],
        "kinds of schools in a row",
    ),
    (
        "các đơn vị thuộc, trực thuộc Bộ Tư pháp",
        ["các đơn vị thuộc, trực thuộc Bộ Tư pháp"],
        "with their owner",
    ),
    (
        "các Bộ: Công an, Nông nghiệp và PTNT; UBND các tỉnh",
        ["Công an", "Nông nghiệp và PTNT", "UBND các tỉnh"],
        "the head is said once",
    ),
    (
        "Giám đốc các Sở và Thủ trưởng các ban, ngành tỉnh; Chủ tịch UBND các xã, phường",
        [
            "Giám đốc các Sở",
            "Thủ trưởng các ban, ngành tỉnh",
            "Chủ tịch UBND các xã, phường",
        ],
        "positions",
    ),
    (
        "Chánh Văn phòng HĐND và UBND huyện, Trưởng phòng Nội vụ, Trưởng các thôn",
        ["Chánh Văn phòng HĐND và UBND huyện", "Trưởng phòng Nội vụ", "Trưởng các thôn"],
        "the title's last words open the house's name",
    ),
    ("Phó Thủ tướng Trần Văn Bình chỉ đạo", ["Phó Thủ tướng Trần Văn Bình"], "a person"),
    ("các đồng chí Giám đốc Sở Y tế", ["Giám đốc Sở Y tế"], "the address is passed over"),
    ("Sở Y tế (cơ quan thường trực), Sở Nội vụ", ["Sở Y tế", "Sở Nội vụ"], "a remark between"),
    ("Tổ chức 10 lớp tập huấn", [], "'Tổ chức' is the verb"),
    ("Báo cáo kết quả thực hiện", [], "no 'Báo'"),
    ("Cơ sở dữ liệu của Sở Y tế", [], "no 'Cơ sở', and the agency comes later"),
]

CELLS = [
    ("Sở Nội vụ\nSở Tư pháp", ["Sở Nội vụ", "Sở Tư pháp"], "a line each"),
    ("Sở Công Thương/Sở Y tế", ["Sở Công Thương", "Sở Y tế"], "a slash"),
    ("Vụ GDTC Vụ GDĐH", ["Vụ GDTC", "Vụ GDĐH"], "nothing between"),
    (
        "trường đại học, vườn ươm, tổ chức hỗ trợ khởi nghiệp và quỹ đầu tư",
        ["trường đại học", "vườn ươm", "tổ chức hỗ trợ khởi nghiệp", "quỹ đầu tư"],
        "items that no list knows",
    ),
    ("Sở Y tế chủ trì", ["Sở Y tế"], "a cue ends the list here, too"),
]

SENTENCES = [
    (
        "Định kỳ, các đơn vị gửi báo cáo về Sở Tư pháp để trình Ủy ban nhân dân tỉnh.",
        ["các đơn vị", "Sở Tư pháp", "Ủy ban nhân dân tỉnh"],
    ),
    ("Bồi dưỡng cán bộ y tế, cán bộ tư pháp tại trụ sở công an.", []),
    ("Theo Luật Hải quan và Công văn số 12/UBND-VX.", []),
    ("Tiếp tục thanh tra, kiểm tra việc đóng bảo hiểm xã hội.", []),
    ("HỘI NGHỊ TRIỂN KHAI KẾ HOẠCH CỦA SỞ XÂY DỰNG", ["SỞ XÂY DỰNG"]),
]

HEADINGS = [
    "Sở Giáo dục và Đào tạo",
    "SỞ Y TẾ:",
    "Ban Dân tộc tỉnh (cơ quan thường trực)",
    "Trách nhiệm của các đơn vị trực thuộc Sở Y tế",
    "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội",
    "Bộ Y tế chủ trì, phối hợp với các bộ, ngành liên quan:",
    "Công an tỉnh có trách nhiệm",
    "Các huyện, thành phố",
    "Các Bộ: Công an, Quốc phòng",
]

NO_HEADINGS = [
    "Tổ chức thực hiện",
    "Phân công trách nhiệm các bộ, ngành",
    "Sở Y tế xây dựng kế hoạch kiểm tra",
    "Cơ sở vật chất",
    "Hội nghị, hội thảo",
    "Đối với cấp huyện",
    "Tỉnh Bắc Kạn",
    "",
]

EXPANSIONS = [
    ("UBND TP. HCM", "Ủy ban nhân dân thành phố Hồ Chí Minh"),
    ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
    ("Bộ GD&ĐT", "Bộ Giáo dục và Đào tạo"),
    ("Sở VH, TT&DL", "Sở Văn hóa, Thể thao và Du lịch"),
    ("Sở VHTT", "Sở Văn hóa và Thể thao"),
    ("Phòng VHTT", "Phòng Văn hóa và Thông tin"),
    ("Đài PT-TH tỉnh", "Đài Phát thanh và Truyền hình tỉnh"),
    (
        "Chủ tịch UBND các tỉnh trực thuộc TW",
        "Chủ tịch Ủy ban nhân dân các tỉnh trực thuộc Trung ương",
    ),
    ("UBMTTQVN tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
    ("Sở Y tế", "Sở Y tế"),
]

# Names that stand well in any list: none goes on in the next, none is a group.
PLAIN = [
    "Sở Y tế",
    "Công an tỉnh",
    "UBND các xã, phường",
    "Tỉnh đoàn",
    "Sở Văn hóa, Thể thao và Du lịch",
]


def texts(found):
    return [mention.text for mention in found]


@pytest.mark.parametrize(("text", "expected", "remark"), LISTS)
def test_lists_in_sentences(text, expected, remark):
    found, behind = read_agencies(text)
    assert texts(found) == expected, remark
    assert behind == (found[-1].end if found else 0)


@pytest.mark.parametrize(("text", "expected", "remark"), CELLS)
def test_lists_in_cells_and_labelled_lines(text, expected, remark):
    found, _ = read_agencies(text, open_items=True)
    assert texts(found) == expected, remark


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_mentions_in_sentences(text, expected):
    assert texts(find_agencies(text)) == expected


def test_a_list_may_begin_and_end_inside_a_text():
    text = "Phối hợp với doanh nghiệp, Sở Y tế và Công an tỉnh kiểm tra"
    found, behind = read_agencies(text, text.index("doanh"), text.index(" và Công"))
    assert texts(found) == ["doanh nghiệp", "Sở Y tế"]
    assert text[behind:].startswith(" và Công an")


def test_members_of_a_row_get_the_head_that_is_said_once():
    found = find_agencies("Bộ trưởng các Bộ: Tài chính, GD&ĐT")
    assert [mention.name for mention in found] == [
        "Bộ trưởng các Bộ: Tài chính",
        "Bộ trưởng Bộ Giáo dục và Đào tạo",
    ]


def test_groups_and_unknown_names_say_so():
    known, group, unknown = find_agencies("Sở Y tế, các sở, ngành liên quan, Viện Hạt giống")
    assert (known.known, known.group) == (True, False)
    assert group.group
    assert not unknown.known


@pytest.mark.parametrize("heading", HEADINGS)
def test_headings_that_name_agencies_only(heading):
    assert is_agency_heading(heading)


@pytest.mark.parametrize("heading", NO_HEADINGS)
def test_other_headings(heading):
    assert not is_agency_heading(heading)


@pytest.mark.parametrize(("mention", "full"), EXPANSIONS)
def test_full_names(mention, full):
    assert expand(mention) == full


@pytest.mark.parametrize(
    "link", ["Văn phòng ", "thuộc Bộ Y tế ", "Giám đốc, ", "các bộ, ", "(", "A-"]
)
def test_endless_chains_end(link):
    text = link * 3000
    assert all(mention.text for mention in find_agencies(text))
    assert len(read_agencies(text, open_items=True)[0]) <= 3000


@given(
    st.lists(st.sampled_from(PLAIN), min_size=1, max_size=6), st.sampled_from([", ", "; ", " và "])
)
def test_a_joined_list_comes_apart_again(names, separator):
    found, behind = read_agencies(separator.join(names) + " chủ trì")
    assert texts(found) == names
    assert behind == len(separator.join(names))
