#!/usr/bin/env python3
"""Makes the demo city's units, seats, indicators, figures and plans.

    python3 demo/make-mong-cai.py        writes demo/mong-cai/{units,seats,indicators,figures,plans}.json
                                         and, for 2025–2026 (mong_cai_2025.py), demo/mong-cai/*-2025.json

Why a script: the source publishes ratios only, so the monthly totals below are illustrative and were chosen to
reproduce those ratios exactly; the script shares each total among the reporting units without changing its sum.
The same input always gives the same files. The texts (sessions, report) are written by hand and not touched here.
"""
import hashlib, json, pathlib, sys

import mong_cai_2025

OUT = pathlib.Path(__file__).parent / "mong-cai"

ABOUT = {
    "vi": "Số liệu minh họa. Nguồn công khai chỉ nêu tỷ lệ (Trung tâm TT&VH Móng Cái, tin phiên họp thường kỳ tháng 4/2021, 06/5/2021); các giá trị ở đây được dựng để tính ra đúng các tỷ lệ đó, không phải số thống kê.",
    "en": "Illustrative data. The public source gives ratios only (Móng Cái communications centre, news of the regular session of April 2021, 6 May 2021); the values here were made to reproduce those ratios and are not statistics.",
}


def dump(o, ind=0, width=116):
    """JSON that a person can read: short things on one line."""
    flat = json.dumps(o, ensure_ascii=False)
    if len(flat) + ind <= width or not isinstance(o, (dict, list)):
        return flat
    s, inner = " " * ind, " " * (ind + 2)
    if isinstance(o, dict):
        rows = [f"{inner}{json.dumps(k, ensure_ascii=False)}: {dump(v, ind + 2, width)}" for k, v in o.items()]
        return "{\n" + ",\n".join(rows) + f"\n{s}}}"
    return "[\n" + ",\n".join(inner + dump(v, ind + 2, width) for v in o) + f"\n{s}]"


def save(name, key, rows, about):
    (OUT / name).write_text(dump({"about": about, key: rows}) + "\n", encoding="utf-8")


def T(vi, en):
    return {"vi": vi, "en": en}


# ---------------------------------------------------------------- units
AGENCIES = [  # code, kind, vi, en, short vi, short en, notation
    ("office", "office", "Văn phòng HĐND và UBND thành phố", "Office of the People's Council and People's Committee", "Văn phòng HĐND-UBND", "Office", "VP"),
    ("finance-planning", "department", "Phòng Tài chính – Kế hoạch", "Division of Finance and Planning", "Phòng Tài chính – Kế hoạch", "Finance and Planning", "TCKH"),
    ("economy", "department", "Phòng Kinh tế", "Division of Economy", "Phòng Kinh tế", "Economy", "KT"),
    ("urban-management", "department", "Phòng Quản lý đô thị", "Division of Urban Management", "Phòng Quản lý đô thị", "Urban Management", "QLĐT"),
    ("environment", "department", "Phòng Tài nguyên và Môi trường", "Division of Natural Resources and Environment", "Phòng Tài nguyên và Môi trường", "Natural Resources and Environment", "TNMT"),
    ("education", "department", "Phòng Giáo dục và Đào tạo", "Division of Education and Training", "Phòng Giáo dục và Đào tạo", "Education and Training", "GDĐT"),
    ("home-affairs", "department", "Phòng Nội vụ", "Division of Home Affairs", "Phòng Nội vụ", "Home Affairs", "NV"),
    ("culture-information", "department", "Phòng Văn hóa và Thông tin", "Division of Culture and Information", "Phòng Văn hóa và Thông tin", "Culture and Information", "VHTT"),
    ("justice", "department", "Phòng Tư pháp", "Division of Justice", "Phòng Tư pháp", "Justice", "TP"),
    ("labour", "department", "Phòng Lao động – Thương binh và Xã hội", "Division of Labour, Invalids and Social Affairs", "Phòng Lao động – Thương binh và Xã hội", "Labour and Social Affairs", "LĐTBXH"),
    ("inspectorate", "department", "Thanh tra thành phố", "City Inspectorate", "Thanh tra", "Inspectorate", "TTr"),
    ("health-centre", "agency", "Trung tâm Y tế", "Health Centre", "Trung tâm Y tế", "Health Centre", "TTYT"),
    ("border-gate", "agency", "Ban Quản lý cửa khẩu quốc tế Móng Cái", "Móng Cái International Border Gate Management Board", "Ban Quản lý cửa khẩu", "Border Gate Board", "BQLCK"),
    ("tax", "agency", "Chi cục Thuế", "Tax Office", "Chi cục Thuế", "Tax Office", "CCT"),
    ("project-board", "agency", "Ban Quản lý dự án", "Project Management Board", "Ban Quản lý dự án", "Project Board", "BQLDA"),
    ("land-fund", "agency", "Trung tâm Phát triển quỹ đất", "Land Fund Development Centre", "Trung tâm Phát triển quỹ đất", "Land Fund Centre", "TTPTQĐ"),
    ("communications", "agency", "Trung tâm Truyền thông và Văn hóa", "Communications and Culture Centre", "Trung tâm Truyền thông và Văn hóa", "Communications Centre", "TTTTVH"),
    ("police", "agency", "Công an thành phố", "City Police", "Công an", "Police", "CATP"),
    ("military", "agency", "Ban Chỉ huy quân sự thành phố", "City Military Command", "Ban Chỉ huy quân sự", "Military Command", "BCHQS"),
]
WARDS = [  # code, kind, name, weight by population (illustrative)
    ("tran-phu", "ward", "Trần Phú", 140), ("hai-hoa", "ward", "Hải Hòa", 122), ("binh-ngoc", "ward", "Bình Ngọc", 46),
    ("tra-co", "ward", "Trà Cổ", 58), ("ninh-duong", "ward", "Ninh Dương", 92), ("ka-long", "ward", "Ka Long", 112),
    ("hai-yen", "ward", "Hải Yên", 108), ("hai-xuan", "commune", "Hải Xuân", 84), ("van-ninh", "commune", "Vạn Ninh", 62),
    ("hai-dong", "commune", "Hải Đông", 64), ("hai-tien", "commune", "Hải Tiến", 42), ("quang-nghia", "commune", "Quảng Nghĩa", 34),
    ("bac-son", "commune", "Bắc Sơn", 13), ("hai-son", "commune", "Hải Sơn", 11), ("vinh-trung", "commune", "Vĩnh Trung", 17),
    ("vinh-thuc", "commune", "Vĩnh Thực", 16),
]


def units():
    rows = [dict(code="mong-cai", name=T("UBND thành phố Móng Cái", "People's Committee of Móng Cái City"), short_name=T("Thành phố", "City"),
                 place=T("Móng Cái", "Móng Cái"), kind="city", parent=None, notation="UBND")]
    for code, kind, vi, en, svi, sen, notation in AGENCIES:
        rows.append(dict(code=code, name=T(vi, en), short_name=T(svi, sen), place=T("Móng Cái", "Móng Cái"), kind=kind, parent="mong-cai", notation=notation))
    for code, kind, name, _ in WARDS:
        w = ("phường", "Ward") if kind == "ward" else ("xã", "Commune")
        rows.append(dict(code=code, name=T(f"UBND {w[0]} {name}", f"People's Committee of {name} {w[1]}"),
                         short_name=T(f"{w[0]} {name}", f"{name} {w[1]}"), place=T(name, name), kind=kind, parent="mong-cai", notation="UBND"))
    return rows


# ---------------------------------------------------------------- seats
HEADS = {"health-centre": ("Giám đốc", "Director"), "border-gate": ("Trưởng ban", "Head"), "tax": ("Chi cục trưởng", "Head"),
         "project-board": ("Giám đốc", "Director"), "land-fund": ("Giám đốc", "Director"), "communications": ("Giám đốc", "Director"),
         "police": ("Trưởng Công an", "Chief"), "military": ("Chỉ huy trưởng", "Commander"), "inspectorate": ("Chánh Thanh tra", "Chief Inspector")}
MEMBER_KINDS = {"department"}
MEMBERS = {"police", "military"}


def seat(office, unit, vi, en, account, member=False):
    return dict(office=office, unit=unit, title=T(vi, en), account=account, member=member)


def seats():
    rows = [
        seat("chair", "mong-cai", "Chủ tịch UBND thành phố", "Chair of the City People's Committee", "chu-tich", True),
        seat("vice_chair", "mong-cai", "Phó Chủ tịch UBND thành phố phụ trách kinh tế", "Vice-chair for the economy", "pho-chu-tich-kinh-te", True),
        seat("vice_chair", "mong-cai", "Phó Chủ tịch UBND thành phố phụ trách văn hóa – xã hội", "Vice-chair for culture and social affairs", "pho-chu-tich-van-xa", True),
        seat("head_of_office", "office", "Chánh Văn phòng HĐND và UBND", "Head of the Office", "chanh-van-phong", True),
        seat("office_clerk", "office", "Chuyên viên tổng hợp Văn phòng", "Synthesis officer of the Office", "tong-hop"),
        seat("quality_officer", "office", "Cán bộ quản lý chất lượng", "Quality officer", "chat-luong"),
        seat("administrator", "office", "Quản trị hệ thống", "System administrator", "quan-tri"),
        seat("editor", "communications", "Biên tập viên Trung tâm Truyền thông và Văn hóa", "Editor of the Communications Centre", "bien-tap"),
    ]
    for code, kind, vi, en, svi, sen, _ in AGENCIES:
        if code == "office":
            continue
        head = HEADS.get(code, ("Trưởng phòng", "Head"))
        named = (f"Trưởng {vi[0].lower()}{vi[1:]}" if code not in HEADS else
                 f"{head[0]} {vi}" if code not in ("tax", "inspectorate", "police", "border-gate", "military") else
                 {"tax": "Chi cục trưởng Chi cục Thuế", "inspectorate": "Chánh Thanh tra thành phố", "police": "Trưởng Công an thành phố",
                  "border-gate": "Trưởng Ban Quản lý cửa khẩu quốc tế Móng Cái", "military": "Chỉ huy trưởng Ban Chỉ huy quân sự thành phố"}[code])
        rows.append(seat("unit_head", code, named, f"{head[1]} of the {en}", f"{code}.truong", kind in MEMBER_KINDS or code in MEMBERS))
        rows.append(seat("unit_clerk", code, f"Chuyên viên {svi}", f"Officer, {sen}", f"{code}.chuyen-vien"))
    for code, kind, name, _ in WARDS:
        w = ("phường", "Ward") if kind == "ward" else ("xã", "Commune")
        rows.append(seat("unit_head", code, f"Chủ tịch UBND {w[0]} {name}", f"Chair of the People's Committee of {name} {w[1]}", f"{code}.chu-tich"))
        rows.append(seat("unit_clerk", code, f"Công chức Văn phòng – Thống kê {w[0]} {name}", f"Office and statistics officer, {name} {w[1]}", f"{code}.thong-ke"))
    return rows


# ---------------------------------------------------------------- indicators
G_ECO, G_BUD, G_SOC = T("Kinh tế", "Economy"), T("Ngân sách, đầu tư", "Budget and investment"), T("Xã hội, hành chính", "Society and administration")
BN = T("tỷ đồng", "billion dong")


ALSO_CALLED = {  # other names that texts use, for the number guard
    "import_export": (["kim ngạch XNK", "kim ngạch xuất nhập khẩu hàng hóa", "tổng kim ngạch XNK", "XNK"],
                      ["import-export value", "trade turnover", "import and export turnover"]),
    "retail_sales": (["tổng mức bán lẻ", "TMBL hàng hóa"], ["retail turnover"]),
    "industrial_output": (["GTSX công nghiệp"], ["industrial output value", "industrial output"]),
    "visitors": (["khách du lịch đến thành phố", "lượng khách du lịch"], ["tourist arrivals"]),
    "budget_revenue": (["thu NSNN", "tổng thu NSNN", "thu ngân sách nhà nước trên địa bàn"], ["budget receipts"]),
    "capital_disbursement": (["giải ngân vốn đầu tư công", "giá trị giải ngân vốn XDCB", "giải ngân vốn đầu tư XDCB"],
                             ["public investment disbursement"]),
    "tax_debt": (["nợ thuế"], ["tax debt"]),
    "illegal_entries": (["người nhập cảnh trái phép bị phát hiện"], ["illegal entrants detected"]),
}


def ind(code, name, short, uom, group, kind, scale, decimals, direction, reporters, month_style="change", year_style="change", plan_word=None,
        units=(), key=False, source=None, explain=None, sentence=None, since="2020-01", numerator=None, denominator=None, at_least=None):
    vi, en = ALSO_CALLED.get(code, ([], []))
    also = dict(also_called=dict(vi=vi, en=en)) if vi else {}
    return dict(code=code, name=name, short_name=short, unit_of_measure=uom, group=group, kind=kind, scale=scale, decimals=decimals,
                direction=direction, reporters=reporters, reporting_units=list(units), month_style=month_style, year_style=year_style,
                plan_word=plan_word or "plan", numerator=numerator, denominator=denominator, at_least=at_least, since=since, key=key,
                source=source or T("UBND các xã, phường", "Communes and wards"), explanation=explain, sentence_name=sentence, **also)


def indicators():
    return [
        ind("import_export", T("Kim ngạch xuất nhập khẩu", "Import-export turnover"), T("Xuất nhập khẩu", "Import-export"), T("triệu USD", "million USD"), G_ECO,
            "flow", 1, 1, "up", "named", units=["border-gate"], key=True, source=T("Ban Quản lý cửa khẩu quốc tế Móng Cái", "Border Gate Management Board"),
            explain=T("Tổng trị giá hàng hóa xuất khẩu và nhập khẩu qua các cửa khẩu, cầu phao trên địa bàn trong tháng.", "Total value of goods exported and imported through the city's border gates and pontoon bridges in the month.")),
        ind("retail_sales", T("Tổng mức bán lẻ hàng hóa", "Retail sales of goods"), T("Bán lẻ hàng hóa", "Retail sales"), BN, G_ECO, "flow", 1, 1, "up", "communes",
            year_style="level", key=True, explain=T("Doanh thu bán lẻ hàng hóa của các cơ sở trên địa bàn trong tháng.", "Retail sales of goods by businesses in the area in the month.")),
        ind("industrial_output", T("Giá trị sản xuất công nghiệp", "Industrial production value"), T("Sản xuất công nghiệp", "Industrial production"), BN, G_ECO, "flow", 1, 1, "up", "communes",
            key=True, explain=T("Giá trị sản xuất của các cơ sở công nghiệp trên địa bàn trong tháng.", "Production value of industrial establishments in the area in the month.")),
        ind("visitors", T("Lượt khách du lịch", "Tourist visits"), T("Khách du lịch", "Tourists"), T("nghìn lượt", "thousand visits"), G_ECO, "flow", 2, 1, "up", "communes",
            key=True, sentence=T("số lượt khách du lịch", "tourist visits"), explain=T("Số lượt khách tham quan và lưu trú trên địa bàn trong tháng.", "Day and overnight visits to the area in the month.")),
        ind("fishery_output", T("Sản lượng thủy sản", "Fishery output"), T("Thủy sản", "Fishery"), T("tấn", "tonnes"), G_ECO, "flow", 1, 0, "up", "communes",
            key=True, explain=T("Sản lượng khai thác và nuôi trồng thủy sản trong tháng.", "Catch and aquaculture harvest in the month.")),
        ind("new_businesses", T("Cơ sở kinh doanh đăng ký mới", "Newly registered businesses"), T("Cơ sở mới", "New businesses"), T("cơ sở", "businesses"), G_ECO, "flow", 0, 0, "up", "communes",
            sentence=T("số cơ sở kinh doanh đăng ký mới", "newly registered businesses"), explain=T("Hộ và doanh nghiệp đăng ký kinh doanh mới trong tháng.", "Households and companies newly registered in the month.")),
        ind("budget_revenue", T("Thu ngân sách nhà nước", "State budget revenue"), T("Thu ngân sách", "Budget revenue"), BN, G_BUD, "flow", 1, 1, "up", "named",
            year_style="level", plan_word="budget", units=["finance-planning"], key=True, source=T("Kho bạc Nhà nước, Phòng Tài chính – Kế hoạch tổng hợp", "State Treasury, compiled by Finance and Planning"),
            sentence=T("tổng thu ngân sách nhà nước", "state budget revenue"), explain=T("Tổng thu ngân sách nhà nước trên địa bàn trong tháng.", "Total state budget revenue in the area in the month.")),
        ind("capital_disbursement", T("Giải ngân vốn xây dựng cơ bản", "Capital construction disbursement"), T("Giải ngân vốn XDCB", "Capital disbursement"), BN, G_BUD, "flow", 1, 1, "up", "named",
            year_style="level", units=["finance-planning"], key=True, source=T("Kho bạc Nhà nước, Phòng Tài chính – Kế hoạch tổng hợp", "State Treasury, compiled by Finance and Planning"),
            sentence=T("giá trị giải ngân vốn xây dựng cơ bản", "capital construction disbursement"), explain=T("Vốn đầu tư xây dựng cơ bản đã giải ngân trong tháng; mẫu số là kế hoạch vốn được giao đầu năm.", "Capital construction funds disbursed in the month; the denominator is the plan assigned at the start of the year.")),
        ind("tax_debt", T("Nợ đọng thuế, cuối tháng", "Tax arrears at the end of the month"), T("Nợ đọng thuế", "Tax arrears"), BN, G_BUD, "stock", 1, 1, "down", "named",
            units=["tax"], source=T("Chi cục Thuế", "Tax Office"), sentence=T("nợ đọng thuế", "tax arrears"), explain=T("Tổng nợ thuế có khả năng thu tại ngày cuối tháng.", "Collectable tax debt on the last day of the month.")),
        ind("vaccinated", T("Người tiêm vắc xin Covid-19, mũi 1", "People given a first dose of Covid-19 vaccine"), T("Tiêm vắc xin mũi 1", "First doses"), T("người", "people"), G_SOC, "flow", 0, 0, "up", "communes",
            key=True, since="2021-03", sentence=T("số người tiêm vắc xin Covid-19 mũi 1", "first doses of Covid-19 vaccine"), explain=T("Số người được tiêm mũi 1 trong tháng, tính theo nơi tiêm.", "People given a first dose in the month, by place of vaccination.")),
        ind("dossiers_handled", T("Hồ sơ hành chính đã giải quyết", "Administrative dossiers handled"), T("Hồ sơ giải quyết", "Dossiers handled"), T("hồ sơ", "dossiers"), G_SOC, "flow", 0, 0, "neutral", "communes",
            sentence=T("số hồ sơ hành chính đã giải quyết", "administrative dossiers handled"), explain=T("Hồ sơ thủ tục hành chính đã trả kết quả trong tháng.", "Dossiers of administrative procedures answered in the month.")),
        ind("dossiers_on_time", T("Hồ sơ trả đúng hạn", "Dossiers answered in time"), T("Hồ sơ đúng hạn", "In time"), T("hồ sơ", "dossiers"), G_SOC, "flow", 0, 0, "up", "communes",
            sentence=T("số hồ sơ trả đúng hạn", "dossiers answered in time"), explain=T("Trong số hồ sơ đã giải quyết, số trả đúng hoặc trước hạn.", "Of the dossiers handled, those answered in time.")),
        ind("dossiers_on_time_rate", T("Hồ sơ hành chính trả đúng hạn", "Administrative dossiers answered in time"), T("Hồ sơ đúng hạn", "In time"), T("%", "%"), G_SOC, "ratio", 1, 1, "up", "communes",
            key=True, numerator="dossiers_on_time", denominator="dossiers_handled", at_least="98.0",
            sentence=T("tỷ lệ hồ sơ hành chính trả đúng hạn", "the share of administrative dossiers answered in time"), explain=T("Hồ sơ trả đúng hạn chia cho hồ sơ đã giải quyết; tính từ hai chỉ tiêu trên, không nhập.", "Dossiers answered in time over dossiers handled; computed from the two above, never entered.")),
        ind("complaints", T("Đơn khiếu nại, tố cáo tiếp nhận", "Complaints and denunciations received"), T("Đơn thư", "Complaints"), T("đơn", "petitions"), G_SOC, "flow", 0, 0, "down", "communes",
            month_style="level", year_style="level", key=True, sentence=T("số đơn khiếu nại, tố cáo tiếp nhận", "complaints and denunciations received"), explain=T("Đơn khiếu nại, tố cáo tiếp nhận trong tháng.", "Complaints and denunciations received in the month.")),
        ind("poor_households", T("Hộ nghèo, cuối tháng", "Poor households at the end of the month"), T("Hộ nghèo", "Poor households"), T("hộ", "households"), G_SOC, "stock", 0, 0, "down", "communes",
            sentence=T("số hộ nghèo", "the number of poor households"), explain=T("Số hộ nghèo còn lại tại ngày cuối tháng.", "Households still poor on the last day of the month.")),
        ind("illegal_entries", T("Nhập cảnh trái phép bị phát hiện", "Illegal entries detected"), T("Nhập cảnh trái phép", "Illegal entries"), T("người", "people"), G_SOC, "flow", 0, 0, "down", "communes",
            sentence=T("số người nhập cảnh trái phép bị phát hiện", "illegal entries detected"), explain=T("Số người nhập cảnh trái phép bị phát hiện trên địa bàn trong tháng.", "People found to have entered illegally in the area in the month.")),
    ]


# ---------------------------------------------------------------- figures: city totals, January 2020 to April 2021
MONTHS = [f"2020-{m:02d}" for m in range(1, 13)] + [f"2021-{m:02d}" for m in range(1, 5)]
TOTALS = {
    "import_export": [342.4, 214.6, 306.9, 300.8, 289.0, 309.7, 342.1, 365.7, 371.6, 398.2, 402.6, 377.5, 325.8, 195.9, 306.7, 386.4],
    "retail_sales": [726.4, 669.0, 661.7, 656.2, 666.4, 675.9, 671.8, 687.4, 699.0, 711.2, 731.6, 751.4, 743.9, 686.3, 703.5, 712.6],
    "industrial_output": [352.7, 331.2, 342.6, 340.6, 351.8, 365.3, 371.0, 391.2, 404.7, 420.5, 436.2, 452.0, 461.0, 432.9, 475.4, 498.2],
    "visitors": [58.40, 18.90, 11.50, 8.00, 14.10, 39.30, 52.20, 49.00, 21.00, 24.10, 31.10, 36.10, 40.20, 13.10, 39.00, 46.20],
    "fishery_output": [1179.8, 1142.2, 1181.5, 1198.5, 1220.4, 1259.7, 1251.0, 1272.2, 1240.0, 1225.1, 1229.8, 1218.8, 1207.9, 1174.1, 1210.0, 1284.0],
    "new_businesses": [41, 36, 27, 19, 33, 46, 52, 50, 47, 51, 55, 49, 58, 31, 63, 78],
    "budget_revenue": [158.6, 114.2, 121.7, 129.2, 133.6, 142.1, 140.1, 145.8, 150.2, 151.9, 160.3, 185.8, 171.3, 140.0, 152.3, 164.8],
    "capital_disbursement": [8.6, 14.7, 18.7, 18.9, 22.6, 25.6, 31.2, 34.2, 36.1, 41.0, 47.7, 65.4, 11.8, 29.9, 41.4, 58.6],
    "tax_debt": [58.2, 59.0, 60.7, 63.9, 66.2, 66.8, 65.9, 65.1, 64.0, 62.7, 61.2, 57.8, 59.4, 60.6, 62.1, 61.3],
    "vaccinated": [None] * 14 + [634, 1212],
    "dossiers_handled": [3890, 3720, 3560, 2740, 3120, 3480, 3650, 3720, 3980, 4150, 4260, 4480, 4620, 3410, 4860, 5120],
    "dossiers_late": [57, 58, 60, 50, 53, 56, 69, 56, 52, 58, 51, 49, 53, 42, 52, 40],
    "complaints": [14, 11, 15, 13, 15, 12, 14, 13, 11, 12, 14, 12, 13, 9, 14, 11],
    "poor_households": [168, 168, 168, 165, 165, 162, 158, 158, 155, 151, 148, 121, 121, 121, 119, 117],
    "illegal_entries": [64, 71, 118, 132, 121, 108, 97, 90, 84, 76, 81, 88, 62, 41, 37, 22],
}
SCALE = {"import_export": 1, "retail_sales": 1, "industrial_output": 1, "visitors": 2, "fishery_output": 1, "budget_revenue": 1,
         "capital_disbursement": 1, "tax_debt": 1}
SINGLE = {"import_export": "border-gate", "budget_revenue": "finance-planning", "capital_disbursement": "finance-planning", "tax_debt": "tax"}
LEAN = {  # how an indicator leans towards some units, times the population; 0 = none there (a true zero, never a gap)
    "retail_sales": {"tran-phu": 1.9, "hai-hoa": 1.15, "ka-long": 1.5, "bac-son": .35, "hai-son": .35, "vinh-trung": .5, "vinh-thuc": .5, "quang-nghia": .5},
    "industrial_output": {"hai-yen": 4.2, "ninh-duong": 1.8, "hai-dong": 1.4, "tra-co": .2, "binh-ngoc": .2, "bac-son": .1, "hai-son": .1, "vinh-trung": .15, "vinh-thuc": .15},
    "visitors": {"tra-co": 7.0, "binh-ngoc": 3.0, "tran-phu": 1.8, "hai-hoa": .6, "vinh-thuc": 2.4, "vinh-trung": 1.2, "hai-tien": .15, "quang-nghia": .1, "hai-dong": .2},
    "fishery_output": {"tran-phu": .05, "ka-long": .1, "ninh-duong": .6, "tra-co": 2.6, "binh-ngoc": 2.5, "hai-xuan": 1.7, "van-ninh": 2.3, "hai-dong": 1.9, "hai-hoa": .9, "hai-yen": .3,
                       "vinh-trung": 3.8, "vinh-thuc": 4.2, "bac-son": 0, "hai-son": 0},
    "new_businesses": {"tran-phu": 1.8, "hai-hoa": 1.3, "ka-long": 1.6, "bac-son": .2, "hai-son": .2},
    "vaccinated": {"bac-son": 2.0, "hai-son": 2.2, "tran-phu": 1.1, "hai-hoa": .6},
    "poor_households": {"tran-phu": .1, "ka-long": .1, "hai-hoa": .02, "hai-yen": .4, "bac-son": 9, "hai-son": 10, "vinh-thuc": 5, "vinh-trung": 5, "quang-nghia": 3, "hai-tien": 2, "van-ninh": 2},
    "illegal_entries": {"hai-hoa": 1.2, "bac-son": 9, "hai-son": 11, "ka-long": 1.5, "tran-phu": 1.2, "vinh-trung": .2, "vinh-thuc": .2, "hai-yen": 2},
    "complaints": {"hai-yen": 1.6, "ninh-duong": 1.4},
}
FIXED = {  # cells of phường Hải Hòa that the design's drawings show
    "retail_sales": {"2020-04": 81.9, "2021-03": 84.6, "2021-04": 85.2}, "fishery_output": {"2020-04": 109.6, "2021-03": 112.0, "2021-04": 118.4},
    "new_businesses": {"2020-04": 7, "2021-03": 9, "2021-04": 12}, "vaccinated": {"2021-03": 41, "2021-04": 84},
    "dossiers_handled": {"2020-04": 207, "2021-03": 388, "2021-04": 412}, "dossiers_late": {"2020-04": 4, "2021-03": 3, "2021-04": 3},
    "complaints": {"2020-04": 2, "2021-03": 1, "2021-04": 1}, "poor_households": {"2020-04": 2, "2021-03": 0, "2021-04": 0},
    "illegal_entries": {"2020-04": 11, "2021-03": 5, "2021-04": 2},
}
LATE = ("hai-son", "vinh-thuc")  # the two communes that had not reported by 04/5/2021
# March 2021 as first estimated on 29/3, before the revision that the published growth rates stand on.
FIRST_MARCH = {"retail_sales": 698.4, "industrial_output": 471.9, "visitors": 38.20, "fishery_output": 1203.5}
FIRST_MARCH_SINGLE = {"import_export": 304.9, "budget_revenue": 151.6, "capital_disbursement": 40.8}


def wobble(*key, spread):
    """A factor near 1 that depends on nothing but its key."""
    h = int.from_bytes(hashlib.sha256("|".join(key).encode()).digest()[:4], "big") / 2**32
    return 1 + spread * (2 * h - 1)


def share(total, weights, fixed):
    """Shares whole units of `total` by weight so that the sum is exact (largest remainders)."""
    rest = total - sum(fixed.values())
    free = {u: w for u, w in weights.items() if u not in fixed}
    s = sum(free.values())
    exact = {u: rest * w / s for u, w in free.items()}
    out = {u: int(x) for u, x in exact.items()}
    for u in sorted((u for u in free if free[u] > 0), key=lambda u: (out[u] - exact[u], u))[: rest - sum(out.values())]:
        out[u] += 1
    out.update(fixed)
    assert sum(out.values()) == total and min(out.values()) >= 0
    return out


def units_of(x, scale):
    return round(x * 10**scale)


def text(n, scale):
    return str(n) if scale == 0 else f"{n // 10**scale}.{n % 10**scale:0{scale}d}"


def spread_over_wards(code):
    """month → ward → whole units"""
    scale, table = SCALE.get(code, 0), {}
    for month, total in zip(MONTHS, TOTALS[code]):
        if total is None:
            continue
        steady = code == "poor_households"
        weights = {u: w * LEAN.get(code, {}).get(u, 1.0) * (1 if steady else wobble(code, u, month, spread=.035) * wobble(code, u, spread=.1))
                   for u, _, _, w in WARDS}
        fixed = {"hai-hoa": units_of(FIXED[code][month], scale)} if month in FIXED.get(code, {}) else {}
        table[month] = share(units_of(total, scale), weights, fixed)
    return table


def first_march(code, final):
    """March as first sent in: some wards' estimates differ, the total is FIRST_MARCH."""
    scale = SCALE[code]
    gap = units_of(FIRST_MARCH[code], scale) - sum(final.values())
    movers = {u: final[u] for u in ("tran-phu", "ka-long", "hai-yen", "hai-xuan", "tra-co", "ninh-duong")}
    moves = share(-gap, movers, {})
    return {u: final[u] - moves.get(u, 0) for u in final}


def stand_ins(april):
    """The Office's estimates for the two late communes: other values, the same sum, so that the published totals hold."""
    a, b = (april[u] for u in LATE)
    move = 1 if b > 0 and a > 0 else 0
    return {LATE[0]: a + move, LATE[1]: b - move}


def series(code, unit, scale, values, extra):
    """`official`: one value a month, known on the 10th of the next month. `vintages`: months with a history of their own."""
    own = {v["month"] for v in extra}
    return dict(indicator=code, unit=unit, official={m: text(v, scale) for m, v in values.items() if m not in own}, vintages=extra)


def vintage(month, n, scale, state, known):
    return dict(month=month, value=text(n, scale), state=state, known=known)


def figures():
    rows = []
    for code, unit in SINGLE.items():
        scale = SCALE[code]
        values = {m: units_of(v, scale) for m, v in zip(MONTHS, TOTALS[code])}
        extra = []
        if code in FIRST_MARCH_SINGLE:
            extra += [vintage("2021-03", units_of(FIRST_MARCH_SINGLE[code], scale), scale, "estimate", "2021-03-29"),
                      vintage("2021-03", values["2021-03"], scale, "revised", "2021-04-20")]
        extra.append(vintage("2021-04", values["2021-04"], scale, "official", "2021-05-03"))
        rows.append(series(code, unit, scale, values, extra))
    tables = {c: spread_over_wards(c) for c in TOTALS if c not in SINGLE}
    late = tables.pop("dossiers_late")
    tables["dossiers_on_time"] = {m: {u: tables["dossiers_handled"][m][u] - late[m][u] for u in late[m]} for m in late}
    for i in indicators():
        code = i["code"]
        if code not in tables:
            continue
        scale, table = SCALE.get(code, 0), tables[code]
        march = first_march(code, table["2021-03"]) if code in FIRST_MARCH else None
        stand = stand_ins(table["2021-04"])
        for n, (unit, _, _, _) in enumerate(WARDS):
            extra = []
            final = table["2021-03"][unit]
            if march and march[unit] != final:
                extra += [vintage("2021-03", march[unit], scale, "estimate", "2021-03-29"), vintage("2021-03", final, scale, "revised", "2021-04-20")]
            if unit in LATE:
                extra.append(vintage("2021-04", stand[unit], scale, "stand_in", "2021-05-04"))
            extra.append(vintage("2021-04", table["2021-04"][unit], scale, "official", "2021-05-05" if unit in LATE else f"2021-04-{26 + n % 3}"))
            rows.append(series(code, unit, scale, {m: table[m][unit] for m in table}, extra))
    return rows


PLANS = [("import_export", "3900.0"), ("retail_sales", "9200.0"), ("industrial_output", "6050.0"), ("visitors", "700.00"), ("fishery_output", "15600.0"),
         ("budget_revenue", "1850.0"), ("capital_disbursement", "485.0"), ("vaccinated", "2000")]
PLANS_2020 = [("import_export", "4300.0"), ("retail_sales", "8900.0"), ("industrial_output", "4700.0"), ("visitors", "900.00"), ("fishery_output", "15000.0"),
              ("budget_revenue", "1700.0"), ("capital_disbursement", "390.0")]


def plans():
    out = []
    for year, rows in ((2020, PLANS_2020), (2021, PLANS)):
        for code, value in rows:
            out.append(dict(indicator=code, unit="mong-cai", year=year, value=value, version=1, known=f"{year}-01-04",
                            source=T(f"Kế hoạch phát triển kinh tế – xã hội năm {year}, minh họa", f"Socio-economic development plan for {year}, illustrative")))
    return out


if __name__ == "__main__":
    about = T("Đơn vị của thành phố Móng Cái tháng 4/2021, cho bản trình diễn. Chức danh, không nêu tên người.", "Units of Móng Cái City in April 2021, for the demo. Offices, never persons.")
    save("units.json", "units", units(), about)
    save("seats.json", "seats", seats(), about)
    save("indicators.json", "indicators", indicators(), ABOUT)
    save("figures.json", "series", figures(), ABOUT)
    save("plans.json", "plans", plans(), ABOUT)
    mong_cai_2025.write(sys.modules[__name__])
