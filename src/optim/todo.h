/** @file todo.h
 *  @brief What stands in an exercise until its reader has written it. */
#ifndef DESCENT_TODO_H
#define DESCENT_TODO_H

/* A function that waits for its body does not use its parameters yet. */
#pragma GCC diagnostic ignored "-Wunused-parameter"

/** Exit code of a program that met an exercise nobody has started. */
#define TODO_EXIT_CODE 77

/** Ends the program: says on standard error which exercise is not started, and exits with
 *  #TODO_EXIT_CODE.
 *  @param exercise  its number, such as "1.2" */
_Noreturn void todo(const char *exercise);

#endif
