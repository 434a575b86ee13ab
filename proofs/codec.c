/* For EVA (proofs/eva): any bytes of any length up to LINE_BYTES through the scanner as it stands.
 * An undefined behaviour anywhere on the way would be an alarm.
 */
#include "core/event/scan.h"

#ifndef LINE_BYTES
#define LINE_BYTES 8
#endif

extern volatile char any_byte;
extern volatile unsigned any_number;

static char line[LINE_BYTES];
static keel_scan scanned;
static keel_spot spot;

void scan_any_line(void)
{
	size_t line_bytes = any_number % (LINE_BYTES + 1);
	for (int i = 0; i < LINE_BYTES; i++)
		line[i] = any_byte;
	//@ split line_bytes;
	(void)keel_scan_object(line, line_bytes, &scanned, &spot);
}
