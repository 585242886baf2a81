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
  'units.list': { change: false; request: Nothing; response: UnitsUnitList };
}
/** Downloads: GET /documents/<name>?… */
export interface Files {
}
export type Read = | 'access.accounts' | 'access.me' | 'demo.seats' | 'units.list';
export type Change = | 'access.change_password' | 'access.create_account' | 'access.disable' | 'access.move' | 'access.set_password' | 'access.sign_in' | 'access.sign_out' | 'access.unlock' | 'demo.enter';
