#include "compiler/solve/pose_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LAB_POSE_MAX 160

lab_pose *lab_find(lab_pose *poses, int count, const char *name)
{
	for (int i = 0; i < count; i++) {
		if (strcmp(poses[i].name, name) == 0)
			return &poses[i];
	}
	return NULL;
}

static bool add_contacts(lab_pose *pose, char *word, keel_solve_plane plane)
{
	float offset = 0;
	char *at = strchr(word, '@');
	keel_site found[2];
	if (at != NULL) {
		*at = 0;
		offset = strtof(at + 1, NULL);
	}
	int count = keel_site_find(word, (int)strlen(word), found);
	for (int i = 0; i < count && pose->def.contact_count < KEEL_SOLVE_CONTACT_MAX; i++)
		pose->def.contact[pose->def.contact_count++] =
			(keel_solve_contact){found[i], plane, offset};
	return count > 0;
}

static bool add_touch(lab_pose *pose, const char *site, const char *on)
{
	keel_site a[2], b[2];
	int count = keel_site_find(site, (int)strlen(site), a);
	int count_b = on ? keel_site_find(on, (int)strlen(on), b) : 0;
	for (int i = 0; i < count && count_b > 0 && pose->def.touch_count < KEEL_SOLVE_TOUCH_MAX;
	     i++)
		pose->def.touch[pose->def.touch_count++] =
			(keel_solve_touch){a[i], b[i < count_b ? i : 0], 0};
	return count > 0 && count_b > 0;
}

static uint64_t glow_of(char *word)
{
	char *slash = strchr(word, '/');
	char side = slash ? slash[1] : 'b';
	return keel_glow_find(word, slash ? (int)(slash - word) : (int)strlen(word), side);
}

static bool add_prop(lab_pose *pose, char **save)
{
	keel_prop_kind kind;
	char *word = strtok_r(NULL, " \t\n", save);
	if (word == NULL || !keel_prop_find(word, (int)strlen(word), &kind) ||
	    pose->prop_count == KEEL_TRACK_PROP_MAX)
		return false;
	keel_prop prop = keel_default_prop(kind);
	float *slots[6] = {&prop.place_cm.x, &prop.place_cm.y, &prop.place_cm.z,
			   &prop.size_cm.x,  &prop.size_cm.y,  &prop.size_cm.z};
	for (int i = 0; i < 6 && (word = strtok_r(NULL, " \t\n", save)) != NULL; i++)
		*slots[i] = strtof(word, NULL);
	pose->prop[pose->prop_count++] = prop;
	return true;
}

static bool read_angles(lab_pose *pose, char *word, char **save)
{
	while (word != NULL) {
		keel_angle found[2];
		int count = keel_angle_find(word, (int)strlen(word), found);
		char *value = strtok_r(NULL, " \t\n", save);
		if (count == 0 || value == NULL)
			return false;
		for (int i = 0; i < count; i++) {
			pose->def.angle_deg[found[i]] = strtof(value, NULL);
			pose->def.is_set[found[i]] = true;
		}
		word = strtok_r(NULL, " \t\n", save);
	}
	return true;
}

static bool read_line(lab_pose *poses, int count, char *word, char **save)
{
	lab_pose *pose = &poses[count - 1];
	char *next;
	if (strcmp(word, "like") == 0) {
		lab_pose *other = lab_find(poses, count - 1, strtok_r(NULL, " \t\n", save));
		char name[40];
		if (other == NULL)
			return false;
		memcpy(name, pose->name, sizeof name);
		*pose = *other;
		memcpy(pose->name, name, sizeof name);
		return true;
	}
	if (strcmp(word, "on") == 0 || strcmp(word, "wall") == 0) {
		keel_solve_plane plane = word[0] == 'w' ? KEEL_SOLVE_WALL : KEEL_SOLVE_FLOOR;
		if (word[0] == 'o')
			pose->def.contact_count = 0;
		bool is_good = true;
		while ((next = strtok_r(NULL, " \t\n", save)) != NULL)
			is_good = is_good && add_contacts(pose, next, plane);
		return is_good;
	}
	if (strcmp(word, "touch") == 0) {
		next = strtok_r(NULL, " \t\n", save);
		return next == NULL ? (pose->def.touch_count = 0) == 0
				    : add_touch(pose, next, strtok_r(NULL, " \t\n", save));
	}
	if (strcmp(word, "pins") == 0) {
		next = strtok_r(NULL, " \t\n", save);
		snprintf(pose->pins, sizeof pose->pins, "%s", next ? next : "");
		return true;
	}
	if (strcmp(word, "view") == 0) {
		pose->has_camera = true;
		pose->camera.yaw_deg = strtof(strtok_r(NULL, " \t\n", save), NULL);
		pose->camera.pitch_deg = strtof(strtok_r(NULL, " \t\n", save), NULL);
		return true;
	}
	if (strcmp(word, "mat") == 0)
		return pose->has_mat = true;
	if (strcmp(word, "prop") == 0)
		return add_prop(pose, save);
	if (strcmp(word, "stretch") == 0 || strcmp(word, "work") == 0) {
		uint64_t bits = 0;
		uint64_t *mask = word[0] == 's' ? &pose->stretch : &pose->work;
		while ((next = strtok_r(NULL, " \t\n", save)) != NULL)
			bits |= glow_of(next);
		*mask = bits;
		return bits != 0;
	}
	return read_angles(pose, word, save);
}

int lab_read(const char *path, lab_pose **poses)
{
	char line[512], *save = NULL;
	int count = 0, number = 0;
	FILE *file = fopen(path, "r");
	*poses = calloc(LAB_POSE_MAX, sizeof **poses);
	if (file == NULL || *poses == NULL) {
		perror(path);
		return -1;
	}
	while (fgets(line, sizeof line, file) != NULL) {
		number++;
		char *word = strtok_r(line, " \t\n", &save);
		bool is_good = true;
		if (word == NULL || word[0] == '#')
			continue;
		if (strcmp(word, "pose") == 0 && count < LAB_POSE_MAX) {
			lab_pose *pose = &(*poses)[count++];
			pose->def = keel_default_pose_def();
			word = strtok_r(NULL, " \t\n", &save);
			snprintf(pose->name, sizeof pose->name, "%s", word ? word : "?");
		} else {
			is_good = count > 0 && read_line(*poses, count, word, &save);
		}
		if (!is_good) {
			fprintf(stderr, "%s:%d: not understood\n", path, number);
			fclose(file);
			return -1;
		}
	}
	fclose(file);
	return count;
}

void lab_solve(lab_pose *poses, int count, const keel_body_build *build)
{
	for (int i = 0; i < count; i++) {
		lab_pose *pins = poses[i].pins[0] ? lab_find(poses, i, poses[i].pins) : NULL;
		poses[i].def.pins = pins ? &pins->result.pose : NULL;
		poses[i].def.pins_def = pins ? &pins->def : NULL;
		keel_solve_pose(build, &poses[i].def, NULL, &poses[i].result);
		for (int k = 0; k < poses[i].prop_count; k++) {
			keel_prop *prop = &poses[i].prop[k];
			if (prop->place_cm.x == 0)
				(void)keel_solve_place_prop(build, &poses[i].def,
							    &poses[i].result.pose, prop);
		}
	}
}
