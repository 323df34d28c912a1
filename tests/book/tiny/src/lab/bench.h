/** @file bench.h
 *  @brief Nothing yet.
 *  @ingroup lab */
