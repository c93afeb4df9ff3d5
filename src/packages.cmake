# Debian's packages and the archive of everything, for `./dev package`: which component goes into which package.
#
#   libbichig0             the shared library
#   libbichig-dev          what programs need that are built against it; examples
#   libbichig-modules-dev  the C++20 modules as static libraries, with the packages that these link
#   bichig                 the command, its manual pages and completion
#   bichig-dictionary      the dictionary of Mongolian, also where Hunspell looks
#   bichig-data            the fonts: links to Debian's font packages, and what these have not
#
# The widgets have no package here: src/qt is a project of its own, which a platform builds with its own compiler and Qt
# against libbichig-dev.
set(folder ${CMAKE_SOURCE_DIR}/src/package)
set(made ${CMAKE_BINARY_DIR}/package)
set(release 1)
set(BICHIG_DEBIAN_VERSION ${PROJECT_VERSION}-${release})
set(nobody "The Bichig maintainers <bichig@example.org>")  # who stands in src/package/changelog
set(BICHIG_MAINTAINER "${nobody}" CACHE STRING "Who answers for the Debian packages: NAME <ADDRESS>")
if(NOT BICHIG_MAINTAINER MATCHES "^[^<>]*[^<> ] <[^<>@ ]+@[^<>@ ]+>$")
  set(refused "${BICHIG_MAINTAINER}")
  unset(BICHIG_MAINTAINER CACHE)  # else it would stand in the way of the next run too
  message(FATAL_ERROR "BICHIG_MAINTAINER is '${refused}' (write it as NAME <ADDRESS>)")
endif()

file(STRINGS ${folder}/changelog newest LIMIT_COUNT 1)
if(NOT newest MATCHES "^bichig \\(${BICHIG_DEBIAN_VERSION}\\) ")
  message(FATAL_ERROR "src/package/changelog does not begin with version ${BICHIG_DEBIAN_VERSION}")
endif()

# ---- files that packages alone have ----

find_package(Python3 3.11 REQUIRED COMPONENTS Interpreter)
execute_process(COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/fonts/package.py --fonts ${BICHIG_FONT_FOLDER}
  --into ${made}/fonts OUTPUT_VARIABLE font_packages OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
string(REPLACE "\n" ", " font_packages "${font_packages}")
install(DIRECTORY ${made}/fonts/ DESTINATION ${CMAKE_INSTALL_DATADIR}/bichig/fonts COMPONENT font_links
  EXCLUDE_FROM_ALL)

file(MAKE_DIRECTORY ${made}/hunspell)
foreach(ending aff dic)
  set(name mn_Mong_CN.${ending})
  file(CREATE_LINK ../bichig/dictionaries/mn_Mong_CN/${name} ${made}/hunspell/${name} SYMBOLIC)
endforeach()
install(DIRECTORY ${made}/hunspell DESTINATION ${CMAKE_INSTALL_DATADIR} COMPONENT dictionary_links EXCLUDE_FROM_ALL)

file(READ ${folder}/changelog changelog)
string(REPLACE " -- ${nobody}  " " -- ${BICHIG_MAINTAINER}  " changelog "${changelog}")
file(WRITE ${made}/changelog "${changelog}")
find_program(BICHIG_GZIP gzip REQUIRED)
execute_process(COMMAND ${BICHIG_GZIP} -9nc ${made}/changelog OUTPUT_FILE ${made}/changelog.Debian.gz
  COMMAND_ERROR_IS_FATAL ANY)

# ---- the archive ----

set(CPACK_PACKAGE_NAME bichig)
set(CPACK_PACKAGE_VENDOR Bichig)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_GENERATOR DEB TXZ)
set(CPACK_STRIP_FILES ON)
set(CPACK_THREADS 0)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_SOURCE_DIR}/build/package)
set(CPACK_PACKAGE_FILE_NAME bichig-${PROJECT_VERSION}-linux-${CMAKE_SYSTEM_PROCESSOR})
set(CPACK_PROJECT_CONFIG_FILE ${folder}/generator.cmake)

# ---- Debian ----

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${release})
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "${BICHIG_MAINTAINER}")
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_BICHIG_DEBIAN_COMPONENTS "")

# bichig_debian_package(GROUP NAME SECTION COMPONENTS component… [ALL] [SHLIBDEPS] [DEPENDS text] [RECOMMENDS text]
#   [SUGGESTS text] [PROVIDES text] SYNOPSIS text TEXT text): one package of the components; ALL for every architecture.
macro(bichig_debian_package group name section)
  cmake_parse_arguments(ROW "ALL;SHLIBDEPS" "DEPENDS;RECOMMENDS;SUGGESTS;PROVIDES;SYNOPSIS;TEXT" "COMPONENTS" ${ARGN})
  string(TOUPPER ${group} upper)
  set(prefix CPACK_DEBIAN_${upper}_PACKAGE)
  set(${prefix}_NAME ${name})
  set(${prefix}_SECTION ${section})
  set(${prefix}_SHLIBDEPS ${ROW_SHLIBDEPS})
  foreach(field DEPENDS RECOMMENDS SUGGESTS PROVIDES)
    if(ROW_${field})
      set(${prefix}_${field} "${ROW_${field}}")
    endif()
  endforeach()
  if(ROW_ALL)
    set(${prefix}_ARCHITECTURE all)
  endif()
  set(CPACK_DEBIAN_${upper}_DESCRIPTION "${ROW_SYNOPSIS}\n${about}\n.\n${ROW_TEXT}")
  set(CPACK_COMPONENT_GROUP_${upper}_DISPLAY_NAME ${name})
  install(FILES ${folder}/copyright ${made}/changelog.Debian.gz DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${name}
    COMPONENT ${group}_documents EXCLUDE_FROM_ALL)
  foreach(component ${ROW_COMPONENTS} ${group}_documents)
    string(TOUPPER ${component} upper_component)
    set(CPACK_COMPONENT_${upper_component}_GROUP ${group})
    list(APPEND CPACK_BICHIG_DEBIAN_COMPONENTS ${component})
  endforeach()
endmacro()

# Every library module, and the packages that a program needs which links them into itself.
set(modules "")
set(module_packages "")
foreach(name IN LISTS BICHIG_CHOSEN)
  get_property(executable GLOBAL PROPERTY BICHIG_EXECUTABLE_${name})
  get_property(shared GLOBAL PROPERTY BICHIG_SHARED_${name})
  get_property(foreign GLOBAL PROPERTY BICHIG_FOREIGN_${name})
  get_property(qt GLOBAL PROPERTY BICHIG_QT_${name})
  if(executable OR shared OR qt)
    continue()
  endif()
  bichig_target_name(component ${name})
  list(APPEND modules ${component})
  foreach(library IN LISTS foreign)
    bichig_foreign_debian(packages ${library})
    list(APPEND module_packages ${packages})
  endforeach()
endforeach()
list(SORT module_packages)
list(REMOVE_DUPLICATES module_packages)
list(JOIN module_packages ", " module_packages)

set(same "(= ${BICHIG_DEBIAN_VERSION})")
set(about "Bichig sets and checks traditional Mongolian text, which runs in vertical
lines from left to right, with the Chinese, Latin and digits that stand in it.")
bichig_debian_package(runtime libbichig0 libs COMPONENTS c_runtime SHLIBDEPS SUGGESTS "bichig-data, bichig-dictionary"
  SYNOPSIS "vertical traditional Mongolian text - shared library"
  TEXT "This package has the shared library with the C interface.")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA ${folder}/triggers ${folder}/symbols)
bichig_debian_package(development libbichig-dev libdevel COMPONENTS c config examples DEPENDS "libbichig0 ${same}"
  RECOMMENDS "bichig-data" SUGGESTS "bichig-dictionary, libbichig-modules-dev, cmake, pkg-config"
  SYNOPSIS "vertical traditional Mongolian text - C headers"
  TEXT "This package has the headers for C89 and C++17, the files for CMake
and pkg-config, and examples.")
bichig_debian_package(modules libbichig-modules-dev libdevel COMPONENTS ${modules}
  DEPENDS "libbichig-dev ${same}, ${module_packages}"
  SYNOPSIS "vertical traditional Mongolian text - modules of C++20"
  TEXT "This package has the modules as static libraries with their headers.")
bichig_debian_package(command bichig text COMPONENTS cli SHLIBDEPS
  RECOMMENDS "bichig-data, bichig-dictionary"
  SYNOPSIS "vertical traditional Mongolian text - command"
  TEXT "This package has the command bichig, which makes PDF, SVG and PNG of
Markdown and JSON, and finds what is wrong with words.")
bichig_debian_package(dictionary bichig-dictionary text COMPONENTS dictionary dictionary_links ALL
  SUGGESTS "bichig, hunspell" PROVIDES "hunspell-dictionary"
  SYNOPSIS "starter dictionary of Mongolian in the traditional script"
  TEXT "This package has a spelling dictionary for bichig and Hunspell. No native
reader has reviewed it yet.")
bichig_debian_package(data bichig-data fonts COMPONENTS font_links ALL DEPENDS "${font_packages}"
  SYNOPSIS "vertical traditional Mongolian text - fonts"
  TEXT "This package has the fonts that text is set with where Debian has no package
of them, and links to the others.")

include(CPack)
