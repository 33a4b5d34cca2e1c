/* The memory that a start takes: what Swift cannot say, for glibc's mallopt is not imported. */
#ifndef GAZETTE_MEMORY_H
#define GAZETTE_MEMORY_H

/* Lets the memory of a start come as one large page, where the system has such; else changes nothing.
   To be called before the program has allocated much. */
void gazette_prepare_memory(void);

#endif
