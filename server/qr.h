/* QR: the link as a picture of blocks in a terminal, so that a phone need not be typed into. */
#ifndef KEEL_SERVER_QR_H
#define KEEL_SERVER_QR_H

#include <stdbool.h>
#include <stdio.h>

/* Light blocks on dark with a quiet zone of four, two rows of the code to a line of text (UTF-8
 * half blocks). False when the text is too long for a code. */
bool keel_qr_print(FILE *out, const char *text);

#endif
