// Placeholder until the generator writes this file from the operations the server declares (same shape).
export type Month = string;
export type IsoDate = string;
export type Instant = string;
export type Decimal = string;

export interface Text {
  vi: string;
  en: string;
}
export interface AccessSeat {
  account: string;
  title: Text;
  unit_name: Text;
}
export interface AccessMe {
  signed_in: boolean;
  demo: boolean;
  csrf: string;
  body: Text;
  seat?: AccessSeat | null;
  rights: string[];
}
export interface AccessSeats {
  seats: AccessSeat[];
}
export interface AccessSignIn {
  account: string;
  password: string;
}
export interface AccessTakeSeat {
  account: string;
}

export interface Operations {
  'access.me': { change: false; request: Record<string, never>; response: AccessMe };
  'access.seats': { change: false; request: Record<string, never>; response: AccessSeats };
  'access.sign_in': { change: true; request: AccessSignIn; response: Record<string, never> };
  'access.take_seat': { change: true; request: AccessTakeSeat; response: Record<string, never> };
  'access.sign_out': { change: true; request: Record<string, never>; response: Record<string, never> };
}
export type Read = | 'access.me' | 'access.seats';
export type Change = | 'access.sign_in' | 'access.take_seat' | 'access.sign_out';
