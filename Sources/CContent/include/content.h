/* The issue that ships with the program, compiled in so that the binary needs no file beside it. */
#ifndef GAZETTE_CONTENT_H
#define GAZETTE_CONTENT_H

#include <stddef.h>

const unsigned char *gazette_shipped_issue_text(size_t *length);
const unsigned char *gazette_shipped_issue_manifest(size_t *length);

/* The register of responsible bodies; Content/bodies.txt says how it is written. */
const unsigned char *gazette_shipped_bodies(size_t *length);

#endif
