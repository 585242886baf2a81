// Placeholder until the generator writes this file from the operations the server declares (same shape).
export type Month = string;
export type IsoDate = string;
export type Instant = string;
export type Decimal = string;

export interface AccessMe {
  signed_in: boolean;
  csrf: string;
  body: Text;
  seat?: AccessSeat | null;
  rights: string[];
}
export interface AccessSeat {
  office_name: Text;
  unit_name: Text;
}
export interface Text {
  vi: string;
  en: string;
}

export interface Operations {
  'access.me': { change: false; request: Record<string, never>; response: AccessMe };
  'access.sign_out': { change: true; request: Record<string, never>; response: Record<string, never> };
}
export type Read = | 'access.me';
export type Change = | 'access.sign_out';
