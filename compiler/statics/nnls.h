/* Non-negative least squares for a handful of unknowns: minimise |A x − b|² + Σ price_j x_j² over
 * x ≥ 0, by the active set of Lawson and Hanson 1974 (chapter 23) on the normal equations. A price
 * above zero makes the answer unique and the equations solvable.
 */
#ifndef KEEL_COMPILER_STATICS_NNLS_H
#define KEEL_COMPILER_STATICS_NNLS_H

#define KEEL_NNLS_ROWS 9
#define KEEL_NNLS_COLUMNS_MAX 96

typedef struct keel_nnls {
	int column_count;
	double column[KEEL_NNLS_COLUMNS_MAX][KEEL_NNLS_ROWS];
	double price[KEEL_NNLS_COLUMNS_MAX]; /* > 0 */
	double wanted[KEEL_NNLS_ROWS];
	double x[KEEL_NNLS_COLUMNS_MAX]; /* the answer */
} keel_nnls;

/* Returns |A x − b|. */
double keel_nnls_solve(keel_nnls *problem);

#endif
