// What students' programs may do wrong or by ill will, each put before the solution of 1.1, and the
// verdict that it must get, as natively.

// Called from a constructor, before the case; or in the first function of the exercise.
const first = body => text => text.replace(/(real ewma_weight\(real alpha, uint64_t age\)\n\{)/,
    `#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n#include <unistd.h>\n$1\n${body}`);
const before = code => text => `${code}\n${text}`;

export const HOSTILE = [
    {name: 'an endless loop', verdict: 'timeout', change: first('for (volatile unsigned i = 0;; i++);')},
    {name: 'a loop in a constructor', verdict: 'timeout',
        change: before('__attribute__((constructor)) static void early(void) { for (volatile unsigned i = 0;; i++); }')},
    {name: 'sleep', verdict: 'timeout', change: first('sleep(1000);')},
    {name: 'memory without end', verdict: 'out-of-memory',
        change: first('for (;;) { char *volatile p = malloc(1 << 20); memset(p, 1, 1 << 20); }')},
    {name: 'output without end', verdict: 'runaway', change: first('for (;;) puts("and on and on and on and on and on");')},
    {name: 'a trace without end', verdict: 'runaway', change: first('for (;;) write(3, "# and on and on and on and on\\n", 30);')},
    {name: 'a forged trace', verdict: 'bad-trace', change: first('write(3, "# end\\n", 6);')},
    {name: 'exit in the middle', verdict: 'early-exit', change: first('exit(0);')},
    {name: 'exit before', verdict: 'nothing-run',
        change: before('#include <stdlib.h>\n__attribute__((constructor)) static void early(void) { exit(0); }')},
    {name: 'abort', verdict: 'crash', words: 'SIGABRT (abort)', change: first('abort();')},
    {name: 'a trap', verdict: 'crash', change: first('__builtin_trap();')},
    {name: 'division by zero', verdict: 'crash', words: 'division by zero',
        change: first('volatile int zero = 0; printf("%d", 1 / zero);')},
    {name: 'past an array', verdict: 'crash', words: 'out of bounds',
        change: first('double a[4] = {0}; for (volatile int i = 0; i < 5; i++) a[i] = 1; printf("%g", a[1]);')},
    {name: 'past the heap', verdict: 'crash', words: 'heap-buffer-overflow, write of 8 bytes at ewma_weights.c:',
        change: first('double *p = malloc(32); for (volatile int i = 0; i < 5; i++) p[i] = 1; printf("%g", p[1]);')},
    {name: 'after free', verdict: 'crash', words: 'heap-use-after-free, read of 8 bytes at ewma_weights.c:',
        change: first('double *p = malloc(32); p[0] = 1; free(p); printf("%g", ((volatile double *)p)[0]);')},
    {name: 'freed twice', verdict: 'crash', words: 'double-free',
        change: first('double *volatile p = malloc(32); free(p); free(p);')},
    {name: 'a null pointer', verdict: 'crash', words: 'null pointer',
        change: first('double *volatile p = NULL; *p = 1;')},
    {name: 'a wild pointer', verdict: 'crash', words: 'a pointer that points nowhere',
        change: first('double *volatile p = (double *)0x7ffffff0; *p = 1;')},
    {name: 'recursion without end', verdict: 'crash', words: 'endless recursion',
        change: text => first('(void)deep(1);')(text).replace(/^#include "optim\/ewma_weights.h"/m,
            'static int deep(volatile int n) { return n ? 1 + deep(n + 1) : 0; }\n$&')},
    {name: 'a leak', verdict: 'leak', change: first('int *volatile kept = malloc(64); kept = malloc(64);')},
    {name: 'helpers named as functions of C and of the tests', verdict: 'ok',
        change: before('double sqrt(double); int rng_normal(void); int rng_normal(void) { return 1; }\n' +
            'int trace_end(void); int trace_end(void) { return 1; }\nint driver_run(void); int driver_run(void) { return 0; }')},
];
