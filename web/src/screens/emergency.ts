/* The number to call, by ISO country; 112 works across Europe and on mobile networks in much of the world. */
const NUMBERS: Readonly<Record<string, string>> = {
  US: '911', CA: '911', MX: '911', AR: '911', CO: '123', PE: '105', CL: '131', BR: '192', GB: '999', IE: '999', AU: '000',
  NZ: '111', JP: '119', KR: '119', CN: '120', HK: '999', TW: '119', SG: '995', MY: '999', PH: '911', TH: '1669', VN: '115',
  ID: '112', IN: '112', PK: '1122', BD: '999', LK: '1990', NP: '102', ZA: '112', NG: '112', KE: '999', GH: '112', EG: '123',
  MA: '150', TN: '190', SA: '997', AE: '998', IL: '101', JO: '911', IR: '115', IQ: '122', TR: '112', RU: '112', UA: '112',
  NO: '113', IS: '112', CH: '144',
};

export const COUNTRIES: readonly string[] = Object.keys(NUMBERS).concat([
  'AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT',
  'RO', 'SE', 'SI', 'SK',
]);

export function emergencyNumber(country: string): string {
  return NUMBERS[country] ?? '112';
}
