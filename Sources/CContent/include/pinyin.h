/* The pinyin table, compiled in; Content/pinyin/README.md tells its layout and source. */
#ifndef GAZETTE_PINYIN_H
#define GAZETTE_PINYIN_H

#include <stddef.h>

const unsigned char *gazette_pinyin_readings(size_t *length);
const unsigned char *gazette_pinyin_phrases(size_t *length);

#endif
