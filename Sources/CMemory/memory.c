#define _GNU_SOURCE
#include "gazette_memory.h"

#include <malloc.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* A large page of x86-64 and of arm64, in bytes. */
enum { large_page = 2 << 20 };

/* Until the first frame some 300 small pages of the heap are touched. The trips to the kernel for them take
   longer than clearing one large page. */
void gazette_prepare_memory(void) {
  /* The heap grows at once by so much that it holds a large page, wherever it begins, and keeps it. */
  mallopt(M_MMAP_THRESHOLD, 2 * large_page);
  mallopt(M_TRIM_THRESHOLD, 4 * large_page);
  mallopt(M_TOP_PAD, 2 * large_page);
  const size_t beyond_top = large_page / 8;
  char *top = malloc(beyond_top);
  /* Beyond what malloc has written about this block: a large page is given only where nothing was touched. */
  uintptr_t boundary = ((uintptr_t)top + beyond_top) / large_page * large_page + large_page;
  free(top);
  if (top && (uintptr_t)sbrk(0) >= boundary + large_page) {
    madvise((void *)boundary, large_page, MADV_HUGEPAGE);
    /* What lies before the large page is kept and never touched, so that the heap goes on within the page. */
    char *volatile skipped = malloc(boundary - (uintptr_t)top);
    (void)skipped;
  }
  mallopt(M_TOP_PAD, large_page / 16);
  mallopt(M_MMAP_THRESHOLD, large_page / 2);
}
