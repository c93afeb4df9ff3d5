# Installs each module as a component of its own: library, headers, the targets file that find_package(bichig
# COMPONENTS …) loads, and a pkg-config file. The package configuration itself comes with `base`, which all need.
include(CMakePackageConfigHelpers)

set(BICHIG_PACKAGE_FOLDER lib/cmake/bichig)

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
  set(file ${CMAKE_BINARY_DIR}/package/bichig-${component}.pc)
  file(WRITE ${file} "prefix=\${pcfiledir}/../..\nlibdir=\${prefix}/lib\nincludedir=\${prefix}/include\n\n"
    "Name: bichig-${component}\nDescription: ${PROJECT_DESCRIPTION}: module ${name}\nVersion: ${PROJECT_VERSION}\n"
    "Requires:${requires}\nLibs: ${libs}\nCflags: -I\${includedir}\n")
  install(FILES ${file} DESTINATION lib/pkgconfig COMPONENT ${component})
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
    install(TARGETS ${executable} RUNTIME DESTINATION bin COMPONENT ${component})
  endif()
  if(NOT TARGET bichig_${component})
    return()
  endif()
  install(TARGETS bichig_${component} EXPORT bichig_${component}
    ARCHIVE DESTINATION lib COMPONENT ${component} LIBRARY DESTINATION lib COMPONENT ${component})
  install(EXPORT bichig_${component} NAMESPACE bichig:: FILE bichig-${component}-targets.cmake
    DESTINATION ${BICHIG_PACKAGE_FOLDER} COMPONENT ${component})
  set(headers ${CMAKE_SOURCE_DIR}/include/bichig/${name})
  cmake_path(GET name PARENT_PATH group)
  if(IS_DIRECTORY ${headers})
    install(DIRECTORY ${headers} DESTINATION include/bichig/${group} COMPONENT ${component})
  endif()
  if(EXISTS ${headers}.h)
    install(FILES ${headers}.h DESTINATION include/bichig/${group} COMPONENT ${component})
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

# Everything that was built, and the fonts if they were staged.
function(bichig_install)
  foreach(name IN LISTS BICHIG_CHOSEN)
    bichig_install_module(${name})
  endforeach()
  write_basic_package_version_file(${CMAKE_BINARY_DIR}/package/bichig-config-version.cmake
    COMPATIBILITY SameMinorVersion)
  install(FILES ${CMAKE_SOURCE_DIR}/src/bichig-config.cmake ${CMAKE_BINARY_DIR}/package/bichig-config-version.cmake
    ${CMAKE_SOURCE_DIR}/src/modules.cmake ${CMAKE_SOURCE_DIR}/src/modules_read.cmake
    ${CMAKE_SOURCE_DIR}/src/modules_foreign.cmake
    DESTINATION ${BICHIG_PACKAGE_FOLDER} COMPONENT base)
  install(DIRECTORY ${BICHIG_FONT_FOLDER}/ DESTINATION share/bichig/fonts COMPONENT fonts OPTIONAL)
endfunction()
