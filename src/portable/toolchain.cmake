# Compiles for Linux with an older glibc: the wrappers that src/portable/build.py puts into the folder of the tools call
# Zig's Clang, whose libc++ is linked statically. The presets portable-x86_64 and portable-aarch64 and all parts use it.
if(NOT BICHIG_PORTABLE_ARCH MATCHES "^(x86_64|aarch64)$")
  message(FATAL_ERROR "BICHIG_PORTABLE_ARCH is '${BICHIG_PORTABLE_ARCH}', not x86_64 or aarch64")
endif()
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES BICHIG_PORTABLE_ARCH)
cmake_path(SET portable_work NORMALIZE ${CMAKE_CURRENT_LIST_DIR}/../../build/portable/made/${BICHIG_PORTABLE_ARCH})
set(BICHIG_PORTABLE_PREFIX ${portable_work}/prefix)
if(NOT EXISTS ${portable_work}/tools/cc)
  message(FATAL_ERROR "${portable_work}/tools has no compiler (run ./dev portable ${BICHIG_PORTABLE_ARCH})")
endif()

set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR ${BICHIG_PORTABLE_ARCH})
set(CMAKE_C_COMPILER ${portable_work}/tools/cc)
set(CMAKE_CXX_COMPILER ${portable_work}/tools/c++)
set(CMAKE_ASM_COMPILER ${portable_work}/tools/cc)
set(CMAKE_AR ${portable_work}/tools/ar)
set(CMAKE_RANLIB ${portable_work}/tools/ranlib)

# Sections, so that the linker drops what nothing calls; hidden, so that calls inside the library need no table.
set(portable_flags "-ffunction-sections -fdata-sections -fvisibility=hidden")
set(CMAKE_C_FLAGS_INIT "${portable_flags}")
set(CMAKE_CXX_FLAGS_INIT "${portable_flags} -fvisibility-inlines-hidden")
set(CMAKE_C_FLAGS_RELEASE_INIT "-O2 -DNDEBUG")
set(CMAKE_CXX_FLAGS_RELEASE_INIT "-O2 -DNDEBUG")
set(CMAKE_SHARED_LINKER_FLAGS_INIT -Wl,--gc-sections)
set(CMAKE_EXE_LINKER_FLAGS_INIT -Wl,--gc-sections)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

# Only what was built for this library is found, nothing of this machine.
set(CMAKE_FIND_ROOT_PATH ${BICHIG_PORTABLE_PREFIX})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
