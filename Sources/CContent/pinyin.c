#include "pinyin.h"

static const unsigned char readings[] = {
#embed "../../Content/pinyin/readings.bin"
};
static const unsigned char phrases[] = {
#embed "../../Content/pinyin/phrases.txt"
};

const unsigned char *gazette_pinyin_readings(size_t *length) {
  *length = sizeof readings;
  return readings;
}

const unsigned char *gazette_pinyin_phrases(size_t *length) {
  *length = sizeof phrases;
  return phrases;
}
