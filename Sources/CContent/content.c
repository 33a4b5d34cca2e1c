#include "content.h"

/* C23 #embed: the same bytes as Swift array literals take the compiler twenty seconds. */
#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char issue_text[] = {
#embed "../../Content/jilin-2021-11/issue.md"
};
static const unsigned char issue_manifest[] = {
#embed "../../Content/jilin-2021-11/manifest.json"
};
static const unsigned char bodies[] = {
#embed "../../Content/bodies.txt"
};

const unsigned char *gazette_shipped_issue_text(size_t *length) {
  *length = sizeof issue_text;
  return issue_text;
}

const unsigned char *gazette_shipped_issue_manifest(size_t *length) {
  *length = sizeof issue_manifest;
  return issue_manifest;
}

const unsigned char *gazette_shipped_bodies(size_t *length) {
  *length = sizeof bodies;
  return bodies;
}
