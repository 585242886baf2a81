// Made from the server's operations by `giaoban types`; not edited by hand. A test fails when it drifts.
export type Month = string;
export type IsoDate = string;
export type Instant = string;
export type Decimal = string;

export interface AccessAccount {
  id: number;
  name: string;
  seat: AccessSeatRef;
  locked: boolean;
  disabled: boolean;
}
export interface AccessAccounts {
  accounts: AccessAccount[];
  seats: AccessSeatRef[];
}
export interface AccessAdvanceClock {
  to: Instant;
}
export interface AccessAskHistory {
  room?: string | null;
  subject?: string | null;
  before?: number | null;
}
export interface AccessChangePassword {
  current: string;
  wanted: string;
}
export interface AccessCreate {
  name: string;
  seat: number;
  password: string;
}
export interface AccessCreateSeat {
  office: Office;
  unit: number;
  title: Text;
  member: boolean;
}
export interface AccessDemoClock {
  now: Instant;
}
export interface AccessDemoSeat {
  seat: AccessSeatRef;
  member: boolean;
}
export interface AccessDemoSeats {
  seats: AccessDemoSeat[];
  now: Instant;
}
export interface AccessDone {
  seq: number;
  at: Instant;
  account: string;
  seat?: AccessSeatRef | null;
  operation: string;
  what: Text;
  subject: string;
  subject_name?: Text | null;
  hash: string;
}
export interface AccessEnter {
  seat: number;
}
export interface AccessHistory {
  entries: AccessDone[];
  rooms: string[];
  head: number;
  more: boolean;
}
export interface AccessMe {
  signed_in: boolean;
  account: string;
  seat?: AccessSeatRef | null;
  member: boolean;
  rights: Right[];
  csrf_token: string;
  body: UnitsUnitRef;
  body_name: Text;
  demo: boolean;
  now: Instant;
  today: IsoDate;
}
export interface AccessMove {
  account: number;
  seat: number;
}
export interface AccessSeatRef {
  id: number;
  office: Office;
  title: Text;
  unit: UnitsUnitRef;
}
export interface AccessSetPassword {
  account: number;
  password: string;
}
export interface AccessSignIn {
  name: string;
  password: string;
}
export interface AccessSignedIn {
  ok: boolean;
  me?: AccessMe | null;
  refusal?: Text | null;
}
export interface AccessWhich {
  account: number;
}
export interface ConclusionsAskNotice {
  session: number;
  format: DocumentsFormat;
  language?: Language | null;
}
export interface ConclusionsAskPreview {
  session: number;
  language?: Language | null;
}
export interface ConclusionsClause {
  id: number;
  version: number;
  section: ConclusionsSection;
  mark: string;
  topic: Text;
  text: Text;
  item?: ConclusionsItemRef | null;
  lead?: UnitsUnitRef | null;
  led_by_wards: boolean;
  partners: UnitsUnitRef[];
  with_wards: boolean;
  due?: IsoDate | null;
  deliverable: Text;
  figures: DirectivesFigureCopy[];
  paragraph?: number | null;
  sentence: Text;
  changed_by: AccessSeatRef;
  changed_at: Instant;
  gaps: Text[];
  directives: number[];
}
export interface ConclusionsContent {
  section: ConclusionsSection;
  topic?: Text | null;
  text: Text;
  item?: number | null;
  lead?: number | null;
  led_by_wards?: boolean | null;
  partners?: number[] | null;
  with_wards?: boolean | null;
  due?: IsoDate | null;
  deliverable?: Text | null;
  figures?: string[] | null;
  paragraph?: number | null;
}
export interface ConclusionsDuePreset {
  name: Text;
  date: IsoDate;
}
export interface ConclusionsItemRef {
  id: number;
  number: number;
  title: Text;
}
export interface ConclusionsMove {
  id: number;
  version: number;
  section: ConclusionsSection;
  topic?: Text | null;
  before?: number | null;
}
export interface ConclusionsNotice {
  id: number;
  session: number;
  number: string;
  date: IsoDate;
  journal_head: string;
  issued_by: AccessSeatRef;
  at: Instant;
  days_late: number;
}
export interface ConclusionsOfSession {
  session: number;
}
export interface ConclusionsPreview {
  html: string;
  style: string;
  draft: boolean;
}
export interface ConclusionsRemove {
  id: number;
  version: number;
}
export interface ConclusionsRevise {
  id: number;
  version: number;
  clause: ConclusionsContent;
}
export type ConclusionsSection = | 'assessment' | 'tasks' | 'petitions';
export interface ConclusionsTakeDown {
  session: number;
  clause: ConclusionsContent;
}
export interface ConclusionsTaken {
  id: number;
  view: ConclusionsView;
}
export interface ConclusionsView {
  session: number;
  month: Month;
  title: Text;
  state: SessionState;
  held: IsoDate;
  chair: AccessSeatRef;
  deadline: IsoDate;
  days_left: number;
  withheld: boolean;
  notice?: ConclusionsNotice | null;
  clauses: ConclusionsClause[];
  tasks: number;
  incomplete: number;
  before_issue: Text[];
  may_edit: boolean;
  may_issue: boolean;
  items: ConclusionsItemRef[];
  current_item?: number | null;
  topics: Text[];
  figures: DirectivesFigureCopy[];
  due_presets: ConclusionsDuePreset[];
}
export interface DirectivesAddEvidence {
  id: number;
  file: number;
  text?: Text | null;
}
export interface DirectivesBoard {
  counts: DirectivesCounts;
  open_of_month: number;
  open_from_before: number;
  shown: number;
  total: number;
  groups: DirectivesGroup[];
  to_remind: number[];
  whole_body: boolean;
}
export interface DirectivesBoardRequest {
  month?: Month | null;
  unit?: number | null;
  progress?: DirectivesProgress | null;
  timing?: DirectivesTiming | null;
}
export interface DirectivesById {
  id: number;
}
export interface DirectivesCounts {
  open: number;
  overdue: number;
  due_soon: number;
  in_time: number;
  no_due_date: number;
  awaiting_acceptance: number;
  not_received: number;
  done: number;
  done_on_time: number;
  done_late: number;
}
export interface DirectivesDirective {
  row: DirectivesRow;
  source: DirectivesSource;
  events: DirectivesEventView[];
  received?: IsoDate | null;
  may_receive: boolean;
  may_assign: boolean;
  may_report: boolean;
  may_submit: boolean;
  may_ask_extension: boolean;
  may_accept: boolean;
  may_return: boolean;
  may_grant_extension: boolean;
  may_remind: boolean;
  waits_for: Text;
}
export type DirectivesEventKind = | 'received' | 'assigned' | 'progress' | 'evidence' | 'submitted' | 'returned' | 'accepted' | 'extension_asked' | 'extension_granted' | 'extension_refused' | 'reminded';
export interface DirectivesEventView {
  id: number;
  kind: DirectivesEventKind;
  at: Instant;
  day: IsoDate;
  by: AccessSeatRef;
  text: Text;
  done?: number | null;
  total?: number | null;
  file?: FilesFileRef | null;
  may_open_file: boolean;
  due?: IsoDate | null;
}
export interface DirectivesExtension {
  id: number;
  due: IsoDate;
  reason: Text;
}
export interface DirectivesFigureCopy {
  indicator: string;
  name: Text;
  month: Month;
  value: string;
  unit: Text;
  compared: Text;
  source: Text;
  spark: (Decimal | null)[];
}
export interface DirectivesGroup {
  unit: UnitsUnitRef;
  counts: DirectivesCounts;
  rows: DirectivesRow[];
}
export interface DirectivesInbox {
  unit: UnitsUnitRef;
  counts: DirectivesCounts;
  to_receive: DirectivesRow[];
  returned: DirectivesRow[];
  open: DirectivesRow[];
  awaiting: DirectivesRow[];
  done: DirectivesRow[];
  as_partner: DirectivesRow[];
}
export interface DirectivesOnAgenda {
  session: number;
}
export type DirectivesProgress = | 'not_received' | 'in_progress' | 'awaiting_acceptance' | 'returned' | 'done';
export interface DirectivesPutOnAgenda {
  added: boolean;
  overdue: number;
}
export interface DirectivesReceive {
  id: number;
  assigned_to?: Text | null;
}
export interface DirectivesReportProgress {
  id: number;
  text: Text;
  done?: number | null;
  total?: number | null;
  file?: number | null;
}
export interface DirectivesRow {
  id: number;
  code: string;
  mark: string;
  session: number;
  clause: number;
  month: Month;
  text: Text;
  lead: UnitsUnitRef;
  partners: UnitsUnitRef[];
  with_wards: boolean;
  deliverable: Text;
  due?: IsoDate | null;
  original_due?: IsoDate | null;
  progress: DirectivesProgress;
  timing: DirectivesTiming;
  days: number;
  extension_asked: boolean;
  reminded_today: boolean;
  done?: number | null;
  total?: number | null;
  finished?: IsoDate | null;
}
export interface DirectivesSource {
  session: number;
  month: Month;
  session_title: Text;
  clause: number;
  mark: string;
  notice_number: string;
  notice_date: IsoDate;
  text: Text;
  figures: DirectivesFigureCopy[];
  sentence: Text;
  sentence_source: Text;
}
export type DirectivesTiming = | 'done_on_time' | 'done_late' | 'in_time' | 'due_soon' | 'overdue' | 'no_due_date';
export interface DirectivesWithReason {
  id: number;
  reason: Text;
}
export interface DirectivesWithWords {
  id: number;
  text?: Text | null;
}
export type DocumentsFormat = | 'docx' | 'pdf' | 'html';
export interface FiguresAcross {
  indicator: FiguresIndicatorRef;
  whole: UnitsUnitRef;
  month: Month;
  measure: FiguresMeasure;
  frame: IsoDate;
  value: FiguresComparison;
  measured: FiguresComparison;
  units: FiguresAcrossUnit[];
  hidden: number;
  known?: Instant | null;
  published: boolean;
  may_place: boolean;
}
export interface FiguresAcrossRequest {
  indicator: string;
  month: Month;
  measure?: FiguresMeasure | null;
  frame?: IsoDate | null;
  as_of?: number | null;
  day?: IsoDate | null;
  published?: boolean | null;
}
export interface FiguresAcrossUnit {
  unit: UnitsUnitRef;
  value: FiguresComparison;
  measured: FiguresComparison;
  place?: number | null;
  estimated: boolean;
  tile?: FiguresTile | null;
}
export interface FiguresApproval {
  state: FiguresFormState;
  at?: Instant | null;
  by?: Text | null;
}
export interface FiguresBreakdown {
  name: Text;
  parts: string[];
}
export type FiguresCase = | 'value' | 'change' | 'level' | 'times' | 'flat' | 'points' | 'difference' | 'vanished' | 'zero_base' | 'both_zero' | 'no_base' | 'no_value' | 'not_additive' | 'beyond';
export interface FiguresCellCheck {
  kind: RulesCheckKind;
  title: Text;
  detail: Text;
  suggestion?: Decimal | null;
}
export interface FiguresCellComment {
  by: Text;
  at: Instant;
  text: string;
}
export interface FiguresChecksRequest {
  month: Month;
}
export interface FiguresCommentRequest {
  unit: string;
  month: Month;
  indicator: string;
  text: string;
}
export interface FiguresComparison {
  measure: FiguresMeasure;
  what: FiguresCase;
  shown: Decimal;
  state: FiguresState;
  coverage: FiguresCoverage;
  base_coverage: FiguresCoverage;
  like_for_like: boolean;
  matched?: number | null;
}
export interface FiguresCoverage {
  reported: number;
  stand_in: number;
  expected: number;
}
export interface FiguresCoverageRequest {
  month: Month;
  as_of?: number | null;
  day?: IsoDate | null;
  published?: boolean | null;
}
export interface FiguresDefineRequest {
  indicator: FiguresIndicator;
  reason?: string | null;
}
export type FiguresDirection = | 'up' | 'down' | 'neutral';
export interface FiguresEnterCell {
  indicator: string;
  value?: Decimal | null;
  state?: FiguresState | null;
  reason?: string | null;
  seen?: number | null;
}
export interface FiguresEnterRequest {
  unit: string;
  month: Month;
  cells: FiguresEnterCell[];
}
export type FiguresExchangeAcross = | 'unit' | 'indicator' | 'month';
export interface FiguresExchangeExportRequest {
  format: string;
  from: Month;
  to: Month;
  unit?: string | null;
  as_of?: number | null;
  language?: Language | null;
}
export interface FiguresExchangeFileChange {
  address: string;
  indicator: string;
  name: Text;
  unit: Text;
  month: Month;
  before?: Decimal | null;
  value: Decimal;
  state: FiguresState;
  check?: FiguresCellCheck | null;
  held: boolean;
  formula: boolean;
}
export type FiguresExchangeFileKind = | 'form_template' | 'workbook' | 'csv' | 'dhis2';
export interface FiguresExchangeFilePreview {
  kind: FiguresExchangeFileKind;
  sheets: string[];
  sheet: string;
  header_row: number;
  rows_in_all: number;
  columns: FiguresExchangePreviewColumn[];
  rows: string[][];
}
export interface FiguresExchangeFileReport {
  kind: FiguresExchangeFileKind;
  sheets: string[];
  written: boolean;
  values: number;
  unchanged: number;
  changed: number;
  held: number;
  wrong: number;
  faults: SpreadsheetCellFault[];
  changes: FiguresExchangeFileChange[];
  notices: Text[];
  strangers: FiguresExchangeStranger[];
}
export interface FiguresExchangeFileRequest {
  file: number;
  good_part?: boolean | null;
  sheet?: string | null;
  header_row?: number | null;
  indicator?: string | null;
  unit?: string | null;
  month?: string | null;
  value?: string | null;
  state?: string | null;
  reason?: string | null;
  across?: FiguresExchangeAcross | null;
  decimal_sign?: SpreadsheetDecimalSign | null;
  columns?: string | null;
  names?: string | null;
}
export interface FiguresExchangePreviewColumn {
  letters: string;
  heading: string;
  means?: string | null;
  indicator?: string | null;
  unit?: string | null;
  month?: Month | null;
}
export interface FiguresExchangePreviewRequest {
  file: number;
  sheet?: string | null;
  header_row?: number | null;
}
export interface FiguresExchangeStranger {
  what: FiguresExchangeAcross;
  word: string;
  times: number;
}
export interface FiguresExchangeTemplateRequest {
  unit: string;
  month: Month;
  language?: Language | null;
}
export interface FiguresExplainRequest {
  indicator: string;
  month: Month;
  unit?: string | null;
  frame?: IsoDate | null;
  as_of?: number | null;
  day?: IsoDate | null;
  published?: boolean | null;
}
export interface FiguresExplanation {
  indicator: FiguresIndicatorRef;
  unit: UnitsUnitRef;
  month: Month;
  fact: FiguresFact;
  sentence: Text;
  formula: Text;
  numerator?: FiguresIndicatorRef | null;
  denominator?: FiguresIndicatorRef | null;
  parts: FiguresPartFigure[];
  frame: IsoDate;
  inputs: FiguresInput[];
  hidden: number;
  vintages: FiguresVintage[];
}
export interface FiguresFact {
  indicator: FiguresIndicatorRef;
  month: FiguresComparison;
  month_on_month: FiguresComparison;
  year_on_year: FiguresComparison;
  year_to_date: FiguresComparison;
  year_to_date_on_year: FiguresComparison;
  plan_share: FiguresComparison;
  plan?: Decimal | null;
  estimate: boolean;
  behind: boolean;
  meets?: boolean | null;
  missing: UnitsUnitRef[];
  spark: (Decimal | null)[];
}
export interface FiguresForm {
  unit: UnitsUnitRef;
  unit_name: Text;
  month: Month;
  number: string;
  state: FiguresFormState;
  due: Instant;
  late: boolean;
  groups: FiguresFormGroup[];
  filled: number;
  of: number;
  held: number;
  stand_in: number;
  own: boolean;
  may_enter: boolean;
  may_submit: boolean;
  may_take_back: boolean;
  may_review: boolean;
  locked?: Text | null;
  happened: FiguresFormHappened[];
  about: Text;
}
export interface FiguresFormChecks {
  questions: RulesQuestions;
  bands: RulesEntryChecks;
  wording: RulesWording;
}
export interface FiguresFormCount {
  expected: number;
  submitted: number;
  approved: number;
}
export interface FiguresFormGroup {
  name: Text;
  lines: FiguresFormLine[];
}
export interface FiguresFormHappened {
  step: FiguresFormStep;
  at: Instant;
  by: Text;
  reason: string;
}
export interface FiguresFormLine {
  indicator: FiguresIndicatorRef;
  value?: Decimal | null;
  state: FiguresState;
  known?: Instant | null;
  by?: Text | null;
  version: number;
  held?: Decimal | null;
  check?: FiguresCellCheck | null;
  reason?: string | null;
  last_month?: Decimal | null;
  last_year?: Decimal | null;
  month_on_month: FiguresComparison;
  year_on_year: FiguresComparison;
  comments: FiguresCellComment[];
}
export interface FiguresFormRequest {
  unit: string;
  month: Month;
}
export type FiguresFormState = | 'open' | 'submitted' | 'returned' | 'approved';
export interface FiguresFormStatus {
  unit: UnitsUnitRef;
  commune: boolean;
  state: FiguresFormState;
  filled: number;
  of: number;
  stand_in: number;
  held: number;
  due: Instant;
  submitted?: Instant | null;
  late: boolean;
  days_late: number;
  reason?: string | null;
  reminded?: Instant | null;
  reminded_today: boolean;
}
export type FiguresFormStep = | 'submitted' | 'returned' | 'approved' | 'reopened' | 'reminded' | 'taken_back';
export interface FiguresGrid {
  month: Month;
  indicators: FiguresIndicatorRef[];
  units: FiguresGridUnit[];
  known?: Instant | null;
  about: Text;
}
export interface FiguresGridCell {
  value?: Decimal | null;
  held?: Decimal | null;
  last_month?: Decimal | null;
  last_year?: Decimal | null;
  state: FiguresState;
  version: number;
  month_on_month: FiguresComparison;
  year_on_year: FiguresComparison;
}
export interface FiguresGridUnit {
  unit: UnitsUnitRef;
  commune: boolean;
  state: FiguresFormState;
  may_enter: boolean;
  cells: (FiguresGridCell | null)[];
}
export interface FiguresGuardFinding {
  at: FiguresGuardSpan;
  why: FiguresGuardWhy;
  written: string;
  indicator: string;
  name: Text;
  reason: Text;
  data: Text;
  suggestion: Text;
  other_unit: boolean;
}
export interface FiguresGuardRequest {
  month: Month;
  text: string;
  language?: Language | null;
  unit?: string | null;
  as_of?: number | null;
}
export interface FiguresGuardResult {
  findings: FiguresGuardFinding[];
  checked: number;
  unknown: number;
  unbound: FiguresGuardSpan[];
}
export interface FiguresGuardSpan {
  begin: number;
  end: number;
}
export type FiguresGuardWhy = | 'differs' | 'direction' | 'tenfold' | 'thousandfold' | 'other_base' | 'other_period' | 'part_exceeds' | 'parts_differ' | 'ratio' | 'said_otherwise';
export type FiguresImportForms = | 'none' | 'submitted' | 'approved';
export interface FiguresImportLine {
  indicator: string;
  unit: string;
  month: Month;
  value: Decimal;
  state?: FiguresState | null;
  known?: IsoDate | null;
}
export interface FiguresImportRequest {
  lines: FiguresImportLine[];
  forms?: FiguresImportForms | null;
}
export interface FiguresImported {
  values: number;
  forms: number;
}
export interface FiguresIndicator {
  code: string;
  name: Text;
  short_name: Text;
  unit_of_measure: Text;
  group: Text;
  kind: FiguresKind;
  scale: number;
  decimals: number;
  direction: FiguresDirection;
  reporters: FiguresReporters;
  reporting_units: string[];
  month_style: FiguresStyle;
  year_style: FiguresStyle;
  plan_word: FiguresPlanWord;
  numerator?: string | null;
  denominator?: string | null;
  at_least?: Decimal | null;
  since: Month;
  key: boolean;
  source: Text;
  explanation?: Text | null;
  sentence_name?: Text | null;
  also_called?: FiguresOtherNames | null;
  formula?: string | null;
  weight?: string | null;
  over_time_as?: FiguresOverTime | null;
  window?: FiguresWindow | null;
  due_days?: number | null;
  plan?: FiguresPlanRule | null;
  breakdowns?: FiguresBreakdown[] | null;
  until?: Month | null;
}
export interface FiguresIndicatorList {
  indicators: FiguresIndicator[];
  about: Text;
}
export interface FiguresIndicatorPage {
  indicator: FiguresIndicator;
  reporters: UnitsUnitRef[];
  parts: FiguresIndicatorRef[];
  used_by: FiguresIndicatorRef[];
  versions: FiguresIndicatorVersion[];
  plans: FiguresPlanVersion[];
  may_define: boolean;
}
export interface FiguresIndicatorRef {
  code: string;
  name: Text;
  short_name: Text;
  unit_of_measure: Text;
  group: Text;
  kind: FiguresKind;
  direction: FiguresDirection;
  scale: number;
  decimals: number;
  plan_word: FiguresPlanWord;
  entered: boolean;
  key: boolean;
  at_least?: Decimal | null;
  source: Text;
  explanation?: Text | null;
}
export interface FiguresIndicatorRequest {
  code: string;
}
export interface FiguresIndicatorVersion {
  version: number;
  at: Instant;
  by: Text;
  reason: string;
  changed: string[];
}
export interface FiguresInput {
  unit: UnitsUnitRef;
  value?: Decimal | null;
  state: FiguresState;
  known?: Instant | null;
  last_month?: Decimal | null;
  last_year?: Decimal | null;
  reason?: string | null;
  by?: Text | null;
  mapped?: FiguresMapped | null;
  form: FiguresApproval;
}
export type FiguresKind = | 'flow' | 'stock' | 'average' | 'ratio' | 'index';
export interface FiguresMapped {
  percent: Decimal;
  unknown: boolean;
  acts: number[];
}
export type FiguresMeasure = | 'month' | 'month_on_month' | 'year_on_year' | 'year_to_date' | 'year_to_date_on_year' | 'plan_share' | 'on_december' | 'share' | 'contribution' | 'per_head';
export interface FiguresMonthCoverage {
  month: Month;
  communes: FiguresFormCount;
  all: FiguresFormCount;
  late: number;
  due_communes: Instant;
  due_others: Instant;
  units: FiguresFormStatus[];
}
export interface FiguresMonthFacts {
  month: Month;
  unit: UnitsUnitRef;
  as_of: number;
  known?: Instant | null;
  newest: boolean;
  about: Text;
  communes: FiguresFormCount;
  all: FiguresFormCount;
  facts: FiguresFact[];
  published?: FiguresPublication | null;
}
export interface FiguresMonthSeries {
  indicator: FiguresIndicatorRef;
  unit: UnitsUnitRef;
  title: Text;
  known?: Instant | null;
  points: FiguresSeriesPoint[];
  frame: IsoDate;
  choices: UnitsUnitRef[];
  changes: FiguresUnitsChanged[];
  plans: FiguresYearPlan[];
  then?: IsoDate | null;
  now?: IsoDate | null;
  published: boolean;
}
export interface FiguresOtherNames {
  vi: string[];
  en: string[];
}
export type FiguresOverTime = | 'sum' | 'last' | 'mean' | 'none';
export interface FiguresPartFigure {
  indicator: FiguresIndicatorRef;
  value: FiguresComparison;
}
export interface FiguresPlaceTilesRequest {
  tiles: FiguresTileLine[];
}
export type FiguresPlanPeriod = | 'year' | 'quarter';
export interface FiguresPlanRule {
  period: FiguresPlanPeriod;
  denominator: Text;
}
export interface FiguresPlanVersion {
  unit: UnitsUnitRef;
  year: number;
  quarter: number;
  version: number;
  value: Decimal;
  known: IsoDate;
  source: Text;
}
export type FiguresPlanWord = | 'plan' | 'budget';
export interface FiguresPublication {
  as_of: number;
  at: Instant;
  title: Text;
}
export interface FiguresPublishRequest {
  month: Month;
  title: Text;
}
export interface FiguresReasonRequest {
  unit: string;
  month: Month;
  reason: string;
}
export interface FiguresRemindRequest {
  month: Month;
  units: string[];
}
export interface FiguresReminded {
  reminded: UnitsUnitRef[];
  already: UnitsUnitRef[];
  sent: UnitsUnitRef[];
}
export type FiguresReporters = | 'communes' | 'named';
export interface FiguresSeriesPoint {
  month: Month;
  value?: Decimal | null;
  year_before?: Decimal | null;
  state: FiguresState;
  coverage: FiguresCoverage;
  estimated: boolean;
  published?: Decimal | null;
}
export interface FiguresSeriesRequest {
  indicator: string;
  month: Month;
  unit?: string | null;
  months?: number | null;
  frame?: IsoDate | null;
  as_of?: number | null;
  day?: IsoDate | null;
  published?: boolean | null;
}
export interface FiguresSetPlanRequest {
  indicator: string;
  unit: string;
  year: number;
  quarter?: number | null;
  value: Decimal;
  source: Text;
}
export type FiguresState = | 'missing' | 'stand_in' | 'estimate' | 'official' | 'revised';
export type FiguresStyle = | 'change' | 'level';
export interface FiguresTableRequest {
  month: Month;
  unit?: string | null;
  frame?: IsoDate | null;
  as_of?: number | null;
  day?: IsoDate | null;
  published?: boolean | null;
}
export interface FiguresTile {
  column: number;
  row: number;
}
export interface FiguresTileLine {
  unit: string;
  tile: FiguresTile;
}
export interface FiguresTiles {
  tiles: FiguresTileLine[];
}
export interface FiguresUnitsChanged {
  act: number;
  on: IsoDate;
  number: string;
  title: Text;
}
export interface FiguresVintage {
  as_of: number;
  at: Instant;
  unit: UnitsUnitRef;
  by: Text;
  before?: Decimal | null;
  value?: Decimal | null;
  state: FiguresState;
  total?: Decimal | null;
}
export interface FiguresWindow {
  kind: FiguresWindowKind;
  from_day?: number | null;
  to_day?: number | null;
}
export type FiguresWindowKind = | 'calendar_month' | 'from_15th_to_14th' | 'own';
export interface FiguresYearPlan {
  year: number;
  value: Decimal;
}
export interface FilesFileRef {
  id: number;
  name: string;
  size: number;
  at: Instant;
}
export interface FilesFind {
  id: number;
}
export interface FilesStoredFile {
  id: number;
  name: string;
  size: number;
  hash: string;
  unit: number;
  at: Instant;
}
export interface HomeLine {
  month: Month;
  steps: HomeStep[];
}
export type HomeMark = | 'plain' | 'good' | 'soon' | 'overdue';
export interface HomeMonthRequest {
  month: Month;
}
export interface HomeMonthView {
  month: Month;
  title: Text;
  lead: Text;
  steps: HomeStep[];
  next: HomeNext[];
  facts: FiguresMonthFacts;
  indicators: number;
  featured: string;
  session?: HomeSessionCard | null;
  open: number;
  overdue: number;
  due_soon: number;
  work: HomeUnitWork[];
  other_units: number;
  communes: FiguresFormStatus[];
  communes_due: Instant;
}
export interface HomeNext {
  place: HomePlace;
  thing: string;
  text: Text;
  until?: Instant | null;
}
export type HomePlace = | 'figures' | 'report' | 'session' | 'conclusions' | 'directives' | 'press';
export interface HomeSessionCard {
  id: number;
  title: Text;
  state: SessionState;
  date: IsoDate;
  starts: Instant;
  ends: Instant;
  place: Text;
  chair: Text;
  items: number;
  minutes: number;
  members: number;
  present: number;
  sites: number;
  sites_connected: number;
}
export interface HomeStep {
  place: HomePlace;
  state: HomeStepState;
  headline: Text;
  mark: HomeMark;
  detail: Text;
  count: Text;
}
export type HomeStepState = | 'done' | 'now' | 'ahead';
export interface HomeUnitWork {
  unit: UnitsUnitRef;
  overdue: number;
  due_soon: number;
}
export type Language = | 'vi' | 'en';
export interface Nothing {
}
export type Office = | 'chair' | 'vice_chair' | 'head_of_office' | 'office_clerk' | 'unit_head' | 'unit_clerk' | 'quality_officer' | 'editor' | 'administrator';
export interface PressAskPage {
  path: string;
}
export interface PressCheck {
  what: Text;
  done: boolean;
  needed: boolean;
}
export interface PressDecision {
  mark: string;
  topic: Text;
  text: Text;
  lead: Text;
  due?: IsoDate | null;
  progress: PressProgress;
  said: Text;
  done?: number | null;
  total?: number | null;
  finished?: IsoDate | null;
}
export interface PressEdit {
  month: Month;
  story: PressStory;
  revision?: number | null;
}
export interface PressIndicatorChoice {
  code: string;
  name: Text;
}
export interface PressKeyFigure {
  code: string;
  name: Text;
  unit: Text;
  value: Text;
  words: Text;
  spark: (Decimal | null)[];
}
export interface PressOfMonth {
  month: Month;
}
export type PressProgress = | 'done_on_time' | 'done_late' | 'in_progress' | 'due_soon' | 'overdue';
export interface PressPublicSession {
  month: Month;
  title: Text;
  body: Text;
  chair: Text;
  place: Text;
  date: IsoDate;
  members: number;
  members_present: number;
  sites: number;
  notice: string;
  notice_date?: IsoDate | null;
  journal_head: string;
  decisions: PressDecision[];
  tally: PressTally;
  figures: PressKeyFigure[];
  figures_known?: Instant | null;
  vintage: number;
  about: Text;
  story: PressStory;
  published_at?: Instant | null;
}
export interface PressStory {
  title: Text;
  lead: Text;
  body: Text;
  figures: string[];
  picture?: number | null;
  picture_text: Text;
}
export interface PressTally {
  all: number;
  done: number;
  in_progress: number;
  due_soon: number;
  overdue: number;
}
export interface PressView {
  month: Month;
  planned: boolean;
  story: PressStory;
  proposal?: PressStory | null;
  picture?: FilesFileRef | null;
  revision: number;
  saved_at?: Instant | null;
  published_at?: Instant | null;
  changed_since: boolean;
  checks: PressCheck[];
  choices: PressIndicatorChoice[];
  page: PressPublicSession;
  address: string;
  address_en: string;
  may_edit: boolean;
  may_publish: boolean;
}
export type ReportAction = | 'add' | 'change' | 'move' | 'remove' | 'redraft' | 'release';
export interface ReportAddComment {
  month: Month;
  paragraph?: number | null;
  text: string;
  text_en?: string | null;
}
export type ReportAnswer = | 'absorbed' | 'explained';
export interface ReportAskDocument {
  month: Month;
  format: DocumentsFormat;
  version?: number | null;
  language?: Language | null;
}
export interface ReportBoundFigure {
  indicator: string;
  unit: string;
  name: Text;
  measure_name: Text;
  month: Month;
  measure: FiguresMeasure;
  bound: string;
  now?: string | null;
  moved: boolean;
  words_hold: boolean;
  contradicts: boolean;
}
export interface ReportComment {
  id: number;
  paragraph?: number | null;
  quote: string;
  text: Text;
  by: AccessSeatRef;
  at: Instant;
  answer?: ReportAnswer | null;
  answer_text?: Text | null;
  answered_by?: AccessSeatRef | null;
  answered_at?: Instant | null;
}
export interface ReportCompareVintage {
  month: Month;
  version?: number | null;
}
export interface ReportCounts {
  figures: number;
  moved: number;
  overtaken: number;
  contradicting: number;
  comments: number;
  unanswered: number;
}
export interface ReportEdit {
  month: Month;
  action: ReportAction;
  paragraph?: number | null;
  revision?: number | null;
  section?: ReportSection | null;
  heading?: Text | null;
  before?: number | null;
  vi?: string | null;
  en?: string | null;
  indicator?: string | null;
  measure?: FiguresMeasure | null;
}
export interface ReportGiveAnswer {
  comment: number;
  answer: ReportAnswer;
  text: string;
  text_en?: string | null;
}
export interface ReportGroup {
  heading: Text;
  paragraphs: ReportParagraph[];
}
export interface ReportMay {
  draft: boolean;
  edit: boolean;
  comment: boolean;
  answer: boolean;
  finalise: boolean;
}
export interface ReportMoved {
  paragraph: number;
  indicator: string;
  unit: string;
  name: Text;
  measure_name: Text;
  measure: FiguresMeasure;
  was: Text;
  now: Text;
}
export interface ReportOfMonth {
  month: Month;
}
export interface ReportParagraph {
  id: number;
  section: ReportSection;
  heading: Text;
  indicator?: string | null;
  edited: boolean;
  one_language: boolean;
  overtaken: boolean;
  revision: number;
  vi: ReportRun[];
  en: ReportRun[];
  doubts_vi: FiguresGuardFinding[];
  doubts_en: FiguresGuardFinding[];
}
export interface ReportRun {
  text: string;
  figure?: ReportBoundFigure | null;
}
export type ReportSection = | 'opening' | 'results' | 'shortcomings' | 'tasks';
export interface ReportSectionView {
  section: ReportSection;
  title: Text;
  groups: ReportGroup[];
}
export type ReportState = | 'none' | 'draft' | 'finalised';
export interface ReportVersion {
  number: number;
  vintage: number;
  at: Instant;
  by: AccessSeatRef;
  hash: string;
  absorbed: number;
  explained: number;
  moved: number;
}
export interface ReportVersionList {
  month: Month;
  versions: ReportVersion[];
}
export interface ReportView {
  month: Month;
  state: ReportState;
  title: Text;
  vintage?: number | null;
  drafted_at?: Instant | null;
  sections: ReportSectionView[];
  comments: ReportComment[];
  versions: ReportVersion[];
  counts: ReportCounts;
  before_final: Text[];
  may: ReportMay;
}
export interface ReportVintageComparison {
  month: Month;
  version: number;
  vintage: number;
  figures: number;
  moved: ReportMoved[];
}
export type Right = | 'open' | 'demo' | 'signed_in' | 'figures_enter' | 'figures_review' | 'report_edit' | 'report_comment' | 'report_finalise' | 'session_plan' | 'session_lead' | 'session_attend' | 'conclusions_edit' | 'conclusions_issue' | 'directives_work' | 'directives_assign' | 'press_edit' | 'journal_see' | 'accounts_manage' | 'units_manage' | 'figures_define';
export interface RulesBaseWords {
  against: Text;
  noun: Text;
}
export interface RulesCheckDefinition {
  name: string;
  argument: string;
  is: string;
}
export type RulesCheckKind = | 'slip' | 'band' | 'zero' | 'range' | 'sum' | 'cross';
export interface RulesCheckRule {
  id: string;
  kind: RulesCheckKind;
  of?: string[] | null;
  when: string;
  suggestion?: string | null;
  title: Text;
  detail: Text;
}
export interface RulesEntryChecks {
  times_most: Decimal;
  least_difference: number;
  slip_from: Decimal;
}
export interface RulesPhrases {
  month_before: RulesBaseWords;
  same_month: RulesBaseWords;
  same_period: RulesBaseWords;
  same_time: RulesBaseWords;
  december: RulesBaseWords;
  rise: Text;
  fall: Text;
  level: Text;
  times: Text;
  flat: Text;
  points: Text;
  share: Text;
  contributes: Text;
  takes_off: Text;
  per_head: Text;
  per_heads: Text;
  rank: Text;
  so_far: Text;
  taken_together: Text;
  on_average: Text;
  of_plan: Text;
  of_budget: Text;
  matched: Text;
  matched_units: Text;
}
export interface RulesQuestions {
  definitions: RulesCheckDefinition[];
  checks: RulesCheckRule[];
}
export interface RulesWording {
  times_from: Decimal;
  flat_below: Decimal;
  decimals: number;
  sentence_zero: RulesZero;
  table_zero: RulesZero;
  index_decimals?: number | null;
  phrases: RulesPhrases;
}
export type RulesZero = | 'drop' | 'keep';
export interface SessionAddItemAsked {
  session: number;
  title: Text;
  presenter?: number | null;
  minutes: number;
  kind: SessionItemKind;
  note?: Text | null;
}
export interface SessionAskFloorAsked {
  session: number;
  note?: string | null;
  seat?: number | null;
}
export interface SessionAttendeeView {
  id: number;
  seat: AccessSeatRef;
  called: Text;
  member: boolean;
  presence?: SessionPresence | null;
  note: string;
  confirmed_at?: Instant | null;
  checked_in_at?: Instant | null;
  site?: SessionSite | null;
  substitute: boolean;
  here: boolean;
}
export interface SessionChanged {
  session: number;
  id: number;
}
export interface SessionCheckInAsked {
  session: number;
  site?: SessionSite | null;
  substitute?: boolean | null;
  seats?: number[] | null;
  here?: boolean | null;
}
export interface SessionChooseGuestsAsked {
  session: number;
  seats: number[];
}
export interface SessionConfirmAsked {
  session: number;
  presence: SessionPresence;
  note?: string | null;
  seat?: number | null;
}
export interface SessionDocumentAsked {
  session: number;
  format: DocumentsFormat;
  language?: Language | null;
}
export interface SessionEditAsked {
  session: number;
  date?: IsoDate | null;
  from?: string | null;
  to?: string | null;
  place?: Text | null;
  requirements?: Text | null;
  chair?: number | null;
  speaking_s?: number | null;
}
export interface SessionEditItemAsked {
  item: number;
  title: Text;
  presenter?: number | null;
  minutes: number;
  kind: SessionItemKind;
  note?: Text | null;
}
export interface SessionExtendFloorAsked {
  session: number;
  seconds: number;
}
export interface SessionGiveFloorAsked {
  session: number;
  turn?: number | null;
  seat?: number | null;
  seconds?: number | null;
}
export interface SessionGoToItemAsked {
  session: number;
  item: number;
}
export interface SessionGuest {
  seat: AccessSeatRef;
  called: Text;
  commune: boolean;
  invited: boolean;
  kept?: Text | null;
}
export interface SessionGuests {
  guests: SessionGuest[];
}
export interface SessionHandOverAsked {
  session: number;
  seat: number;
}
export type SessionHappened = | 'planned' | 'edited' | 'agenda_changed' | 'guests_changed' | 'invited' | 'opened' | 'taken_up' | 'floor_given' | 'floor_extended' | 'floor_ended' | 'handed_over' | 'closed';
export interface SessionInvitationView {
  number?: string | null;
  sent_at?: Instant | null;
  latest: IsoDate;
  late: boolean;
}
export interface SessionItemAsked {
  title: Text;
  presenter?: number | null;
  minutes: number;
  kind: SessionItemKind;
  note?: Text | null;
}
export type SessionItemKind = | 'report' | 'discussion' | 'adoption' | 'overdue_work' | 'other';
export type SessionItemState = | 'ahead' | 'now' | 'done';
export interface SessionItemView {
  id: number;
  number: number;
  title: Text;
  presenter?: UnitsUnitRef | null;
  minutes: number;
  kind: SessionItemKind;
  note: Text;
  state: SessionItemState;
  planned_from: Instant;
  taken_up_at?: Instant | null;
  running_since?: Instant | null;
  spent_s: number;
}
export interface SessionListAsked {
  month?: Month | null;
}
export interface SessionListed {
  id: number;
  month: Month;
  title: Text;
  state: SessionState;
  date: IsoDate;
  starts: Instant;
  ends: Instant;
  place: Text;
  chair: AccessSeatRef;
}
export interface SessionMoveFloorAsked {
  turn: number;
  to: number;
}
export interface SessionMoveItemAsked {
  item: number;
  to: number;
}
export interface SessionPlanAsked {
  month: Month;
  date: IsoDate;
  from: string;
  to: string;
  place: Text;
  requirements?: Text | null;
  chair?: number | null;
  speaking_s?: number | null;
  items?: SessionItemAsked[] | null;
}
export type SessionPresence = | 'hall' | 'online' | 'absent' | 'substitute';
export interface SessionProposal {
  date: IsoDate;
  from: string;
  to: string;
  place: Text;
  chairs: AccessSeatRef[];
  invitation_number: string;
}
export interface SessionQuorumView {
  members: number;
  needed: number;
  present: number;
  hall: number;
  online: number;
  absent_with_leave: number;
  substitutes: number;
  reached: boolean;
  source: Text;
}
export interface SessionRecord {
  entries: SessionRecordEntry[];
}
export interface SessionRecordEntry {
  at: Instant;
  kind: SessionHappened;
  item?: number | null;
  title?: Text | null;
  called?: Text | null;
  seconds?: number | null;
}
export type SessionSessionKind = | 'regular';
export interface SessionSessionList {
  sessions: SessionListed[];
  may_plan: boolean;
  proposal?: SessionProposal | null;
}
export interface SessionSessionView {
  id: number;
  month: Month;
  kind: SessionSessionKind;
  title: Text;
  state: SessionState;
  date: IsoDate;
  from: string;
  to: string;
  starts: Instant;
  ends: Instant;
  place: Text;
  requirements: Text;
  chair: AccessSeatRef;
  speaking_s: number;
  planned_at: Instant;
  invited_at?: Instant | null;
  opened_at?: Instant | null;
  closed_at?: Instant | null;
  minutes_number?: string | null;
  items: SessionItemView[];
  current?: number | null;
  attendees: SessionAttendeeView[];
  sites: SessionSiteView[];
  quorum: SessionQuorumView;
  speaking?: SessionTurnView | null;
  queue: SessionTurnView[];
  spoken: SessionTurnView[];
  invitation: SessionInvitationView;
  warnings: Text[];
  me?: number | null;
  leading: boolean;
  may_edit: boolean;
  may_invite: boolean;
  may_open: boolean;
  may_close: boolean;
  may_lead: boolean;
  may_confirm: boolean;
  may_check_in: boolean;
  may_check_in_others: boolean;
  may_ask: boolean;
  may_hand_over: boolean;
  may_number_minutes: boolean;
}
export interface SessionShowAsked {
  session: number;
}
export type SessionSite = | 'hall' | 'online';
export interface SessionSiteView {
  unit?: UnitsUnitRef | null;
  expected: number;
  present: number;
}
export type SessionState = | 'planned' | 'invited' | 'open' | 'closed';
export interface SessionThisItem {
  item: number;
}
export interface SessionThisSession {
  session: number;
}
export interface SessionThisTurn {
  turn: number;
}
export interface SessionTurnView {
  id: number;
  seat: number;
  called: Text;
  unit: UnitsUnitRef;
  site?: SessionSite | null;
  item?: number | null;
  note: string;
  asked_at: Instant;
  given_at?: Instant | null;
  until?: Instant | null;
  ended_at?: Instant | null;
  reminded_at?: Instant | null;
  limit_s: number;
}
export interface SpreadsheetCellFault {
  address: string;
  what: Text;
}
export type SpreadsheetDecimalSign = | 'detect' | 'comma' | 'dot';
export interface Text {
  vi: string;
  en: string;
}
export interface UnitsActLine {
  number: string;
  title: Text;
  source: Text;
  new_units?: UnitsNewUnit[] | null;
  parts: UnitsPartLine[];
}
export type UnitsBasis = | 'none' | 'area' | 'population' | 'own';
export interface UnitsChange {
  id: number;
  number: string;
  title: Text;
  effective: IsoDate;
  source: Text;
  parts: UnitsPartView[];
}
export interface UnitsChanges {
  changes: UnitsChange[];
}
export interface UnitsNewUnit {
  code: string;
  name: Text;
  short_name: Text;
  kind: UnitsUnitKind;
  parent?: string | null;
  place: Text;
  notation: string;
}
export interface UnitsPartLine {
  from?: string | null;
  to?: string | null;
  basis?: UnitsBasis | null;
  numerator?: number | null;
  denominator?: number | null;
}
export interface UnitsPartView {
  from?: UnitsUnitRef | null;
  to?: UnitsUnitRef | null;
  basis: UnitsBasis;
  numerator: number;
  denominator: number;
  whole: boolean;
}
export interface UnitsReorganiseRequest {
  effective: IsoDate;
  acts: UnitsActLine[];
}
export interface UnitsTree {
  on: IsoDate;
  rows: UnitsTreeRow[];
  days: IsoDate[];
}
export interface UnitsTreeRequest {
  on?: IsoDate | null;
}
export interface UnitsTreeRow {
  unit: UnitsUnit;
  depth: number;
  authority?: UnitsUnitRef | null;
}
export interface UnitsUnit {
  id: number;
  code: string;
  name: Text;
  short_name: Text;
  kind: UnitsUnitKind;
  parent?: number | null;
  place: Text;
  notation: string;
  position: number;
  since?: IsoDate | null;
  until?: IsoDate | null;
}
export type UnitsUnitKind = | 'city' | 'office' | 'department' | 'agency' | 'ward' | 'commune' | 'province' | 'territory';
export interface UnitsUnitList {
  units: UnitsUnit[];
}
export interface UnitsUnitRef {
  id: number;
  code: string;
  name: Text;
}

export interface Operations {
  'access.accounts': { change: false; request: Nothing; response: AccessAccounts };
  'access.change_password': { change: true; request: AccessChangePassword; response: Nothing };
  'access.create_account': { change: true; request: AccessCreate; response: AccessAccounts };
  'access.create_seat': { change: true; request: AccessCreateSeat; response: AccessSeatRef };
  'access.disable': { change: true; request: AccessWhich; response: AccessAccounts };
  'access.history': { change: false; request: AccessAskHistory; response: AccessHistory };
  'access.me': { change: false; request: Nothing; response: AccessMe };
  'access.move': { change: true; request: AccessMove; response: AccessAccounts };
  'access.set_password': { change: true; request: AccessSetPassword; response: AccessAccounts };
  'access.sign_in': { change: true; request: AccessSignIn; response: AccessSignedIn };
  'access.sign_out': { change: true; request: Nothing; response: Nothing };
  'access.unlock': { change: true; request: AccessWhich; response: AccessAccounts };
  'conclusions.issue': { change: true; request: ConclusionsOfSession; response: ConclusionsView };
  'conclusions.move': { change: true; request: ConclusionsMove; response: ConclusionsView };
  'conclusions.preview': { change: false; request: ConclusionsAskPreview; response: ConclusionsPreview };
  'conclusions.remove': { change: true; request: ConclusionsRemove; response: ConclusionsView };
  'conclusions.revise': { change: true; request: ConclusionsRevise; response: ConclusionsView };
  'conclusions.show': { change: false; request: ConclusionsOfSession; response: ConclusionsView };
  'conclusions.take_down': { change: true; request: ConclusionsTakeDown; response: ConclusionsTaken };
  'demo.advance_clock': { change: true; request: AccessAdvanceClock; response: AccessDemoClock };
  'demo.enter': { change: true; request: AccessEnter; response: AccessMe };
  'demo.seats': { change: false; request: Nothing; response: AccessDemoSeats };
  'directives.accept': { change: true; request: DirectivesWithWords; response: DirectivesDirective };
  'directives.add_evidence': { change: true; request: DirectivesAddEvidence; response: DirectivesDirective };
  'directives.ask_extension': { change: true; request: DirectivesExtension; response: DirectivesDirective };
  'directives.board': { change: false; request: DirectivesBoardRequest; response: DirectivesBoard };
  'directives.grant_extension': { change: true; request: DirectivesExtension; response: DirectivesDirective };
  'directives.inbox': { change: false; request: Nothing; response: DirectivesInbox };
  'directives.put_on_agenda': { change: true; request: DirectivesOnAgenda; response: DirectivesPutOnAgenda };
  'directives.receive': { change: true; request: DirectivesReceive; response: DirectivesDirective };
  'directives.refuse_extension': { change: true; request: DirectivesWithReason; response: DirectivesDirective };
  'directives.remind': { change: true; request: DirectivesById; response: DirectivesDirective };
  'directives.report_progress': { change: true; request: DirectivesReportProgress; response: DirectivesDirective };
  'directives.return': { change: true; request: DirectivesWithReason; response: DirectivesDirective };
  'directives.show': { change: false; request: DirectivesById; response: DirectivesDirective };
  'directives.submit': { change: true; request: DirectivesWithWords; response: DirectivesDirective };
  'figures.across': { change: false; request: FiguresAcrossRequest; response: FiguresAcross };
  'figures.approve': { change: true; request: FiguresFormRequest; response: FiguresForm };
  'figures.check_file': { change: false; request: FiguresExchangeFileRequest; response: FiguresExchangeFileReport };
  'figures.checks': { change: false; request: FiguresChecksRequest; response: FiguresFormChecks };
  'figures.comment': { change: true; request: FiguresCommentRequest; response: FiguresForm };
  'figures.coverage': { change: false; request: FiguresCoverageRequest; response: FiguresMonthCoverage };
  'figures.define_indicator': { change: true; request: FiguresDefineRequest; response: FiguresIndicatorPage };
  'figures.enter': { change: true; request: FiguresEnterRequest; response: FiguresForm };
  'figures.explain': { change: false; request: FiguresExplainRequest; response: FiguresExplanation };
  'figures.form': { change: false; request: FiguresFormRequest; response: FiguresForm };
  'figures.grid': { change: false; request: FiguresChecksRequest; response: FiguresGrid };
  'figures.guard': { change: false; request: FiguresGuardRequest; response: FiguresGuardResult };
  'figures.import': { change: true; request: FiguresImportRequest; response: FiguresImported };
  'figures.import_file': { change: true; request: FiguresExchangeFileRequest; response: FiguresExchangeFileReport };
  'figures.indicator': { change: false; request: FiguresIndicatorRequest; response: FiguresIndicatorPage };
  'figures.indicators': { change: false; request: Nothing; response: FiguresIndicatorList };
  'figures.place_tiles': { change: true; request: FiguresPlaceTilesRequest; response: FiguresTiles };
  'figures.preview_file': { change: false; request: FiguresExchangePreviewRequest; response: FiguresExchangeFilePreview };
  'figures.publish': { change: true; request: FiguresPublishRequest; response: FiguresPublication };
  'figures.remind': { change: true; request: FiguresRemindRequest; response: FiguresReminded };
  'figures.reopen': { change: true; request: FiguresReasonRequest; response: FiguresForm };
  'figures.return': { change: true; request: FiguresReasonRequest; response: FiguresForm };
  'figures.series': { change: false; request: FiguresSeriesRequest; response: FiguresMonthSeries };
  'figures.set_plan': { change: true; request: FiguresSetPlanRequest; response: FiguresIndicatorPage };
  'figures.submit': { change: true; request: FiguresFormRequest; response: FiguresForm };
  'figures.table': { change: false; request: FiguresTableRequest; response: FiguresMonthFacts };
  'figures.take_back': { change: true; request: FiguresFormRequest; response: FiguresForm };
  'files.show': { change: false; request: FilesFind; response: FilesStoredFile };
  'home.line': { change: false; request: HomeMonthRequest; response: HomeLine };
  'home.month': { change: false; request: HomeMonthRequest; response: HomeMonthView };
  'press.edit': { change: true; request: PressEdit; response: PressView };
  'press.publish': { change: true; request: PressOfMonth; response: PressView };
  'press.show': { change: false; request: PressOfMonth; response: PressView };
  'report.answer': { change: true; request: ReportGiveAnswer; response: ReportView };
  'report.comment': { change: true; request: ReportAddComment; response: ReportView };
  'report.compare_vintage': { change: false; request: ReportCompareVintage; response: ReportVintageComparison };
  'report.draft': { change: true; request: ReportOfMonth; response: ReportView };
  'report.edit': { change: true; request: ReportEdit; response: ReportView };
  'report.finalise': { change: true; request: ReportOfMonth; response: ReportView };
  'report.show': { change: false; request: ReportOfMonth; response: ReportView };
  'report.versions': { change: false; request: ReportOfMonth; response: ReportVersionList };
  'session.add_item': { change: true; request: SessionAddItemAsked; response: SessionChanged };
  'session.ask_floor': { change: true; request: SessionAskFloorAsked; response: SessionChanged };
  'session.check_in': { change: true; request: SessionCheckInAsked; response: SessionChanged };
  'session.choose_guests': { change: true; request: SessionChooseGuestsAsked; response: SessionChanged };
  'session.close': { change: true; request: SessionThisSession; response: SessionChanged };
  'session.confirm': { change: true; request: SessionConfirmAsked; response: SessionChanged };
  'session.edit': { change: true; request: SessionEditAsked; response: SessionChanged };
  'session.edit_item': { change: true; request: SessionEditItemAsked; response: SessionChanged };
  'session.end_floor': { change: true; request: SessionThisSession; response: SessionChanged };
  'session.extend_floor': { change: true; request: SessionExtendFloorAsked; response: SessionChanged };
  'session.give_floor': { change: true; request: SessionGiveFloorAsked; response: SessionChanged };
  'session.go_to_item': { change: true; request: SessionGoToItemAsked; response: SessionChanged };
  'session.guests': { change: false; request: SessionShowAsked; response: SessionGuests };
  'session.hand_over': { change: true; request: SessionHandOverAsked; response: SessionChanged };
  'session.invite': { change: true; request: SessionThisSession; response: SessionChanged };
  'session.list': { change: false; request: SessionListAsked; response: SessionSessionList };
  'session.move_floor': { change: true; request: SessionMoveFloorAsked; response: SessionChanged };
  'session.move_item': { change: true; request: SessionMoveItemAsked; response: SessionChanged };
  'session.number_minutes': { change: true; request: SessionThisSession; response: SessionChanged };
  'session.open': { change: true; request: SessionThisSession; response: SessionChanged };
  'session.plan': { change: true; request: SessionPlanAsked; response: SessionChanged };
  'session.record': { change: false; request: SessionShowAsked; response: SessionRecord };
  'session.remind_floor': { change: true; request: SessionThisSession; response: SessionChanged };
  'session.remove_item': { change: true; request: SessionThisItem; response: SessionChanged };
  'session.show': { change: false; request: SessionShowAsked; response: SessionSessionView };
  'session.withdraw_floor': { change: true; request: SessionThisTurn; response: SessionChanged };
  'units.changes': { change: false; request: Nothing; response: UnitsChanges };
  'units.list': { change: false; request: UnitsTreeRequest; response: UnitsUnitList };
  'units.reorganise': { change: true; request: UnitsReorganiseRequest; response: UnitsChanges };
  'units.tree': { change: false; request: UnitsTreeRequest; response: UnitsTree };
}
/** Downloads: GET /documents/<name>?… */
export interface Files {
  'conclusions.notice': ConclusionsAskNotice;
  'figures.export': FiguresExchangeExportRequest;
  'figures.template': FiguresExchangeTemplateRequest;
  'press.page': PressAskPage;
  'report.document': ReportAskDocument;
  'session.invitation': SessionDocumentAsked;
  'session.minutes': SessionDocumentAsked;
}
export type Read = | 'access.accounts' | 'access.history' | 'access.me' | 'conclusions.preview' | 'conclusions.show' | 'demo.seats' | 'directives.board' | 'directives.inbox' | 'directives.show' | 'figures.across' | 'figures.check_file' | 'figures.checks' | 'figures.coverage' | 'figures.explain' | 'figures.form' | 'figures.grid' | 'figures.guard' | 'figures.indicator' | 'figures.indicators' | 'figures.preview_file' | 'figures.series' | 'figures.table' | 'files.show' | 'home.line' | 'home.month' | 'press.show' | 'report.compare_vintage' | 'report.show' | 'report.versions' | 'session.guests' | 'session.list' | 'session.record' | 'session.show' | 'units.changes' | 'units.list' | 'units.tree';
export type Change = | 'access.change_password' | 'access.create_account' | 'access.create_seat' | 'access.disable' | 'access.move' | 'access.set_password' | 'access.sign_in' | 'access.sign_out' | 'access.unlock' | 'conclusions.issue' | 'conclusions.move' | 'conclusions.remove' | 'conclusions.revise' | 'conclusions.take_down' | 'demo.advance_clock' | 'demo.enter' | 'directives.accept' | 'directives.add_evidence' | 'directives.ask_extension' | 'directives.grant_extension' | 'directives.put_on_agenda' | 'directives.receive' | 'directives.refuse_extension' | 'directives.remind' | 'directives.report_progress' | 'directives.return' | 'directives.submit' | 'figures.approve' | 'figures.comment' | 'figures.define_indicator' | 'figures.enter' | 'figures.import' | 'figures.import_file' | 'figures.place_tiles' | 'figures.publish' | 'figures.remind' | 'figures.reopen' | 'figures.return' | 'figures.set_plan' | 'figures.submit' | 'figures.take_back' | 'press.edit' | 'press.publish' | 'report.answer' | 'report.comment' | 'report.draft' | 'report.edit' | 'report.finalise' | 'session.add_item' | 'session.ask_floor' | 'session.check_in' | 'session.choose_guests' | 'session.close' | 'session.confirm' | 'session.edit' | 'session.edit_item' | 'session.end_floor' | 'session.extend_floor' | 'session.give_floor' | 'session.go_to_item' | 'session.hand_over' | 'session.invite' | 'session.move_floor' | 'session.move_item' | 'session.number_minutes' | 'session.open' | 'session.plan' | 'session.remind_floor' | 'session.remove_item' | 'session.withdraw_floor' | 'units.reorganise';
