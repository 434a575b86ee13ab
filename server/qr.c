#include "server/qr.h"

#include <qrencode.h>

#define QUIET 4 /* modules of white around the code, ISO/IEC 18004 */

static bool is_dark(const QRcode *code, int row, int column)
{
	if (row < 0 || column < 0 || row >= code->width || column >= code->width)
		return false;
	return (code->data[row * code->width + column] & 1) != 0;
}

bool keel_qr_print(FILE *out, const char *text)
{
	QRcode *code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
	if (code == NULL)
		return false;
	for (int row = -QUIET; row < code->width + QUIET; row += 2) {
		fputs("\033[40;97m",
		      out); /* white blocks on black, whatever the terminal's own colours */
		for (int column = -QUIET; column < code->width + QUIET; column++) {
			bool upper_light = !is_dark(code, row, column);
			bool lower_light = !is_dark(code, row + 1, column);
			fputs(upper_light ? (lower_light ? "█" : "▀") : (lower_light ? "▄" : " "),
			      out);
		}
		fputs("\033[0m\n", out);
	}
	QRcode_free(code);
	return true;
}
