# Turns the rows of src/modules.cmake into targets: reads the table, picks what was asked for, finds the libraries that
# these modules name, and makes one static library bichig::<module> of each, or a program.
include(${CMAKE_CURRENT_LIST_DIR}/modules_read.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/modules_foreign.cmake)

# The modules that BICHIG_MODULES asks for, with all that they use, in the order of the table.
function(bichig_chosen_modules out)
  bichig_closure(chosen unknown "${BICHIG_MODULES}")
  if(unknown)
    message(FATAL_ERROR "BICHIG_MODULES names '${unknown}', which src/modules.cmake does not have")
  endif()
  set(${out} ${chosen} PARENT_SCOPE)
endfunction()

# Links a module with the modules it uses (`scope` for users of the module) and with its foreign libraries, which stay
# inside; only tl::expected is seen in public headers.
function(bichig_link_module target name scope)
  get_property(uses GLOBAL PROPERTY BICHIG_USES_${name})
  foreach(used IN LISTS uses)
    bichig_target_name(used_target ${used})
    if(TARGET bichig_${used_target})
      target_link_libraries(${target} ${scope} bichig_${used_target})
    endif()
  endforeach()
  get_property(foreign GLOBAL PROPERTY BICHIG_FOREIGN_${name})
  foreach(library IN LISTS foreign)
    if(scope STREQUAL "INTERFACE" OR library STREQUAL "tl::expected")
      target_link_libraries(${target} ${scope} ${library})
    else()
      target_link_libraries(${target} PRIVATE ${library})
    endif()
  endforeach()
endfunction()

# What the code of a shared library is told of its version. Its callers in C may pass any number as an enumerator, which
# its calls look at themselves.
function(bichig_tell_version target)
  if(BICHIG_SANITIZE MATCHES "undefined")
    target_compile_options(bichig_${target} PRIVATE -fno-sanitize=enum)
  endif()
  target_compile_definitions(bichig_${target} PRIVATE BICHIG_VERSION="${PROJECT_VERSION}"
    BICHIG_VERSION_NUMBER=${PROJECT_VERSION_MAJOR}*10000+${PROJECT_VERSION_MINOR}*100+${PROJECT_VERSION_PATCH})
endfunction()

# The same sources as a static library, for fuzz targets: only what is linked into the program is watched.
function(bichig_build_static name target sources includes)
  add_library(bichig_${target} STATIC ${sources})
  target_include_directories(bichig_${target} PUBLIC ${includes} PRIVATE ${PROJECT_SOURCE_DIR}/src)
  bichig_tell_version(${target})
  bichig_link_module(bichig_${target} ${name} PUBLIC)
endfunction()

# A shared library with the modules it uses inside, and no symbol but those of its list.
function(bichig_build_shared name target library sources includes)
  add_library(bichig_${target} SHARED ${sources})
  set(exports ${PROJECT_SOURCE_DIR}/src/${name}/exports.map)
  set_target_properties(bichig_${target} PROPERTIES OUTPUT_NAME ${library} VERSION ${PROJECT_VERSION}
    SOVERSION ${PROJECT_VERSION_MAJOR} CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
    LINK_DEPENDS ${exports})
  target_include_directories(bichig_${target} PUBLIC ${includes} PRIVATE ${PROJECT_SOURCE_DIR}/src)
  bichig_tell_version(${target})
  target_link_options(bichig_${target} PRIVATE -Wl,--version-script=${exports} -Wl,--as-needed)
  if(NOT BICHIG_SANITIZE)  # whose symbols only programs have
    target_link_options(bichig_${target} PRIVATE -Wl,--no-undefined)
  endif()
  bichig_link_module(bichig_${target} ${name} PRIVATE)
endfunction()

# Widgets, for each Qt that is there: a project of its own with a package of its own, against the shared library alone.
# Leaves the major versions in BICHIG_QT_FOUND. With sanitizers, the newest one alone.
function(bichig_build_qt name majors)
  set(found "")
  if(BICHIG_SANITIZE)
    list(REVERSE majors)
  endif()
  foreach(major IN LISTS majors)
    set(QT_NO_CREATE_VERSIONLESS_TARGETS ON)
    find_package(Qt${major} 5.12 QUIET COMPONENTS Widgets PrintSupport)
    if(NOT Qt${major}_FOUND OR (BICHIG_SANITIZE AND found))
      continue()
    endif()
    set(BICHIG_QT_MAJOR ${major})
    set(BICHIG_VERSION ${PROJECT_VERSION})
    add_subdirectory(${PROJECT_SOURCE_DIR}/src/${name} ${CMAKE_BINARY_DIR}/${name}${major})
    list(APPEND found ${major})
  endforeach()
  set(BICHIG_QT_FOUND "${found}" CACHE INTERNAL "The major versions of Qt that widgets are built for")
endfunction()

# The date of the newest entry of src/package/changelog as YYYY-MM-DD, for the manual pages: a build made
# again on another day gives the same files.
function(bichig_release_date out)
  set(months Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/package/changelog)
  file(STRINGS ${PROJECT_SOURCE_DIR}/src/package/changelog lines REGEX "^ -- ")
  list(GET lines 0 line)
  if(NOT line MATCHES ", +([0-9]+) ([A-Z][a-z][a-z]) ([0-9][0-9][0-9][0-9]) ")
    message(FATAL_ERROR "src/package/changelog: no date in '${line}'")
  endif()
  set(day ${CMAKE_MATCH_1})
  set(year ${CMAKE_MATCH_3})
  list(FIND months ${CMAKE_MATCH_2} month)
  math(EXPR month "${month} + 1")
  if(month LESS 10)
    set(month 0${month})
  endif()
  set(${out} ${year}-${month}-${day} PARENT_SCOPE)
endfunction()

# One module: a program, a static library, or headers alone. A row without any file is left out.
function(bichig_build_module name)
  bichig_target_name(target ${name})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/*.cpp)
  get_property(executable GLOBAL PROPERTY BICHIG_EXECUTABLE_${name})
  get_property(qt GLOBAL PROPERTY BICHIG_QT_${name})
  if(qt)
    if(BICHIG_QT AND NOT BICHIG_FUZZ)
      bichig_build_qt(${name} "${qt}")
    endif()
    return()
  endif()
  set(includes $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  get_property(shared GLOBAL PROPERTY BICHIG_SHARED_${name})
  if(executable AND BICHIG_FUZZ)
    return()  # programs are not fuzzed, and the slowest to compile
  endif()
  if(executable AND sources)
    add_executable(${executable} ${sources})
    target_compile_definitions(${executable} PRIVATE BICHIG_VERSION="${PROJECT_VERSION}")
    if(name STREQUAL "cli")
      bichig_release_date(date)
      set_source_files_properties(${PROJECT_SOURCE_DIR}/src/cli/man_page.cpp
        PROPERTIES COMPILE_DEFINITIONS BICHIG_DATE="${date}")
    endif()
    target_include_directories(${executable} PRIVATE ${PROJECT_SOURCE_DIR}/src)
    bichig_link_module(${executable} ${name} PRIVATE)
  elseif(shared AND sources AND BICHIG_FUZZ)
    bichig_build_static(${name} ${target} "${sources}" "${includes}")
  elseif(shared AND sources)
    bichig_build_shared(${name} ${target} ${shared} "${sources}" "${includes}")
  elseif(sources)
    add_library(bichig_${target} STATIC ${sources})
    # Module code may include "<module>/internal/….h" of the modules it uses, from src/.
    target_include_directories(bichig_${target} PUBLIC ${includes} PRIVATE ${PROJECT_SOURCE_DIR}/src)
    target_compile_features(bichig_${target} PUBLIC cxx_std_20)
    if(name STREQUAL "format/pdf")  # see format/pdf/internal/facts.h
      set_source_files_properties(${PROJECT_SOURCE_DIR}/src/format/pdf/facts.cpp
        ${PROJECT_SOURCE_DIR}/src/format/pdf/text_sample.cpp PROPERTIES COMPILE_OPTIONS -std=c++17)
    endif()
    bichig_link_module(bichig_${target} ${name} PUBLIC)
  elseif(IS_DIRECTORY ${PROJECT_SOURCE_DIR}/include/bichig/${name} OR
         EXISTS ${PROJECT_SOURCE_DIR}/include/bichig/${name}.h)
    add_library(bichig_${target} INTERFACE)
    target_include_directories(bichig_${target} INTERFACE ${includes})
    target_compile_features(bichig_${target} INTERFACE cxx_std_20)
    bichig_link_module(bichig_${target} ${name} INTERFACE)
  endif()
  if(TARGET bichig_${target})
    add_library(bichig::${target} ALIAS bichig_${target})
    set_target_properties(bichig_${target} PROPERTIES EXPORT_NAME ${target})
  endif()
endfunction()

# Makes all targets and leaves the list of built modules in BICHIG_CHOSEN.
macro(bichig_build_modules file)
  include(${file})
  bichig_chosen_modules(BICHIG_CHOSEN)
  foreach(name IN LISTS BICHIG_CHOSEN)
    get_property(module_foreign GLOBAL PROPERTY BICHIG_FOREIGN_${name})
    get_property(module_qt GLOBAL PROPERTY BICHIG_QT_${name})
    foreach(foreign IN LISTS module_foreign)
      if(NOT module_qt)  # which finds what it needs itself
        bichig_find_foreign(${foreign})
      endif()
    endforeach()
    bichig_build_module(${name})
  endforeach()
endmacro()
