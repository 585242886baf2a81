"""The demo city's second part: 2025 and 2026, across the reorganisation of 01/7/2025. Called by make-mong-cai.py.

What is real: which of the sixteen wards and communes of 2021 make which of the six of 2025, the acts' numbers and the
day. What is illustrative: every figure, the sizes in people, who took over the city's agencies, plans, returned forms.
"""

YEARS = [f"2025-{m:02d}" for m in range(1, 13)] + [f"2026-{m:02d}" for m in range(1, 5)]
EFFECTIVE, FIRST_NEW = "2025-07-01", "2025-07"
LAST = "2026-04"  # half reported on the demo's morning, 28/4/2026

SIX = [  # code, kind, name, made of
    ("mong-cai-1", "ward", "Móng Cái 1", ["tran-phu", "hai-hoa", "binh-ngoc", "tra-co", "hai-xuan"]),
    ("mong-cai-2", "ward", "Móng Cái 2", ["ninh-duong", "ka-long", "van-ninh"]),
    ("mong-cai-3", "ward", "Móng Cái 3", ["hai-yen", "hai-dong"]),
    ("hai-son-2025", "commune", "Hải Sơn", ["bac-son", "hai-son"]),
    ("hai-ninh", "commune", "Hải Ninh", ["hai-tien", "quang-nghia"]),
    ("vinh-thuc-2025", "commune", "Vĩnh Thực", ["vinh-thuc", "vinh-trung"]),
]
TERRITORY = "mong-cai-cu"
# The city's agencies whose figures go on, each under its successor (illustrative: to be confirmed).
MOVED = [
    ("border-gate", "border-gate-2025", "agency", "Ban Quản lý cửa khẩu quốc tế Móng Cái", "Móng Cái International Border Gate Management Board", "Ban QL cửa khẩu", "Border Gate Board", "BQLCK"),
    ("finance-planning", "finance-2025", "department", "Sở Tài chính, phần địa bàn Móng Cái", "Department of Finance, Móng Cái area", "Sở Tài chính", "Finance", "STC"),
    ("tax", "tax-2025", "agency", "Thuế tỉnh, phần địa bàn Móng Cái", "Provincial Tax Office, Móng Cái area", "Thuế tỉnh", "Provincial Tax", "THUE"),
]
MOVED_TO = {old: new for old, new, *_ in MOVED}

# What a month of 2025 is about, and how much of it a year later; the shape of the year; all illustrative.
LEVEL = {"import_export": (398.0, 1.16), "retail_sales": (1182.0, 1.118), "industrial_output": (871.0, 1.142), "visitors": (318.0, 1.205),
         "fishery_output": (1532.0, 1.034), "new_businesses": (96, 1.12), "budget_revenue": (214.0, 1.087), "capital_disbursement": (61.0, 1.21),
         "tax_debt": (74.0, 0.94), "dossiers_handled": (7420, 1.09), "dossiers_late": (61, 0.78), "complaints": (16, 0.9), "illegal_entries": (19, 0.7)}
SEASON = {"visitors": [70, 105, 62, 96, 118, 158, 171, 150, 88, 70, 62, 60], "capital_disbursement": [25, 42, 70, 88, 96, 104, 108, 112, 118, 126, 142, 169],
          "import_export": [96, 72, 98, 101, 100, 101, 102, 104, 105, 107, 109, 105], "budget_revenue": [118, 84, 92, 101, 98, 97, 96, 98, 99, 101, 104, 112]}
FLAT = [104, 97, 98, 98, 99, 100, 100, 100, 100, 101, 102, 103]
POOR = [38, 38, 36, 36, 35, 33, 33, 32, 30, 29, 27, 22, 22, 22, 21, 21]


def new_indicators(T, ind):
    society = T("Xã hội, hành chính", "Society and administration")
    economy = T("Kinh tế", "Economy")
    people = T("người", "people")

    def stock(code, vi, en, svi, sen):
        return ind(code, T(vi, en), T(svi, sen), people, society, "stock", 0, 0, "neutral", "communes", since="2025-01",
                   sentence=T(vi[0].lower() + vi[1:], en.lower()), explain=T(f"{vi} tại ngày cuối tháng.", f"{en} on the last day of the month."))

    population = stock("population", "Dân số, cuối tháng", "Population at the end of the month", "Dân số", "Population")
    population["breakdowns"] = [dict(name=T("theo giới tính", "by sex"), parts=["population_male", "population_female"])]
    income = ind("income", T("Thu nhập bình quân một người", "Average income per person"), T("Thu nhập bình quân", "Average income"), T("triệu đồng", "million dong"), economy,
                 "average", 2, 2, "up", "communes", since="2025-01", sentence=T("thu nhập bình quân một người", "average income per person"),
                 explain=T("Thu nhập bình quân tháng, điều tra mẫu của xã, phường; giữa các đơn vị bình quân theo dân số.", "Average monthly income, from each commune's sample survey; averaged over units by population."))
    income["weight"] = "population"
    per_head = ind("retail_per_head", T("Bán lẻ hàng hóa bình quân một người", "Retail sales per person"), T("Bán lẻ bình quân", "Retail per person"), T("nghìn đồng", "thousand dong"), economy,
                   "average", 1, 0, "up", "communes", since="2025-01", sentence=T("bán lẻ hàng hóa bình quân một người", "retail sales per person"),
                   explain=T("Tổng mức bán lẻ chia cho dân số; tính từ hai chỉ tiêu, không nhập.", "Retail sales over population; computed from the two, never entered."))
    per_head["formula"] = "retail_sales * 1000000 / population"
    return [stock("population_male", "Dân số nam, cuối tháng", "Male population at the end of the month", "Dân số nam", "Male"),
            stock("population_female", "Dân số nữ, cuối tháng", "Female population at the end of the month", "Dân số nữ", "Female"),
            population, income, per_head]


def revised_indicators(indicators):
    """Revisions of what there was in 2021, each with the day it was made on and why."""
    out = []
    for i in indicators:
        if i["code"] == "vaccinated":
            out.append(dict(on="2025-01-02", indicator={**i, "until": "2021-12"}, reason="Kết thúc theo dõi tiêm vắc xin Covid-19 theo tháng."))
    for i in indicators:
        moved = [MOVED_TO[u] for u in i["reporting_units"] if u in MOVED_TO]
        if moved:
            j = {**i, "reporting_units": i["reporting_units"] + moved}
            if i["code"] == "capital_disbursement":
                j["plan"] = dict(period="quarter", denominator={"vi": "kế hoạch vốn giao trong năm", "en": "capital plan assigned in the year"})
            out.append(dict(on=EFFECTIVE, indicator=j, reason="Đơn vị báo cáo thay đổi sau sắp xếp ngày 01/7/2025."))
    return out


def reorganisation(T, wards, agencies):
    size = {code: people * 100 for code, _, _, people in wards}
    here = T("Móng Cái", "Móng Cái")
    six, parts = [], []
    for code, kind, name, made_of in SIX:
        w = ("phường", "Ward") if kind == "ward" else ("xã", "Commune")
        six.append(dict(code=code, name=T(f"UBND {w[0]} {name}", f"People's Committee of {name} {w[1]}"), short_name=T(f"{w[0]} {name}", f"{name} {w[1]}"),
                        kind=kind, parent=TERRITORY, place=T(name, name), notation="UBND"))
        parts += [{"from": u, "to": code, "basis": "population", "numerator": size[u], "denominator": size[u]} for u in made_of]
    first = dict(number="1679/NQ-UBTVQH15", title=T("Sắp xếp các đơn vị hành chính cấp xã của tỉnh Quảng Ninh năm 2025", "Reorganisation of the commune-level units of Quảng Ninh province, 2025"),
                 source=T("Nghị quyết của Ủy ban Thường vụ Quốc hội ngày 16/6/2025; số dân của từng xã, phường là minh họa", "Resolution of the National Assembly's Standing Committee of 16 June 2025; the communes' sizes are illustrative"),
                 new_units=six, parts=parts)
    above = [dict(code="quang-ninh", name=T("UBND tỉnh Quảng Ninh", "People's Committee of Quảng Ninh Province"), short_name=T("Tỉnh", "Province"), kind="province", parent=None, place=T("Quảng Ninh", "Quảng Ninh"), notation="UBND"),
             dict(code="quang-ninh-office", name=T("Văn phòng UBND tỉnh", "Office of the Provincial People's Committee"), short_name=T("Văn phòng UBND tỉnh", "Provincial Office"), kind="office", parent="quang-ninh", place=T("Quảng Ninh", "Quảng Ninh"), notation="VP"),
             dict(code=TERRITORY, name=T("Địa bàn thành phố Móng Cái (cũ)", "Territory of the former Móng Cái City"), short_name=T("Địa bàn TP Móng Cái (cũ)", "Former Móng Cái City"), kind="territory", parent="quang-ninh", place=here, notation="")]
    above += [dict(code=new, name=T(vi, en), short_name=T(svi, sen), kind=kind, parent=TERRITORY, place=here, notation=notation) for _, new, kind, vi, en, svi, sen, notation in MOVED]
    second = dict(number="203/2025/QH15", title=T("Kết thúc hoạt động của đơn vị hành chính cấp huyện; thành phố Móng Cái không còn là một cấp", "The district level ends; Móng Cái City is no longer a level of government"),
                  source=T("Nghị quyết của Quốc hội sửa đổi Hiến pháp, Luật 72/2025/QH15; đơn vị tiếp nhận các cơ quan của thành phố là minh họa, cần xác nhận", "Resolution of the National Assembly amending the Constitution, Law 72/2025/QH15; which units took over the city's agencies is illustrative, to be confirmed"),
                  new_units=above,
                  parts=[{"from": "mong-cai", "to": TERRITORY}] + [{"from": old, "to": new} for old, new in MOVED_TO.items()] +
                        [{"from": code} for code, *_ in agencies if code not in MOVED_TO])
    return dict(effective=EFFECTIVE, recorded="2025-06-20", acts=[first, second])


def seats(T, seat):
    rows = [
        seat("chair", "quang-ninh", "Chủ tịch UBND tỉnh", "Chair of the Provincial People's Committee", "tinh.chu-tich", True),
        seat("vice_chair", "quang-ninh", "Phó Chủ tịch UBND tỉnh phụ trách kinh tế", "Vice-chair for the economy", "tinh.pho-chu-tich", True),
        seat("head_of_office", "quang-ninh-office", "Chánh Văn phòng UBND tỉnh", "Head of the Provincial Office", "tinh.chanh-van-phong", True),
        seat("office_clerk", "quang-ninh-office", "Chuyên viên tổng hợp Văn phòng UBND tỉnh", "Synthesis officer of the Provincial Office", "tinh.tong-hop"),
        seat("quality_officer", "quang-ninh-office", "Cán bộ quản lý chất lượng", "Quality officer", "tinh.chat-luong"),
        seat("editor", "quang-ninh-office", "Biên tập viên Cổng thông tin", "Editor of the portal", "tinh.bien-tap"),
        seat("administrator", "quang-ninh-office", "Quản trị hệ thống", "System administrator", "tinh.quan-tri"),
    ]
    for code, kind, name, _ in SIX:
        w = ("phường", "Ward") if kind == "ward" else ("xã", "Commune")
        rows.append(seat("unit_head", code, f"Chủ tịch UBND {w[0]} {name}", f"Chair of the People's Committee of {name} {w[1]}", f"{code}.chu-tich"))
        rows.append(seat("unit_clerk", code, f"Chuyên viên Văn phòng HĐND và UBND {w[0]} {name}", f"Officer of the Office, {name} {w[1]}", f"{code}.van-phong"))
    for _, code, _, _, _, svi, sen, _ in MOVED:
        rows.append(seat("unit_clerk", code, f"Chuyên viên {svi}", f"Officer, {sen}", f"{code}.chuyen-vien"))
    return rows


def month_after(month):
    y, m = int(month[:4]), int(month[5:])
    return f"{y + m // 12}-{m % 12 + 1:02d}"


def figures(k):
    """`k`: the helpers of make-mong-cai.py. Communes until June are the sixteen, from July the six."""
    rows = {}

    def put(code, unit, month, n, known, state="official", more=()):
        row = rows.setdefault((code, unit), dict(indicator=code, unit=unit, official={}, vintages=[]))
        scale = SCALES[code]
        row["vintages"].append(k.vintage(month, n, scale, state, known))
        row["vintages"] += [k.vintage(month, v, scale, s, d) for v, s, d in more]

    SCALES = {**k.SCALE, "income": 2, "population": 0, "population_male": 0, "population_female": 0}
    SCALES = {c: SCALES.get(c, 0) for c in list(LEVEL) + ["poor_households", "population", "population_male", "population_female", "income", "dossiers_on_time"]}
    successor = {u: code for code, _, _, made_of in SIX for u in made_of}

    def days(month, unit, n):
        """On which days a unit's figures became known: in time, a few late; the last month is half there."""
        if month < FIRST_NEW:
            return f"{month_after(month)}-10"
        if month == LAST:
            return {"mong-cai-1": "2026-04-27", "mong-cai-2": "2026-04-27", "mong-cai-3": "2026-04-28", "hai-ninh": "2026-04-27"}.get(unit)
        if (month, unit) in LATE_FORMS:
            return LATE_FORMS[(month, unit)]
        return f"{month}-{26 + n % 3:02d}"

    for code, unit in k.SINGLE.items():
        for at, month in enumerate(YEARS):
            total = total_of(k, code, at)
            if month < FIRST_NEW:
                put(code, unit, month, total, f"{month_after(month)}-10")
            elif month != LAST:
                late = {("budget_revenue", "2025-12"): "2026-01-06"}.get((code, month), f"{month_after(month)}-01")
                put(code, MOVED_TO[unit], month, total, late)
    tables = {c: {m: over_wards(k, c, m, total_of(k, c, at)) for at, m in enumerate(YEARS)} for c in LEVEL if c not in k.SINGLE}
    tables["poor_households"] = {m: over_wards(k, "poor_households", m, n) for m, n in zip(YEARS, POOR)}
    late = tables.pop("dossiers_late")
    tables["dossiers_on_time"] = {m: {u: tables["dossiers_handled"][m][u] - late[m][u] for u in late[m]} for m in late}
    people = {m: {u: round(w * 100 * (1 + .0008 * at)) for u, _, _, w in k.WARDS} for at, m in enumerate(YEARS)}
    tables["population"] = people
    tables["population_male"] = {m: {u: round(n * .508) for u, n in row.items()} for m, row in people.items()}
    tables["population_female"] = {m: {u: people[m][u] - n for u, n in row.items()} for m, row in tables["population_male"].items()}
    for code, table in tables.items():
        for month in YEARS:
            if month < FIRST_NEW:
                for n, (unit, *_) in enumerate(k.WARDS):
                    put(code, unit, month, table[month][unit], days(month, unit, n))
                continue
            for n, (unit, _, _, made_of) in enumerate(SIX):
                value, known = sum(table[month][u] for u in made_of), days(month, unit, n)
                if known is None:
                    continue
                if code == "visitors" and (month, unit) in RETURNED:
                    put(code, unit, month, value // 10, known, more=[(value, "official", RETURNED[(month, unit)][1])])
                elif month == "2026-03" and code in REVISED and unit in ("mong-cai-1", "mong-cai-3"):
                    put(code, unit, month, round(value * REVISED[code]), known, "estimate", [(value, "revised", "2026-04-20")])
                else:
                    put(code, unit, month, value, known)
    for at, month in enumerate(YEARS):  # incomes: of each ward's own, then of the new unit by its people
        own = {u: round(k.wobble("income", u, spread=.16) * (558 + 4.1 * at) * (1.12 if kind == "ward" else .94)) for u, kind, _, _ in k.WARDS}
        if month < FIRST_NEW:
            for n, (unit, *_) in enumerate(k.WARDS):
                put("income", unit, month, own[unit], days(month, unit, n))
        else:
            for n, (unit, _, _, made_of) in enumerate(SIX):
                if (known := days(month, unit, n)) is not None:
                    put("income", unit, month, round(sum(own[u] * people[month][u] for u in made_of) / sum(people[month][u] for u in made_of)), known)
    assert set(successor) == {u for u, *_ in k.WARDS}
    return list(rows.values())


LATE_FORMS = {("2025-08", "vinh-thuc-2025"): "2025-09-03", ("2025-11", "hai-son-2025"): "2025-12-02", ("2026-01", "vinh-thuc-2025"): "2026-02-02", ("2026-02", "hai-son-2025"): "2026-03-04"}
RETURNED = {("2025-09", "mong-cai-2"): ("2025-09-30", "2025-10-01"), ("2026-01", "hai-ninh"): ("2026-01-30", "2026-02-02")}  # returned on, given again on
REVISED = {"retail_sales": .982, "industrial_output": .975, "visitors": .969}


def returned():
    reason = {"vi": "Lượt khách ghi thiếu một chữ số so với số theo dõi của phòng Văn hóa – Xã hội; đề nghị rà lại.", "en": "Visits are a digit short of what Culture and Social Affairs counted; please check."}
    return [dict(unit=unit, month=month, on=on, reason=reason["vi"]) for (month, unit), (on, _) in RETURNED.items()]


def total_of(k, code, at):
    level, growth = LEVEL[code]
    year, month = divmod(at, 12)
    return k.units_of(level * growth**year * SEASON.get(code, FLAT)[month] / 100 * k.wobble("2025", code, str(at), spread=.022), k.SCALE.get(code, 0))


def over_wards(k, code, month, total):
    weights = {u: w * k.LEAN.get(code, {}).get(u, 1.0) * (1 if code == "poor_households" else k.wobble(code, u, month, spread=.03) * k.wobble(code, u, spread=.1)) for u, _, _, w in k.WARDS}
    return k.share(total, weights, {})


def plans(T):
    """Year plans of the city for 2025 (adjusted in October by the province), of its territory for 2026 (adjusted in April); quarters of the capital plan."""
    city = [("import_export", "4750.0"), ("retail_sales", "14100.0"), ("industrial_output", "10400.0"), ("visitors", "3800.00"), ("fishery_output", "18300.0"), ("budget_revenue", "2540.0"), ("capital_disbursement", "720.0")]
    after = [("import_export", "5450.0"), ("retail_sales", "15900.0"), ("industrial_output", "11800.0"), ("visitors", "4500.00"), ("fishery_output", "19000.0"), ("budget_revenue", "2780.0"), ("capital_disbursement", "860.0")]
    row = lambda code, unit, year, value, known, vi, en, quarter=None: dict(indicator=code, unit=unit, year=year, quarter=quarter, value=value, version=1, known=known, source=T(vi, en))
    out = [row(c, "mong-cai", 2025, v, "2025-01-03", "Kế hoạch phát triển kinh tế – xã hội năm 2025, minh họa", "Socio-economic development plan for 2025, illustrative") for c, v in city]
    out += [row(c, TERRITORY, 2026, v, "2026-01-05", "Kế hoạch phát triển kinh tế – xã hội năm 2026, minh họa", "Socio-economic development plan for 2026, illustrative") for c, v in after]
    out.append(row("capital_disbursement", TERRITORY, 2025, "765.0", "2025-10-15", "Quyết định điều chỉnh kế hoạch vốn, minh họa", "Decision adjusting the capital plan, illustrative"))
    out.append(row("budget_revenue", TERRITORY, 2026, "2850.0", "2026-04-15", "Quyết định điều chỉnh dự toán, minh họa", "Decision adjusting the budget estimate, illustrative"))
    for q, v in enumerate(("120.0", "240.0", "260.0", "240.0"), 1):
        out.append(row("capital_disbursement", TERRITORY, 2026, v, "2026-01-05", "Kế hoạch vốn theo quý, minh họa", "Capital plan by quarter, illustrative", q))
    return sorted(out, key=lambda r: r["known"])


def write(k):
    about = k.T("Địa bàn thành phố Móng Cái (cũ), 2025–2026: việc sắp xếp ngày 01/7/2025 là thật; số liệu, số dân, kế hoạch và việc trả biểu là minh họa. Chức danh, không nêu tên người.",
                "The territory of the former Móng Cái City, 2025–2026: the reorganisation of 1 July 2025 is real; figures, sizes, plans and returned forms are illustrative. Offices, never persons.")
    change = reorganisation(k.T, k.WARDS, k.AGENCIES)
    (k.OUT / "reorganisation-2025.json").write_text(k.dump({"about": about, **change}) + "\n", encoding="utf-8")
    k.save("seats-2025.json", "seats", seats(k.T, k.seat), about)
    k.save("figures-2025.json", "series", figures(k), about)
    k.save("plans-2025.json", "plans", plans(k.T), about)
    k.save("returned-2025.json", "forms", returned(), about)
    fresh = [dict(on="2025-01-02", indicator=i, reason=None) for i in new_indicators(k.T, k.ind)]
    k.save("definitions-2025.json", "definitions", fresh + revised_indicators(k.indicators()), about)
