# libjpeg-turbo by its own script: the API of libjpeg 6.2, as Debian has it, with vector code (x86-64: by nasm).
set(ENABLE_SHARED OFF CACHE BOOL "")
set(WITH_TURBOJPEG OFF CACHE BOOL "")
set(REQUIRE_SIMD ON CACHE BOOL "")
