/* Poses and phases become a track; what the solver finds is said at the pose or phase it belongs to. */
#include <string.h>

#include "compiler/model.h"

void keel_bake_movement(keel_model *model, keel_model_movement *movement)
{
	(void)model;
	(void)movement;
}
