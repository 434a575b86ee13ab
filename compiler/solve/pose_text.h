/* Simple text poses for the laboratory and the tests of this room.
 *
 *   pose NAME          begins a pose
 *    like OTHER        takes over everything said so far of another
 *    NAME VALUE …      angles by their names
 *    on SITE[@H] …     touches the floor, or a surface of height H; replaces what `like` brought
 *    wall SITE@X …     touches a wall at x = X
 *    touch SITE ON …   lies on another place of the body
 *    pins OTHER        contacts stay where they are in another pose
 *    prop KIND X Y Z [W H D]   view YAW PITCH   mat   stretch MUSCLE/side   work MUSCLE/side
 */
#ifndef KEEL_COMPILER_SOLVE_POSE_TEXT_H
#define KEEL_COMPILER_SOLVE_POSE_TEXT_H

#include "compiler/solve/solve.h"

typedef struct lab_pose {
	char name[40], pins[40];
	keel_pose_def def;
	keel_solve_result result;
	bool has_camera, has_mat;
	keel_camera camera;
	keel_prop prop[KEEL_TRACK_PROP_MAX];
	int prop_count;
	uint64_t stretch, work;
} lab_pose;

/* Reads a file; the caller frees *poses. −1 on a bad file, said on stderr with its line. */
int lab_read(const char *path, lab_pose **poses);
lab_pose *lab_find(lab_pose *poses, int count, const char *name);
void lab_solve(lab_pose *poses, int count, const keel_body_build *build);

#endif
