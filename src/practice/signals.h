/** @file signals.h
 *  @brief What glibc has and wasi-libc has not. */
#ifndef DESCENT_SIGNALS_H
#define DESCENT_SIGNALS_H

/** @return "SEGV" for SIGSEGV, and so on; NULL if a program here cannot end by it */
const char *sigabbrev_np(int number);

#endif
