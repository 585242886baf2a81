// Words of the views that are looked at: map, series, a figure opened, the acts that changed units.
import { date, monthInText, monthName, type IsoDate, type IsoMonth } from '../base/date'
import { figure } from '../base/format'
import { messages, type Text } from '../base/text.svelte'

const vi = (value: string) => figure(value, undefined, 'vi')
const en = (value: string) => figure(value, undefined, 'en')
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const small = (month: IsoMonth) => ({ vi: monthName(month).vi.toLowerCase(), en: monthName(month).en })

export const words = messages({
  // boundaries
  boundaries: { vi: 'Địa giới', en: 'Boundaries' },
  until: (day: IsoDate) => ({ vi: `Địa giới đến ${date(day)}`, en: `Boundaries until ${date(day)}` }),
  from: (day: IsoDate) => ({ vi: `Địa giới từ ${date(day)}`, en: `Boundaries from ${date(day)}` }),
  between: (from: IsoDate, until: IsoDate) => ({ vi: `${date(from)} đến ${date(until)}`, en: `${date(from)} to ${date(until)}` }),
  inFrame: (month: IsoMonth, day: IsoDate) => ({ vi: `Số liệu ${small(month).vi} tính theo các đơn vị ngày ${date(day)}. Số được chia theo tỷ trọng là số ước.`, en: `Figures of ${small(month).en} in the units of ${date(day)}. What was divided by a weight is an estimate.` }),

  // the map
  map: { vi: 'Bản đồ', en: 'Map' },
  mapTab: { vi: 'Bản đồ ô', en: 'Map of tiles' },
  indicator: { vi: 'Chỉ tiêu', en: 'Indicator' },
  colour: { vi: 'Tô màu theo', en: 'Coloured by' },
  by: (measure: string): Text => measures[measure] ?? { vi: measure, en: measure },
  highest: (month: IsoMonth, indicator: Text, unit: Text, value: string, measure: Text, last: Text, least: string) => ({
    vi: `${indicator.vi} ${small(month).vi}: ${unit.vi} cao nhất, ${vi(value)} ${measure.vi}; ${last.vi} thấp nhất, ${vi(least)}`,
    en: `${indicator.en}, ${small(month).en}: highest in ${unit.en}, ${en(value)} ${measure.en}; lowest in ${last.en}, ${en(least)}`,
  }),
  shares: (month: IsoMonth, indicator: Text, units: Text[], share: string) => ({
    vi: `${indicator.vi} ${small(month).vi}: ${listVi(units)} chiếm ${vi(share)}% toàn địa bàn`,
    en: `${indicator.en}, ${small(month).en}: ${listEn(units)} make ${en(share)}% of the whole`,
  }),
  risen: (month: IsoMonth, indicator: Text, up: number, of: number, base: Text) => ({
    vi: `${indicator.vi} ${small(month).vi} tăng so với ${base.vi} ở ${up}/${of} xã, phường`,
    en: `${indicator.en}, ${small(month).en}: up on ${base.en} in ${up} of ${of} communes and wards`,
  }),
  planDone: (indicator: Text, ahead: number, of: number, pace: string) => ({
    vi: `${indicator.vi}: ${ahead}/${of} xã, phường đạt từ ${vi(pace)}% kế hoạch năm trở lên`,
    en: `${indicator.en}: ${ahead} of ${of} communes and wards have reached ${en(pace)}% of the year’s plan or more`,
  }),
  partly: (title: Text, known: number, of: number) => ({ vi: `${title.vi} (${known}/${of} đơn vị có số)`, en: `${title.en} (figures of ${known} of ${of} units)` }),
  noneOfMonth: (indicator: Text, month: IsoMonth) => ({ vi: `${indicator.vi}: chưa có số ${small(month).vi}`, en: `${indicator.en}: no figures for ${small(month).en} yet` }),
  notByCommune: { vi: 'Chỉ tiêu này không báo cáo theo xã, phường. Chọn chỉ tiêu khác.', en: 'This indicator is not reported by communes and wards. Choose another.' },
  monthBefore: { vi: 'tháng trước', en: 'the month before' },
  yearBefore: { vi: 'cùng kỳ năm trước', en: 'the year before' },
  rank: { vi: 'Thứ', en: 'Rank' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  whole: { vi: 'Toàn địa bàn', en: 'The whole' },
  noFigure: { vi: 'chưa có số', en: 'no figure' },
  noBase: { vi: 'chưa có cùng kỳ', en: 'no base' },
  notShared: { vi: 'không cộng', en: 'not added' },
  dividedFigure: { vi: 'chia theo tỷ trọng', en: 'divided by weight' },
  placeOf: (place: number, of: number) => ({ vi: `thứ ${place} trong ${of}`, en: `${place} of ${of}` }),
  legend: { vi: 'Chú giải', en: 'Legend' },
  less: { vi: 'giảm', en: 'down' },
  more: { vi: 'tăng', en: 'up' },
  under: (value: string) => ({ vi: `dưới ${vi(value)}`, en: `under ${en(value)}` }),
  upTo: (from: string, to: string) => ({ vi: `${vi(from)} – ${vi(to)}`, en: `${en(from)} – ${en(to)}` }),
  over: (value: string) => ({ vi: `từ ${vi(value)}`, en: `${en(value)} and over` }),
  roughly: { vi: 'Vị trí các ô gần đúng như trên thực địa.', en: 'Tiles stand roughly as the units lie.' },
  hiddenUnits: (count: number) => ({ vi: `Số của ${count} đơn vị khác chỉ Văn phòng và lãnh đạo xem được.`, en: `The figures of ${count} other units are seen by the Office and the leaders only.` }),
  arrange: { vi: 'Xếp vị trí', en: 'Arrange' },
  arranging: { vi: 'Chọn một ô, dùng phím mũi tên hoặc chạm chỗ trống để chuyển. Tự lưu.', en: 'Choose a tile and move it by the arrow keys, or touch an empty place. Saved as you go.' },
  arranged: { vi: 'Xong', en: 'Done' },
  moveHere: (column: number, row: number) => ({ vi: `Chuyển tới cột ${column}, hàng ${row}`, en: `Move to column ${column}, row ${row}` }),

  // series
  range: { vi: 'Thời gian', en: 'Time' },
  months: (count: number) => ({ vi: count % 12 ? `${count} tháng` : `${count / 12} năm`, en: count % 12 ? `${count} months` : `${count / 12} years` }),
  publishedMark: { vi: 'Vạch ngang: số đã công bố, trước khi sửa', en: 'Dash: as published, before it was revised' },
  planLine: (text: string) => ({ vi: `kế hoạch ${text}`, en: `plan ${text}` }),
  planEven: { vi: 'Nét đứt: kế hoạch năm chia đều các tháng', en: 'Dashed: the year’s plan, spread evenly' },
  planLevel: { vi: 'Nét đứt: kế hoạch năm', en: 'Dashed: the year’s plan' },
  palePart: { vi: 'Cột nhạt: chưa đủ đơn vị, hoặc chia theo tỷ trọng', en: 'Pale: some units are missing, or divided by weight' },
  published: { vi: 'Đã công bố', en: 'As published' },
  revisedSince: (count: number) => ({ vi: `${count} tháng đã sửa sau khi công bố`, en: count === 1 ? '1 month was revised after it was published' : `${count} months were revised after they were published` }),
  standing: (month: IsoMonth, value: string, measure: Text, place: number, of: number) => ({
    vi: `${capital(small(month).vi)}: ${vi(value)} ${measure.vi}, ${place === 1 ? 'cao nhất' : place === of ? 'thấp nhất' : `cao thứ ${place}`} trong ${of} tháng`,
    en: `${small(month).en}: ${en(value)} ${measure.en}, ${place === 1 ? 'the highest' : place === of ? 'the lowest' : place === 2 ? 'the second highest' : place === 3 ? 'the third highest' : `the ${place}th highest`} of ${of} months`,
  }),
  unitOf: { vi: 'Của', en: 'Of' },
  theWhole: { vi: 'Toàn địa bàn', en: 'The whole' },

  // a figure, opened
  computedFrom: { vi: 'Tính từ', en: 'Computed from' },
  given: (by: Text, at: string) => ({ vi: `${by.vi} nhập ${at}`, en: `given by ${by.en}, ${at}` }),
  approved: (by: Text, at: string) => ({ vi: `${by.vi} duyệt ${at}`, en: `approved by ${by.en}, ${at}` }),
  submitted: (by: Text, at: string) => ({ vi: `${by.vi} gửi ${at}, chưa duyệt`, en: `sent by ${by.en}, ${at}; not approved yet` }),
  returned: (by: Text, at: string) => ({ vi: `${by.vi} trả lại ${at}`, en: `returned by ${by.en}, ${at}` }),
  notSent: { vi: 'biểu chưa gửi', en: 'form not sent' },
  origin: { vi: 'Nguồn gốc', en: 'Where it comes from' },
  mapped: (percent: string, even: boolean) => ({ vi: `lấy ${vi(percent)}% số của đơn vị này${even ? ', chia đều vì không nêu tỷ trọng' : ''}`, en: `${en(percent)}% of this unit’s figure counts${even ? ', divided evenly: no weight was stated' : ''}` }),
  wholeMapped: { vi: 'lấy toàn bộ', en: 'counts as a whole' },
  allMapped: (day: string) => ({ vi: `Số của các đơn vị sau được tính trọn vào địa giới ngày ${day}, theo`, en: `The figures of these units count in full in the boundaries of ${day}, by` }),
  byAct: { vi: 'theo', en: 'by' },

  // files
  excelMonth: { vi: 'Excel, tháng này', en: 'Excel, this month' },
  excelYear: { vi: 'Excel, từ tháng 1', en: 'Excel, since January' },

  // acts
  actsTitle: { vi: 'Các văn bản thay đổi đơn vị', en: 'Acts that changed units' },
  actsLead: { vi: 'Số liệu trước và sau mỗi thay đổi vẫn so được với nhau: cộng thì cộng đủ, chia thì theo tỷ trọng nêu trong văn bản.', en: 'Figures before and after each change stay comparable: what adds is added in full, what was divided goes by the act’s weights.' },
  noActs: { vi: 'Chưa có thay đổi đơn vị nào', en: 'No unit has been changed' },
  noActsHint: { vi: 'Khi đơn vị được đổi tên, nhập, chia hay chuyển, văn bản và các phần của nó nằm ở đây.', en: 'When units are renamed, merged, split or moved, the act and its parts stand here.' },
  act: { vi: 'Văn bản', en: 'Act' },
  effective: { vi: 'Hiệu lực', en: 'In force' },
  effectiveFrom: (day: IsoDate) => ({ vi: `Có hiệu lực từ ${date(day)}`, en: `In force from ${date(day)}` }),
  what: { vi: 'Thay đổi', en: 'Change' },
  into: (from: number, to: number) => ({ vi: `${from} đơn vị thành ${to}`, en: `${from} ${from === 1 ? 'unit' : 'units'} into ${to}` }),
  created: (count: number) => ({ vi: `lập ${count}`, en: `${count} created` }),
  abolished: (count: number) => ({ vi: `thôi hoạt động ${count}`, en: `${count} abolished` }),
  newUnit: { vi: 'Đơn vị mới', en: 'New unit' },
  madeOf: { vi: 'Gồm', en: 'Made of' },
  part: { vi: 'Phần', en: 'Part' },
  wholeUnit: { vi: 'toàn bộ', en: 'whole' },
  size: { vi: 'Quy mô', en: 'Size' },
  ofNew: { vi: 'Trong đơn vị mới', en: 'Of the new unit' },
  ends: { vi: 'Thôi hoạt động', en: 'Abolished' },
  begins: { vi: 'Mới lập', en: 'Created' },
  basis: (basis: string, size: string): Text => ({ vi: basis === 'population' ? `${vi(size)} người` : basis === 'area' ? `${vi(size)} ha` : vi(size), en: basis === 'population' ? `${en(size)} people` : basis === 'area' ? `${en(size)} ha` : en(size) }),
  weighedBy: (basis: string): Text => (basis === 'population' ? { vi: 'Tỷ trọng theo số dân.', en: 'Weighted by population.' } : basis === 'area' ? { vi: 'Tỷ trọng theo diện tích.', en: 'Weighted by area.' } : basis === 'own' ? { vi: 'Tỷ trọng do văn bản nêu.', en: 'Weights as the act states them.' } : { vi: 'Không nêu tỷ trọng.', en: 'No weights are stated.' }),
  before: { vi: 'Số liệu theo đơn vị trước đó', en: 'Figures in the units before' },
  after: { vi: 'Số liệu theo đơn vị sau đó', en: 'Figures in the units after' },
  series: { vi: 'Xem chuỗi số liệu', en: 'See the series' },
  close: { vi: 'Đóng', en: 'Close' },
  capital: (text: Text): Text => ({ vi: capital(text.vi), en: capital(text.en) }),
  monthShort: (month: IsoMonth) => ({ vi: `Tháng ${Number(month.slice(5))}`, en: monthInText(month).en }),
})

const measures: Record<string, Text> = {
  month: { vi: 'Trị số', en: 'Value' },
  share: { vi: 'Tỷ trọng, %', en: 'Share, %' },
  month_on_month: { vi: 'So tháng trước', en: 'On the month before' },
  year_on_year: { vi: 'So cùng kỳ', en: 'On last year' },
  year_to_date_on_year: { vi: 'Lũy kế so cùng kỳ', en: 'To date on last year' },
  plan_share: { vi: '% kế hoạch năm', en: '% of the year’s plan' },
}
const listVi = (units: Text[]) => units.map((unit) => unit.vi).join(', ').replace(/, ([^,]*)$/, ' và $1')
const listEn = (units: Text[]) => units.map((unit) => unit.en).join(', ').replace(/, ([^,]*)$/, ' and $1')
