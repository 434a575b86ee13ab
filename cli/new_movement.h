/* The two files of a movement to start from. */
#ifndef KEEL_CLI_NEW_MOVEMENT_H
#define KEEL_CLI_NEW_MOVEMENT_H

/* Writes <folder>/exercises/<id>.yaml and <folder>/text/en/movements/<id>.yaml, which must not be
 * there yet, and says what to do next. An exit code. */
int keel_new_movement(const char *id, const char *folder);

#endif
