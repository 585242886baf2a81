// Placeholder until the generator writes this file from the operations the server declares (same shape).
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
export interface AccessChangePassword {
  current: string;
  wanted: string;
}
export interface AccessCreate {
  name: string;
  seat: number;
  password: string;
}
export interface AccessDemoSeat {
  seat: AccessSeatRef;
  member: boolean;
}
export interface AccessDemoSeats {
  seats: AccessDemoSeat[];
  now: Instant;
}
export interface AccessEnter {
  seat: number;
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
export type FiguresCase = | 'value' | 'change' | 'level' | 'times' | 'flat' | 'points' | 'difference' | 'vanished' | 'zero_base' | 'both_zero' | 'no_base' | 'no_value' | 'not_additive' | 'beyond';
export interface FiguresCellCheck {
  kind: FiguresCheckKind;
  title: Text;
  detail: Text;
  suggestion?: Decimal | null;
}
export type FiguresCheckKind = | 'slip' | 'band' | 'zero';
export interface FiguresComparison {
  measure: FiguresMeasure;
  what: FiguresCase;
  shown: Decimal;
  state: FiguresState;
  coverage: FiguresCoverage;
  base_coverage: FiguresCoverage;
  like_for_like: boolean;
}
export interface FiguresCoverage {
  reported: number;
  stand_in: number;
  expected: number;
}
export interface FiguresCoverageRequest {
  month: Month;
}
export type FiguresDirection = | 'up' | 'down' | 'neutral';
export interface FiguresEnterCell {
  indicator: string;
  value?: Decimal | null;
  state?: FiguresState | null;
  reason?: string | null;
}
export interface FiguresEnterRequest {
  unit: string;
  month: Month;
  cells: FiguresEnterCell[];
}
export interface FiguresExplainRequest {
  indicator: string;
  month: Month;
  unit?: string | null;
  as_of?: number | null;
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
  may_review: boolean;
  locked?: Text | null;
  happened: FiguresFormHappened[];
  about: Text;
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
  held?: Decimal | null;
  check?: FiguresCellCheck | null;
  reason?: string | null;
  last_month?: Decimal | null;
  last_year?: Decimal | null;
  month_on_month: FiguresComparison;
  year_on_year: FiguresComparison;
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
export type FiguresFormStep = | 'submitted' | 'returned' | 'approved' | 'reopened' | 'reminded';
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
}
export interface FiguresIndicatorList {
  indicators: FiguresIndicator[];
  about: Text;
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
export interface FiguresInput {
  unit: UnitsUnitRef;
  value?: Decimal | null;
  state: FiguresState;
  known?: Instant | null;
  last_month?: Decimal | null;
  last_year?: Decimal | null;
  reason?: string | null;
}
export type FiguresKind = | 'flow' | 'stock' | 'average' | 'ratio' | 'index';
export type FiguresMeasure = | 'month' | 'month_on_month' | 'year_on_year' | 'year_to_date' | 'year_to_date_on_year' | 'plan_share';
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
}
export interface FiguresMonthSeries {
  indicator: FiguresIndicatorRef;
  unit: UnitsUnitRef;
  title: Text;
  known?: Instant | null;
  points: FiguresSeriesPoint[];
}
export type FiguresPlanWord = | 'plan' | 'budget';
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
}
export interface FiguresSeriesRequest {
  indicator: string;
  month: Month;
  unit?: string | null;
  months?: number | null;
}
export type FiguresState = | 'missing' | 'stand_in' | 'estimate' | 'official' | 'revised';
export type FiguresStyle = | 'change' | 'level';
export interface FiguresTableRequest {
  month: Month;
  unit?: string | null;
  as_of?: number | null;
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
export interface Nothing {
}
export type Office = | 'chair' | 'vice_chair' | 'head_of_office' | 'office_clerk' | 'unit_head' | 'unit_clerk' | 'quality_officer' | 'editor' | 'administrator';
export type Right = | 'open' | 'demo' | 'signed_in' | 'figures_enter' | 'figures_review' | 'report_edit' | 'report_comment' | 'report_finalise' | 'session_plan' | 'session_lead' | 'session_attend' | 'conclusions_edit' | 'conclusions_issue' | 'directives_work' | 'directives_assign' | 'press_edit' | 'journal_see' | 'accounts_manage';
export interface Text {
  vi: string;
  en: string;
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
}
export type UnitsUnitKind = | 'city' | 'office' | 'department' | 'agency' | 'ward' | 'commune';
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
  'access.disable': { change: true; request: AccessWhich; response: AccessAccounts };
  'access.me': { change: false; request: Nothing; response: AccessMe };
  'access.move': { change: true; request: AccessMove; response: AccessAccounts };
  'access.set_password': { change: true; request: AccessSetPassword; response: AccessAccounts };
  'access.sign_in': { change: true; request: AccessSignIn; response: AccessSignedIn };
  'access.sign_out': { change: true; request: Nothing; response: Nothing };
  'access.unlock': { change: true; request: AccessWhich; response: AccessAccounts };
  'demo.enter': { change: true; request: AccessEnter; response: AccessMe };
  'demo.seats': { change: false; request: Nothing; response: AccessDemoSeats };
  'figures.approve': { change: true; request: FiguresFormRequest; response: FiguresForm };
  'figures.coverage': { change: false; request: FiguresCoverageRequest; response: FiguresMonthCoverage };
  'figures.enter': { change: true; request: FiguresEnterRequest; response: FiguresForm };
  'figures.explain': { change: false; request: FiguresExplainRequest; response: FiguresExplanation };
  'figures.form': { change: false; request: FiguresFormRequest; response: FiguresForm };
  'figures.import': { change: true; request: FiguresImportRequest; response: FiguresImported };
  'figures.indicators': { change: false; request: Nothing; response: FiguresIndicatorList };
  'figures.remind': { change: true; request: FiguresRemindRequest; response: FiguresReminded };
  'figures.reopen': { change: true; request: FiguresReasonRequest; response: FiguresForm };
  'figures.return': { change: true; request: FiguresReasonRequest; response: FiguresForm };
  'figures.series': { change: false; request: FiguresSeriesRequest; response: FiguresMonthSeries };
  'figures.submit': { change: true; request: FiguresFormRequest; response: FiguresForm };
  'figures.table': { change: false; request: FiguresTableRequest; response: FiguresMonthFacts };
  'units.list': { change: false; request: Nothing; response: UnitsUnitList };
}
/** Downloads: GET /documents/<name>?… */
export interface Files {
}
export type Read = | 'access.accounts' | 'access.me' | 'demo.seats' | 'figures.coverage' | 'figures.explain' | 'figures.form' | 'figures.indicators' | 'figures.series' | 'figures.table' | 'units.list';
export type Change = | 'access.change_password' | 'access.create_account' | 'access.disable' | 'access.move' | 'access.set_password' | 'access.sign_in' | 'access.sign_out' | 'access.unlock' | 'demo.enter' | 'figures.approve' | 'figures.enter' | 'figures.import' | 'figures.remind' | 'figures.reopen' | 'figures.return' | 'figures.submit';
