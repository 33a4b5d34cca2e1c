#include <stdint.h>

// The tables of ICU are half of a program that Foundation is linked into: calendars, collations and names of places in
// all languages. Of Foundation, the database package uses what needs none of them, and the browser nothing. So the
// one-file program takes this table of contents without an entry in their place: who asks for a table is told that there
// is none. Where the ICU of the toolchain is of another version, the name is another one, and its own tables stay.
//
// The layout is that of common data in ICU (User Guide, ICU Data): header, kind, number of entries.
const struct {
  uint16_t header_size;
  uint8_t magic[2];
  uint16_t info_size, reserved_word;
  uint8_t is_big_endian, charset_family, size_of_character, reserved_byte;
  uint8_t format[4], format_version[4], data_version[4];
  uint8_t padding[8];
  uint32_t entries;
} icudt76_dat __attribute__((aligned(16))) = {
    .header_size = 32,
    .magic = {0xDA, 0x27},
    .info_size = 20,
    .size_of_character = 2,
    .format = {'C', 'm', 'n', 'D'},
    .format_version = {1, 0, 0, 0},
};
