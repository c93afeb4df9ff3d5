# What differs between the packages and the archive; CPack reads this once for each.
if(CPACK_GENERATOR STREQUAL "DEB")
  set(CPACK_COMPONENTS_ALL ${CPACK_BICHIG_DEBIAN_COMPONENTS})
  set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
  # Each package has a first line of its own; CPack would write that of the project before it, unless it is the default.
  set(CPACK_DEFAULT_PACKAGE_DESCRIPTION_SUMMARY "${CPACK_PACKAGE_DESCRIPTION_SUMMARY}")
else()  # one archive of all that `cmake --install` installs, with the fonts themselves
  set(CPACK_COMPONENTS_ALL "")
  set(CPACK_MONOLITHIC_INSTALL ON)
  set(CPACK_PACKAGING_INSTALL_PREFIX /)
endif()
