# FreeType by its own script, for Fontconfig alone: no drawing is asked of it.
set(FT_REQUIRE_ZLIB ON CACHE BOOL "")
set(FT_REQUIRE_PNG ON CACHE BOOL "")
set(FT_DISABLE_BZIP2 ON CACHE BOOL "")
set(FT_DISABLE_BROTLI ON CACHE BOOL "")
set(FT_DISABLE_HARFBUZZ ON CACHE BOOL "")
