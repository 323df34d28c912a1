/* status.c: words for status codes. */
#include "optim/status.h"

const char *descent_strerror(enum descent_status status)
{
    switch (status) {
    case DESCENT_OK:
        return "success";
    case DESCENT_ENOMEM:
        return "out of memory";
    case DESCENT_ERANGE:
        return "an argument is outside its valid range";
    case DESCENT_ENAN:
        return "an input is not a number";
    case DESCENT_EORDER:
        return "an input came out of order";
    case DESCENT_EFORMAT:
        return "a file is not in the expected format";
    case DESCENT_EIO:
        return "a file could not be read";
    case DESCENT_ESINGULAR:
        return "a matrix is singular or not positive definite";
    }
    return "unknown status";
}
