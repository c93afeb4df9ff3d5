# Installs each module as a component of its own: library, headers, the targets file that find_package(bichig
# COMPONENTS …) loads, and a pkg-config file. Beside them are the components
#   config      the package configuration itself, which every module needs
#   c_runtime   the shared library as programs load it; `c` has what is needed to build them
#   cli         the command with its manual pages and completion
#   dictionary, fonts, examples
include(CMakePackageConfigHelpers)

set(BICHIG_PACKAGE_FOLDER ${CMAKE_INSTALL_LIBDIR}/cmake/bichig)

# Writes NAME.pc for a component. Its prefix is found from where the file lies, so that the tree may be moved.
function(bichig_install_pc name component description requires libs)
  cmake_path(SET up "${CMAKE_INSTALL_LIBDIR}/pkgconfig")  # from there up to the prefix
  string(REGEX REPLACE "[^/]+" ".." up "${up}")
  set(file ${CMAKE_BINARY_DIR}/package/${name}.pc)
  file(WRITE ${file} "prefix=\${pcfiledir}/${up}\nlibdir=\${prefix}/${CMAKE_INSTALL_LIBDIR}\n"
    "includedir=\${prefix}/${CMAKE_INSTALL_INCLUDEDIR}\n\nName: ${name}\nDescription: ${description}\n"
    "Version: ${PROJECT_VERSION}\nRequires:${requires}\nLibs: ${libs}\nCflags: -I\${includedir}\n")
  install(FILES ${file} DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT ${component})
endfunction()

# A pkg-config file bichig-<component>.pc, so that builds other than CMake's get the same closure.
function(bichig_install_pkg_config name component library)
  get_property(uses GLOBAL PROPERTY BICHIG_USES_${name})
  get_property(foreign GLOBAL PROPERTY BICHIG_FOREIGN_${name})
  get_property(shared GLOBAL PROPERTY BICHIG_SHARED_${name})
  if(shared)
    set(uses "")
    set(foreign "")
  endif()
  set(requires "")
  foreach(used IN LISTS uses)
    bichig_target_name(used_component ${used})
    string(APPEND requires " bichig-${used_component}")
  endforeach()
  foreach(target IN LISTS foreign)
    bichig_foreign_pkg_config(module ${target})
    if(module)
      string(APPEND requires " ${module}")
    endif()
  endforeach()
  set(libs "-L\${libdir}")
  if(library)
    string(APPEND libs " -l${library}")
  endif()
  if("PkgConfig::CMARK" IN_LIST foreign)
    string(APPEND libs " -lcmark-gfm-extensions")
  endif()
  bichig_install_pc(bichig-${component} ${component} "${PROJECT_DESCRIPTION}: module ${name}" "${requires}" "${libs}")
endfunction()

# One module: its library or headers alone, as the component of its name.
function(bichig_install_module name)
  bichig_target_name(component ${name})
  get_property(qt GLOBAL PROPERTY BICHIG_QT_${name})
  if(qt)
    return()  # a package of its own: see src/${name}/CMakeLists.txt
  endif()
  get_property(executable GLOBAL PROPERTY BICHIG_EXECUTABLE_${name})
  if(executable AND TARGET ${executable})
    install(TARGETS ${executable} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT ${component})
  endif()
  if(NOT TARGET bichig_${component})
    return()
  endif()
  install(TARGETS bichig_${component} EXPORT bichig_${component}
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT ${component}
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT ${component}_runtime NAMELINK_COMPONENT ${component})
  install(EXPORT bichig_${component} NAMESPACE bichig:: FILE bichig-${component}-targets.cmake
    DESTINATION ${BICHIG_PACKAGE_FOLDER} COMPONENT ${component})
  set(headers ${PROJECT_SOURCE_DIR}/include/bichig/${name})
  cmake_path(GET name PARENT_PATH group)
  if(IS_DIRECTORY ${headers})
    install(DIRECTORY ${headers} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/bichig/${group} COMPONENT ${component})
  endif()
  if(EXISTS ${headers}.h)
    install(FILES ${headers}.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/bichig/${group} COMPONENT ${component})
  endif()
  get_target_property(type bichig_${component} TYPE)
  set(library "")
  if(type STREQUAL "STATIC_LIBRARY")
    set(library bichig_${component})
  elseif(type STREQUAL "SHARED_LIBRARY")
    get_property(library GLOBAL PROPERTY BICHIG_SHARED_${name})
  endif()
  bichig_install_pkg_config(${name} ${component} "${library}")
endfunction()

# Manual pages and completion, which the command makes of its own table once it is built.
function(bichig_install_command_pages)
  set(made ${CMAKE_BINARY_DIR}/command_pages)
  find_program(BICHIG_GZIP gzip REQUIRED)
  add_custom_command(OUTPUT ${made}/made.txt VERBATIM DEPENDS bichig
    COMMAND ${CMAKE_COMMAND} -E rm -rf ${made}
    COMMAND bichig --man-pages ${made}/man1
    COMMAND ${BICHIG_GZIP} -9nr ${made}/man1
    COMMAND ${CMAKE_COMMAND} -E make_directory ${made}/bash ${made}/zsh ${made}/fish
    COMMAND bichig --completion bash > ${made}/bash/bichig
    COMMAND bichig --completion zsh > ${made}/zsh/_bichig
    COMMAND bichig --completion fish > ${made}/fish/bichig.fish
    COMMAND ${CMAKE_COMMAND} -E touch ${made}/made.txt)
  add_custom_target(command_pages ALL DEPENDS ${made}/made.txt)
  set(zsh zsh/site-functions)
  if(BICHIG_DEBIAN)
    set(zsh zsh/vendor-completions)  # where Debian's zsh looks for what packages bring
  endif()
  install(DIRECTORY ${made}/man1 DESTINATION ${CMAKE_INSTALL_MANDIR} COMPONENT cli OPTIONAL)
  install(DIRECTORY ${made}/bash/ DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT cli
    OPTIONAL)
  install(DIRECTORY ${made}/zsh/ DESTINATION ${CMAKE_INSTALL_DATADIR}/${zsh} COMPONENT cli OPTIONAL)
  install(DIRECTORY ${made}/fish/ DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT cli OPTIONAL)
endfunction()

# Everything that was built, and the fonts if they were staged.
function(bichig_install)
  foreach(name IN LISTS BICHIG_CHOSEN)
    bichig_install_module(${name})
  endforeach()
  if(TARGET bichig_c)
    bichig_install_pc(bichig c "${PROJECT_DESCRIPTION}" " bichig-c" "")
  endif()
  if(TARGET bichig)
    bichig_install_command_pages()
  endif()
  write_basic_package_version_file(${CMAKE_BINARY_DIR}/package/bichig-config-version.cmake
    COMPATIBILITY SameMinorVersion)
  install(FILES ${PROJECT_SOURCE_DIR}/src/bichig-config.cmake ${CMAKE_BINARY_DIR}/package/bichig-config-version.cmake
    ${PROJECT_SOURCE_DIR}/src/modules.cmake ${PROJECT_SOURCE_DIR}/src/modules_read.cmake
    ${PROJECT_SOURCE_DIR}/src/modules_foreign.cmake
    DESTINATION ${BICHIG_PACKAGE_FOLDER} COMPONENT config)
  foreach(example shape_word c_label cpp_paragraph notice_pdf spell_check)
    install(DIRECTORY ${PROJECT_SOURCE_DIR}/examples/${example}
      DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/libbichig-dev/examples COMPONENT examples)
  endforeach()
  file(REAL_PATH ${BICHIG_FONT_FOLDER} fonts)  # a link to a folder would be installed as nothing
  install(DIRECTORY ${fonts}/ DESTINATION ${CMAKE_INSTALL_DATADIR}/bichig/fonts COMPONENT fonts OPTIONAL)
endfunction()
