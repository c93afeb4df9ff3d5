# cmark-gfm by its own script.
set(CMARK_TESTS OFF CACHE BOOL "")
set(CMARK_SHARED OFF CACHE BOOL "")
set(CMARK_STATIC ON CACHE BOOL "")
