/** @file serve.h
 *  @brief What server.c and a program that serves (see driver_serve.c) say to each other.
 *
 *  Each message at SERVE_FD, a socket, is one request, answered by a serve_answer
 *  of the process that took it. A request is words with a space between, and brings
 *  descriptors along: for output, for the trace, and the system-call filter of the new
 *  process, as an array of `struct sock_filter` (empty for none). */
#ifndef DESCENT_SERVE_H
#define DESCENT_SERVE_H

/** How a process has ended. */
struct serve_answer {
    int wait_status;     ///< What wait() says of it.
    long peak_kilobytes; ///< The most memory that it had.
};

enum {
    SERVE_FD = 3,
    SERVE_FDS = 3,            ///< Descriptors that come with a request.
    SERVE_MAX_REQUEST = 4096, ///< Bytes of its words.
    SERVE_MAX_WORDS = 3,
    SERVE_MAX_FILTER = 1 << 14, ///< Bytes.
    SERVE_SELF = 0x5e1f5e1f,    ///< In a filter, the number of the process it is for.
    SERVE_FAILED = 99,          ///< Exit code of a program that can no longer serve.
};

#endif
