# What the scripts of parts share: a static library from a list of files, and its headers, in the common prefix.
# PART_SOURCE is the unpacked source, CMAKE_INSTALL_PREFIX the common prefix of all parts.
include_directories(SYSTEM ${CMAKE_INSTALL_PREFIX}/include)
add_compile_options(-w)  # warnings are the business of their authors

# part_library(NAME FILES pattern… [WITHOUT regex] [INCLUDE folder…] [DEFINE definition…]): patterns and folders below
# PART_SOURCE; WITHOUT leaves files out.
function(part_library name)
  cmake_parse_arguments(ROW "" "WITHOUT" "FILES;INCLUDE;DEFINE" ${ARGN})
  list(TRANSFORM ROW_FILES PREPEND ${PART_SOURCE}/)
  file(GLOB files ${ROW_FILES})
  if(ROW_WITHOUT)
    list(FILTER files EXCLUDE REGEX "${ROW_WITHOUT}")
  endif()
  if(NOT files)
    message(FATAL_ERROR "${PART_SOURCE} has none of: ${ROW_FILES}")
  endif()
  list(TRANSFORM ROW_INCLUDE PREPEND ${PART_SOURCE}/)
  add_library(${name} STATIC ${files})
  target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR} ${ROW_INCLUDE})
  target_compile_definitions(${name} PRIVATE ${ROW_DEFINE})
  install(TARGETS ${name} ARCHIVE DESTINATION lib)
endfunction()

# part_headers(DESTINATION pattern…): headers below PART_SOURCE, put into that folder of include/.
function(part_headers destination)
  list(TRANSFORM ARGN PREPEND ${PART_SOURCE}/)
  file(GLOB headers ${ARGN})
  if(NOT headers)
    message(FATAL_ERROR "${PART_SOURCE} has none of: ${ARGN}")
  endif()
  install(FILES ${headers} DESTINATION include/${destination})
endfunction()

# part_header_folder(FOLDER): a folder of headers below PART_SOURCE, as it is.
function(part_header_folder folder)
  if(NOT IS_DIRECTORY ${PART_SOURCE}/${folder})
    message(FATAL_ERROR "${PART_SOURCE} has no ${folder}")
  endif()
  install(DIRECTORY ${PART_SOURCE}/${folder} DESTINATION include)
endfunction()
