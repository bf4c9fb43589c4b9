# What `cmake --install` puts where: the command, the library with its header, their manual, completions and schemas. The
# library holds PCRE2 and cJSON as well, so that a program links to one file.

include(GNUInstallDirs)
file(STRINGS mouthpiece.h version_line REGEX "^#define MP_VERSION ")
string(REGEX REPLACE ".*\"(.*)\".*" "\\1" MOUTHPIECE_VERSION "${version_line}")

add_library(mouthpiece_library STATIC $<TARGET_OBJECTS:mouthpiece_core> $<TARGET_OBJECTS:mouthpiece_tables>
                                      $<TARGET_OBJECTS:mouthpiece_steps> $<TARGET_OBJECTS:pcre2> $<TARGET_OBJECTS:cjson>)
set_target_properties(mouthpiece_library PROPERTIES OUTPUT_NAME mouthpiece LINKER_LANGUAGE C)

install(TARGETS mouthpiece RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(TARGETS mouthpiece_library ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
install(FILES mouthpiece.h DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
# The prefix may be given as late as at the install.
install(CODE "set(CMAKE_INSTALL_INCLUDEDIR \"${CMAKE_INSTALL_INCLUDEDIR}\")
set(CMAKE_INSTALL_LIBDIR \"${CMAKE_INSTALL_LIBDIR}\")
set(MOUTHPIECE_VERSION \"${MOUTHPIECE_VERSION}\")
configure_file(\"${CMAKE_CURRENT_SOURCE_DIR}/install/mouthpiece.pc.in\"
  \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_LIBDIR}/pkgconfig/mouthpiece.pc\" @ONLY)")
install(FILES install/mouthpiece.1 DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install(FILES install/mouthpiece.bash DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" RENAME mouthpiece)
install(FILES install/mouthpiece.zsh DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions" RENAME _mouthpiece)
install(FILES install/mouthpiece.fish DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")
install(DIRECTORY schema/ DESTINATION "${CMAKE_INSTALL_DATADIR}/mouthpiece" FILES_MATCHING PATTERN "*.schema.json")
