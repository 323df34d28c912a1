/* vector_math.h: glibc computes these of several numbers at once, but declares it only
 * for programs that are compiled with -ffast-math. This is all that the benchmark wants
 * of it. The vectors' results are right to 4 units in the last place. */
#include <math.h>

#if defined __GLIBC__ && defined __x86_64__
__attribute__((simd("notinbranch"))) float expf(float);
__attribute__((simd("notinbranch"))) float logf(float);
__attribute__((simd("notinbranch"))) float log1pf(float);
#endif
