#include "compiler/statics/nnls.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "core/base/err.h"

/* The free columns and the Cholesky factor of their part of the normal matrix. */
typedef struct active {
	int count;
	int column[KEEL_NNLS_COLUMNS_MAX];
	bool is_free[KEEL_NNLS_COLUMNS_MAX];
	double factor[KEEL_NNLS_COLUMNS_MAX][KEEL_NNLS_COLUMNS_MAX];
	double z[KEEL_NNLS_COLUMNS_MAX];
} active;

static double dot(const double *a, const double *b)
{
	double sum = 0;
	for (int i = 0; i < KEEL_NNLS_ROWS; i++) {
		sum += a[i] * b[i];
	}
	return sum;
}

static double normal(const keel_nnls *p, int a, int b)
{
	return dot(p->column[a], p->column[b]) + (a == b ? p->price[a] : 0);
}

/* Extends the factor by row k. */
static void factor_row(const keel_nnls *p, active *set, int k)
{
	for (int j = 0; j <= k; j++) {
		double sum = normal(p, set->column[k], set->column[j]);
		for (int i = 0; i < j; i++) {
			sum -= set->factor[k][i] * set->factor[j][i];
		}
		set->factor[k][j] = j < k ? sum / set->factor[j][j] : sqrt(fmax(sum, 1e-15));
	}
}

static void solve_free(const keel_nnls *p, active *set)
{
	for (int i = 0; i < set->count; i++) {
		double sum = dot(p->column[set->column[i]], p->wanted);
		for (int j = 0; j < i; j++) {
			sum -= set->factor[i][j] * set->z[j];
		}
		set->z[i] = sum / set->factor[i][i];
	}
	for (int i = set->count - 1; i >= 0; i--) {
		for (int j = i + 1; j < set->count; j++) {
			set->z[i] -= set->factor[j][i] * set->z[j];
		}
		set->z[i] /= set->factor[i][i];
	}
}

/* Goes from x towards z until the first unknown reaches zero, and drops those that did. False when
 * z was reached. */
static bool step_to_bound(keel_nnls *p, active *set)
{
	double step = 1;
	for (int i = 0; i < set->count; i++) {
		double x = p->x[set->column[i]];
		if (set->z[i] <= 0) {
			step = fmin(step, x / fmax(x - set->z[i], 1e-300));
		}
	}
	bool is_bound = step < 1;
	int kept = 0;
	for (int i = 0; i < set->count; i++) {
		int column = set->column[i];
		double x = p->x[column] + step * (set->z[i] - p->x[column]);
		set->is_free[column] = x > 1e-12;
		p->x[column] = set->is_free[column] ? x : 0;
		if (set->is_free[column]) {
			set->column[kept++] = column;
		}
	}
	set->count = kept;
	return is_bound;
}

static void residual_of(const keel_nnls *p, double *residual)
{
	memcpy(residual, p->wanted, sizeof(p->wanted));
	for (int j = 0; j < p->column_count; j++) {
		for (int i = 0; i < KEEL_NNLS_ROWS; i++) {
			residual[i] -= p->column[j][i] * p->x[j];
		}
	}
}

/* The bound column that would lower the cost most; −1 when none would. */
static int most_wanted(const keel_nnls *p, const active *set, const double *residual)
{
	int best = -1;
	double most = 1e-9;
	for (int j = 0; j < p->column_count; j++) {
		double gain = set->is_free[j] ? 0 : dot(p->column[j], residual);
		if (gain > most) {
			most = gain;
			best = j;
		}
	}
	return best;
}

double keel_nnls_solve(keel_nnls *p)
{
	static active set;
	double residual[KEEL_NNLS_ROWS];
	KEEL_ASSERT(p->column_count <= KEEL_NNLS_COLUMNS_MAX);
	set.count = 0;
	memset(set.is_free, 0, sizeof(set.is_free));
	memset(p->x, 0, sizeof(p->x));
	residual_of(p, residual);
	/* Lawson and Hanson end by themselves; the bound is against rounding. */
	for (int round = 0; round < 3 * KEEL_NNLS_COLUMNS_MAX; round++) {
		int best = most_wanted(p, &set, residual);
		if (best < 0) {
			break;
		}
		set.is_free[best] = true;
		set.column[set.count++] = best;
		factor_row(p, &set, set.count - 1);
		solve_free(p, &set);
		while (set.count > 0 && step_to_bound(p, &set)) {
			for (int k = 0; k < set.count; k++) {
				factor_row(p, &set, k);
			}
			solve_free(p, &set);
		}
		residual_of(p, residual);
	}
	return sqrt(dot(residual, residual));
}
