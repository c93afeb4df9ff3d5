# Reads the rows of src/modules.cmake and answers questions about them. The build and the installed package
# configuration both include this file, so that there is one table and one reading of it.

set_property(GLOBAL PROPERTY BICHIG_MODULE_NAMES "")

# One row of the table; only remembers it.
function(bichig_module name)
  cmake_parse_arguments(ROW "APART" "EXECUTABLE;SHARED" "USES;FOREIGN;QT" ${ARGN})
  get_property(known GLOBAL PROPERTY BICHIG_MODULE_NAMES)
  if(ROW_USES STREQUAL "all")
    set(ROW_USES ${known})
  endif()
  if(ROW_SHARED AND BICHIG_IS_INSTALLED)  # all that it uses is inside
    set(ROW_USES "")
    set(ROW_FOREIGN "")
  endif()
  foreach(used IN LISTS ROW_USES)
    if(NOT used IN_LIST known)
      message(FATAL_ERROR "src/modules.cmake: '${name}' names '${used}', which is no row above it")
    endif()
  endforeach()
  if(ROW_APART)  # no target, no component: a row for the rules alone
    return()
  endif()
  set_property(GLOBAL APPEND PROPERTY BICHIG_MODULE_NAMES ${name})
  set_property(GLOBAL PROPERTY BICHIG_USES_${name} "${ROW_USES}")
  set_property(GLOBAL PROPERTY BICHIG_FOREIGN_${name} "${ROW_FOREIGN}")
  set_property(GLOBAL PROPERTY BICHIG_EXECUTABLE_${name} "${ROW_EXECUTABLE}")
  set_property(GLOBAL PROPERTY BICHIG_SHARED_${name} "${ROW_SHARED}")
  set_property(GLOBAL PROPERTY BICHIG_QT_${name} "${ROW_QT}")
endfunction()

# Target name of a module, which is also its component name: "format/pdf" gives "format_pdf".
function(bichig_target_name out name)
  string(REPLACE "/" "_" target "${name}")
  set(${out} ${target} PARENT_SCOPE)
endfunction()

# The modules of the list `wanted` ("all", module names or component names) with all that they use, in the order of the
# table. `unknown` gets the names that the table does not have.
function(bichig_closure out unknown wanted)
  get_property(known GLOBAL PROPERTY BICHIG_MODULE_NAMES)
  if(wanted STREQUAL "all")
    set(${out} ${known} PARENT_SCOPE)
    set(${unknown} "" PARENT_SCOPE)
    return()
  endif()
  set(rest ${wanted})
  foreach(name IN LISTS known)
    bichig_target_name(component ${name})
    if(component IN_LIST rest)
      list(REMOVE_ITEM rest ${component})
      list(APPEND wanted ${name})
    endif()
    list(REMOVE_ITEM rest ${name})
  endforeach()
  set(${unknown} ${rest} PARENT_SCOPE)
  # A row names only rows above it, so one pass from the last row to the first meets every module that is used.
  set(chosen "")
  list(REVERSE known)
  foreach(name IN LISTS known)
    if(name IN_LIST wanted)
      get_property(uses GLOBAL PROPERTY BICHIG_USES_${name})
      list(APPEND wanted ${uses})
      list(PREPEND chosen ${name})
    endif()
  endforeach()
  set(${out} ${chosen} PARENT_SCOPE)
endfunction()
