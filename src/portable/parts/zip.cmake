# libzip by its own script: deflate alone, no encryption, no programs.
foreach(feature COMMONCRYPTO GNUTLS MBEDTLS OPENSSL WINDOWS_CRYPTO BZIP2 LZMA ZSTD)
  set(ENABLE_${feature} OFF CACHE BOOL "")
endforeach()
foreach(extra TOOLS REGRESS EXAMPLES DOC)
  set(BUILD_${extra} OFF CACHE BOOL "")
endforeach()
set(BUILD_SHARED_LIBS OFF CACHE BOOL "")
